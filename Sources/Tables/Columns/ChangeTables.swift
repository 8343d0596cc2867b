import HomeCare

/// The tables of a file of changes.
enum ChangeTables {
  /// The format of every file of changes.
  static let format = "samma-changes/1"

  /// The keys of the outermost object, in the order of the files.
  static let keys = ["format", "absences", "away", "cancelled", "added", "moved", "lengthened"]

  static let absences = TableLayout(
    name: "absences", meaning: "Staff who do not work",
    blank: Changes.Absence(staff: "", from: .blank),
    columns: [
      .reference("staff", \.staff, to: "staff", "Who is absent"),
      .time("from", \.from, "When the absence begins; midnight for whole days"),
      .end("to", \.to, "When it ends; open where absent"),
    ])

  static let away = TableLayout(
    name: "away", meaning: "Clients who are not at home",
    blank: Changes.Away(client: "", from: .blank),
    columns: [
      .reference("client", \.client, to: "clients", "Who is away"),
      .time("from", \.from, "When the client leaves"),
      .end("to", \.to, "When the client is back; open where absent"),
    ])

  static let cancelled = TableLayout(
    name: "cancelled", meaning: "Visits no longer wanted", blank: Changes.Cancellation(visit: ""),
    columns: [.reference("visit", \.visit, to: "visits", "The visit")])

  /// New visits have the columns of an instance's visits.
  static let added = TableLayout(
    name: "added", meaning: "New visits", blank: InstanceTables.visits.blank, columns: InstanceTables.visits.columns)

  static let moved = TableLayout(
    name: "moved", meaning: "Visits with another window",
    blank: Changes.Move(visit: "", earliest: .blank, latest: .blank),
    columns: [
      .reference("visit", \.visit, to: "visits", "The visit"),
      .time("earliest", \.earliest, "Its new earliest start"),
      .time("latest", \.latest, "Its new latest start"),
    ])

  static let lengthened = TableLayout(
    name: "lengthened", meaning: "Visits of another length", blank: Changes.Lengthening(visit: "", minutes: 1),
    columns: [
      .reference("visit", \.visit, to: "visits", "The visit"),
      .whole("minutes", \.minutes, in: InputLimits.visitMinutes, "Its new length, longer or shorter"),
    ])
}

/// The table of a file of locks.
enum LockTables {
  /// The format of every file of locks.
  static let format = "samma-locks/1"

  /// The keys of the outermost object, in the order of the files.
  static let keys = ["format", "locks"]

  static let locks = TableLayout(
    name: "locks", meaning: "What is held of visits", blank: VisitLock(visit: ""),
    columns: [
      .reference("visit", \.visit, to: "visits", "The visit"),
      .references("staff", \.staff, to: "staff", "Who serves it; others may join where it needs more"),
      .time("start", \.start, "When it starts; any start where absent"),
    ])
}

/// The table of a file of weights.
enum WeightTables {
  /// The format of every file of weights.
  static let format = "samma-weights/1"

  /// The keys of the outermost object, in the order of the files.
  static let keys = ["format", "weights"]

  static let weights = TableLayout(
    name: "weights", meaning: "Weights in place of the instance's own", blank: WeightSettings(),
    columns: ScorePart.allCases.map { part in
      .whole(
        part.weightName, \.[part], in: InputLimits.weight,
        "Cost of each unit of the score's \(part.name); the instance's own where absent")
    }, isOptional: true)
}
