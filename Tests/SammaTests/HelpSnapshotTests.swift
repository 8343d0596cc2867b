import Foundation
import Testing

@Suite struct HelpSnapshotTests {
  /// What `samma help COMMAND` prints stands in `Snapshots`, so that a change of the interface shows in review.
  ///
  /// To renew one: `samma help COMMAND > Tests/SammaTests/Snapshots/COMMAND.txt`.
  @Test(arguments: [
    "plan", "check", "report", "suggest", "repair", "explain", "diff", "expand", "export", "frontier", "bound",
    "params", "solvers", "bench", "convert", "evaluate",
    "compare",
    "features", "split",
    "schema",
  ])
  func helpIsAsRecorded(command: String) async throws {
    let outcome = try await SammaCommand.run("help", command)
    let snapshot = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(command).txt")
    #expect(outcome.status == 0)
    #expect(outcome.output == (String(decoding: try Data(contentsOf: snapshot), as: UTF8.self)))
  }
}
