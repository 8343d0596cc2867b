extension Roster {
  /// A roster that was searched by other weights than an instance has, stated by the instance's own.
  ///
  /// Score and checks are then about the instance as it is; the summary tells the weights of the search. What is proven
  /// of the total under those weights says nothing of it under these, so it is left out.
  public func stated(by instance: Instance, searchedUnder weights: Weights) -> Roster {
    let settings = WeightSettings(of: weights, unlike: instance.weights)
    if settings.parts.isEmpty { return self }
    var roster = self
    roster.score = RosterChecker(instance).check(self).score
    roster.solve?.lowerBound = nil
    roster.solve?.contradictingGap = nil
    if roster.solve?.status == .optimal { roster.solve?.status = .feasible }
    roster.solve?.weights = settings
    return roster
  }
}
