import Foundation
import Subprocess
import Testing

@Suite struct StreamTests {
  @Test func aReaderThatGoesAwayIsNoError() async throws {
    let folder = try TemporaryFolder()
    let errors = folder["errors"].path
    let status = try await shell(
      "set -o pipefail; \(SammaCommand.executable.path) help plan 2>'\(errors)' | true")
    #expect(status == .exited(0))
    #expect(try FileHandle(forReadingFrom: URL(filePath: errors)).readToEnd() == nil)
  }

  @Test func outputThatCannotBeWrittenIsAnInternalError() async throws {
    #expect(try await shell("\(SammaCommand.executable.path) --version >/dev/full 2>&1") == .exited(1))
  }

  /// The number of a stream that is closed is not given to a file or a timer, which would get what is meant for the stream.
  @Test(arguments: ["1>&-", "0<&- 1>&-"])
  func aStreamThatIsClosedStaysSo(closing: String) async throws {
    let folder = try TemporaryFolder()
    let instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    let errors = folder["errors"]
    let command = "\(SammaCommand.executable.path) bound '\(instance)' --time 5 2>'\(errors.path)' \(closing)"
    #expect(try await shell(command) == .exited(1))
    #expect(
      try String(contentsOf: errors, encoding: .utf8)
        == "samma: standard output cannot be written: \(String(cString: strerror(EBADF)))\n")
  }

  private func shell(_ script: String) async throws -> TerminationStatus {
    try await Subprocess.run(.path("/bin/bash"), arguments: ["-c", script], output: .discarded).terminationStatus
  }
}
