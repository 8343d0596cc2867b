import ArgumentParser
import Foundation

/// The exit codes of `samma`.
enum ExitStatus: Int32 {
  /// The command did what it was asked to.
  case done = 0
  /// Something failed that the input is not to blame for.
  case internalError = 1
  /// The input or the arguments are at fault; the message says where and how to mend them.
  case badInput = 2
  /// There is an answer, but it breaks a rule or leaves visits uncovered.
  case incomplete = 3

  /// Thrown by a command that has printed its answer and wants this exit code.
  var ending: ExitCode { ExitCode(rawValue) }

  /// Ends the process.
  func exit() -> Never { Foundation.exit(rawValue) }
}
