import ArgumentParser
import Foundation

@testable import samma

/// An argument of a command that takes a value, as the command's own description of itself tells.
struct CommandArgument: Hashable, Sendable {
  let command: String
  /// How messages name it: `-o`, `--locks` or `<roster>`.
  let spelling: String
  let valueName: String
  let isRequired: Bool

  var isPositional: Bool { spelling.hasPrefix("<") }

  /// Every argument with a value of every command.
  static let all: [CommandArgument] = {
    let dump = Data(Samma._dumpHelp().utf8)
    let commands = (try? JSONDecoder().decode(Description.self, from: dump))?.command.subcommands ?? []
    // The help that comes with every command is none of ours.
    return commands.filter { $0.commandName != "help" }.flatMap { command in
      (command.arguments ?? []).filter { $0.kind != "flag" }.map { argument in
        let names = argument.names ?? []
        let value = argument.valueName ?? names.first?.name ?? ""
        let spelling =
          names.contains { $0.kind == "short" && $0.name == "o" }
          ? "-o" : names.first { $0.kind == "long" }.map { "--\($0.name)" } ?? "<\(value)>"
        return CommandArgument(
          command: command.commandName, spelling: spelling, valueName: value, isRequired: !argument.isOptional)
      }
    }
  }()

  private struct Description: Decodable {
    let command: Command

    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }

    struct Argument: Decodable {
      let kind: String
      let valueName: String?
      let names: [Name]?
      let isOptional: Bool
    }

    struct Name: Decodable {
      let kind: String
      let name: String
    }
  }
}
