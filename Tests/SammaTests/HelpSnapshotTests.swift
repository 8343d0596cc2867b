import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import samma

/// What `samma help COMMAND` prints stands in `Snapshots`, so that a change of the interface shows in review.
@Suite struct HelpSnapshotTests {
  private static let folder = repository.appending(path: "Tests/SammaTests/Snapshots")

  /// The names of every command that there is, below a command, with those above it before them.
  private static func names(below command: any ParsableCommand.Type) -> [[String]] {
    command.configuration.subcommands.flatMap { subcommand in
      let name = subcommand.configuration.commandName ?? String(describing: subcommand)
      return [[name]] + names(below: subcommand).map { [name] + $0 }
    }
  }

  private static let commands = names(below: Samma.self)

  /// To renew one: `samma help COMMAND > Tests/SammaTests/Snapshots/COMMAND.txt`.
  @Test(arguments: commands) func helpIsAsRecorded(command: [String]) async throws {
    let outcome = try await SammaCommand.run(["help"] + command)
    #expect(outcome.status == 0)
    let name = command.joined(separator: "-")
    let snapshot = try String(contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
    #expect(outcome.output == snapshot)
  }

  @Test func everyCommandThatIsShownStandsInTheDocument() throws {
    let document = try String(contentsOf: repository.appending(path: "docs/commands.md"), encoding: .utf8)
    for command in Samma.configuration.subcommands where command.configuration.shouldDisplay {
      let name = try #require(command.configuration.commandName)
      #expect(document.contains("| `samma \(name)"), "\(name)")
    }
  }

  @Test func everyCommandHasASnapshotAndNothingElseHas() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(files.sorted() == Self.commands.map { $0.joined(separator: "-") + ".txt" }.sorted())
  }
}
