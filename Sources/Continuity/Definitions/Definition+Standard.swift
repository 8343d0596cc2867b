extension Definition {
  /// The definitions that come with the library.
  public static let standard = [kkik, everyone, plan, norway, finland, knownStaff, unitedStates]

  /// The Swedish open comparison "Personalkontinuitet, antal personal som en hemtjänsttagare möter under 14 dagar"
  /// (indicator U21401), as municipalities publish its text.
  ///
  /// What the text leaves open is stated by the settings: all staff of a double visit count; the clock is read at the
  /// visit's start, 07:00 and 22:00 themselves included; clients of unknown age count and are reported; rows within ten
  /// minutes are one visit.
  public static let kkik: Definition = {
    var definition = Definition(
      name: "kkik", version: 2,
      purpose: "The number of staff whom a home-care client of 65 or over meets in 14 days (U21401)")
    definition.clock = TimeOfDay(hour: 7, minute: 0).flatMap { from in
      TimeOfDay(hour: 22, minute: 0).map { from...$0 }
    }
    definition.excludedCategories = ["alarm", "meal"]
    definition.excludedStaffCategories = ["home-nursing"]
    definition.minimumVisitsPerDay = 2
    definition.minimumAge = 65
    definition.excludesAway = true
    return definition
  }()

  /// Every client with at least one visit, all hours and all categories.
  public static let everyone = Definition(
    name: "everyone", version: 2, purpose: "Every client with at least one visit, all hours and all categories")

  /// What the planner's score counts: every visit of the plan that counts.
  ///
  /// A plan says which staff are on a visit, so visits are told apart by their starts alone.
  public static let plan: Definition = {
    var definition = Definition(
      name: "plan", version: 1, purpose: "The visits that the planner's score counts, by its continuity periods")
    definition.visitTolerance = 0
    return definition
  }()

  /// Whether it is `plan`, which counts as the planner's score does.
  public var isPlan: Bool { name == Self.plan.name }
}
