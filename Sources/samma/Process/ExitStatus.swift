import ArgumentParser
import Foundation
import Interchange
import Rostering
import Rostering

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

  /// The exit code that an error thrown by a command calls for.
  init(of error: any Error) {
    switch error {
    case let status as ExitCode: self = ExitStatus(rawValue: status.rawValue) ?? .internalError
    case is InputError, is InvalidRequest, is RefusedRoster, is VisitQuestionError: self = .badInput
    case SolverFailure.noRoster: self = .badInput
    case SolverFailure.invalid: self = .incomplete
    default:
      switch Samma.exitCode(for: error) {
      case .success: self = .done
      case .validationFailure: self = .badInput
      default: self = .internalError
      }
    }
  }

  /// Thrown by a command that has printed its answer and wants this exit code.
  var ending: ExitCode { ExitCode(rawValue) }

  /// Ends the process.
  func exit() -> Never { Foundation.exit(rawValue) }
}
