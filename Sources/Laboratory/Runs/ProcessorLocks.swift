import Foundation
import Synchronization

/// Processors that this process holds for its runs, so that no other experiment on the machine holds its runs to them.
///
/// Each is a socket with a name of its own that no file stands for: the system gives a name to one process at a time, and
/// takes it back when that process ends, however it ends.
final class ProcessorLocks: Sendable {
  private let names: String
  private let held = Mutex<[Int: Int32]>([:])

  /// - Parameter names: What the sockets' names begin with.
  init(names: String = "samma.processor.") { self.names = names }

  deinit { held.withLock { $0.values.forEach { close($0) } } }

  /// Takes so many of the processors, the first that nobody holds; `nil` and none of them where there are not enough.
  func take(_ count: Int, of processors: [Int]) -> [Int]? {
    held.withLock { held in
      var taken: [Int: Int32] = [:]
      for processor in processors where taken.count < count && held[processor] == nil {
        taken[processor] = lock(processor)
      }
      guard taken.count == count else {
        taken.values.forEach { close($0) }
        return nil
      }
      held.merge(taken) { $1 }
      return taken.keys.sorted()
    }
  }

  /// Lets processors go.
  func giveBack(_ processors: [Int]) {
    held.withLock { held in
      for processor in processors { if let socket = held.removeValue(forKey: processor) { close(socket) } }
    }
  }

  /// A socket that stands for a processor; `nil` where another process, or another run of this one, has it.
  private func lock(_ processor: Int) -> Int32? {
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    // A zero before the name: it is no file's.
    let name = [0] + Array("\(names)\(processor)".utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let length = MemoryLayout<sa_family_t>.size + name.count
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(length)) }
    }
    if result == 0 { return descriptor }
    close(descriptor)
    return nil
  }
}
