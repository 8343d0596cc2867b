import ArgumentParser
import Foundation
import Testing

@testable import samma

/// No command writes over a file that it reads, nor two files to one place, whatever leads there.
///
/// The options are those that the commands say they have, so that a new one cannot be forgotten.
@Suite struct OverwritingTests {
  /// What values are called that name no file; a new option's must be listed here or its file with its command.
  private static let noFiles: Set = [
    "clock", "measure", "audience", "client", "clients", "command", "date", "date-time", "days", "edition", "eves",
    "format", "groupings",
    "id",
    "index",
    "json", "lang", "name", "name=number", "name=value", "number", "numbers", "pairing", "percent", "pick",
    "profile", "resamples", "seconds", "seed", "setting", "solver", "staff", "suppress-below", "target", "text",
    "threads", "to", "units", "vehicles", "visit", "visits", "what", "which",
  ]

  /// Arguments that others need beside them.
  private static let companions = [
    "--history-instance": ["--history", "past.csv"], "--history-map": ["--history", "past.csv"],
    "plan --slurm": ["--split-by", "area"],
  ]

  /// The arguments by their commands.
  private static let arguments = Dictionary(grouping: CommandArgument.all, by: \.command)
  /// Those that name files, by their commands.
  private static let fileArguments = Dictionary(uniqueKeysWithValues: arguments.keys.map { ($0, files(of: $0)) })

  /// A command line with paths for some arguments, and something for all others that it needs.
  static func line(_ command: String, _ given: [(CommandArgument, String)]) -> [String] {
    var line = [command]
    for (argument, path) in given where !argument.isPositional {
      let wanted = companions["\(command) \(argument.spelling)"] ?? companions[argument.spelling] ?? []
      line += wanted.first == given.first?.0.spelling || wanted.first == given.last?.0.spelling ? [] : wanted
      line += [argument.spelling, path]
    }
    let hasCollect = given.contains { $0.0.spelling == "--collect" }
    for argument in arguments[command] ?? [] {
      let path = given.first { $0.0 == argument }?.1
      if argument.isPositional {
        if let path {
          line.append(path)
        } else if argument.isRequired || argument.spelling == "<experiment>" && !hasCollect
          || command == "definitions" && given.contains(where: { $0.0.spelling == "--diff" })
        {
          line.append(argument.valueName == "index" ? "0" : "other-\(argument.valueName).json")
        }
      } else if argument.isRequired, path == nil {
        line += [argument.spelling, argument.valueName == "date" ? "2026-03-02" : "other\(argument.spelling).json"]
      }
    }
    return line
  }

  private static func files(_ line: [String]) -> CommandFiles? {
    guard let command = try? parsed(line) as? any FileUser else { return nil }
    return CommandFiles(of: command)
  }

  /// A command line as its command reads it.
  static func parsed(_ line: [String]) throws -> any ParsableCommand {
    let command = Samma.configuration.subcommands.first { $0.configuration.commandName == line.first }
    return try #require(command).parse(Array(line.dropFirst()))
  }

