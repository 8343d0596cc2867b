/// What other countries measure, where nobody has published a formula: plain definitions of what their reports speak of.
///
/// Documents tell what is published of each, and what is not.
extension Definition {
  /// Norway: distinct staff in four weeks, as municipalities report it.
  public static let norway = Definition(
    name: "norway", version: 1, purpose: "The number of staff whom a home-care client meets in 28 days", periodDays: 28)

  /// Finland: distinct staff in a week, and the share of the meetings that the five most familiar have.
  public static let finland = Definition(
    name: "finland", version: 1,
    purpose: "The number of staff whom a home-care client meets in a week, and the share of the five most met",
    periodDays: 7)

  /// England's contracts and Denmark's "stability": the share of visits by staff whom the client knows, and these are the
  /// staff met in the four weeks before.
  public static let knownStaff = Definition(
    name: "england", version: 1,
    purpose: "The share of visits by staff whom the client met in the four weeks before", periodDays: 28)

  /// The United States: the index of Bice and Boxerman, apart for clients with fewer than three, three to seven, and more
  /// than seven hours of service a day, since it falls with the hours.
  public static let unitedStates: Definition = {
    var definition = Definition(
      name: "usa", version: 1,
      purpose: "Continuity of care (Bice and Boxerman) in 28 days, by hours of service a day", periodDays: 28)
    definition.hourStrata = [3, 7]
    return definition
  }()
}
