import Foundation

/// What the search is guided by in place of the plain count of faces.
///
/// A pair that meets n times is charged a concave function of n, so that thinning a pair out pays before its last
/// meeting is gone. In the later part of a run the guide turns step by step into the true count. A visit without its
/// contact costs more than it weighs as long as it is hot: later, when clients have their circles, a contact seldom comes in.
struct GuideSchedule {
  let parameters: SearchParameters

  /// Sets a state's guide for a point of the run, 0 = beginning … 1 = end.
  func apply(to state: SearchState, at progress: Double) {
    let hold = parameters.guideHold
    let concave = progress <= hold ? 1 : max(0, 1 - (progress - hold) / max(1e-9, 1 - hold))
    if state.problem.seeksContacts {
      state.pullToContacts(1 + parameters.contactPull * max(0, 1 - progress / max(1e-9, hold)))
    }
    let weight = Double(state.costs.distinct)
    state.setGuide { count in
      if count == 0 { return 0 }
      let charge = parameters.guideFactor * pow(Double(count), parameters.guideExponent)
      return Int(weight * ((1 - concave) + concave * charge))
    }
  }
}
