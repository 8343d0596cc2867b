@testable import HomeCare
import Testing

/// The usual time of a series that suits its starts best.
@Suite struct SteadinessTests {
  @Test func theUsualTimeIsTheSmallestOfTheBest() {
    var random = SplitMix(state: 5)
    for _ in 0..<100 {
      let clocks = (0..<Int.random(in: 1...9, using: &random)).map { _ in Int.random(in: -60...1_500, using: &random) }
      let series = Series(id: "s", client: "c", tolerance: [0, 1, 15, 90].randomElement(using: &random) ?? 0)
      let starts = SeriesStarts(series: series, clocks: clocks)
      func minutes(_ usual: Int) -> Int { clocks.reduce(0) { $0 + max(0, abs($1 - usual) - series.tolerance) } }
      let least = (-200...1_700).map(minutes).min()
      #expect(starts.unsteadyMinutes == least, "\(clocks)")
      #expect(starts.usualTime == (0..<1_440).first { minutes($0) == least }, "\(clocks)")
    }
  }

  @Test func aUsualTimeOfItsOwnIsKept() {
    let series = Series(id: "s", client: "c", usual: 480, tolerance: 10)
    let starts = SeriesStarts(series: series, clocks: [600, 485])
    #expect(starts.unsteadyMinutes == 110 && starts.usualTime == 480)
  }

  /// A start after midnight belongs to the day on which its window begins, also where an exception widens it.
  @Test func aStartCountsFromTheMidnightOfItsWindowsDay() throws {
    let check = try Ward.check(
      {
        $0.assignments = [
          Roster.Assignment(visit: "late", start: Ward.time("00:10", day: 1), staff: ["bo"], shifts: ["bo-mon"])
        ]
        $0.unassigned = ["morning", "insulin", "lift", "tuesday"]
      },
      in: {
        $0.format = .two
        $0.weights = .standard(for: .two)
        $0.series = [Series(id: "evening", client: "c1", usual: 1_430, tolerance: 15)]
        $0.shifts[1].end = Ward.time("01:00", day: 1)
        $0.visits.append(
          Visit(
            id: "late", client: "c1", earliest: Ward.time("23:30"), latest: Ward.time("00:05", day: 1), minutes: 10,
            series: "evening"))
        $0.exceptions = [RuleException(rule: .window, reason: "late bus", visit: "late", after: 10)]
      })
    #expect(check.violations == [] && check.score[.unsteadyMinutes] == 5)
    #expect(check.exceptions.map(\.isInUse) == [true])
  }

  @Test func usualTimesStatedAreOfSeriesAndOfTheDay() throws {
    let words = try Ward.violations {
      $0.series = [
        Roster.UsualTime(id: "nothing", usual: 480), Roster.UsualTime(id: "day", usual: 1_440),
        Roster.UsualTime(id: "day", usual: 480),
      ]
    } in: {
      $0.format = .two
      $0.series = [Series(id: "day", client: "c1")]
    }
    #expect(
      words == [
        "usual-time: found series \"nothing\", which the instance does not have; expected series of the instance only",
        "usual-time: found 1440 minutes from midnight as the usual time of series \"day\"; expected a time of day, from 0"
          + " to 1439 minutes",
        "usual-time: found series \"day\" a second time; expected each series once",
      ])
  }

  @Test func aScoreWithoutThePartsOfItsFormatIsNotWhole() throws {
    let checker = RosterChecker(try Ward.instance { $0.format = .two })
    var roster = Ward.roster
    roster.score = checker.check(roster).score
    #expect(checker.check(roster).isValid)
    roster.score.format = .one
    #expect(
      checker.check(roster).violations.map(\.description) == [
        "score: found no poolMinutes, unsteadyMinutes; expected every part of the score"
      ])
  }
}
