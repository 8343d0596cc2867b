/// Checks rosters of one instance and recomputes their score, from instance and roster alone.
///
/// Shares nothing with the planner, so that a mistake there cannot hide itself here. Takes any roster, however broken.
public struct RosterChecker: Sendable {
  private var rows: InstanceRows

  /// A checker of rosters of an instance.
  public init(_ instance: Instance) { rows = InstanceRows(instance) }

  /// A checker that heeds further exceptions beside the instance's own, whatever the instance's format.
  public func allowing(_ exceptions: [RuleException]) -> RosterChecker {
    var checker = self
    checker.rows.exceptions = rows.exceptions.adding(exceptions)
    return checker
  }

  /// What a roster says of the instance.
  func facts(of roster: Roster) -> RosterFacts { RosterFacts(roster, rows) }

  /// Finds every broken rule of a roster and recomputes its score.
  public func check(_ roster: Roster) -> RosterCheck {
    let facts = facts(of: roster)
    var violations = facts.violations
    for rule in Rule.allCases { rule.judge(facts, &violations) }
    let uses = facts.uses(among: violations)
    let score = score(of: facts)
    RosterStatements(roster: roster, score: score, instance: rows.instance).judge(&violations)
    return RosterCheck(violations: violations, score: score, meetings: meetings(facts), exceptions: uses)
  }

  /// The usual times of series as a roster keeps them: of each that has starts, its own, else the smallest that is best.
  public func usualTimes(of roster: Roster) -> [Roster.UsualTime] {
    RosterFacts(roster, rows).seriesStarts.compactMap { starts in
      starts.usualTime.map { Roster.UsualTime(id: starts.series.id, usual: $0) }
    }
  }

  private func score(of facts: RosterFacts) -> Score {
    let weights = rows.instance.weights
    var score = Score(format: rows.instance.format)
    for part in score.parts where !part.isOptional || weights[part] > 0 { score[part] = part.count.count(facts) }
    for part in score.parts {
      let (product, tooLarge) = score[part].multipliedReportingOverflow(by: weights[part])
      let (next, overflow) = score.total.addingReportingOverflow(product)
      // Held at the largest number where a nonsensical roster would exceed it.
      if tooLarge || overflow {
        score.total = Int.max
        break
      }
      score.total = next
    }
    return score
  }

  /// The meetings in periods of the horizon.
  private func meetings(_ facts: RosterFacts) -> [RosterCheck.Meetings] {
    let periods = 0..<rows.instance.horizon.periodCount
    return facts.meetings.filter { periods.contains($0.period) }.map {
      RosterCheck.Meetings(client: rows.instance.clients[$0.client].id, period: $0.period, distinct: $0.distinct)
    }
  }
}
