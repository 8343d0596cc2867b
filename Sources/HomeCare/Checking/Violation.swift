/// One rule that a roster breaks: which, where, what was found and what was expected.
public struct Violation: Hashable, Sendable {
  /// The rule broken.
  public var rule: Rule
  /// The visit concerned, where it is one.
  public var visit: VisitID?
  /// The shift concerned, where it is one.
  public var shift: ShiftID?
  /// The staff member concerned, where it is one.
  public var staff: StaffID?
  /// What the roster says.
  public var found: String
  /// What a valid roster would say.
  public var expected: String
}

extension Violation {
  /// What a violation is of: the rule and whom or what it concerns, whatever was found.
  public struct Place: Hashable, Sendable {
    let rule: Rule
    let visit: VisitID?
    let shift: ShiftID?
    let staff: StaffID?
  }

  /// What the violation is of.
  public var place: Place { Place(rule: rule, visit: visit, shift: shift, staff: staff) }
}

extension [Violation] {
  mutating func note(
    _ rule: Rule, visit: VisitID? = nil, shift: ShiftID? = nil, staff: StaffID? = nil, found: String, expected: String
  ) {
    append(Violation(rule: rule, visit: visit, shift: shift, staff: staff, found: found, expected: expected))
  }
}

extension [Violation] {
  /// Those of places that others do not name as often, whatever was found there.
  package func beyond(_ others: [Violation]) -> [Violation] {
    var left = others.reduce(into: [Violation.Place: Int]()) { $0[$1.place, default: 0] += 1 }
    return filter { violation in
      left[violation.place, default: 0] -= 1
      return left[violation.place, default: 0] < 0
    }
  }
}

extension Violation: CustomStringConvertible {
  /// One line: `H2 visit V1: found …; expected …`.
  public var description: String {
    var place = ""
    if let visit { place += " visit \(visit)" }
    if let staff { place += " staff \(staff)" }
    if let shift { place += " shift \(shift)" }
    return "\(rule)\(place): found \(found); expected \(expected)"
  }
}
