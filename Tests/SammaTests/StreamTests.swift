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

  private func shell(_ script: String) async throws -> TerminationStatus {
    try await Subprocess.run(.path("/bin/bash"), arguments: ["-c", script], output: .discarded).terminationStatus
  }
}
