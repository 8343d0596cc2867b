import HomeCare
import Testing

@testable import Rostering

@Suite struct GuideScheduleTests {
  /// What one visit less by its contact costs the guide at a point of the run, beside its weight, in weights.
  private func pull(at progress: Double, _ instance: Instance) -> Double {
    let state = SearchState(CompiledProblem(instance))
    GuideSchedule(parameters: SearchParameters()).apply(to: state, at: progress)
    let weight = state.problem.costs.notContact * SearchState.scale
    return Double(state.costs.notContact - weight) / Double(weight)
  }

  @Test func contactsArePulledToLessAndLessUntilTheGuideTurnsIntoTheScore() throws {
    let instance = try BusyInstance.second(seed: 1, days: 2, window: 2)
    let parameters = SearchParameters()
    try #require(instance.weights[.notContact] > 0 && parameters.contactPull > 0)
    #expect(pull(at: 0, instance) == parameters.contactPull)
    let pulls = [0, 0.2, 0.4, 0.6, 0.8, 1].map { pull(at: $0, instance) }
    #expect(pulls == pulls.sorted(by: >))
    #expect(pull(at: parameters.guideHold, instance) == 0)
    #expect(pull(at: 1, instance) == 0)
  }

  @Test func formatOneIsSearchedByItsWeightsAlone() throws {
    let instance = try BusyInstance.drawn(seed: 1, days: 2, window: 2, detoursCanSave: false, imbalance: 0, ties: 0)
    let state = SearchState(CompiledProblem(instance))
    GuideSchedule(parameters: SearchParameters()).apply(to: state, at: 0)
    #expect(state.costs.notContact == state.problem.costs.notContact * SearchState.scale)
  }
}
