import ArgumentParser
import HomeCare
import Interchange
import Reports

/// `samma call`: tells whom to phone for a shift or a visit.
struct CallCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Tells whom to phone for a shift or a visit.",
    discussion: """
      Who is free then and rested, those first who can serve most of the visits and whom most of the clients know, with \
      skills that they lack, hours left this week and telephone numbers; then why the others cannot come. ROSTER is the one \
      in which the shift or the visit is still served.

      EXAMPLES:
        samma call unit.json roster.json --shift S05-0304
        samma call unit.json roster.json --visit V00012 --lang sv
      """)

  @OptionGroup var input: RosterArguments

  @Option(help: ArgumentHelp("The shift that somebody is to work.", valueName: "id"))
  var shift: String?

  @Option(help: ArgumentHelp("The visit that somebody is to serve.", valueName: "id"))
  var visit: String?

  @Option(help: ArgumentHelp("The labour rules that rest and hours are held to.", valueName: "profile"))
  var labour = LabourRules.seMunicipal

  @OptionGroup var printing: ReportArguments

  func list(_ files: inout CommandFiles) { input.list(&files) }

  func run() throws {
    if (shift == nil) == (visit == nil) { throw InvalidRequest("name either --shift or --visit") }
    let (instance, roster) = try input.read()
    let list =
      shift.flatMap { CallList(for: ShiftID($0), in: roster, of: instance, rules: labour) }
      ?? visit.flatMap { CallList(for: VisitID($0), in: roster, of: instance, rules: labour) }
    guard let list else {
      let asked = shift.map { "shift \($0)" } ?? "visit \(visit ?? "")"
      throw InvalidRequest("the instance has no \(asked); name one of its own")
    }
    let report = CallReport(list, of: instance)
    try printing.print(report) { report.text($0) }
  }
}
