/// Checks of exceptions: whether each says what its rule needs, and nothing else.
extension InstanceValidator {
  mutating func checkExceptions() {
    var firstRows: [RuleException: Int] = [:]
    for (index, exception) in draft.exceptions.enumerated() {
      let row = Row(table: .exceptions, index: index)
      if exception.reason.allSatisfy(\.isWhitespace), readable(row, "reason") {
        report(row, "reason", found: "no reason", expected: "why it is allowed, so that everybody sees it")
      }
      if let at = exception.at { check(at, row, "at") }
      guard readable(row, "rule") else { continue }
      guard let fields = RuleException.fields(of: exception.rule) else {
        report(
          row, "rule", found: "\(exception.rule), which has no exceptions",
          expected: "one of \(Rule.excepted.map(\.rawValue).joined(separator: ", "));"
            + " mend the roster or the instance where another rule is in the way")
        continue
      }
      if checkFields(of: exception, fields, row) { doubt(exception, row) }
      if let first = firstRows[exception] {
        warn(row, "rule", found: "the exception of row \(first + 1) again", expected: "each once; remove the repeat")
      } else {
        firstRows[exception] = index
      }
    }
  }

  /// Whether an exception has the fields that its rule needs, all sound, and no other.
  private mutating func checkFields(
    of exception: RuleException, _ fields: [RuleException.Field], _ row: Row
  ) -> Bool {
    var isSound = true
    for field in RuleException.Field.allCases where readable(row, field.rawValue) {
      let isGiven = exception.states(field)
      if !fields.contains(field) {
        if isGiven {
          isSound = false
          report(
            row, field.rawValue, found: "a value, where the rule is \(exception.rule)",
            expected: "none; an exception of \(exception.rule) has \(Self.list(fields.map(\.rawValue)))")
        }
      } else if !isGiven && field.isRequired {
        isSound = false
        report(
          row, field.rawValue, found: "nothing",
          expected: "\(field.words), since an exception of \(exception.rule) has"
            + " \(Self.list(fields.map(\.rawValue)))")
      } else if !check(field, of: exception, row) {
        isSound = false
      }
    }
    return checkPair(of: exception, row) && isSound
  }

  private mutating func check(_ field: RuleException.Field, of exception: RuleException, _ row: Row) -> Bool {
    switch field {
    case .visit: exception.visit.map { resolve($0, in: .visits, visitRows, row, "visit") != nil } ?? true
    case .second: exception.second.map { resolve($0, in: .visits, visitRows, row, "second") != nil } ?? true
    case .staff: exception.staff.map { resolve($0, in: .staff, staffRows, row, "staff") != nil } ?? true
    case .shift: exception.shift.map { resolve($0, in: .shifts, shiftRows, row, "shift") != nil } ?? true
    case .minutes: exception.minutes.map { check($0, in: InputLimits.exceptionMinutes, row, "minutes") } ?? true
    case .before: check(exception.before, in: InputLimits.widening, row, "before")
    case .after: check(exception.after, in: InputLimits.widening, row, "after")
    }
  }

  /// Whether the two visits of an exception are two, and of one client where the rule is about a client's own time.
  private mutating func checkPair(of exception: RuleException, _ row: Row) -> Bool {
    guard let visit = exception.visit, let second = exception.second, readable(row, "visit", "second") else {
      return true
    }
    if visit == second {
      report(
        row, "second", found: "\(quoted(second.rawValue)), the first visit itself",
        expected: "another visit than visit")
      return false
    }
    guard exception.rule == .ownTime, let first = visitRows[visit], let other = visitRows[second] else { return true }
    if draft.visits[first].client == draft.visits[other].client { return true }
    report(
      row, "second", found: "\(quoted(second.rawValue)), a visit of another client than \(quoted(visit.rawValue))",
      expected: "two visits of one client; visits of different clients may overlap anyhow")
    return false
  }

  /// Doubts overtime that reaches into another shift of the same staff member, who could then be in two places.
  private mutating func doubtMeeting(_ index: Int, _ exception: RuleException, _ row: Row) {
    let shift = draft.shifts[index]
    let (start, end) = (shift.start.advanced(by: -exception.before), shift.end.advanced(by: exception.after))
    let met = draft.shifts.first {
      $0.staff == shift.staff && $0.id != shift.id && $0.start < end && $0.end > start
    }
    guard let met else { return }
    warn(
      row, met.start < shift.start ? "before" : "after",
      found: "overtime into the shift \(quoted(met.id.rawValue)) of the same staff member, \(met.start) to \(met.end)",
      expected: "overtime that ends where the other shift begins; nobody can be in two places")
  }

  /// Doubts a sound exception that can allow nothing.
  private mutating func doubt(_ exception: RuleException, _ row: Row) {
    let member = exception.staff.flatMap { staffRows[$0] }.map { draft.staff[$0] }
    let visit = exception.visit.flatMap { visitRows[$0] }.map { draft.visits[$0] }
    switch exception.rule {
    case .window, .shift:
      if exception.before == 0 && exception.after == 0 {
        warn(row, "before", found: "0 minutes before and after", expected: "before or after above 0; or no exception")
      } else if let shift = exception.shift.flatMap({ shiftRows[$0] }) {
        doubtMeeting(shift, exception, row)
      }
    case .breakRoom:
      if let shift = exception.shift.flatMap({ shiftRows[$0] }), draft.shifts[shift].breakRule == nil,
        readable(Row(table: .shifts, index: shift), "breakMinutes")
      {
        warn(row, "shift", found: "a shift without a break", expected: "a shift that has one; or no exception")
      }
    case .skills:
      if let member, let visit, Set(visit.skills).isSubset(of: member.skills) {
        warn(
          row, "staff", found: "\(quoted(member.id.rawValue)), who has the visit's skills",
          expected: "a staff member who lacks one; or no exception")
      }
    case .blocked:
      if let member, let client = visit.flatMap({ clientRows[$0.client] }),
        !draft.clients[client].blocked.contains(member.id)
      {
        warn(
          row, "staff", found: "\(quoted(member.id.rawValue)), whom the client does not block",
          expected: "a staff member who is blocked; or no exception")
      }
    case .hours:
      if let member, member.maxMinutes == nil {
        warn(
          row, "staff", found: "\(quoted(member.id.rawValue)), who has no cap",
          expected: "a staff member with maxMinutes; or no exception")
      }
    default: break
    }
  }

  private static func list(_ names: [String]) -> String {
    names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }
}

extension RuleException {
  /// Whether a field says something.
  fileprivate func states(_ field: Field) -> Bool {
    switch field {
    case .visit: visit != nil
    case .second: second != nil
    case .staff: staff != nil
    case .shift: shift != nil
    case .minutes: minutes != nil
    case .before: before != 0
    case .after: after != 0
    }
  }
}

extension RuleException.Field {
  /// Whether an exception that has the field cannot do without a value.
  fileprivate var isRequired: Bool { self != .before && self != .after }

  /// What stands in the field.
  fileprivate var words: String {
    switch self {
    case .visit, .second: "the id of a row of visits"
    case .staff: "the id of a row of staff"
    case .shift: "the id of a row of shifts"
    case .minutes, .before, .after: "a number of minutes"
    }
  }
}
