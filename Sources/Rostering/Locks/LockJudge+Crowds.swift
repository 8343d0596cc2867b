import HomeCare

/// Locks that clash only together: each two of them could be kept, and all of them not.
extension LockJudge {
  /// Refuses visits locked to staff whose one shift for them has no room left beside the other visits locked to it.
  ///
  /// - Parameter rows: Visits locked in staff alone, those to be kept rather than others first.
  mutating func refuseCrowds(among rows: [Int], _ state: SearchState) {
    let problem = state.problem
    var stays: [ShiftRow: [LockedRoute.Stay]] = [:]
    for service in held {
      for shift in service.shifts {
        stays[shift, default: []].append(
          LockedRoute.Stay(visit: service.visit, earliest: service.start, latest: service.start))
      }
    }
    for row in rows {
      let visit = problem.visits[VisitRow(row)]
      guard let lock = locked[row], !visit.hasAlternatives, let window = state.linkedWindow(VisitRow(row), visit) else {
        continue
      }
      let stay = LockedRoute.Stay(visit: VisitRow(row), earliest: window.lowerBound, latest: window.upperBound)
      let shifts = onlyShifts(of: visit, problem)
      let full = shifts.first {
        !LockedRoute(problem: problem, shift: $0).hasRoom(for: stays[$0, default: []] + [stay])
      }
      if let full {
        let staff = problem.instance[problem.shifts[full].staff].id
        let others = LockedRoute(problem: problem, shift: full).crowd(beside: stay, stays[full] ?? [])
        let names = others.map { problem.instance[$0.visit].id.rawValue }.joined(separator: ", ")
        refuse(row, lock, "\(staff) is locked to \(names) too and cannot serve all of them")
      } else {
        for shift in shifts { stays[shift, default: []].append(stay) }
      }
    }
  }

  /// For each pinned staff member of a visit who has one shift alone that could hold it, that shift.
  private func onlyShifts(of visit: CompiledVisit, _ problem: CompiledProblem) -> [ShiftRow] {
    visit.slots.compactMap { slot in
      let row = problem.slots[slot]
      return row.pinned.exists && row.eligible.count == 1 ? problem.eligible[row.eligible.lowerBound] : nil
    }
  }
}

extension LockedRoute {
  /// Of visits that leave no room for another one, as few as do so.
  fileprivate func crowd(beside stay: Stay, _ stays: [Stay]) -> [Stay] {
    var crowd = stays
    for candidate in stays {
      let fewer = crowd.filter { $0.visit != candidate.visit }
      if !hasRoom(for: fewer + [stay]) { crowd = fewer }
    }
    return crowd
  }
}
