/// How evenly minutes with clients lie on the staff; asked only where the score weighs it.
extension SearchState {
  /// What changes in the imbalance where a staff member's minutes with clients change.
  @inline(__always)
  private func imbalanceChange(_ staff: Int32, by minutes: Int32) -> Int {
    let above = served[staff] - problem.fairShare[staff]
    return Int(max(0, above + minutes) - max(0, above))
  }

  /// Guide cost of giving a staff member so many more minutes with clients.
  func balanceCost(_ staff: Int32, by minutes: Int32) -> Int {
    imbalanceChange(staff, by: minutes) * problem.weights.imbalance * Self.scale
  }

  /// Guide cost of giving one staff member's minutes with clients to another.
  func balanceCost(from old: Int32, to new: Int32, _ minutes: Int32) -> Int {
    old == new ? 0 : balanceCost(old, by: -minutes) + balanceCost(new, by: minutes)
  }

  /// Counts minutes with clients.
  func serve(_ staff: Int32, _ minutes: Int32) {
    score.imbalance += imbalanceChange(staff, by: minutes)
    served[staff] += minutes
  }
}
