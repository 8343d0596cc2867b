/// Whom to phone for a shift or a visit: who is free and rested, those first whom the clients know.
public struct CallList: Sendable {
  /// What keeps a staff member from coming.
  public enum Obstacle: Hashable, Sendable {
    /// Is absent, until then.
    case absent(until: LocalDateTime)
    /// Works at that time.
    case works(ShiftID)
    /// Would have fewer minutes of rest before or after than the labour rules ask.
    case rest(minutes: Int, least: Int)
    /// A rule keeps them from every visit.
    case rule(Rule)
  }

  /// One staff member.
  public struct Candidate: Hashable, Sendable {
    /// Who.
    public var staff: StaffID
    /// The telephone number, where known.
    public var phone: String?
    /// What keeps them from coming; nothing where they can.
    public var obstacle: Obstacle?
    /// Whether they have a pool shift then that serves nothing yet.
    public var isOnCall: Bool
    /// The visits that they may serve.
    public var able: [VisitID]
    /// Skills that they lack for the others.
    public var lacking: [String]
    /// Clients of those visits who have met them.
    public var known: [ClientID]
    /// Clients of those visits for whom they would be a new face.
    public var newFaces: Int
    /// Minutes of work left in the week, by the labour rules; `nil` where these ask nothing.
    public var minutesLeftInWeek: Int?
    /// Minutes of service and travel left of the cap over the horizon; `nil` where there is none.
    public var minutesLeftOfCap: Int?
  }

  /// When somebody is needed.
  public let time: Range<LocalDateTime>
  /// The visits to be served.
  public let visits: [VisitID]
  /// Everybody but those whose place is to be taken, those to be phoned first at the top.
  public let candidates: [Candidate]

  /// Whom to phone for a shift, with the visits that a roster gives it.
  ///
  /// - Parameter absences: Who does not work when; an instance has no more of them than that shifts are missing.
  /// - Returns: `nil` where the instance has no such shift.
  public init?(
    for shift: ShiftID, in roster: Roster, of instance: Instance, rules: LabourRules, absences: [Changes.Absence] = []
  ) {
    guard let row = instance.shifts.first(where: { $0.id == shift }) else { return nil }
    let served = Set(roster.assignments.filter { $0.shifts.contains(shift) }.map(\.visit))
    self.init(
      row.start..<row.end, instance.visits.filter { served.contains($0.id) }, roster, instance, rules,
      absences, without: [row.staff])
  }

  /// Whom to phone for a visit, at its start in the roster or the earliest of its window.
  ///
  /// - Returns: `nil` where the instance has no such visit.
  public init?(
    for visit: VisitID, in roster: Roster, of instance: Instance, rules: LabourRules, absences: [Changes.Absence] = []
  ) {
    guard let row = instance.visits.first(where: { $0.id == visit }) else { return nil }
    let now = roster.places[visit]?.assignment
    let start = now?.start ?? row.earliest
    self.init(
      start..<start.advanced(by: row.minutes), [row], roster, instance, rules, absences,
      without: Set(now?.staff ?? []))
  }

  private init(
    _ time: Range<LocalDateTime>, _ wanted: [Visit], _ roster: Roster, _ instance: Instance, _ rules: LabourRules,
    _ absences: [Changes.Absence], without: Set<StaffID>
  ) {
    self.time = time
    visits = wanted.map(\.id)
    let facts = CallFacts(roster, instance, besides: Set(wanted.map(\.id)))
    let pairs = PairRules(instance)
    let rows = Dictionary(uniqueKeysWithValues: instance.visits.enumerated().map { ($1.id, $0) })
    let clients = Dictionary(uniqueKeysWithValues: instance.clients.enumerated().map { ($1.id, $0) })
    let found = instance.staff.enumerated().filter { !without.contains($1.id) }.map { number, member -> Candidate in
      var (able, lacking, obstacles): ([Visit], [String], [Rule]) = ([], [], [])
      for visit in wanted {
        guard let row = rows[visit.id], let client = clients[visit.client] else { continue }
        if let kind = pairs.obstacle(number, on: row, of: client) {
          obstacles.append(kind.rule)
          let missing = visit.skills.filter { !member.skills.contains($0) && !lacking.contains($0) }
          if kind == .skills { lacking += missing }
        } else {
          able.append(visit)
        }
      }
      let served = Set(able.map(\.client)).sorted()
      let known = served.filter { facts.hasMet($0, member.id) }
      let work = facts.work(of: member.id)
      let absent = absences.filter { $0.staff == member.id && $0.from < time.upperBound && time.lowerBound < $0.to }
      var obstacle = absent.map(\.to).max().map { Obstacle.absent(until: $0) }
      if obstacle == nil { obstacle = work.first { $0.hours.overlaps(time) }.map { Obstacle.works($0.shift) } }
      if obstacle == nil, let least = rules.dailyRest, let rest = Self.rest(around: time, work.map(\.hours)),
        rest < least
      {
        obstacle = .rest(minutes: rest, least: least)
      }
      if obstacle == nil, able.isEmpty, let rule = obstacles.first { obstacle = .rule(rule) }
      return Candidate(
        staff: member.id, phone: member.phone, obstacle: obstacle,
        isOnCall: facts.isOnCall(member.id, time), able: able.map(\.id), lacking: lacking, known: known,
        newFaces: served.count - known.count,
        minutesLeftInWeek: rules.weeklyMinutes.map {
          $0 - facts.minutesWorked(by: member.id, inWeekOf: time.lowerBound)
        },
        minutesLeftOfCap: member.maxMinutes.map { $0 - facts.minutesServed(by: number) })
    }
    candidates = found.enumerated().sorted { left, right in
      Self.rank(left).lexicographicallyPrecedes(Self.rank(right))
    }.map(\.element)
  }

