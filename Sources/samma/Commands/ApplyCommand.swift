import ArgumentParser
import HomeCare
import Interchange
import Reports

/// `samma apply`: carries out a list of changes, or a part of it.
struct ApplyCommand: ParsableCommand, FileUser, Speaker {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Carries out a list of changes on a roster, or a part of it.",
    discussion: """
      The list is what samma repair --list or --undo has written. INSTANCE is the one that the new roster answers: what \
      repair --instance-out wrote, or the old one together with the same --change and --now. The new roster is valid and \
      scored anew. Where accepted changes do not go without others, it is told which, nothing is written, and the exit \
      code is 3; --with-needed takes those along.

      EXAMPLES:
        samma apply new-unit.json roster.json --changes list.json -o new.json
        samma apply new-unit.json roster.json --changes list.json --accept V012 --accept V044 -o new.json
        samma apply unit.json new.json --changes undo.json -o roster.json
      """)

  @OptionGroup var input: RosterArguments

  @Option(help: ArgumentHelp("The list, or - for standard input.", valueName: "file"))
  var changes: String

  @Option(
    help: ArgumentHelp("The file of changes that the list answers, where INSTANCE is as it was.", valueName: "file"))
  var change: String?

  @OptionGroup var clock: NowArgument

  @Option(help: ArgumentHelp("Carry out the changes of these visits alone.", valueName: "visit"))
  var accept: [String] = []

  @Option(help: ArgumentHelp("Carry out all but the changes of these visits.", valueName: "visit"))
  var reject: [String] = []

  @Flag(help: "Carry out what the accepted changes need, too.")
  var withNeeded = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Write the new roster.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Write the instance that it answers.", valueName: "file"))
  var instanceOut: String?

  @OptionGroup var printing: ReportArguments

  var language: LanguageArgument { printing.language }

  func validate() throws {
    if !accept.isEmpty && !reject.isEmpty { throw ValidationError("--accept and --reject exclude each other") }
    if clock.now != nil && change == nil { throw ValidationError("--now goes with --change") }
  }

  func list(_ files: inout CommandFiles) {
    input.list(&files)
    files.reads("--changes", changes)
    files.reads("--change", change)
    files.writes("-o", output)
    files.writes("--instance-out", instanceOut)
  }

  func run() throws {
    let destinations = (roster: output.map { Destination($0) }, instance: instanceOut.map { Destination($0) })
    let (own, roster) = try input.read()
    let instance =
      try change.map {
        try ReadChanges(path: $0, of: own, in: language.ofText)
          .carriedOut(on: own, roster, now: clock.time, in: language.ofText).instance
      } ?? own
    let file = try ChangeListFile(path: changes)
    if file.instance != instance.name {
      throw InvalidRequest(
        "the list leads to a roster of \(file.instance), and the instance is \(instance.name); name the one that it leads to"
      )
    }
    let part: PartOfChanges
    do {
      part = try PartOfChanges(
        of: file.list, on: roster, of: instance, accepting: accepted(of: file.list), takesAlong: withNeeded)
    } catch let error as InvalidChanges {
      if error.problems.contains(where: { ["from", "toShifts"].contains($0.cell.column) }) {
        StandardStream.error.note(
          "the list does not lead from this roster, which later changes have made another: take those back first, the "
            + "newest first, or tell repair what holds now in a file of changes, such as back or newShifts",
          in: language.ofText)
      }
      throw file.located(error.problems)
    }
    if let new = part.roster {
      try destinations.roster?.write(new.json())
      try destinations.instance?.write(instance.tables.json())
    }
    let report = ApplyReport(part)
    try printing.print(report) { report.text($0) }
    if part.roster == nil { throw ExitStatus.incomplete.ending }
  }

  private func accepted(of list: ChangeList) throws -> Set<VisitID>? {
    if !accept.isEmpty { return Set(accept.map { VisitID($0) }) }
    if reject.isEmpty { return nil }
    let known = Set(list.rows.map(\.visit))
    if let stranger = reject.first(where: { !known.contains(VisitID($0)) }) {
      throw InvalidRequest("--reject \(stranger): the list has no change of it")
    }
    return known.subtracting(reject.map { VisitID($0) })
  }
}
