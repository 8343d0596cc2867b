import Foundation
import Interchange
import Synchronization

/// Rosters that a solver hands in while it runs, each as a file of its own in a folder: taken as they come, to be checked
/// when it has ended, so that checking takes no time from it.
final class Snapshots: Sendable {
  /// One of them.
  struct Snapshot: Sendable {
    /// Seconds of the run at which it was there.
    var seconds: Double
    var name: String
    var bytes: [UInt8]
  }

  private struct State {
    var taken: [Snapshot] = []
    var size = 0
    /// Files that were more than is kept, or could not be read.
    var passedOver = 0
  }

  /// Milliseconds between two looks.
  private static let patience: UInt32 = 20
  /// Most of them, and most bytes of all.
  private static let most = (count: 1_000, bytes: 512_000_000)

  private let folder: String
  private let stamp: RunStamp
  private let state = Mutex(State())
  private let hasEnded = Atomic<Bool>(false)
  private let thread = Mutex<pthread_t?>(nil)

  /// Begins to watch a folder; `nil` where the system has no thread left.
  init?(in folder: String, _ stamp: RunStamp) {
    self.folder = folder
    self.stamp = stamp
    var made = pthread_t()
    let result = pthread_create(
      &made, nil,
      { raw in
        Unmanaged<Snapshots>.fromOpaque(raw!).takeRetainedValue().watch()
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    guard result == 0 else {
      Unmanaged.passUnretained(self).release()
      return nil
    }
    thread.withLock { $0 = made }
  }

  /// What was handed in, in order, and how many files were passed over; once the solver has ended.
  func end() -> (taken: [Snapshot], passedOver: Int) {
    hasEnded.store(true, ordering: .sequentiallyConsistent)
    if let thread = thread.withLock({ $0.take() }) { pthread_join(thread, nil) }
    return state.withLock { ($0.taken, $0.passedOver) }
  }

  private func watch() {
    while true {
      let ended = hasEnded.load(ordering: .sequentiallyConsistent)
      takeAll()
      if ended { return }
      usleep(Self.patience * 1_000)
    }
  }

  private func takeAll() {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names.sorted() where name.hasSuffix(".json") && !name.hasPrefix(".") {
      let path = folder + "/" + name
      // Its bytes as they are now: a file that is still open could be written to later.
      let bytes = try? FileBytes.readPlain(path)
      let seconds = stamp.seconds
      unlink(path)
      state.withLock { state in
        guard let bytes, state.taken.count < Self.most.count, state.size + bytes.count <= Self.most.bytes else {
          state.passedOver += 1
          return
        }
        state.size += bytes.count
        state.taken.append(Snapshot(seconds: seconds.thousandths, name: name, bytes: bytes))
      }
    }
  }
}
