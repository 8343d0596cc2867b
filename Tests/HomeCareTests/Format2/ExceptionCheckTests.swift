import HomeCare
import Testing

/// The checker on format 2, against the rules written down plainly, over drawn instances and rosters that break them.
@Suite struct ExceptionCheckTests {
  @Test func rulesPartsAndUsesAreThoseOfTheDefinitions() throws {
    var broken: Set<String> = []
    var used: Set<Rule> = []
    for seed in 0..<600 {
      let unit = try DrawnUnit(seed: UInt64(seed))
      let check = RosterChecker(unit.instance).check(unit.roster)
      let plain = PlainCheck(unit.instance, unit.roster)
      let rules = Set(check.violations.filter { $0.rule.isHardRule }.map(\.rule.rawValue))
      #expect(rules == plain.rules, "seed \(seed)")
      for (part, number) in plain.parts { #expect(check.score[part] == number, "seed \(seed), \(part.name)") }
      broken.formUnion(rules)
      #expect(check.exceptions.map(\.exception) == unit.instance.exceptions)
      for use in check.exceptions {
        var others = unit.instance.exceptions
        others.remove(at: use.row)
        let without = PlainCheck(unit.instance, unit.roster, exceptions: others).broken
        let isNeeded = !Set(without).isSubset(of: plain.broken)
        #expect(use.isInUse == isNeeded, "seed \(seed), row \(use.row): \(use.exception)")
        if use.isInUse { used.insert(use.exception.rule) }
      }
    }
    // Draws that broke no rule, or needed no exception, would compare nothing.
    #expect(broken.isSuperset(of: ["H2", "H3", "H4", "H5", "H6", "H7", "H8", "H9", "H10", "H11", "H12"]))
    #expect(used == Set(Rule.excepted))
  }

  @Test func withWhatIsProposedOnlyWhatNoExceptionCoversIsBroken() throws {
    var proposed: Set<Rule> = []
    for seed in 0..<300 {
      let unit = try DrawnUnit(seed: UInt64(seed))
      let checker = RosterChecker(unit.instance)
      let proposals = checker.proposals(for: unit.roster)
      var draft = unit.instance.tables
      draft.exceptions += proposals.exceptions.map { exception in
        var exception = exception
        exception.reason = "agreed"
        return exception
      }
      let excepted = RosterChecker(try Instance(validating: draft))
      var roster = unit.roster
      roster.score = excepted.check(roster).score
      let check = excepted.check(roster)
      #expect(check.violations == proposals.uncovered, "seed \(seed)")
      // Each is needed: a smaller one, or none, would leave its rule broken.
      let needed = check.exceptions.dropFirst(unit.instance.exceptions.count)
      #expect(needed.allSatisfy { $0.isInUse }, "seed \(seed)")
      proposed.formUnion(proposals.exceptions.map(\.rule))
    }
    #expect(proposed == Set(Rule.excepted))
  }

  @Test func whatExceptionsAllowIsTheSameToWhoeverPlansAndToTheChecker() throws {
    for seed in 0..<100 {
      let unit = try DrawnUnit(seed: UInt64(seed))
      let (instance, allowances) = (unit.instance, Allowances(unit.instance))
      let rules = PairRules(instance)
      let plain = PlainCheck(instance, unit.roster)
      for assignment in unit.roster.assignments {
        let row = try #require(instance.visits.firstIndex { $0.id == assignment.visit })
        let windows = allowances.windows(of: row, in: instance)
        let isInside = windows.contains { $0.contains(assignment.start) }
        #expect(isInside == !plain.broken.contains("H2 \(assignment.visit)"), "seed \(seed)")
        let client = try #require(instance.clients.firstIndex { $0.id == instance.visits[row].client })
        for (staff, id) in zip(assignment.staff, assignment.shifts) {
          let member = try #require(instance.staff.firstIndex { $0.id == staff })
          let isKept = ["H7", "H8"].contains { plain.broken.contains("\($0) \(assignment.visit) \(staff)") }
          #expect(rules.allow(member, on: row, of: client) == !isKept, "seed \(seed)")
          let shift = try #require(instance.shifts.firstIndex { $0.id == id })
          let (start, end) = allowances.hours(of: shift)
          let fits = start <= assignment.start && assignment.start.advanced(by: instance.visits[row].minutes) <= end
          #expect(fits == !plain.broken.contains("H3 \(assignment.visit) \(id)"), "seed \(seed)")
        }
      }
    }
  }
}
