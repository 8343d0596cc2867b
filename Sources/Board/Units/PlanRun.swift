import Foundation
import HomeCare
import Rostering

/// Where a run in the background stands.
public struct RunStatus: Hashable, Sendable {
  /// What has become of it.
  public enum Outcome: Hashable, Sendable {
    /// It goes on.
    case running
    /// It was told to end, and will with the best that it has.
    case stopping
    /// It has made a plan, by its number.
    case done(plan: Int)
    /// It has made none; the text says why.
    case failed(String)
  }

  /// Its number, 1 for the first since the program began.
  public var id: Int
  /// The plan that it began with.
  public var from: Int
  /// Seconds that it may take.
  public var limit: Double
  /// Seconds that it has taken.
  public var seconds = 0.0
  /// The best score so far; none before the first roster.
  public var best: Score?
  /// What has become of it.
  public var outcome = Outcome.running

  /// Whether it has not ended.
  public var goesOn: Bool { outcome == .running || outcome == .stopping }
}

/// A run in the background.
struct PlanRun: Sendable {
  var status: RunStatus
  /// Who has started it.
  let actor: String
  let cancellation = Cancellation()
}

extension UnitBoard {
  /// Where the run stands that goes on, or the last one.
  public var runStatus: RunStatus? { run?.status }

  /// Plans an instance anew in the background, and sets the result beside the plan that it began with as a new one.
  ///
  /// What was pinned stays; what people edit in the meantime is not touched. Of several runs the second is refused.
  ///
  /// - Parameters:
  ///   - seconds: How long it may take.
  ///   - iterations: How far it may go; without a limit where absent.
  /// - Returns: Where the run stands.
  @discardableResult
  public func startRun(
    from id: Int, seconds: Double, iterations: Int? = nil, name: String, by actor: String
  ) throws(PlanRefusal) -> RunStatus {
    if run?.status.goesOn == true { throw .runGoesOn }
    let instance = try plan(id).instance
    let run = PlanRun(
      status: RunStatus(id: (self.run?.status.id ?? 0) + 1, from: id, limit: seconds), actor: actor)
    self.run = run
    let options = SolverOptions(seconds: seconds, iterations: iterations)
    let cancellation = run.cancellation
    OwnThread.begin {
      let result = Result {
        try SammaSolver.auto.plan(instance, options, cancellation: cancellation) { progress in
          Task { await self.advance(run.status.id, progress) }
        }
      }
      Task { await self.end(run.status.id, result.map(\.roster), of: instance, name) }
    }
    tell(.run(run.status))
    return run.status
  }

  /// Tells the run to end with the best that it has.
  public func stopRun() {
    guard run?.status.goesOn == true else { return }
    run?.cancellation.cancel()
    run?.status.outcome = .stopping
    if let run { tell(.run(run.status)) }
  }

  private func advance(_ id: Int, _ progress: PlanProgress) {
    guard let now = run?.status, now.id == id, now.goesOn, progress.seconds >= now.seconds else { return }
    run?.status.seconds = progress.seconds
    run?.status.best = progress.best
    if let run { tell(.run(run.status)) }
  }

  private func end(_ id: Int, _ result: Result<Roster, any Error>, of instance: Instance, _ name: String) {
    guard let run, run.status.id == id else { return }
    do {
      var event = BoardEvent(.planned, plan: state.plans.count + 1)
      (event.name, event.from) = (name, run.status.from)
      self.run?.status.outcome = .done(
        plan: try add(PlanInHand(instance, try result.get()), event, by: run.actor))
    } catch {
      self.run?.status.outcome = .failed("\(error)")
    }
    if let run = self.run { tell(.run(run.status)) }
  }
}
