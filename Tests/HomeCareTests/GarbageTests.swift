import HomeCare
import Testing

/// Whatever the input, validation and checking answer; they never trap.
@Suite struct GarbageTests {
  @Test func validationAnswersEveryDraft() {
    var random = SplitMix(state: 7)
    var accepted = 0
    for _ in 0..<4_000 {
      var draft = Ward.draft
      if Bool.random(using: &random) {
        draft.travel = .coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
        for row in draft.locations.indices {
          draft.locations[row].latitude = 57
          draft.locations[row].longitude = Double(row)
        }
      }
      for _ in 0..<Int.random(in: 1...4, using: &random) { Garbage.spoil(&draft, &random) }
      let problems = draft.problems()
      let isRefused = problems.contains { $0.severity == .error }
      #expect(problems.allSatisfy { !$0.description.isEmpty })
      do {
        let checker = RosterChecker(try Instance(validating: draft))
        accepted += 1
        #expect(!isRefused)
        var roster = Ward.roster
        for _ in 0..<3 { Garbage.spoil(&roster, &random) }
        #expect(checker.check(roster).violations.allSatisfy { !$0.description.isEmpty })
      } catch {
        #expect(isRefused || !draft.unreadable.isEmpty)
      }
    }
    // Garbage that is always refused would not reach the checker.
    #expect(accepted > 200)
  }

  @Test func checkingAnswersEveryRoster() throws {
    let checker = RosterChecker(try Ward.instance { $0.links = [Link(first: "morning", second: "lift", minGap: 0)] })
    var random = SplitMix(state: 11)
    for _ in 0..<4_000 {
      var roster = Ward.roster
      for _ in 0..<Int.random(in: 1...6, using: &random) { Garbage.spoil(&roster, &random) }
      let check = checker.check(roster)
      #expect(check.violations.allSatisfy { !$0.description.isEmpty })
      // Checking depends on the roster alone.
      #expect(checker.check(roster) == check)
    }
  }
}

/// Random damage.
enum Garbage {
  static func number(_ random: inout SplitMix) -> Int {
    [Int.min, Int.max, -1, 0, 1, 2, 1_440, 1_000_001, Int(Int32.max), -100_000_000].randomElement(using: &random) ?? 0
  }

  static func real(_ random: inout SplitMix) -> Double {
    [.nan, .infinity, -.infinity, 0, -0.0, 1e308, .leastNonzeroMagnitude, 90, -180, 57.5].randomElement(using: &random)
      ?? 0
  }

  static func time(_ random: inout SplitMix) -> LocalDateTime {
    Bool.random(using: &random)
      ? Ward.monday.midnight.advanced(by: Int.random(in: -3_000...30_000, using: &random))
      : LocalDateTime(minuteNumber: number(&random))
  }

  static func id<Subject>(_ random: inout SplitMix) -> Identifier<Subject> {
    let ids = ["", "anna", "bo", "c1", "k1", "lift", "anna-mon", "bo-mon", ";", "e\u{301}", "\u{0}", "🙂", "nobody"]
    return Identifier(ids.randomElement(using: &random) ?? "")
  }

