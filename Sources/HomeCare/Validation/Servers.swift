/// Who could serve a visit were there no other: by window, shift, base legs, skills and blocked staff (H2, H3, H5, H7, H8).
///
/// Holds only shifts that passed their own checks. Built after the checks of every table but visits.
struct Servers {
  private struct Stretch {
    let start: LocalDateTime
    let end: LocalDateTime
    let staff: Int
  }

  private let draft: InstanceDraft
  private let skills: [Set<String>]
  private let blocked: [Set<Int>]
  /// Locations of staff bases and of clients; `nil` where there is none or it is unsound.
  private let bases: [Int?]
  private let homes: [Int?]
  private let travelIsSound: Bool
  /// Sound shifts by start.
  private let stretches: [Stretch]
  private let longest: Int
  private let stretchesOfStaff: [[Int]]

  /// Whether the tables were readable enough to say that nobody can serve a visit.
  let canJudgeAll: Bool

  /// Stretches that may still be looked at; bounds the work on inputs far beyond any real unit.
  private var budget = 40_000_000

  init(_ validator: InstanceValidator) {
    draft = validator.draft
    travelIsSound = validator.travelIsSound
    canJudgeAll =
      !validator.hasErrors(.staff, .shifts, .clients) && !validator.hasUnreadableCells(.staff, .shifts, .clients)
    skills = draft.staff.map { Set($0.skills) }
    blocked = draft.clients.map { Set($0.blocked.compactMap { validator.staffRows[$0] }) }
    bases = draft.staff.map { $0.location.flatMap { validator.locationRows[$0] } }
    homes = draft.clients.map { validator.locationRows[$0.location] }
    var stretches: [Stretch] = []
    for (index, shift) in draft.shifts.enumerated() where validator.shiftIsSound[index] {
      guard let staff = validator.staffRows[shift.staff] else { continue }
      stretches.append(Stretch(start: shift.start, end: shift.end, staff: staff))
    }
    stretches.sort { ($0.start, $0.end, $0.staff) < ($1.start, $1.end, $1.staff) }
    longest = stretches.reduce(0) { max($0, $1.end.minutes(since: $1.start)) }
    var stretchesOfStaff = Array(repeating: [Int](), count: draft.staff.count)
    for (position, stretch) in stretches.enumerated() { stretchesOfStaff[stretch.staff].append(position) }
    self.stretches = stretches
    self.stretchesOfStaff = stretchesOfStaff
  }

  /// Why a staff member cannot serve a visit whatever the rest of the roster; `nil` where they can.
  func obstacle(for member: Int, visit: Visit, client: Int) -> String? {
    let missing = visit.skills.filter { !skills[member].contains($0) }
    if !missing.isEmpty { return "who lacks \(missing.map(quoted).joined(separator: ", "))" }
    if blocked[client].contains(member) { return "who is blocked for the client" }
    guard canJudgeAll else { return nil }
    let canHold = stretchesOfStaff[member].contains { starts(of: visit, client: client, in: stretches[$0]) != nil }
    return canHold ? nil : "who has no shift that can hold the visit"
  }

  /// The staff whom skills and blocked lists allow.
  func eligible(for visit: Visit, client: Int) -> [Int] {
    draft.staff.indices.filter { isEligible($0, visit, client) }
  }

  /// Whether some start has enough staff for a visit at once, the pinned among them.
  ///
  /// Answers true once the budget of looks is spent.
  mutating func canServe(_ visit: Visit, client: Int, pins: [Int]) -> Bool {
    var options: [(staff: Int, starts: ClosedRange<LocalDateTime>)] = []
    var position = firstPosition(startingAtOrAfter: visit.earliest.advanced(by: visit.minutes - longest))
    while position < stretches.count, stretches[position].start <= visit.latest {
      budget -= 1
      if budget < 0 { return true }
      let stretch = stretches[position]
      position += 1
      guard let starts = starts(of: visit, client: client, in: stretch), isEligible(stretch.staff, visit, client)
      else { continue }
      if visit.staff == 1 && (pins.isEmpty || pins == [stretch.staff]) { return true }
      options.append((stretch.staff, starts))
      // Enough staff at once can only come about at the first start that some stretch allows.
      if options.count >= visit.staff, isStart(starts.lowerBound, for: visit, pins: pins, among: options) {
        return true
      }
    }
    return options.contains { isStart($0.starts.lowerBound, for: visit, pins: pins, among: options) }
  }

  private func isStart(
    _ start: LocalDateTime, for visit: Visit, pins: [Int],
    among options: [(staff: Int, starts: ClosedRange<LocalDateTime>)]
  ) -> Bool {
    let present = Set(options.lazy.filter { $0.starts.contains(start) }.map(\.staff))
    return present.count >= visit.staff && pins.allSatisfy(present.contains)
  }

  private func isEligible(_ member: Int, _ visit: Visit, _ client: Int) -> Bool {
    !blocked[client].contains(member) && visit.skills.allSatisfy(skills[member].contains)
  }

  /// The starts of a visit as the only one of a shift.
  private func starts(of visit: Visit, client: Int, in stretch: Stretch) -> ClosedRange<LocalDateTime>? {
    var first = max(visit.pinnedStart ?? visit.earliest, stretch.start)
    var last = min(visit.pinnedStart ?? visit.latest, stretch.end.advanced(by: -visit.minutes))
    guard first <= last else { return nil }
    if travelIsSound, let base = bases[stretch.staff], let home = homes[client] {
      let places = ((index: base, location: draft.locations[base]), (index: home, location: draft.locations[home]))
      first = max(first, stretch.start.advanced(by: draft.travel.minutes(from: places.0, to: places.1)))
      last = min(
        last, stretch.end.advanced(by: -visit.minutes - draft.travel.minutes(from: places.1, to: places.0)))
    }
    return first <= last ? first...last : nil
  }

  private func firstPosition(startingAtOrAfter time: LocalDateTime) -> Int {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].start < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
