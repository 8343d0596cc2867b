/// Who could serve a visit were there no other: by window, shift, base legs, skills and blocked staff (H2, H3, H5, H7, H8).
///
/// Holds only shifts that passed their own checks. Built after the checks of every table but visits.
struct Servers {
  /// Shifts with the same times, overtime included, base and travel; in real units these are few, whatever the number of
  /// staff.
  private struct Pattern: Hashable {
    let start: LocalDateTime
    let end: LocalDateTime
    let base: Int?
    let mode: TravelModeID?
  }

  private let draft: InstanceDraft
  private let rules: PairRules
  /// Whether the skills of each staff member are what the file says.
  private let skillsAreKnown: [Bool]
  /// The row of each client's location.
  private let homes: [Int?]
  private let travelIsSound: Bool
  private let travelOfMode: [TravelModeID: Travel]
  private let allowances: Allowances
  /// For each visit, its sound further windows.
  private let alternatives: [[VisitWindow]]
  /// Patterns by start, and the staff who work each.
  private let patterns: [(pattern: Pattern, staff: [Int])]
  private let longest: Int
  private let patternsOfStaff: [[Pattern]]

  /// Whether the tables were sound enough to say that nobody can serve a visit.
  let canJudgeAll: Bool

  /// Looks that may still be taken; bounds the work on inputs far beyond any real unit.
  private var budget = 100_000_000

  init(_ validator: InstanceValidator) {
    draft = validator.draft
    travelIsSound = validator.travelIsSound
    canJudgeAll =
      !validator.hasErrors(.staff, .shifts, .clients, .exceptions)
      && !validator.hasUnreadableCells(.staff, .shifts, .clients, .exceptions)
    rules = PairRules(draft, staffRows: validator.staffRows, validator.allowances)
    let unreadable = draft.unreadable
    skillsAreKnown = draft.staff.indices.map {
      unreadable.isEmpty || !unreadable.contains(Cell(table: "staff", row: $0, column: "skills"))
    }
    travelOfMode = Dictionary(draft.travelModes.map { ($0.id, $0.travel) }) { first, _ in first }
    allowances = validator.allowances
    alternatives = validator.alternativesOfVisit.map { rows in rows.map { validator.draft.alternatives[$0].window } }
    homes = draft.clients.map { validator.locationRows[$0.location] }
    let bases = draft.staff.map { $0.location.flatMap { validator.locationRows[$0] } }
    var staffOfPattern: [Pattern: [Int]] = [:]
    var patternsOfStaff = Array(repeating: [Pattern](), count: draft.staff.count)
    for (index, shift) in draft.shifts.enumerated() where validator.shiftIsSound[index] {
      guard let staff = validator.staffRows[shift.staff] else { continue }
      let (start, end) = validator.allowances.hours(of: index)
      let pattern = Pattern(
        start: start, end: end, base: bases[staff], mode: shift.mode ?? draft.staff[staff].mode)
      staffOfPattern[pattern, default: []].append(staff)
      patternsOfStaff[staff].append(pattern)
    }
    patterns = staffOfPattern.map { (pattern: $0.key, staff: $0.value) }.sorted {
      ($0.pattern.start, $0.pattern.end, $0.pattern.base ?? -1, $0.pattern.mode ?? "")
        < ($1.pattern.start, $1.pattern.end, $1.pattern.base ?? -1, $1.pattern.mode ?? "")
    }
    longest = patterns.reduce(0) { max($0, $1.pattern.end.minutes(since: $1.pattern.start)) }
    self.patternsOfStaff = patternsOfStaff
  }

