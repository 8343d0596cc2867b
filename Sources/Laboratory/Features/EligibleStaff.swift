import HomeCare

/// Who could take a visit, were there no other and no travel: by skills, blocked staff, window and shifts.
struct EligibleStaff {
  private let skills: [StaffID: Set<String>]
  private let blocked: [ClientID: Set<StaffID>]
  /// Shifts by start.
  private let shifts: [Shift]
  private let longest: Int

  init(_ instance: Instance) {
    skills = Dictionary(uniqueKeysWithValues: instance.staff.map { ($0.id, Set($0.skills)) })
    blocked = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, Set($0.blocked)) })
    shifts = instance.shifts.sorted { ($0.start, $0.id.rawValue) < ($1.start, $1.id.rawValue) }
    longest = shifts.map { $0.end.minutes(since: $0.start) }.max() ?? 0
  }

  /// How many could.
  func count(for visit: Visit) -> Int {
    var able: Set<StaffID> = []
    // A shift that starts later than the visit must cannot hold it, nor one that has ended before it may.
    let first = visit.earliest.advanced(by: -longest)
    for shift in shifts[shifts.firstPosition { $0.start >= first }...] {
      if shift.start > visit.latest { break }
      let earliest = max(visit.earliest, shift.start)
      guard earliest.advanced(by: visit.minutes) <= shift.end, blocked[visit.client]?.contains(shift.staff) != true,
        let own = skills[shift.staff], visit.skills.allSatisfy(own.contains)
      else { continue }
      able.insert(shift.staff)
    }
    return able.count
  }
}
