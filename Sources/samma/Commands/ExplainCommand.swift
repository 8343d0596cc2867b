import ArgumentParser
import HomeCare
import Interchange
import Reports
import Rostering

/// `samma explain`: tells why a roster is as it is.
struct ExplainCommand: ParsableCommand, FileUser, Speaker {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tells why a roster is as it is.",
    discussion: """
      Without an option: which visits are left, why, and what working time is lacking, by skill, day and part of the \
      day. With --visit: why its staff serve it, each alternative with what it would cost by part of the score. With \
      --client: the fewest staff the client could meet, and the visits that force so many.

      EXAMPLES:
        samma explain unit.json roster.json
        samma explain unit.json roster.json --visit V00012
        samma explain unit.json roster.json --client C003 --json
      """)

  @OptionGroup var input: RosterArguments

  @Option(help: ArgumentHelp("Explain who serves this visit, or why nobody does.", valueName: "id"))
  var visit: String?

  @Option(help: ArgumentHelp("With --visit: whose place the alternatives would take.", valueName: "staff"))
  var insteadOf: String?

  @Option(help: ArgumentHelp("Explain this client's floor.", valueName: "id"))
  var client: String?

  @OptionGroup(title: "What counts") var weights: WeightArguments

  @OptionGroup var printing: ReportArguments

  var language: LanguageArgument { printing.language }

  func validate() throws {
    if visit != nil && client != nil { throw ValidationError("--visit and --client exclude each other") }
    if insteadOf != nil && visit == nil { throw ValidationError("--instead-of goes with --visit") }
  }

  func list(_ files: inout CommandFiles) {
    input.list(&files)
    weights.list(&files)
  }

  func run() throws {
    let (own, roster) = try input.read()
    let instance = try weights.applied(to: own)
    let explainer = RosterExplainer(instance, roster)
    var people = NamedPersons(of: instance)
    if let visit {
      let reasons = try explainer.visit(
        VisitID(visit),
        replacing: insteadOf.map { people.find(StaffID($0), at: Cell(table: "staff", row: 0, column: "staff")) })
      let report = VisitReasonsReport(reasons, of: instance)
      try printing.print(report) { report.text($0) }
    } else if let client {
      let id = people.find(ClientID(client), at: Cell(table: "clients", row: 0, column: "client"))
      try people.refuseAmbiguous()
      people.tell(in: language.ofText)
      guard let floors = explainer.floors(of: id) else {
        throw InvalidRequest("the instance has no client \(client); name one of its clients")
      }
      let report = FloorReport(floors, roster, of: instance)
      try printing.print(report) { report.text($0) }
    } else {
      let report = ShortageReport(explainer.unassigned(), explainer.shortages(), of: instance, broken: explainer.broken)
      try printing.print(report) { report.text($0) }
    }
  }
}