  /// Why a staff member cannot serve a visit whatever the rest of the roster; `nil` where they can.
  func obstacle(for member: Int, visit row: Int, client: Int) -> String? {
    let visit = draft.visits[row]
    let kinds = PairRules.Kind.allCases.filter { $0 != .skills || skillsAreKnown[member] }
    if let kind = rules.obstacle(member, on: row, of: client, among: kinds) {
      return rules.clause(kind, member, on: row)
    }
    guard canJudgeAll else { return nil }
    let canHold = patternsOfStaff[member].contains { pattern in
      windows(of: row).contains { starts(of: visit, in: $0, client: client, pattern) != nil }
    }
    return canHold ? nil : "who has no shift that can hold the visit"
  }

  /// Staff whom skills and blocked lists allow, up to the number that the visit needs.
  func eligible(for row: Int, client: Int) -> [Int] {
    Array(draft.staff.indices.lazy.filter { rules.allow($0, on: row, of: client) }.prefix(draft.visits[row].staff))
  }

  /// Whether some start has enough staff for a visit at once, the pinned among them.
  ///
  /// Answers true once the budget of looks is spent.
  mutating func canServe(_ row: Int, client: Int, pins: [Int]) -> Bool {
    let visit = draft.visits[row]
    guard eligible(for: row, client: client).count >= visit.staff else { return false }
    for window in windows(of: row) where canServe(row, in: window, client: client, pins: pins) { return true }
    return false
  }

  /// The windows of a visit whose own is sound, as exceptions widen them.
  private func windows(of row: Int) -> [VisitWindow] {
    allowances.widened([draft.visits[row].window] + alternatives[row], of: row)
  }

  private mutating func canServe(_ row: Int, in window: VisitWindow, client: Int, pins: [Int]) -> Bool {
    let visit = draft.visits[row]
    var options: [Option] = []
    let first = window.earliest.advanced(by: visit.minutes - longest)
    for (pattern, staff) in patterns[patterns.firstPosition { $0.pattern.start >= first }...] {
      if pattern.start > window.latest { break }
      budget -= 1
      if budget < 0 { return true }
      guard let starts = starts(of: visit, in: window, client: client, pattern) else { continue }
      var option = Option(starts: starts, count: 0, pins: [])
      for member in staff {
        budget -= 1
        guard rules.allow(member, on: row, of: client) else { continue }
        option.count += 1
        if pins.contains(member) { option.pins.append(member) }
        // Enough are enough, unless someone pinned may come further on.
        if option.count >= visit.staff && pins.isEmpty { break }
      }
      if option.count == 0 { continue }
      if pins.isEmpty && option.count >= visit.staff { return true }
      options.append(option)
    }
    // Enough staff at once can only come about at the first start that some pattern allows.
    return options.contains { first in
      let present = options.filter { $0.starts.contains(first.starts.lowerBound) }
      let count = present.reduce(0) { $0 + $1.count }
      return count >= visit.staff && pins.allSatisfy { pin in present.contains { $0.pins.contains(pin) } }
    }
  }

  /// What one pattern offers a visit: starts, and how many eligible staff. Nobody is in two patterns at one moment.
  private struct Option {
    let starts: ClosedRange<LocalDateTime>
    var count: Int
    var pins: [Int]
  }

  /// The starts of a visit as the only one of a shift.
  private func starts(
    of visit: Visit, in window: VisitWindow, client: Int, _ pattern: Pattern
  ) -> ClosedRange<LocalDateTime>? {
    var first = max(visit.pinnedStart ?? window.earliest, pattern.start)
    var last = min(visit.pinnedStart ?? window.latest, pattern.end.advanced(by: -visit.minutes))
    guard first <= last else { return nil }
    if travelIsSound, let base = pattern.base, let home = homes[client] {
      let places = ((index: base, location: draft.locations[base]), (index: home, location: draft.locations[home]))
      let travel = pattern.mode.flatMap { travelOfMode[$0] } ?? draft.travel
      first = max(first, pattern.start.advanced(by: travel.minutes(from: places.0, to: places.1)))
      last = min(last, pattern.end.advanced(by: -visit.minutes - travel.minutes(from: places.1, to: places.0)))
    }
    return first <= last ? first...last : nil
  }
}
