import ArgumentParser
import HomeCare
import Interchange
import Reports

/// The options of `plan` by which visits stay as they are.
struct LockArguments: ParsableArguments, FileUser {
  @Option(
    help: ArgumentHelp(
      "Keep what --lock and --keep-days say of this roster; all of it where both are absent.",
      valueName: "roster"))
  var keep: String?

  @Option(help: ArgumentHelp("Keep staff and start of the first days' visits of --keep.", valueName: "number"))
  var keepDays: Int?

  @Option(
    help: ArgumentHelp(
      "Keep these visits of --keep: visit:ID, client:ID, staff:ID or day:DATE, with =staff or =start that alone.",
      valueName: "which"))
  var lock: [String] = []

  @Option(help: ArgumentHelp("Keep what this file of locks says.", valueName: "file"))
  var locks: String?

  func validate() throws {
    try OptionRange.howMany("--keep-days").check(keepDays)
    if keep == nil && (keepDays != nil || !lock.isEmpty) {
      throw ValidationError("--keep-days and --lock say what to keep of a roster; name it with --keep")
    }
    for text in lock { _ = try Self.selection(text) }
  }

  func list(_ files: inout CommandFiles) {
    files.reads("--keep", keep)
    files.reads("--locks", locks)
  }

  /// The locks asked for; `nil` where none of the options is given.
  func read(_ instance: Instance, in language: Language) throws -> [VisitLock]? {
    if keep == nil && locks == nil { return nil }
    var people = NamedPersons(of: instance)
    var result = try locks.map { try VisitLock.read(path: $0) } ?? []
    for row in result.indices {
      result[row].staff = result[row].staff.map {
        people.find($0, at: Cell(table: "locks", row: row, column: "staff"))
      }
    }
    try people.refuseAmbiguous()
    people.tell(in: language)
    guard let keep else { return result }
    let roster = try Roster(path: keep)
    var selections = try lock.map(Self.selection)
    people = NamedPersons(of: instance)
    for row in selections.indices { selections[row].subject = selections[row].subject.named(by: &people, row: row) }
    try people.refuseAmbiguous()
    people.tell(in: language)
    if let keepDays { selections.append(LockSelection(.firstDays(keepDays))) }
    if selections.isEmpty { selections = [LockSelection(.all)] }
    let known = Set(instance.visits.map(\.id))
    for (index, selection) in selections.enumerated() {
      // Of another week's roster, visits that this instance does not have are no concern of it.
      let found = selection.locks(from: roster, of: instance).filter { known.contains($0.visit) }
      if found.isEmpty && index < lock.count {
        StandardStream.error.warn("--lock \(lock[index]) holds nothing of the roster", in: language)
      }
      result += found
    }
    return result
  }

  /// Reads `client:C1=staff`.
  private static func selection(_ text: String) throws -> LockSelection {
    var body = Substring(text)
    var part = LockSelection.Part.both
    for choice in LockSelection.Part.allCases where body.hasSuffix("=\(choice.rawValue)") {
      part = choice
      body = body.dropLast(choice.rawValue.count + 1)
    }
    let pieces = body.split(separator: ":", maxSplits: 1)
    guard pieces.count == 2 else {
      throw ValidationError("--lock \(text) must be visit:ID, client:ID, staff:ID or day:DATE")
    }
    let id = String(pieces[1])
    switch pieces[0] {
    case "visit": return LockSelection(.visit(VisitID(id)), part)
    case "client": return LockSelection(.client(ClientID(id)), part)
    case "staff": return LockSelection(.staff(StaffID(id)), part)
    case "day":
      guard let date = LocalDate(id) else {
        throw ValidationError("--lock \(text) must name a day such as day:2026-03-02")
      }
      return LockSelection(.day(date), part)
    default: throw ValidationError("--lock \(text) must begin with visit:, client:, staff: or day:")
    }
  }
}
