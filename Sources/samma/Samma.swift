import ArgumentParser
import Interchange
import Reports
import Rostering

/// The `samma` command: reads its arguments, runs the subcommand, and ends with the exit code that the outcome calls for.
@main
struct Samma: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samma",
    abstract: "Plans home care so that each client meets the same faces at the door.",
    discussion: """
      An INSTANCE says who needs visits, who works when and where everyone lives; a ROSTER answers it. \
      An instance is a JSON file, a folder of CSV files, or - for JSON on standard input.

      Exit codes: 0 done; 1 internal error; 2 bad input or usage; 3 answered, but rules are broken or visits uncovered.
      """,
    version: Program.version,
    subcommands: [
      PlanCommand.self,
      CheckCommand.self,
      ReportCommand.self,
      SuggestCommand.self,
      RepairCommand.self,
      CallCommand.self,
      ApplyCommand.self,
      ExplainCommand.self,
      DiffCommand.self,
      FrontierCommand.self,
      BoundCommand.self,
      SolversCommand.self,
      ParamsCommand.self,
      MeasureCommand.self,
      DefinitionsCommand.self,
      ExpandCommand.self,
      ExportCommand.self,
      ConvertCommand.self,
      UpgradeCommand.self,
      EvaluateCommand.self,
      GenerateCommand.self,
      SplitCommand.self,
      SchemaCommand.self,
      BenchCommand.self,
      CompareCommand.self,
      FeaturesCommand.self,
      RunTaskCommand.self,
      RunArrayTaskCommand.self,
    ])

  static func main() async {
    StandardStream.keepClosedOnesClosed()
    StandardStream.ignoreBrokenPipes()
    InterruptSignals.watch()
    var language = Language.english
    let given = Array(CommandLine.arguments.dropFirst())
    let arguments = LogArguments.spelledOut(in: ProgressFormat.spelledOut(in: given))
    do {
      try SystemLimits.check()
      if let problem = InputSize.problem { throw InvalidRequest(problem) }
      var command = try parseAsRoot(arguments)
      language = Self.language(of: command)
      if let user = command as? any FileUser { try CommandFiles(of: user).check() }
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error, in: language)
    }
  }

  /// In which language a command tells of files.
  private static func language(of command: any ParsableCommand) -> Language {
    (command as? any Speaker)?.language.ofText ?? .english
  }

  /// Prints what ended the run and exits with its code.
  private static func end(with error: any Error, in language: Language) -> Never {
    InterruptSignals.giveWay()
    let status = ExitStatus(of: error)
    guard status == .done else {
      if let complaint = complaint(of: error, in: language) { StandardStream.error.tell(complaint) }
      status.exit()
    }
    // Help and the version are answers, not errors.
    do {
      try StandardStream.output.write(fullMessage(for: error) + "\n")
    } catch {
      end(with: error, in: language)
    }
    status.exit()
  }

  /// What standard error says of an error; nothing where the command has said it.
  private static func complaint(of error: any Error, in language: Language) -> String? {
    switch error {
    case is ExitCode: return nil
    case let error as InputError: return "samma: \(language.text(of: error))"
    case is InvalidRequest: return "samma: \(language.message("\(error)"))"
    case is VisitQuestionError, is OutputError, is SystemLimits.TooTight,
      is StandardStream.WriteFailure, is SolverFailure:
      return "samma: \(error)"
    default: return fullMessage(for: error)
    }
  }
}

extension ExitStatus {
  /// The exit code that an error thrown by a command calls for.
  init(of error: any Error) {
    switch error {
    case let status as ExitCode: self = ExitStatus(rawValue: status.rawValue) ?? .internalError
    case is InputError, is InvalidRequest, is VisitQuestionError: self = .badInput
    case SolverFailure.noRoster: self = .badInput
    case SolverFailure.invalid: self = .incomplete
    default:
      switch Samma.exitCode(for: error) {
      case .success: self = .done
      case .validationFailure: self = .badInput
      default: self = .internalError
      }
    }
  }
}
