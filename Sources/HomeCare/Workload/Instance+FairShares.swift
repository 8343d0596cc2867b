extension Instance {
  /// Minutes with clients that would be each staff member's fair share, in the order of the staff; `nil` for those
  /// without contract minutes, of whom none is asked.
  ///
  /// A contract is the length of the rostered shifts less their breaks, at most `maxMinutes` where that is given; pool
  /// shifts are called in and belong to no contract. The share is the contract's part of all contracts, taken of all
  /// minutes that the visits demand, rounded down.
  public var fairShares: [Int?] {
    let rows = Dictionary(uniqueKeysWithValues: staff.enumerated().map { ($1.id, $0) })
    var contracts = [Int](repeating: 0, count: staff.count)
    for shift in shifts where shift.kind == .rostered {
      guard let row = rows[shift.staff] else { continue }
      contracts[row] += shift.workingMinutes
    }
    for (row, member) in staff.enumerated() {
      if let cap = member.maxMinutes { contracts[row] = min(contracts[row], cap) }
    }
    let all = contracts.reduce(0, +)
    let demand = visits.reduce(0) { $0 + $1.minutes * $1.staff }
    return contracts.map { contract in
      // In double width, for the product of two sums.
      contract == 0 ? nil : all.dividingFullWidth(demand.multipliedFullWidth(by: contract)).quotient
    }
  }
}
