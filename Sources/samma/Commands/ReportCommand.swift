import ArgumentParser
import HomeCare
import Interchange
import Reports
import Rostering

/// `samma report`: tells how many distinct staff each client meets in a roster.
struct ReportCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Tells how many distinct staff each client meets in a roster.",
    discussion: """
      Prints the headline, the share of clients who meet more than 14 and more than 20 staff, the distribution, and the \
      clients, worst first, with their indices \
      and the fewest staff they could meet were there no other client. Then follow how steadily visits start, visits by \
      the fixed contact, the use of shifts, and periods across the horizon's edge.

      EXAMPLES:
        samma report unit.json roster.json
        samma report unit.json roster.json --staff --clients 10
        samma report unit.json roster.json --json
        samma report unit.json roster.json -o report.html --lang en
      """)

  @OptionGroup var input: RosterArguments

  @Option(
    help: ArgumentHelp(
      "Clients listed at most, all by default; and rows of other tables, 10, on the page 20.", valueName: "number"))
  var clients: Int?

  @Flag(help: "Tell of the staff too: visits, client time of contract time, travel, evenings, weekends.")
  var staff = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Write an HTML page.", valueName: "file"))
  var output: String?

  @Flag(help: "Print the figures over the whole roster as CSV instead of text.")
  var csv = false

  @OptionGroup var printing: ReportArguments

  func validate() throws {
    try OptionRange.howMany("--clients").check(clients)
    if csv, printing.form.json { throw ValidationError("--json and --csv exclude each other") }
  }

  func list(_ files: inout CommandFiles) {
    input.list(&files)
    files.writes("-o", output)
  }

  func run() throws {
    let page = output.map { Destination($0) }
    let (instance, roster) = try input.read()
    let check = try roster.judge(by: instance)
    let report = RosterReport(roster, of: instance, check: check, floors: instance.floors)
    try page?.write(Array(report.html(printing.language.ofPages, limit: clients).utf8))
    if page?.isStandardOutput == true { return }
    if csv { return try StandardStream.output.write(report.csv(printing.language.ofText.csvDialect)) }
    try printing.print(report) { report.text($0, limit: clients) + (staff ? "\n" + report.staffText($0) : "") }
  }
}

extension Instance {
  /// The fewest staff each client could meet; nothing where the horizon has several periods, each with its own floor.
  var floors: [ClientID: Int]? {
    guard horizon.isSinglePeriod else { return nil }
    let floors = ContinuityFloor.all(of: self, witnesses: false)
    return Dictionary(floors.map { ($0.client, $0.staff) }, uniquingKeysWith: +)
  }
}
