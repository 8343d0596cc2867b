import HomeCare

/// Locks of starts that too few staff could keep together, whoever serves what.
extension LockJudge {
  /// Refuses the later of visits locked in their starts where the staff on shift then cannot serve all of those that
  /// overlap; visits locked in staff as well go first.
  mutating func refuseStartClashes(_ pinned: Instance, _ problem: CompiledProblem) {
    let starting = locked.keys.compactMap { row in pinned.visits[row].pinnedStart.map { (row: row, start: $0) } }
      .sorted { left, right in
        let (first, second) = (isWhole(left.row, pinned), isWhole(right.row, pinned))
        return (first ? 0 : 1, left.start, left.row) < (second ? 0 : 1, right.start, right.row)
      }
    var kept: [(row: Int, time: Range<LocalDateTime>)] = []
    for (row, start) in starting {
      let time = start..<start.advanced(by: pinned.visits[row].minutes)
      // All that overlap do so at a moment at which one of them starts.
      let moments = [start] + kept.map(\.time.lowerBound).filter { time.contains($0) }
      let crowd = moments.lazy.map { moment in kept.filter { $0.time.contains(moment) }.map(\.row) + [row] }
        .first { !StaffMatching($0.map { VisitRow($0) }, problem).isComplete }
      guard let crowd, let lock = locked[row] else {
        kept.append((row, time))
        continue
      }
      let others = crowd.dropLast().map { pinned.visits[$0].id.rawValue }
      refuse(
        row, lock,
        others.isEmpty
          ? "nobody on shift could serve it at \(start)"
          : "too few staff on shift could serve it beside \(others.joined(separator: ", ")), locked to overlap it")
    }
  }

  private func isWhole(_ row: Int, _ pinned: Instance) -> Bool {
    pinned.visits[row].pinned.count == pinned.visits[row].staff
  }
}

/// Whether visits at the same moment could each have staff of their own, found by augmenting paths
/// (H. W. Kuhn, "The Hungarian method for the assignment problem", Naval Research Logistics Quarterly 2, 1955).
struct StaffMatching {
  /// Whether every place on every visit has somebody.
  let isComplete: Bool

  init(_ visits: [VisitRow], _ problem: CompiledProblem) {
    let slots = visits.flatMap { Array(problem.visits[$0].slots) }
    let able = slots.map { slot -> [StaffRow] in
      let staff = problem.slots[slot].eligible.map { problem.shifts[problem.eligible[$0]].staff }
      return Set(staff).sorted()
    }
    var holder: [StaffRow: Int] = [:]
    func place(_ slot: Int, _ tried: inout Set<StaffRow>) -> Bool {
      for staff in able[slot] where tried.insert(staff).inserted {
        if holder[staff].map({ place($0, &tried) }) ?? true {
          holder[staff] = slot
          return true
        }
      }
      return false
    }
    isComplete = slots.indices.allSatisfy { slot in
      var tried: Set<StaffRow> = []
      return place(slot, &tried)
    }
  }
}
