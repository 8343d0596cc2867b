import Foundation
import Synchronization

/// The process groups of children that run now, in memory of their own that a signal's handler can read at any moment.
package enum ChildGroups {
  /// More than one process ever has at a time; of those beyond, an end by a signal takes only the leader's parent.
  private static let most = 2048

  private static let lock = Mutex<Void>(())
  nonisolated(unsafe) private static let groups: UnsafeMutablePointer<pid_t> = {
    let groups = UnsafeMutablePointer<pid_t>.allocate(capacity: most)
    groups.initialize(repeating: 0, count: most)
    return groups
  }()

  /// Makes ready for signals, whose handlers must not be the first to ask for what is made when first asked for.
  package static func prepare() {
    _ = groups
    starting.store(0, ordering: .relaxed)
  }

  /// Children that are being started and not yet among the groups.
  private static let starting = Atomic<Int>(0)

  /// Says that a child is about to be started; `add` or `failedToStart` follows.
  static func willStart() { starting.add(1, ordering: .sequentiallyConsistent) }

  /// Says that a child was not started after all.
  static func failedToStart() { starting.subtract(1, ordering: .sequentiallyConsistent) }

  /// Takes in a group that has been started.
  static func add(_ group: pid_t) {
    lock.withLock { _ in
      if let free = (0..<most).first(where: { groups[$0] == 0 }) { groups[free] = group }
    }
    starting.subtract(1, ordering: .sequentiallyConsistent)
  }

  /// Ends what is left of a group and forgets it, before its number can be another's.
  static func end(_ group: pid_t) {
    kill(-group, SIGKILL)
    lock.withLock { _ in
      for place in 0..<most where groups[place] == group { groups[place] = 0 }
    }
  }

  /// Ends all groups; does only what a signal's handler may.
  package static func endAll() {
    // One that has just been started is known in a moment; without waiting for it, it would go on unseen.
    for _ in 0..<200 where starting.load(ordering: .sequentiallyConsistent) > 0 { usleep(10_000) }
    for place in 0..<most where groups[place] != 0 { kill(-groups[place], SIGKILL) }
  }
}
