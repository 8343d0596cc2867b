import Foundation
import Subprocess
import TestSupport
import Testing

/// The whole way of a coordinator, in a real browser: read in, plan, move visits by mouse and by keyboard, publish.
@Suite struct BrowserTests {
  /// The program lies beside the test bundle, wherever the build put it.
  static let program =
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "samma-board")

  @Test(.needs(.chromium), .needs(.playwright)) func aCoordinatorsWayGoesWellInABrowser() async throws {
    let folder = try TemporaryFolder()
    let printed = folder["address"].path
    try Data().write(to: folder["address"])
    let board = Process()
    board.executableURL = Self.program
    board.arguments = ["--data", folder["unit"].path, "--port", "0", "--user", "Eva", "--demo"]
    board.standardOutput = FileHandle(forWritingAtPath: printed)
    try board.run()
    defer { board.terminate() }
    try await wait(for: "the address of the board") {
      try String(contentsOfFile: printed, encoding: .utf8).contains("token=")
    }
    let line = try String(contentsOfFile: printed, encoding: .utf8)
    let address = try #require(line.firstMatch(of: /http:\S+/)).output
    let result = try await Subprocess.run(
      .path(.init(try #require(Tool.playwright.path))),
      arguments: [
        repository.appending(path: "Tests/WebTests/browser.py").path, String(address),
        repository.appending(path: "instances/rules-25-2.json").path, "sv",
      ], output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    #expect(result.standardOutput.hasSuffix("fine\n"), "\(result.standardError)")
    board.terminate()
    board.waitUntilExit()
    #expect(board.terminationStatus == 0)
  }
}
