import Glibc

/// Threads that each run one piece of work and end.
///
/// GLPK keeps its memory for each thread apart, and its recursion is deeper than the stack of a pooled thread. A solver
/// run therefore has a thread of its own from its first GLPK call to its last.
enum SolverThread {
  static let stackBytes = 16 << 20

  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Runs the body on a new thread and waits for it.
  static func run<Value>(_ body: () throws -> Value) throws -> Value {
    var result: Result<Value, any Error>?
    try withoutActuallyEscaping(body) { body in
      // The caller waits in pthread_join, so what the body captured is still there, and touched by one thread at a time.
      let thread = try start { result = Result(catching: body) }
      pthread_join(thread, nil)
    }
    guard let result else { throw IntegerProgramError.noThread(code: 0) }
    return try result.get()
  }

  private static func start(_ body: @escaping () -> Void) throws -> pthread_t {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackBytes)
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let code = pthread_create(
      &thread, &attributes,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      work.release()
      throw IntegerProgramError.noThread(code: code)
    }
    return thread
  }
}
