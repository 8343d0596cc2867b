import ArgumentParser
import HomeCare
import Interchange
import Reports

/// `samma diff`: tells what is different between two rosters.
struct DiffCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tells what is different between two rosters.",
    discussion: """
      Changed visits, staff gained and lost per client, hours per staff member, and the score's parts of both.

      EXAMPLES:
        samma diff unit.json old.json new.json
        samma diff unit.json old.json new.json --new-instance new-unit.json -o diff.html --lang en
      """)

  @OptionGroup var source: InstanceArgument

  @Argument(help: "The first roster, a JSON file.")
  var before: String

  @Argument(help: "The second roster, a JSON file.")
  var after: String

  @Option(
    help: ArgumentHelp("The instance that the second roster answers, where it is another.", valueName: "instance"))
  var newInstance: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write an HTML page.", valueName: "file"))
  var output: String?

  @OptionGroup var printing: ReportArguments

  func list(_ files: inout CommandFiles) {
    source.list(&files)
    files.reads("<before>", before)
    files.reads("<after>", after)
    files.reads("--new-instance", newInstance)
    files.writes("-o", output)
  }

  func run() throws {
    let page = output.map { Destination($0) }
    let instance = try source.read()
    let changed = try newInstance.map { try InstanceSource(argument: $0).read() }
    let (first, second) = (try Roster(path: before), try Roster(path: after))
    try first.judge(by: instance)
    try second.judge(by: changed ?? instance)
    let comparison = RosterComparison(first, second, of: instance, changed: changed)
    let report = DiffReport(comparison, of: changed ?? instance, names: (before, after))
    try page?.write(Array(report.html(printing.language.ofPages).utf8))
    if page?.isStandardOutput != true { try printing.print(report) { report.text($0) } }
  }
}
