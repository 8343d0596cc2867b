import ArgumentParser
import HomeCare
import Interchange
import Reports
import Rostering

/// `samma report`: tells how many distinct staff each client meets in a roster.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Tells how many distinct staff each client meets in a roster.",
    discussion: """
      Prints the headline, the share of clients who meet more than 14 and more than 20 staff, the distribution, and the \
      clients, worst first, with their indices \
      and the fewest staff they could meet were there no other client.

      EXAMPLES:
        samma report unit.json roster.json
        samma report unit.json roster.json --staff --clients 10
        samma report unit.json roster.json --json
      """)

  @OptionGroup var input: RosterArguments

  @Option(help: ArgumentHelp("Clients listed at most; all by default.", valueName: "number"))
  var clients: Int?

  @Flag(help: "Tell of the staff too: visits, client time of contract time, travel, evenings, weekends.")
  var staff = false

  @OptionGroup var printing: ReportArguments

  func validate() throws {
    if let clients, clients < 0 { throw ValidationError("--clients must not be negative") }
  }

  func run() throws {
    let (instance, roster) = try input.read()
    try roster.judge(by: instance)
    let report = RosterReport(roster, of: instance, floors: instance.floors)
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
