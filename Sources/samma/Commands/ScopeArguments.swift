import ArgumentParser
import HomeCare
import Interchange
import Reports
import Rostering

/// The options of `repair` by which it touches no more than asked.
struct ScopeArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Change these days alone: 2026-03-02, or 2026-03-02..2026-03-04; by default those that the changes touch.",
      valueName: "days"))
  var days: [String] = []

  @Option(
    help: ArgumentHelp("Change the days up to this one alone, from --now or the first day on.", valueName: "date"))
  var until: LocalDate?

  @Option(
    help: ArgumentHelp(
      "Change visits of these clients and areas, and routes of these staff, alone: client:ID, area:NAME or staff:ID.",
      valueName: "which"))
  var only: [String] = []

  func validate() throws {
    if !days.isEmpty && until != nil { throw ValidationError("--days and --until exclude each other") }
    for text in days { _ = try Self.dates(text) }
    for text in only { _ = try Self.subject(text) }
  }

  /// The scope asked for.
  func scope(in instance: Instance, now: LocalDateTime?, telling language: Language) throws -> RepairScope {
    var scope = RepairScope()
    if !days.isEmpty { scope.days = try days.reduce(into: []) { $0.formUnion(try Self.dates($1)) } }
    if let until {
      let first = now?.date ?? instance.horizon.start
      guard first <= until else {
        throw InvalidRequest("--until \(until) lies before \(first), the first day to change")
      }
      scope.days = Set((first.dayNumber...until.dayNumber).map { LocalDate(dayNumber: $0) })
    }
    let known = (0..<instance.horizon.days).map { instance.horizon.start.advanced(by: $0) }
    if let days = scope.days, days.isDisjoint(with: known) {
      throw InvalidRequest("no day to change lies in the horizon, \(known[0]) to \(known[known.count - 1])")
    }
    var people = NamedPersons(of: instance)
    for (row, text) in only.enumerated() {
      let (kind, id) = try Self.subject(text)
      let cell = Cell(table: "only", row: row, column: kind)
      let isKnown: Bool
      switch kind {
      case "client":
        let client = people.find(ClientID(id), at: cell)
        isKnown = instance.clients.contains { $0.id == client }
        scope.clients.insert(client)
      case "staff":
        let member = people.find(StaffID(id), at: cell)
        isKnown = instance.staff.contains { $0.id == member }
        scope.staff.insert(member)
      default:
        isKnown = instance.clients.contains { $0.area == id }
        scope.areas.insert(id)
      }
      try people.refuseAmbiguous()
      if !isKnown { throw InvalidRequest("--only \(text): the instance has no such \(kind)") }
    }
    people.tell(in: language)
    return scope
  }

  private static func dates(_ text: String) throws -> [LocalDate] {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { LocalDate(String($0)) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last,
      last.dayNumber - first.dayNumber <= InputLimits.days.upperBound
    else { throw ValidationError("--days \(text) must be days such as 2026-03-02 or 2026-03-02..2026-03-04") }
    return (first.dayNumber...last.dayNumber).map { LocalDate(dayNumber: $0) }
  }

  private static func subject(_ text: String) throws -> (kind: String, id: String) {
    let pieces = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard pieces.count == 2, ["client", "staff", "area"].contains(pieces[0]) else {
      throw ValidationError("--only \(text) must be client:ID, staff:ID or area:NAME")
    }
    return (pieces[0], pieces[1])
  }
}
