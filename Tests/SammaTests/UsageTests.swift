import Testing

@Suite struct UsageTests {
  @Test func theVersionIsPrinted() async throws {
    let outcome = try await SammaCommand.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output == "0.1.0\n")
    #expect(outcome.errors.isEmpty)
  }

  @Test func helpIsAnAnswerOnStandardOutput() async throws {
    let outcome = try await SammaCommand.run("--help")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Exit codes: 0 done;"))
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: [["divine"], ["--lucky"]])
  func wrongUsageEndsWithTwoAndSaysWhatIsWrong(arguments: [String]) async throws {
    let outcome = try await SammaCommand.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(arguments[0]))
  }

  @Test(arguments: [("instance", "samma-instance/2"), ("roster", "samma-roster/1")])
  func theSchemaOfEachFileIsPrinted(file: String, format: String) async throws {
    let outcome = try await SammaCommand.run("schema", file)
    #expect(outcome.status == 0)
    #expect((try outcome.json["$schema"] as? String)?.contains("json-schema.org") == true)
    #expect(outcome.output.contains(format))
  }
}
