import HomeCare

extension Suggester {
  /// Why each visit that the roster leaves is left, and what exceptions would place it.
  ///
  /// - Parameter visit: The only one asked about; all by default.
  func reasons(for visit: VisitID? = nil) -> [UnassignedReason] {
    let left = Set(roster.unassigned).filter { visit == nil || $0 == visit }
    let rows = explainer.unassigned.filter { left.contains(problem.instance[$0].id) }
    return rows.map(explainer.reason).map { reason in
      var reason = reason
      reason.remedy = remedy(for: reason.visit)
      return reason
    }
  }

  /// The exceptions, fewest and smallest, with which somebody could serve a visit that is left; `nil` where none would, or
  /// where somebody could without.
  private func remedy(for visit: VisitID) -> UnassignedReason.Remedy? {
    guard let options = try? suggestions(for: visit, exceptions: .usual, scoringExceptions: false).options,
      let first = options.first, first.kind == .withException, let assignment = first.assignment
    else { return nil }
    return UnassignedReason.Remedy(exceptions: first.exceptions, assignment: assignment)
  }
}
