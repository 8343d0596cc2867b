import Foundation

/// What the system must let a process have, looked at before the run: a runtime that gets less traps or waits for ever.
enum SystemLimits {
  /// The system gives the process too little.
  struct TooTight: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
  }

  /// Files open at the same time: a run's own, and those of the runtime and of child processes.
  private static let leastFiles: rlim_t = 32
  /// Threads beside the first: one that works, and those of the runtime.
  private static let leastThreads = 3

  /// Refuses to run where the system gives too little, after taking what it gives on being asked.
  static func check() throws(TooTight) {
    var files = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
    if files.rlim_cur < leastFiles {
      files.rlim_cur = min(leastFiles, files.rlim_max)
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
    }
    guard files.rlim_cur >= leastFiles else {
      throw TooTight(
        "the system lets this process open \(files.rlim_cur) files at a time; \(leastFiles) are needed (ulimit -n)")
    }
    // Tried whatever the user's limit says: a container has one of its own.
    guard canStartThreads() else {
      throw TooTight(
        "the system gives this process no \(leastThreads) threads more (ulimit -u, or the limit of its container)")
    }
  }

  /// Whether enough threads can be there at the same time.
  private static func canStartThreads() -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    var threads: [pthread_t] = []
    while threads.count < leastThreads {
      var thread = pthread_t()
      let end = UnsafeMutableRawPointer(bitPattern: Int(ends[0]) + 1)
      // Each waits for the end of the pipe.
      let result = pthread_create(
        &thread, nil,
        { end in
          var byte: UInt8 = 0
          _ = read(Int32(Int(bitPattern: end) - 1), &byte, 1)
          return nil
        }, end)
      if result != 0 { break }
      threads.append(thread)
    }
    close(ends[1])
    for thread in threads { pthread_join(thread, nil) }
    close(ends[0])
    return threads.count == leastThreads
  }
}
