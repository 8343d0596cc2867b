import Foundation
import HomeCare
import Interchange
import Rostering

/// Any program as a solver: called by a shell command in a process group of its own, and ended with all its children
/// when its time is up.
public struct ExternalSolver: RosterSolver {
  /// Seconds for the run where the options set no limit.
  private static let usualSeconds = 60.0

  /// Its name in tables and in the roster.
  public let name = "external"
  private let command: CommandTemplate
  private let grace: Double

  /// A solver.
  ///
  /// - Parameter grace: Seconds that it may take beyond its limit, for reading and writing, before it is ended.
  public init(command: CommandTemplate, grace: Double) {
    self.command = command
    self.grace = grace
  }

  /// Says that it is a program, and which.
  public var summary: String { "the program \(command.text)" }

  /// Has the program make a roster; of what it says of the roster nothing is taken over.
  public func solve(
    _ instance: Instance, options: SolverOptions, cancellation: Cancellation,
    progress: @escaping @Sendable (PlanProgress) -> Void
  ) async throws -> SolverOutcome {
    let folder = try WorkFolder()
    defer { folder.remove() }
    let (input, output) = (folder.path + "/instance.json", folder.path + "/roster.json")
    try OutputFile.write(instance.tables.json(), to: input)
    let seconds = options.seconds ?? Self.usualSeconds
    let filled = command.filled([
      .instance: input, .roster: output, .seconds: seconds.shortest, .seed: "\(options.seed)",
      .threads: "\(options.threads)",
    ])
    let limit = SolverProcess.Limit(seconds: seconds + grace, clock: options.clock, threads: options.threads)
    let ending = await SolverProcess.run(filled, limit: limit, cancellation: cancellation)
    if let failure = ending.failure {
      let words = ending.trace.lastWords
      throw SolverFailure.noRoster("the external solver \(failure)\(words.isEmpty ? "" : ": \(words)")")
    }
    do {
      return SolverOutcome(roster: try Roster(answer: output))
    } catch {
      throw SolverFailure.noRoster("the external solver left no roster that can be read:\n\(error)")
    }
  }
}
