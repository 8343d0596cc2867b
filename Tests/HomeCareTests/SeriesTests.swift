import HomeCare
import Testing

@Suite struct SeriesTests {
  @Test func theUsualTimeThatSuitsBestIsThatOfEveryMinute() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let series = Series(id: "s", client: "c", tolerance: random.int(below: 20))
      let starts = SeriesStarts(
        series: series, clocks: (0..<1 + random.int(below: 7)).map { _ in random.int(below: 120) })
      let best = (0..<200).min { (starts.deviation(from: $0), $0) < (starts.deviation(from: $1), $1) }
      #expect(starts.usualTime == best)
      #expect(starts.unsteadyMinutes == best.map(starts.deviation))
    }
  }

  @Test func aSeriesOwnUsualTimeStands() {
    let series = Series(id: "s", client: "c", usual: 480, tolerance: 10)
    let starts = SeriesStarts(series: series, clocks: [465, 480, 495, 500])
    #expect(starts.usualTime == 480 && starts.unsteadyMinutes == 5 + 0 + 5 + 10)
  }

  @Test func visitsOfOneKindInOneWindowByTheClockRecur() throws {
    var draft = Ward.draft
    draft.visits = (0..<3).flatMap { day in
      ["b", "a"].map { letter in
        Visit(
          id: VisitID("\(letter)\(day)"), client: "c1", earliest: Ward.time("08:00", day: day),
          latest: Ward.time("09:00", day: day), minutes: 30)
      }
    }
    draft.visits[5].minutes = 45
    let series = draft.recurringVisits.map { $0.map { draft.visits[$0].id.rawValue } }
    // Two a day are told apart by their ids; the longer one of the last day is another thing, and b2 is its day's first.
    #expect(series == [["a0", "a1", "b2"], ["b0", "b1"]])
  }
}
