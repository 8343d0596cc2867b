import Foundation
import Synchronization

/// The standard error of a solver, read while it runs so that none of it fills a disk.
final class SpokenErrors: Sendable {
  /// Milliseconds between two looks at whether the solver has ended.
  private static let patience: Int32 = 50
  private static let pieceSize = 65_536

  /// What the solver writes to.
  let writingEnd: Int32
  private let readingEnd: Int32
  private let trace: Mutex<RunTrace>
  private let stamp: RunStamp
  private let hasEnded = Atomic<Bool>(false)
  private let thread = Mutex<pthread_t?>(nil)

  /// Opens a pipe and begins to read it; `nil` where the system has none left.
  ///
  /// - Parameter stamp: Says when what is read was told.
  init?(_ stamp: RunStamp) {
    self.stamp = stamp
    trace = Mutex(RunTrace(comparesTimes: stamp.clock == .wall))
    guard let pipe = PrivatePipe() else { return nil }
    (readingEnd, writingEnd) = (pipe.readingEnd, pipe.writingEnd)
    var made = pthread_t()
    let result = pthread_create(
      &made, nil,
      { raw in
        Unmanaged<SpokenErrors>.fromOpaque(raw!).takeRetainedValue().read()
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    guard result == 0 else {
      Unmanaged.passUnretained(self).release()
      for end in [readingEnd, writingEnd] { close(end) }
      return nil
    }
    thread.withLock { $0 = made }
  }

  /// What was told, once the solver has ended; children that go on and hold the pipe are not waited for.
  func end() -> RunTrace {
    hasEnded.store(true, ordering: .sequentiallyConsistent)
    if let thread = thread.withLock({ $0.take() }) { pthread_join(thread, nil) }
    return trace.withLock {
      $0.end(at: stamp.seconds)
      return $0
    }
  }

  private func read() {
    defer { close(readingEnd) }
    var bytes = [UInt8](repeating: 0, count: Self.pieceSize)
    while true {
      // Looked at before the pipe: what was written before the end is then read to the last byte.
      let ended = hasEnded.load(ordering: .sequentiallyConsistent)
      var watched = pollfd(fd: readingEnd, events: Int16(POLLIN), revents: 0)
      let ready = poll(&watched, 1, ended ? 0 : Self.patience)
      if ready < 0 && errno == EINTR { continue }
      if ready <= 0 {
        if ended || ready < 0 { return }
        continue
      }
      let count = Foundation.read(readingEnd, &bytes, bytes.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      let seconds = stamp.seconds
      trace.withLock { $0.read(bytes[..<count], at: seconds) }
      // A child that never stops must not keep its reader: what has come by now is enough.
      if ended { return }
    }
  }
}
