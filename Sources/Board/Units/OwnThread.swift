import Foundation

/// A thread for what computes without pause, so that everybody else is answered meanwhile.
enum OwnThread {
  /// Begins some work; the search goes deep, so the stack is large.
  static func begin(_ work: @escaping @Sendable () -> Void) {
    let thread = Thread(block: work)
    thread.stackSize = 16 << 20
    thread.qualityOfService = .utility
    thread.start()
  }

  /// The result of some work.
  static func result<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in begin { continuation.resume(returning: work()) } }
  }
}