  /// The arguments of a command that name files.
  private static func files(of command: String) -> (inputs: [CommandArgument], outputs: [CommandArgument]) {
    var (inputs, outputs): ([CommandArgument], [CommandArgument]) = ([], [])
    for argument in arguments[command] ?? [] {
      // A file of the test suite that exists, so that it is seen as an input.
      guard let files = files(line(command, [(argument, #filePath)])) else { continue }
      if files.inputs.contains(where: { $0.path == #filePath && $0.option == argument.spelling }) {
        inputs.append(argument)
      } else if files.outputs.contains(where: { $0.path == #filePath && $0.option == argument.spelling }) {
        outputs.append(argument)
      }
    }
    return (inputs, outputs)
  }

  @Test func everyArgumentThatNamesAFileIsListedByItsCommand() throws {
    for (command, arguments) in Self.arguments {
      let files = try #require(Self.fileArguments[command])
      for argument in arguments where !(files.inputs + files.outputs).contains(argument) {
        let isKnown = Self.noFiles.contains(argument.valueName)
        // A folder of tasks is looked into; the file of `samma schema` is a word.
        let isLookedInto = argument.spelling == "--collect" || command == "schema"
        #expect(isKnown || isLookedInto, "\(command) \(argument.spelling) <\(argument.valueName)>")
      }
    }
  }

  @Test func noInputIsWrittenOver() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("{}", to: "same.json")
    try FileManager.default.createSymbolicLink(atPath: folder["link.json"].path, withDestinationPath: "same.json")
    try FileManager.default.linkItem(atPath: input, toPath: folder["hard.json"].path)
    var pairs = 0
    for command in Self.arguments.keys.sorted() {
      let (inputs, outputs) = try #require(Self.fileArguments[command])
      for read in inputs {
        for written in outputs {
          // What cannot be given together cannot meet.
          guard Self.files(Self.line(command, [(read, input), (written, "apart.json")])) != nil else { continue }
          for name in ["same.json", "./same.json", "link.json", "hard.json"] {
            let line = Self.line(command, [(read, input), (written, "\(folder.url.path)/\(name)")])
            let files = try #require(Self.files(line))
            let refusal = #expect(throws: InvalidRequest.self, "\(line)") { try files.check() }
            let words = refusal?.description ?? ""
            #expect(words.contains(read.spelling) && words.contains(written.spelling), "\(words)")
          }
          pairs += 1
        }
      }
    }
    #expect(pairs > 60)
  }

  @Test func noTwoOutputsGoToOnePlace() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: folder["link"].path, withDestinationPath: ".")
    let root = folder.url.path
    for command in Self.arguments.keys.sorted() {
      let outputs = try #require(Self.fileArguments[command]).outputs
      for (position, one) in outputs.enumerated() {
        for other in outputs[..<position] {
          guard Self.files(Self.line(command, [(one, "1.json"), (other, "2.json")])) != nil else { continue }
          for name in ["new.json", "./new.json", "link/new.json", "NEW.json", "new/../new.json"] {
            let line = Self.line(command, [(one, "\(root)/new.json"), (other, "\(root)/\(name)")])
            let files = try #require(Self.files(line))
            let refusal = #expect(throws: InvalidRequest.self, "\(line)") { try files.check() }
            let words = refusal?.description ?? ""
            #expect(words.contains(one.spelling) && words.contains(other.spelling), "\(words)")
          }
        }
      }
    }
  }

  @Test func aFolderOfTablesThatIsReadIsNotWrittenInto() throws {
    let folder = try TemporaryFolder()
    let table = try folder.write("id\n", to: "staff.csv")
    let tables = folder.url.path
    for line in [
      ["expand", tables, "--from", "2026-03-02", "-o", tables + "/"], ["upgrade", tables, "-o", tables],
      ["plan", tables, "-o", table], ["split", tables, "-o", tables], ["export", tables, "r.json", "-o", tables],
      ["features", tables, "-o", table],
    ] {
      let files = try #require(Self.files(line))
      #expect(throws: InvalidRequest.self, "\(line)") { try files.check() }
    }
  }

  @Test(arguments: ["plan", "measure", "diff", "repair", "check", "frontier", "convert", "compare"])
  func aCommandThatIsRefusedLeavesItsInputsAsTheyAre(command: String) async throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("what the user has", to: "same.json")
    let files = try #require(Self.fileArguments[command])
    let (read, written) = (try #require(files.inputs.first), try #require(files.outputs.last))
    let link = folder["link.json"].path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: input)
    let outcome = try await SammaCommand.run(Self.line(command, [(read, input), (written, link)]))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(read.spelling) && outcome.errors.contains(written.spelling))
    #expect(try String(contentsOf: folder["same.json"], encoding: .utf8) == "what the user has")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["link.json", "same.json"])
  }
}
