import Foundation
import HomeCare
import Interchange
import TestSupport
import Testing

@testable import samma

/// The generated files in `instances/`, against the commands that its README records.
@Suite struct CommittedInstancesTests {
  private static let folder = repository.appending(path: "instances")

  /// The arguments of every `samma generate … --name NAME …` in the README's table, and NAME.
  private static func commands() throws -> [(name: String, arguments: [String])] {
    let text = String(decoding: try Data(contentsOf: folder.appendingPathComponent("README.md")), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(whereSeparator: { $0 == " " || $0 == "`" }).map(String.init)
      guard let begin = words.firstIndex(of: "generate"), let name = words.firstIndex(of: "--name"),
        let end = words[name...].firstIndex(of: "|")
      else { return nil }
      return (words[name + 1], Array(words[(begin + 1)..<end]))
    }
  }

  @Test func everyRecordedCommandGivesTheBytesOfItsFile() throws {
    let commands = try Self.commands()
    #expect(commands.count == 17)
    for command in commands {
      let generate = try GenerateCommand.parse(command.arguments)
      #expect(generate.destination.output == "instances/\(command.name).json")
      let file = try Data(contentsOf: Self.folder.appendingPathComponent("\(command.name).json"))
      #expect(try generate.instance().json() == Array(file), "\(command.name)")
    }
  }

  @Test func everyFileIsAValidInstanceOfItsNameWithoutWarning() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".json") && $0 != "best-known.json" }
    #expect(files.count == 26)
    for file in files {
      let path = Self.folder.appendingPathComponent(file).path
      let instance = try InstanceSource.json(path: path).read()
      #expect(instance.name + ".json" == file)
      // One instance is about visits that no one can serve, which is doubted.
      if file != "tiny-unassignable.json" { #expect(instance.warnings.isEmpty, "\(file): \(instance.warnings)") }
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      #expect(size.map { $0 < 1_000_000 } == true)
    }
  }

  private struct BestKnown: Decodable {
    struct Entry: Decodable {
      let instance: String
      let total: Int
      let parts: [String: Int]
      let bound: Int?
      let command: String
      let version: String
      let seed: UInt64?
    }

    let format: String
    let entries: [Entry]
  }

  @Test func everyBestKnownScoreAddsUpAndLiesAboveItsBound() throws {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent("best-known.json"))
    let known = try JSONDecoder().decode(BestKnown.self, from: data)
    #expect(known.format == "samma-best-known/1")
    #expect(Set(known.entries.map(\.instance)).count == known.entries.count)
    for entry in known.entries {
      let path = Self.folder.appendingPathComponent("\(entry.instance).json").path
      let instance = try InstanceSource.json(path: path).read()
      var score = Score()
      for part in ScorePart.parts(of: instance.format) {
        // A part that the instance gives no price may be left out.
        if instance.weights[part] == 0 && entry.parts[part.name] == nil { continue }
        score[part] = try #require(entry.parts[part.name], "\(entry.instance)")
      }
      #expect(Set(entry.parts.keys).isSubset(of: ScorePart.allCases.map(\.name)))
      #expect(score.total(under: instance.weights) == entry.total, "\(entry.instance)")
      #expect((entry.bound ?? 0) <= entry.total, "\(entry.instance)")
      #expect(!entry.command.isEmpty && !entry.version.isEmpty)
    }
  }
}
