/// How evenly the minutes with clients lie on the staff.
extension RosterChecker {
  /// Adds imbalance to the score: what each staff member serves above the part of all demanded minutes that their
  /// part of all contract minutes comes to, rounded down.
  func weighBalance(_ tally: inout RosterTally) {
    var served = [Int](repeating: 0, count: instance.staff.count)
    for (row, service) in tally.services.enumerated() {
      guard let service else { continue }
      for member in Set(service.team) where member < served.count { served[member] += instance.visits[row].minutes }
    }
    let contracts = instance.staff.map(contractMinutes)
    let contractTotal = contracts.reduce(0, +)
    let demand = instance.visits.reduce(0) { $0 + $1.minutes * $1.staff }
    for (member, contract) in contracts.enumerated() where contract > 0 {
      // In double width, for the product of two sums.
      let (share, _) = contractTotal.dividingFullWidth(demand.multipliedFullWidth(by: contract))
      if served[member] > share { tally.score[.imbalance] += served[member] - share }
    }
  }

  /// Minutes that a staff member is employed for in the instance.
  private func contractMinutes(of member: StaffMember) -> Int {
    var sum = 0
    for shift in instance.shifts where shift.staff == member.id && shift.kind == .rostered {
      sum += shift.end.minutes(since: shift.start)
      if let rule = shift.breakRule { sum -= rule.minutes }
    }
    return member.maxMinutes.map { min(sum, $0) } ?? sum
  }
}
