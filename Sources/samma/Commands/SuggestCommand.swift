import ArgumentParser
import HomeCare
import Interchange
import Reports
import Rostering

/// `samma suggest`: tells who could take a visit.
struct SuggestCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Tells who could take a visit.",
    discussion: """
      Every staff member, best first: known to the client and free; free, but a new face; possible if one other visit \
      moves, and which; possible if a person allows an exception, and which; not possible, and by which rule. All \
      other visits keep their staff and start.

      EXAMPLES:
        samma suggest unit.json roster.json V00012
        samma suggest unit.json roster.json V00012 --instead-of S05 --json
      """)

  @OptionGroup var input: RosterArguments

  @Argument(help: "The visit's id.")
  var visit: String

  @Option(
    help: ArgumentHelp("Whose place is to be taken, where several serve the visit.", valueName: "staff"))
  var insteadOf: String?

  @Flag(help: "Offer staff whom the client blocks too, with the exception that they would need.")
  var blocked = false

  @Option(help: ArgumentHelp("Staff listed at most; all by default.", valueName: "number"))
  var staff: Int?

  @OptionGroup(title: "What counts") var weights: WeightArguments

  @OptionGroup var printing: ReportArguments

  func validate() throws {
    try OptionRange.howMany("--staff").check(staff)
  }

  func list(_ files: inout CommandFiles) {
    input.list(&files)
    weights.list(&files)
  }

  func run() throws {
    let (instance, roster) = try input.read()
    let suggestions = try Suggester(weights.applied(to: instance), roster).suggestions(
      for: VisitID(visit), replacing: insteadOf.map { StaffID($0) }, exceptions: blocked ? .blockedToo : .usual)
    let report = SuggestionReport(suggestions, of: instance)
    try printing.print(report) { report.text($0, limit: staff) }
  }
}
