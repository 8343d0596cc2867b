import Foundation
import Testing

@Suite struct StreamTests {
  @Test func aReaderThatGoesAwayIsNoError() async throws {
    let folder = try TemporaryFolder()
    let errors = folder["errors"].path
    let status = try await shell(
      "set -o pipefail; \(SammaCommand.executable.path) help plan 2>'\(errors)' | true")
    #expect(status == 0)
    #expect(try String(contentsOfFile: errors, encoding: .utf8).isEmpty)
  }

  @Test func outputThatCannotBeWrittenIsAnInternalError() async throws {
    #expect(try await shell("\(SammaCommand.executable.path) --version >/dev/full 2>&1") == 1)
  }

  private func shell(_ script: String) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script]
    let (ended, end) = AsyncStream<Int32>.makeStream()
    process.terminationHandler = {
      end.yield($0.terminationStatus)
      end.finish()
    }
    try process.run()
    var status: Int32 = .min
    for await each in ended { status = each }
    return status
  }
}
