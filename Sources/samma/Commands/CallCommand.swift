import ArgumentParser
import HomeCare
import Interchange
import Reports

/// `samma call`: tells whom to phone for a shift or a visit.
struct CallCommand: ParsableCommand, FileUser, Speaker {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Tells whom to phone for a shift or a visit.",
    discussion: """
      Who is free then and rested, those first who can serve most of the visits and whom most of the clients know, with \
      skills that they lack, hours left this week and telephone numbers; then why the others cannot come. ROSTER is the one \
      in which the shift or the visit is still served. An instance knows of shifts alone: who is absent is told by \
      --absences, the unit's workbook or whatever samma repair --change reads.

      EXAMPLES:
        samma call unit.json roster.json --shift S05-0304
        samma call unit.json roster.json --visit V00012 --lang sv
        samma call unit.json roster.json --shift S05-0304 --absences unit.xlsx --absences ill.csv
      """)

  @OptionGroup var input: RosterArguments

  @Option(help: ArgumentHelp("The shift that somebody is to work.", valueName: "id"))
  var shift: String?

  @Option(help: ArgumentHelp("The visit that somebody is to serve.", valueName: "id"))
  var visit: String?

  @Option(help: ArgumentHelp("The labour rules that rest and hours are held to.", valueName: "profile"))
  var labour = LabourRules.seMunicipal

  @Option(
    help: ArgumentHelp(
      "Who is absent: a table or workbook, or a file of changes; may be given several times.", valueName: "file"))
  var absences: [String] = []

  @OptionGroup var printing: ReportArguments

  var language: LanguageArgument { printing.language }

  func list(_ files: inout CommandFiles) {
    input.list(&files)
    for path in absences { files.reads("--absences", path) }
  }

  func run() throws {
    if (shift == nil) == (visit == nil) { throw InvalidRequest("name either --shift or --visit") }
    let (instance, roster) = try input.read()
    let absent = try absences.flatMap { path in
      let read = try ReadChanges(path: path, of: instance, in: language.ofText)
      if let refusal = read.refusal(nil) { throw refusal }
      return read.changes.absences
    }
    let list =
      shift.flatMap { CallList(for: ShiftID($0), in: roster, of: instance, rules: labour, absences: absent) }
      ?? visit.flatMap { CallList(for: VisitID($0), in: roster, of: instance, rules: labour, absences: absent) }
    guard let list else {
      let (kind, asked, known) =
        shift.map { ("shift", $0, instance.shifts.map(\.id.rawValue)) }
        ?? ("visit", visit ?? "", instance.visits.map(\.id.rawValue))
      let hint = Spelling.nearest(to: asked, among: known).map { "the nearest is \($0)" } ?? "name one of its own"
      throw InvalidRequest("the instance has no \(kind) \(asked); \(hint)")
    }
    let report = CallReport(list, of: instance, knowsAbsences: !absences.isEmpty)
    try printing.print(report) { report.text($0) }
  }
}
