import HomeCare

/// The tables of a file of changes.
enum ChangeTables {
  /// The format of every file of changes.
  static let format = "samma-changes/1"

  static let absences = TableLayout(
    name: "absences", meaning: "Staff who do not work",
    blank: Changes.Absence(staff: "", from: .blank),
    columns: [
      .reference("staff", \.staff, to: "staff", "Who is absent"),
      .beginning("from", \.from, "When the absence begins; of a date alone, with the day"),
      .end("to", \.to, "When it ends; of a date alone, with the day; open where absent"),
    ])

  static let away = TableLayout(
    name: "away", meaning: "Clients who are not at home",
    blank: Changes.Away(client: "", from: .blank),
    columns: [
      .reference("client", \.client, to: "clients", "Who is away"),
      .beginning("from", \.from, "When the client leaves; of a date alone, with the day"),
      .end("to", \.to, "When the client is back; of a date alone, when the day is over; open where absent"),
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

/// Who works when, and who may serve whom.
extension ChangeTables {
  /// New rows of an instance's table have its columns.
  private static func new<Row>(_ name: String, _ meaning: String, _ layout: TableLayout<Row>) -> TableLayout<Row> {
    TableLayout(
      name: name, meaning: meaning, blank: layout.blank, columns: layout.columns, together: layout.together)
  }

  static let series = new("series", "Series of new visits", InstanceTables.series)
  static let alternatives = new("alternatives", "Further windows of new visits", InstanceTables.alternatives)
  static let links = new("links", "Ties of new visits", InstanceTables.links)
  static let newClients = new("newClients", "New clients", InstanceTables.clients)
  static let newLocations = new("newLocations", "Where new clients live", InstanceTables.locations)
  static let newStaff = new("newStaff", "New staff", InstanceTables.staff)
  static let newShifts = new("newShifts", "New shifts", InstanceTables.shifts)
  static let granted = new("granted", "What a person has allowed since", InstanceTables.exceptions)

  static let takenOver = TableLayout(
    name: "takenOver", meaning: "Shifts that somebody else works, with their routes",
    blank: Changes.Takeover(shift: "", staff: ""),
    columns: [
      .reference("shift", \.shift, to: "shifts", "The shift"),
      .reference("staff", \.staff, to: "staff", "Who works it from now on"),
    ])

  static let hours = TableLayout(
    name: "hours", meaning: "Shifts that begin or end at another time", blank: Changes.Hours(shift: ""),
    columns: [
      .reference("shift", \.shift, to: "shifts", "The shift"),
      .time("start", \.start, "When it begins; as before where absent"),
      .time("end", \.end, "When it ends; as before where absent"),
    ])

  static let back = TableLayout(
    name: "back", meaning: "Staff who work after all", blank: Changes.Return(staff: "", from: .blank, to: .blank),
    columns: [
      .reference("staff", \.staff, to: "staff", "Who is back"),
      .time("from", \.from, "From when they work"),
      .time("to", \.to, "Until when they work"),
    ])

  static let skills = TableLayout(
    name: "skills", meaning: "Staff with other skills", blank: Changes.SkillChange(staff: ""),
    columns: [
      .reference("staff", \.staff, to: "staff", "Who"),
      .texts("gained", \.gained, "Skills that they have from now on"),
      .texts("lost", \.lost, "Skills that they no longer have"),
    ])

  static let contacts = TableLayout(
    name: "contacts", meaning: "Clients with another contact", blank: Changes.ContactChange(client: ""),
    columns: [
      .reference("client", \.client, to: "clients", "The client"),
      .reference("contact", \.contact, to: "staff", "The contact from now on; none where absent"),
    ])

  static let withdrawn = TableLayout(
    name: "withdrawn", meaning: "Exceptions that hold no longer", blank: InstanceTables.exceptions.blank,
    columns: InstanceTables.exceptions.columns.filter {
      ["rule", "visit", "second", "staff", "shift"].contains($0.name)
    })
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
