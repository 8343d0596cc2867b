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
    var index = firstShift(from: visit.earliest.advanced(by: -longest))
    while index < shifts.count, shifts[index].start <= visit.latest {
      let shift = shifts[index]
      index += 1
      let earliest = max(visit.earliest, shift.start)
      guard earliest.advanced(by: visit.minutes) <= shift.end, blocked[visit.client]?.contains(shift.staff) != true,
        let own = skills[shift.staff], visit.skills.allSatisfy(own.contains)
      else { continue }
      able.insert(shift.staff)
    }
    return able.count
  }

  /// The first shift that starts at a time or later.
  private func firstShift(from time: LocalDateTime) -> Int {
    var (low, high) = (0, shifts.count)
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].start < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
