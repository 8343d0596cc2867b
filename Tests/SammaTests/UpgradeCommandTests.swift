import Foundation
import Testing

@Suite struct UpgradeCommandTests {
  private let folder: TemporaryFolder
  private let instance: String

  init() throws {
    folder = try TemporaryFolder()
    let second =
      #"{"id": "V4", "client": "C2", "earliest": "2026-03-03T08:00", "latest": "2026-03-03T09:00", "minutes": 45}"#
    let text = Fixtures.twoClients.replacingOccurrences(of: #""days": 1"#, with: #""days": 2"#)
      .replacingOccurrences(of: "\"minutes\": 45}", with: "\"minutes\": 45},\n\(second)")
    instance = try folder.write(text, to: "instance.json")
  }

  @Test func whatWasDoneIsToldInEitherLanguage() async throws {
    let english = try await SammaCommand.run("upgrade", instance)
    #expect(english.status == 0 && english.output.contains("samma-instance/2"))
    #expect(english.output.contains(#"{"id": "C2-0800", "client": "C2"}"#))
    #expect(english.errors.contains("Weight notContact: 10, was 0"))
    #expect(english.errors.contains("1 series found, with 2 of 4 visits"))
    let swedish = try await SammaCommand.run("upgrade", instance, "--lang", "sv")
    #expect(swedish.output == english.output && swedish.errors.contains("Vikt notContact: 10, var 0"))
  }

  @Test func weightsAndVisitsStayWhereAskedFor() async throws {
    let kept = try await SammaCommand.run("upgrade", instance, "--keep-weights", "--no-series")
    #expect(kept.status == 0 && kept.output.contains(#""notContact": 0"#) && kept.output.contains(#""unsteady": 0"#))
    #expect(kept.output.contains("\"series\": [],"))
  }

  @Test func anInstanceOfFormat2IsWrittenAsItIs() async throws {
    let path = folder["second.json"].path
    #expect(try await SammaCommand.run("upgrade", instance, "-o", path).status == 0)
    let again = try await SammaCommand.run("upgrade", path)
    #expect(again.output == String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self))
    #expect(again.errors == "The instance is of format 2 already.\n")
  }
}
