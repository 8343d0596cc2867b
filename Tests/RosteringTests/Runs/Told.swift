import Rostering
import Synchronization

/// Gathers what a run tells of its progress.
final class Told: Sendable {
  private let list = Mutex<[PlanProgress]>([])

  func add(_ progress: PlanProgress) { list.withLock { $0.append(progress) } }

  var all: [PlanProgress] { list.withLock { $0 } }
}
