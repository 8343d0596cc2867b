/// Minutes with clients above the fair share of each staff member: of all demanded minutes, the part that their
/// contract minutes are of all, rounded down.
enum ImbalanceCount: PartCount {
  static func count(_ facts: RosterFacts) -> Int {
    let instance = facts.instance
    var served = [Int](repeating: 0, count: instance.staff.count)
    for service in facts.services {
      for member in Set(service.team) where member < served.count {
        served[member] += instance.visits[service.visit].minutes
      }
    }
    let contracts = instance.staff.map { contractMinutes(of: $0, instance) }
    let contractTotal = contracts.reduce(0, +)
    let demand = instance.visits.reduce(0) { $0 + $1.minutes * $1.staff }
    return zip(contracts, served).reduce(0) { sum, member in
      let (contract, served) = member
      if contract <= 0 { return sum }
      // In double width, for the product of two sums.
      let (share, _) = contractTotal.dividingFullWidth(demand.multipliedFullWidth(by: contract))
      return sum + max(0, served - share)
    }
  }

  /// Minutes that a staff member is employed for in the instance.
  private static func contractMinutes(of member: StaffMember, _ instance: Instance) -> Int {
    var sum = 0
    for shift in instance.shifts where shift.staff == member.id && shift.kind == .rostered {
      sum += shift.end.minutes(since: shift.start)
      if let rule = shift.breakRule { sum -= rule.minutes }
    }
    return member.maxMinutes.map { min(sum, $0) } ?? sum
  }
}