  static func ids<Subject>(_ random: inout SplitMix) -> [Identifier<Subject>] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in id(&random) }
  }

  static func spoil(_ draft: inout InstanceDraft, _ random: inout SplitMix) {
    let shift = draft.shifts.indices.randomElement(using: &random)
    let visit = draft.visits.indices.randomElement(using: &random)
    let client = draft.clients.indices.randomElement(using: &random)
    let member = draft.staff.indices.randomElement(using: &random)
    let place = draft.locations.indices.randomElement(using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 { return spoilFormat2(&draft, &random) }
    switch Int.random(in: 0..<34, using: &random) {
    case 0: draft.horizon.days = number(&random)
    case 1: draft.horizon.window = number(&random)
    case 2: draft.horizon.start = time(&random).date
    case 3: draft.horizon.start = LocalDate(dayNumber: number(&random))
    case 4: draft.horizon.timeZone = ["", "UTC", "GMT+99", "America/New_York"].randomElement(using: &random) ?? ""
    case 5: ScorePart.allCases.randomElement(using: &random).map { draft.weights[$0] = number(&random) }
    case 6: draft.travel = .coordinates(speedKmh: real(&random), detour: real(&random), fixedMinutes: real(&random))
    case 7: draft.travel = .matrix([[number(&random)], [], [number(&random), 0, 1, 2]])
    case 8: draft.travel = .matrix((0..<3).map { _ in (0..<3).map { _ in Int.random(in: 0...30, using: &random) } })
    case 9: place.map { draft.locations[$0].latitude = real(&random) }
    case 10: place.map { draft.locations[$0].longitude = Bool.random(using: &random) ? nil : real(&random) }
    case 11: place.map { draft.locations[$0].id = id(&random) }
    case 12: member.map { draft.staff[$0].skills = ids(&random).map { (id: VisitID) in id.rawValue } }
    case 13: member.map { draft.staff[$0].location = id(&random) }
    case 14: member.map { draft.staff[$0].maxMinutes = number(&random) }
    case 15: member.map { draft.staff[$0].id = id(&random) }
    case 16: shift.map { draft.shifts[$0].start = time(&random) }
    case 17: shift.map { draft.shifts[$0].end = time(&random) }
    case 18: shift.map { draft.shifts[$0].staff = id(&random) }
    case 19:
      shift.map {
        draft.shifts[$0].breakRule = Shift.Break(
          minutes: number(&random), from: time(&random), to: time(&random))
      }
    case 20: client.map { draft.clients[$0].location = id(&random) }
    case 21: client.map { draft.clients[$0].blocked = ids(&random) }
    case 22: client.map { draft.clients[$0].targetStaff = number(&random) }
    case 23: visit.map { draft.visits[$0].earliest = time(&random) }
    case 24: visit.map { draft.visits[$0].latest = time(&random) }
    case 25: visit.map { draft.visits[$0].minutes = number(&random) }
    case 26: visit.map { draft.visits[$0].staff = number(&random) }
    case 27: visit.map { draft.visits[$0].priority = number(&random) }
    case 28: visit.map { draft.visits[$0].pinned = ids(&random) }
    case 29: visit.map { draft.visits[$0].pinnedStart = time(&random) }
    case 30: visit.map { draft.visits.append(draft.visits[$0]) }
    case 31: draft.links.append(Link(first: id(&random), second: "lift", minGap: number(&random), staff: .same))
    case 32: draft.history.append(PastMeeting(client: id(&random), staff: id(&random), date: time(&random).date))
    default:
      draft.unreadable.insert(Cell(table: "visits", row: 0, column: Bool.random(using: &random) ? "earliest" : "id"))
    }
  }

  /// Damage to what only format 2 has.
  static func spoilFormat2(_ draft: inout InstanceDraft, _ random: inout SplitMix) {
    if Int.random(in: 0..<8, using: &random) > 0 { draft.format = .two }
    let visit = draft.visits.indices.randomElement(using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      draft.series.append(Series(id: id(&random), client: "c1", usual: number(&random), tolerance: number(&random)))
    case 1:
      draft.series.append(Series(id: "s", client: "c1"))
      visit.map { draft.visits[$0].series = "s" }
    case 2: visit.map { draft.visits[$0].alongside.toggle() }
    case 3:
      draft.alternatives.append(AlternativeWindow(visit: "lift", earliest: time(&random), latest: time(&random)))
    case 4:
      let start = Ward.time("08:00", day: Int.random(in: 0...3, using: &random))
      draft.alternatives.append(AlternativeWindow(visit: "lift", earliest: start, latest: start.advanced(by: 30)))
    case 5:
      draft.travelModes.append(TravelMode(id: id(&random), travel: .matrix([[number(&random)], []])))
      draft.shifts.indices.randomElement(using: &random).map { draft.shifts[$0].mode = id(&random) }
    case 6:
      draft.travelModes.append(TravelMode(id: "walk", travel: draft.travel))
      draft.shifts.indices.randomElement(using: &random).map { draft.shifts[$0].mode = "walk" }
    default:
      let rule = (Rule.allCases + Rule.excepted + Rule.excepted).randomElement(using: &random) ?? .window
      let (visits, shifts): ([VisitID], [ShiftID]) = (["lift", "morning", "tuesday"], ["anna-mon", "bo-mon"])
      var exception = RuleException(rule: rule, reason: "agreed")
      for field in RuleException.fields(of: rule) ?? RuleException.Field.allCases {
        let isWild = Int.random(in: 0..<6, using: &random) == 0
        let minutes = isWild ? number(&random) : Int.random(in: 0...60, using: &random)
        switch field {
        case .visit: exception.visit = isWild ? id(&random) : visits.randomElement(using: &random)
        case .second: exception.second = isWild ? id(&random) : visits.randomElement(using: &random)
        case .staff: exception.staff = isWild ? id(&random) : ["anna", "bo"].randomElement(using: &random)
        case .shift: exception.shift = isWild ? id(&random) : shifts.randomElement(using: &random)
        case .minutes: exception.minutes = minutes
        case .before: exception.before = minutes
        case .after: exception.after = minutes
        }
      }
      draft.exceptions.append(exception)
    }
  }

  static func spoil(_ roster: inout Roster, _ random: inout SplitMix) {
    guard let row = roster.assignments.indices.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<11, using: &random) {
    case 0: roster.assignments[row].start = time(&random)
    case 1: roster.assignments[row].staff = ids(&random)
    case 2: roster.assignments[row].shifts = ids(&random)
    case 3: roster.assignments[row].visit = id(&random)
    case 4: roster.assignments.append(roster.assignments[row])
    case 5: roster.assignments.remove(at: row)
    case 6: roster.unassigned = ids(&random)
    case 7: roster.score.total = number(&random)
    case 8: roster.instance = ""
    case 9: roster.series.append(Roster.UsualTime(id: id(&random), usual: number(&random)))
    default:
      roster.solve = SolveSummary(
        solver: "", status: SolveSummary.Status.optimal, lowerBound: number(&random),
        unassignedBound: number(&random), distinctBound: number(&random), seed: .max, seconds: real(&random))
      roster.solve?.contradictingGap = real(&random)
    }
  }
}

/// A seeded generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
