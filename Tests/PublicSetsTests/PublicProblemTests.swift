import Files
import HomeCare
import Tables
import Testing

@testable import PublicSets

@Suite struct PublicProblemTests {
  private func read(_ text: String, file: String = "sample.dat") throws -> PublicProblem {
    try PublicProblem(Array(text.utf8), file: file)
  }

  // MARK: Mapping

  @Test func halvesOfAVisitForTwoBecomeOneVisit() throws {
    let problem = try read(PublicSamples.line, file: "folder/line.dat")
    #expect(problem.name == "line" && problem.format == .bredstromRonnqvist && problem.scale == 1)
    let instance = try problem.instance(file: "line.dat")
    #expect(instance.visits.map(\.id) == ["1", "2", "3+4"])
    #expect(instance.visits.map(\.staff) == [1, 1, 2])
    #expect(instance.visits.map(\.minutes) == [20, 20, 30])
    #expect(instance.visits.map(\.earliest.minuteOfDay) == [40, 0, 50])
    #expect(instance.visits.map(\.latest.minuteOfDay) == [240, 200, 100])
    #expect(instance.links.isEmpty && instance.warnings.isEmpty)
    #expect(instance.shifts.map(\.end.minuteOfDay) == [300, 300])
    #expect(instance.travelMinutes(from: "node-2", to: "node-3") == 15)
    #expect(instance.weights[.distinct] == 0 && instance.weights[.travel] == 1)
    #expect(problem.hours(50) == 1.5)
  }

  @Test func halvesThatLieApartBecomeLinkedVisits() throws {
    let apart = PublicSamples.line.replacing("4 5 5 15 10000 10000", with: "4 6 6 15 10000 10000")
      .replacing("0 0 10 10 5 5", with: "0 0 10 10 5 6").replacing("1 10 10000 20 5 5", with: "1 10 10000 20 5 6")
    let instance = try read(apart).instance(file: "line.dat")
    #expect(instance.visits.map(\.id) == ["1", "2", "3", "4"])
    #expect(instance.links == [Link(first: "3", second: "4", minGap: 0, maxGap: 0, staff: .different)])
    // The way that the file makes endless is the shortest one round, so that the triangle inequality holds.
    #expect(instance.travelMinutes(from: "node-3", to: "node-4") == 11 && instance.warnings.isEmpty)
  }

