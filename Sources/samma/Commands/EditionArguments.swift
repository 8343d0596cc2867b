import ArgumentParser
import Interchange
import Reports

/// For whom a report of `samma measure` is, and what stands above it.
struct EditionArguments: ParsableArguments, FileUser {
  /// The editions by name.
  enum Name: String, CaseIterable, ExpressibleByArgument {
    case work
    case board
  }

  @Option(
    help: """
      For whom the report is: work, with ids; or board, for the public too, without ids and without counts of few clients.
      """)
  var edition = Name.work

  @Option(help: "Counts of clients below this are not shown in the board's edition.")
  var suppressBelow = Edition.standardLimit

  @Option(help: ArgumentHelp("Title of the report.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The unit measured, below the title.", valueName: "text"))
  var unit: String?

  @Option(help: ArgumentHelp("The board that the report is for, below the title.", valueName: "text"))
  var board: String?

  @Option(help: ArgumentHelp("The report's date, below the title, in any form.", valueName: "text"))
  var date: String?

  @Option(
    help: ArgumentHelp("Published figures of others to lay beside, as JSON with their sources.", valueName: "path"))
  var beside: String?

  func validate() throws {
    try OptionRange("--suppress-below", 2...1_000).check(suppressBelow)
  }

  func list(_ files: inout CommandFiles) { files.reads("--beside", beside) }

  var isForBoard: Bool { edition == .board }
  var heading: ReportHeading { ReportHeading(title: title, unit: unit, board: board, date: date) }

  func published() throws -> [PublishedFigure] { try beside.map { try PublishedFigure.read($0) } ?? [] }

  /// The report in the edition asked for.
  func output(of report: MeasureReport) throws -> any MeasureOutput {
    guard isForBoard else { return report }
    do {
      return try BoardReport(report, limit: suppressBelow)
    } catch {
      throw InvalidRequest("\(error)")
    }
  }
}
