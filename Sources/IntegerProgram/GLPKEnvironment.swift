import CGLPK

/// A guarded GLPK call that did not return: nothing of GLPK on this thread may be touched after it but to be freed.
enum Interruption: Error {
  /// GLPK gave up.
  case failed(String)
  /// The stop watch said stop.
  case stopped
}

/// GLPK on the current thread, from the first call to the last.
///
/// GLPK keeps all its memory by thread: whatever is made between `open` and `close` must be used and freed on the same
/// thread, which a synchronous function sees to.
enum GLPKEnvironment {
  /// Readies GLPK. The watch, which must outlive `close`, is asked inside long simplex runs whether to end.
  static func open(_ watch: StopWatch) throws(Interruption) {
    let ending = cglpk_open(
      { info in
        guard let info else { return 0 }
        return Unmanaged<StopWatch>.fromOpaque(info).takeUnretainedValue().mustEnd() ? 1 : 0
      }, Unmanaged.passUnretained(watch).toOpaque())
    guard Int(ending) == CGLPK_DONE else { throw .failed("no environment") }
  }

  /// Frees all that GLPK holds on the thread.
  static func close() { cglpk_close() }

  /// Turns the ending of a guarded call into an error unless it was done.
  static func check(_ ending: Int32) throws(Interruption) {
    switch Int(ending) {
    case CGLPK_DONE: return
    case CGLPK_STOPPED: throw .stopped
    default: throw .failed(String(cString: cglpk_message()).split(separator: "\n").joined(separator: " "))
    }
  }
}
