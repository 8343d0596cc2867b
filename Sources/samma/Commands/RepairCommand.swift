import ArgumentParser
import HomeCare
import Interchange
import Reports
import Rostering

/// `samma repair`: mends a roster after changes.
struct RepairCommand: ParsableCommand, FileUser, Speaker {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Mends a roster after changes, such as someone ill.",
    discussion: """
      Up to three options: best continuity, fewest changes, least travel. All cover as much as can be covered and put \
      nobody newly above target where that can be helped. Visits that have started and pinned visits stay as they are. \
      The new roster answers the changed instance, which --instance-out writes.

      EXAMPLES:
        samma repair unit.json roster.json --change ill.json
        samma repair unit.json roster.json --change ill.json --now 2026-03-04T07:30
        samma repair unit.json roster.json --change ill.json -o new.json
        samma repair unit.json roster.json --change - --instance-out new-unit.json
        samma repair unit.json roster.json --change ill.json --days 2026-03-04 --only area:north --list list.json
      """)

  @OptionGroup var input: RosterArguments

  @Option(help: ArgumentHelp("The file of changes, or - for standard input.", valueName: "file"))
  var change: String

  @OptionGroup var clock: NowArgument

  @OptionGroup(title: "What may be touched") var scope: ScopeArguments

  @Option(help: "Which option -o writes.")
  var pick = RepairOption.Label.bestContinuity

  @Option(name: .shortAndLong, help: ArgumentHelp("Write the picked option's roster.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Write the changed instance.", valueName: "file"))
  var instanceOut: String?

  @Option(
    help: ArgumentHelp("Write the picked option's list of changes, which samma apply carries out.", valueName: "file"))
  var list: String?

  @Option(
    help: ArgumentHelp(
      "Write the list that takes the picked option back: samma apply restores the roster.",
      valueName: "file"))
  var undo: String?

  @Option(help: ArgumentHelp("Rounds of improvement for each option.", valueName: "number"))
  var rounds = RepairOptions().rounds

  @Option(help: ArgumentHelp("Seed of every random choice.", valueName: "number"))
  var seed: UInt64 = 1

  @OptionGroup(title: "What counts") var weights: WeightArguments

  @OptionGroup var printing: ReportArguments

  @Flag(help: "End with exit code 3 where the picked option leaves a visit unassigned.")
  var requireComplete = false

  var language: LanguageArgument { printing.language }

  func validate() throws {
    if weights.areGiven && output != nil && instanceOut == nil {
      throw ValidationError("the roster of -o answers an instance with the new weights; write it with --instance-out")
    }
    try OptionRange.howMany("--rounds").check(rounds)
  }

  func list(_ files: inout CommandFiles) {
    input.list(&files)
    weights.list(&files)
    files.reads("--change", change)
    files.writes("-o", output)
    files.writes("--instance-out", instanceOut)
    files.writes("--list", list)
    files.writes("--undo", undo)
  }

  func run() throws {
    let destinations = (roster: output.map { Destination($0) }, instance: instanceOut.map { Destination($0) })
    let lists = (list: list.map { Destination($0) }, undo: undo.map { Destination($0) })
    let (own, roster) = try input.read()
    let instance = try weights.applied(to: own)
    let time = clock.time
    let read = try ReadChanges(path: change, of: instance, in: language.ofText)
    let changed = try read.carriedOut(on: instance, roster, now: time, in: language.ofText)
    for note in read.idle(in: instance) { StandardStream.error.note(note, in: language.ofText) }
    var options = RepairOptions()
    (options.rounds, options.seed) = (rounds, seed)
    let repairer = try Repairer(
      changed, roster, now: time, scope: scope.scope(in: instance, now: time, telling: language.ofText))
    let found = repairer.options(options, cancellation: InterruptSignals.listen())
    let picked = found.first { $0.labels.contains(pick) } ?? found.first
    if let picked {
      try destinations.roster?.write(picked.roster.json())
      try lists.list?.write(picked.list.json(instance: changed.instance.name))
      try lists.undo?.write(picked.list.reversed.json(instance: instance.name))
    }
    try destinations.instance?.write(changed.instance.tables.json())
    let report = RepairReport(found, of: changed, broken: repairer.broken, outOfScope: repairer.outOfScope)
    try printing.print(report) { report.text($0) }
    if picked.map(report.breaksMore) == true { throw ExitStatus.incomplete.ending }
    if requireComplete && picked?.roster.unassigned.isEmpty == false { throw ExitStatus.incomplete.ending }
  }
}

extension RepairOption.Label: ExpressibleByArgument {}