  @Test func unifiedServicesBecomeVisitsWithTheirSkillsAndLinks() throws {
    let instance = try read(PublicSamples.unified).instance(file: "unified.json")
    #expect(instance.name == "by-hand")
    #expect(instance.visits.map(\.id) == ["p1:1", "p1:2", "p2:1", "p2:2", "p3", "p4"])
    #expect(instance.visits.map(\.skills) == [["s1"], ["s2"], ["s1"], ["s1"], ["s2"], ["s1"]])
    // The service ends by the window's end.
    #expect(instance.visits.map(\.latest.minuteOfDay) == [75, 70, 182, 182, 168, 270])
    #expect(
      instance.links == [
        Link(first: "p1:1", second: "p1:2", minGap: 0, maxGap: 0, staff: .different),
        Link(first: "p2:1", second: "p2:2", staff: .different),
      ])
    #expect(instance.clients.map(\.blocked) == [[], [], ["c3"], []])
    #expect(instance.clients.count == 4 && instance.staff.count == 3)
  }

  @Test func windowsMayHoldForTheStartAlone() throws {
    let text = PublicSamples.unified.replacing("at_service_end", with: "at_service_start")
    #expect(try read(text).instance(file: "unified.json").visits[0].latest.minuteOfDay == 90)
  }

  @Test func decimalsAreScaledRatherThanRounded() throws {
    let text = PublicSamples.line.replacing("1 10 10000 20 5 5", with: "1 10.5 10000 20 5 5")
    let problem = try read(text)
    let instance = try problem.instance(file: "line.dat")
    #expect(problem.scale == 10)
    #expect(instance.travelMinutes(from: "node-1", to: "node-0") == 105)
    #expect(instance.visits[0].minutes == 200)
    // A day of 3000 minutes takes three of the clock.
    #expect(try problem.instance(days: 2, file: "x").horizon.days == 6)
    #expect(throws: InputError.self) { try read(text.replacing("10.5", with: "10.5012")).instance(file: "x") }
  }

  @Test func repeatedDaysHaveTheUsualWeightsAndOneContinuityPeriod() throws {
    let instance = try read(PublicSamples.line).instance(days: 14, file: "line.dat")
    #expect(instance.name == "sample-x14")
    #expect(instance.visits.count == 42 && instance.shifts.count == 28 && instance.clients.count == 3)
    #expect(instance.visits[3].id == "1@2" && instance.visits[3].earliest.date == LocalDate("2026-01-06"))
    #expect(instance.weights == Weights() && instance.horizon.periodCount == 1)
  }

  // MARK: There and back

  @Test func writtenProblemsReadBackAsTheSame() throws {
    let line = try read(PublicSamples.line)
    #expect(try PublicProblem(line.text(as: .bredstromRonnqvist), file: "sample.dat") == line)
    let unified = try read(PublicSamples.unified)
    #expect(try PublicProblem(unified.text(as: .uhhc), file: "other.json") == unified)
  }

  @Test(arguments: [PublicProblem.Format.bredstromRonnqvist, .uhhc])
  func anInstanceGoesThroughASetsFormatUnchanged(_ format: PublicProblem.Format) throws {
    let instance = try read(PublicSamples.line).instance(file: "line.dat")
    let text = try PublicProblem(instance).text(as: format)
    let again = try PublicProblem(text, file: "again.dat").instance(file: "again.dat")
    #expect(again.visits.map(\.earliest) == instance.visits.map(\.earliest))
    #expect(again.visits.map(\.latest) == instance.visits.map(\.latest))
    #expect(again.visits.map(\.minutes) == instance.visits.map(\.minutes))
    #expect(again.visits.map(\.staff) == instance.visits.map(\.staff))
    #expect(again.shifts.map(\.end) == instance.shifts.map(\.end))
    func ways(_ instance: Instance) -> [Int] {
      let places = [instance.staff[0].location] + instance.clients.map(\.location)
      return places.flatMap { from in places.map { instance.travelMinutes(from: from ?? "", to: $0 ?? "") } }
    }
    #expect(ways(again) == ways(instance))
  }

  @Test func whatAFormatCannotHoldIsSaid() throws {
    let unified = try read(PublicSamples.unified)
    let refusal = #expect(throws: PublicFormatError.self) { try unified.text(as: .bredstromRonnqvist) }
    #expect(refusal?.description == "its staff differ in base or shift; in this format all are alike")
    var draft = try read(PublicSamples.line).instance(file: "line.dat").tables
    draft.shifts[0].breakRule = Shift.Break(
      minutes: 10, from: draft.shifts[0].start.advanced(by: 60), to: draft.shifts[0].start.advanced(by: 90))
    let withBreak = try Instance(validating: draft)
    let noBreaks = #expect(throws: PublicFormatError.self) { try PublicProblem(withBreak) }
    #expect(noBreaks?.description == "shift k1 has a break")
  }

  // MARK: Refusals

  @Test(arguments: [
    ("kn:= 2", "kn:= 2.5", "x.dat:8:12: found \"2.5\"; expected a whole number of staff"),
    ("param kn", "param kk", "x.dat:8:7: found the unknown name \"kk\"; expected \"kn\", the nearest known name"),
    ("(3,4)", "(3,9)", "x.dat:7:25: found \"9\"; expected a node from 1 to 4"),
    ("1 20\n", "1 long\n", "x.dat:13:3: found \"long\" in s_id; expected a number of at most 1000000"),
    ("1 40\n", "1 250\n", "x.dat:34:3: found a latest start before the earliest; expected 250 or more"),
    ("3 5 5 15 10000 10000\n", "", "x.dat:18:7: found no row 3 in t_ij; expected a row for each node"),
    (
      "set N1 = 1 2", "set N1 = 1",
      "x.dat:3:5: found no 2; expected every node of t_ij in N1 or in a pair of Shared_Visited"
    ),
    ("param T:= 300;", "", "x.dat: found no T; expected a statement that gives T"),
  ])
  func brokenAMPLDataIsRefusedAtItsPlace(_ piece: String, _ replacement: String, _ message: String) throws {
    let text = PublicSamples.line.replacing(piece, with: replacement, maxReplacements: 1)
    let error = #expect(throws: InputError.self) { try read(text, file: "x.dat") }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    ("\"distance_matrix_index\": 3", "\"distance_matrix_index\": 5", "5 for distance_matrix_index"),
    ("simultaneous", "sequential", "no distance; expected its min and max"),
    ("simultaneous", "together", "\"together\" for type; expected \"simultaneous\", \"sequential\" or \"independent\""),
    ("\"start\": 100, \"end\": 180", "\"start\": 190, \"end\": 180", "an end before the start"),
    ("[\"c3\"]", "[\"c9\"]", "\"c9\" for incompatible_caregivers; expected ids of caregivers"),
    (
      "\"arrival_point\": \"d1\"", "\"arrival_point\": \"d2\"", "\"d2\" for arrival_point; expected the departing point"
    ),
    ("[10, 0, 12, 25, 9]", "[10, 0, 12, 25]", "4 numbers in a row of distances; expected 5"),
    ("\"travel_time\": 1", "\"travel_time\": -1", "-1 for travel_time; expected a number from 0 to 1000000"),
    ("\"travel_time\": 1", "\"travel_time\": \"HARD\"", "\"HARD\" for travel_time; expected what a unit costs"),
    ("\"travel_time\": 1", "\"journeys\": 1", "1 for journeys; expected one of travel_time, total_tardiness"),
    ("\"travel_time\": 1", "\"qualification\": 1", "1 for qualification; expected \"HARD\""),
    ("\"start\": 10, \"end\": 280}", "\"start\": 10, \"end\": 280}, \"lunch_break\": true", "no lunch_breaks"),
    ("\"patients\"", "\"patient\"", "no patients"),
    ("\"id\": \"p2\"", "\"id\": \"p1\"", "for a second \"home-p1\"; expected each id once"),
    ("\"time_windows\": [{\"start\": 200, \"end\": 280}]", "\"time_windows\": []", "0 time windows; expected one"),
  ])
  func brokenUnifiedJSONIsRefusedAtItsPlace(_ piece: String, _ replacement: String, _ message: String) throws {
    let text = PublicSamples.unified.replacing(piece, with: replacement, maxReplacements: 1)
    #expect(text != PublicSamples.unified)
    let error = #expect(throws: InputError.self) { try read(text, file: "x.json") }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.problems.allSatisfy { $0.position != nil } == true)
  }

  /// Whatever bytes stand in a file, it is read or refused.
  @Test func randomlyChangedFilesAreReadOrRefused() throws {
    var generator = SeededGenerator(seed: 11)
    let pieces = ["", "0", "-1", "1e9", "9999999999999", ";", ":=", "(", "[", "{", "\"", "null", "10000", "\u{0}"]
    var outcomes = [0, 0]
    for round in 0..<1_200 {
      var bytes = Array((round % 2 == 0 ? PublicSamples.line : PublicSamples.unified).utf8)
      for _ in 0...generator.int(below: 2) {
        let start = generator.int(below: bytes.count)
        let end = min(bytes.count, start + generator.int(below: 6))
        bytes.replaceSubrange(start..<end, with: Array(pieces[generator.int(below: pieces.count)].utf8))
      }
      do throws(InputError) {
        let problem = try PublicProblem(bytes, file: "x", format: round % 2 == 0 ? .bredstromRonnqvist : .uhhc)
        _ = try problem.instance(days: 2, file: "x")
        outcomes[0] += 1
      } catch {
        #expect(!error.problems.isEmpty)
        outcomes[1] += 1
      }
    }
    #expect(outcomes.allSatisfy { $0 > 40 }, "\(outcomes)")
  }
}
