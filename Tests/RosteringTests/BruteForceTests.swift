import HomeCare
import Testing

/// The enumerator is itself held against a plainer one, that tries every start minute of every window.
@Suite struct BruteForceTests {
  private static let midnight = LocalDate(dayNumber: 20_514).midnight

  /// A few short visits in a short day, with breaks, double staffing, links, caps, pins and blocks drawn at random.
  private func tinyInstance(seed: UInt64) throws -> Instance {
    var random = SeededGenerator(seed: seed)
    let places = 3
    let matrix = (0..<places).map { row in (0..<places).map { $0 == row ? 0 : random.int(in: 1...3) } }
    var draft = InstanceDraft(
      name: "tiny-\(seed)", horizon: Horizon(start: Self.midnight.date, days: 1), travel: .matrix(matrix))
    draft.weights[.overTarget] = random.int(in: 0...60)
    draft.weights[.newFace] = random.int(in: 0...30)
    draft.weights[.notContact] = random.int(in: 0...30)
    draft.weights[.unassigned] = random.pick([150, 1000])
    draft.weights[.imbalance] = random.pick([0, 3, 40])
    draft.locations = (0..<places).map { Location(id: LocationID("L\($0)")) }
    func at(_ minute: Int) -> LocalDateTime { Self.midnight.advanced(by: 480 + minute) }
    for member in 0..<3 {
      let id = StaffID("S\(member)")
      draft.staff.append(
        StaffMember(
          id: id, location: random.chance(2, in: 3) ? LocationID("L0") : nil,
          maxMinutes: random.chance(1, in: 4) ? random.int(in: 8...14) : nil))
      let start = random.int(in: 0...4)
      let end = random.int(in: 16...22)
      draft.shifts.append(
        Shift(
          id: ShiftID("D\(member)"), staff: id, start: at(start), end: at(end), kind: member == 2 ? .pool : .rostered,
          breakRule: random.chance(1, in: 2)
            ? Shift.Break(minutes: random.int(in: 2...4), from: at(start + 2), to: at(end - 6)) : nil))
    }
    draft.clients = (0..<2).map {
      Client(
        id: ClientID("C\($0)"), location: LocationID("L\($0 + 1)"), targetStaff: 1,
        contact: random.chance(1, in: 2) ? "S0" : nil, blocked: random.chance(1, in: 4) ? ["S1"] : [])
    }
    for visit in 0..<3 {
      let earliest = random.int(in: 0...12)
      draft.visits.append(
        Visit(
          id: VisitID("V\(visit)"), client: ClientID("C\(visit % 2)"), earliest: at(earliest),
          latest: at(earliest + random.int(in: 0...5)), minutes: random.int(in: 2...5),
          staff: random.chance(1, in: 4) ? 2 : 1))
    }
    if random.chance(1, in: 2) {
      draft.links = [
        Link(
          first: "V0", second: "V2", minGap: random.int(in: -8...2), maxGap: random.int(in: 3...10),
          staff: draft.visits[0].staff == draft.visits[2].staff ? random.pick([.same, .different]) : .any)
      ]
    }
    draft.history = [PastMeeting(client: "C0", staff: "S1", date: Self.midnight.date.advanced(by: -3))]
    return try Instance(validating: draft)
  }

  /// The least score over every team and every start minute, by the checker alone.
  private func leastScore(of instance: Instance) -> Int {
    let checker = RosterChecker(instance)
    var least = Int.max
    func assign(_ row: Int, _ roster: Roster) {
      if row == instance.visits.count {
        var scored = roster
        scored.score = checker.check(roster).score
        if scored.score.total < least && checker.check(scored).isValid { least = scored.score.total }
        return
      }
      let visit = instance.visits[row]
      var left = roster
      left.unassigned.append(visit.id)
      assign(row + 1, left)
      for mask in 1..<(1 << instance.shifts.count) where mask.nonzeroBitCount == visit.staff {
        let team = instance.shifts.indices.filter { mask & (1 << $0) != 0 }.map { instance.shifts[$0] }
        for minute in visit.earliest.minuteNumber...visit.latest.minuteNumber {
          var served = roster
          served.assignments.append(
            Roster.Assignment(
              visit: visit.id, start: LocalDateTime(minuteNumber: minute), staff: team.map(\.staff),
              shifts: team.map(\.id)))
          assign(row + 1, served)
        }
      }
    }
    assign(0, Roster(instance: instance.name, assignments: [], unassigned: [], score: Score()))
    return least
  }

  @Test(arguments: 0..<24) func ordersAndLeastTimesFindWhatEveryStartMinuteFinds(_ seed: Int) throws {
    let instance = try tinyInstance(seed: UInt64(seed))
    let (roster, checked) = BruteForce.best(of: instance)
    #expect(roster.score.total == leastScore(of: instance))
    #expect(RosterChecker(instance).check(roster).isValid)
    #expect(checked > 0)
  }

  @Test func theBestOfTwoVisitsIsWorkedOutByHand() throws {
    var draft = InstanceDraft(
      name: "hand", horizon: Horizon(start: Self.midnight.date, days: 1), travel: .matrix([[0, 4], [5, 0]]))
    draft.locations = [Location(id: "base"), Location(id: "home")]
    draft.staff = [StaffMember(id: "A", location: "base"), StaffMember(id: "B", location: "base")]
    draft.shifts = draft.staff.map {
      Shift(
        id: ShiftID("\($0.id)1"), staff: $0.id, start: Self.midnight.advanced(by: 480),
        end: Self.midnight.advanced(by: 600))
    }
    draft.clients = [Client(id: "C", location: "home")]
    draft.visits = ["V1", "V2"].map {
      Visit(
        id: VisitID($0), client: "C", earliest: Self.midnight.advanced(by: 490),
        latest: Self.midnight.advanced(by: 530), minutes: 30)
    }
    let together = BruteForce.best(of: try Instance(validating: draft)).roster
    // One face, out 4 and home 5, no travel between the visits.
    #expect(together.score.total == 100 + 9)
    draft.visits[1].latest = Self.midnight.advanced(by: 500)
    draft.visits[0].latest = Self.midnight.advanced(by: 500)
    // No time for both after another: two faces, two ways.
    #expect(BruteForce.best(of: try Instance(validating: draft)).roster.score.total == 200 + 18)
  }
}