  /// Who can come, then who has time left in the week and of the cap, then who can serve most, then fewest new faces, most known, on call, and most time left.
  private static func rank(_ entry: (offset: Int, element: Candidate)) -> [Int] {
    let candidate = entry.element
    return [
      candidate.obstacle == nil ? 0 : 1,
      [candidate.minutesLeftInWeek, candidate.minutesLeftOfCap].contains { $0.map { $0 <= 0 } ?? false } ? 1 : 0,
      -candidate.able.count, candidate.newFaces, -candidate.known.count,
      candidate.isOnCall ? 0 : 1, -(candidate.minutesLeftInWeek ?? 0), entry.offset,
    ]
  }

  /// The shorter of the rests before and after a time; `nil` where there is no other work.
  private static func rest(around time: Range<LocalDateTime>, _ work: [Range<LocalDateTime>]) -> Int? {
    let before = work.filter { $0.upperBound <= time.lowerBound }.map { time.lowerBound.minutes(since: $0.upperBound) }
    let after = work.filter { $0.lowerBound >= time.upperBound }.map { $0.lowerBound.minutes(since: time.upperBound) }
    return (before + after).min()
  }
}

/// What a roster says of everybody's work and meetings.
private struct CallFacts {
  private let work: [StaffID: [(shift: ShiftID, hours: Range<LocalDateTime>, minutes: Int)]]
  private let idle: [StaffID: [Range<LocalDateTime>]]
  private let met: Set<[String]>
  private let loads: [StaffWorkload]

  /// - Parameter besides: Visits that nobody is known by.
  init(_ roster: Roster, _ instance: Instance, besides: Set<VisitID>) {
    let serving = Set(roster.assignments.flatMap(\.shifts))
    var work: [StaffID: [(shift: ShiftID, hours: Range<LocalDateTime>, minutes: Int)]] = [:]
    var idle: [StaffID: [Range<LocalDateTime>]] = [:]
    for shift in instance.shifts {
      if shift.kind == .rostered || serving.contains(shift.id) {
        work[shift.staff, default: []].append((shift.id, shift.start..<shift.end, shift.workingMinutes))
      } else {
        idle[shift.staff, default: []].append(shift.start..<shift.end)
      }
    }
    (self.work, self.idle) = (work, idle)
    let clients = Dictionary(uniqueKeysWithValues: instance.visits.map { ($0.id, $0.client) })
    var met = Set(instance.history.map { [$0.client.rawValue, $0.staff.rawValue] })
    for assignment in roster.assignments where !besides.contains(assignment.visit) {
      guard let client = clients[assignment.visit] else { continue }
      for member in assignment.staff { met.insert([client.rawValue, member.rawValue]) }
    }
    self.met = met
    loads = StaffWorkload.all(of: roster, instance)
  }

  func hasMet(_ client: ClientID, _ staff: StaffID) -> Bool { met.contains([client.rawValue, staff.rawValue]) }

  func work(of staff: StaffID) -> [(shift: ShiftID, hours: Range<LocalDateTime>, minutes: Int)] { work[staff] ?? [] }

  func isOnCall(_ staff: StaffID, _ time: Range<LocalDateTime>) -> Bool {
    (idle[staff] ?? []).contains { $0.lowerBound <= time.lowerBound && time.upperBound <= $0.upperBound }
  }

  /// Minutes of work, breaks left out, of the shifts that start in the week from Monday to Sunday around a time.
  func minutesWorked(by staff: StaffID, inWeekOf time: LocalDateTime) -> Int {
    let monday = time.date.advanced(by: 1 - time.date.weekday)
    let week = monday..<monday.advanced(by: 7)
    return work(of: staff).reduce(0) { week.contains($1.hours.lowerBound.date) ? $0 + $1.minutes : $0 }
  }

  func minutesServed(by row: Int) -> Int { loads[row].serviceMinutes + loads[row].travelMinutes }
}
