import Continuity
import HomeCare

extension MeasureReport {
  /// What causes add to a listed period; `nil` where nobody asks why.
  func contributions(_ period: PeriodMeasure) -> Contributions? { contributions.last { $0.dates == period.dates } }

  /// What each cause adds to a period, the largest first.
  func text(of contributions: Contributions, _ language: Language) -> String {
    let titles = [Phrase.meetings, .meanWithout, .fewer, .interval, .clientsWithFewer]
    var table = TextTable(
      [(language(.cause), .left)]
        + titles.map { ($0 == .interval ? language($0, level(language)) : language($0), .right) })
    let rows = contributions.rows.indices.sorted {
      let (one, two) = (contributions.rows[$0], contributions.rows[$1])
      return (two.lowering?.numerator ?? 0, $0) < (one.lowering?.numerator ?? 0, $1)
    }
    for row in rows.map({ contributions.rows[$0] }) where row.meetings > 0 {
      table.append([
        language.cause(row.cause), "\(row.meetings)", language.number(row.without.mean, 2),
        language.number(row.lowering, 2), language.interval(row.interval, 2), "\(row.clients)",
      ])
    }
    let dates = contributions.dates
    return language(.whatCausesAdd, dates.lowerBound, dates.lastDate) + "\n" + table.text
  }

  /// What became of the plan in the latest period that shares days with it.
  func outcomeText(_ language: Language) -> String {
    guard let outcome = outcomes.last else { return "" }
    var table = TextTable(
      [(language(.meetingIs), .left)] + [Phrase.meetings, .bringsStaff, .fewerWithout].map { (language($0), .right) })
    for row in outcome.rows where row.meetings > 0 {
      table.append([
        language.name("outcome", row.kind.rawValue), "\(row.meetings)",
        language.number(Ratio(row.brought, of: outcome.clients), 2),
        language.number(Ratio(row.lowering, of: outcome.clients), 2),
      ])
    }
    let heading = language(
      .planAgainstOutcome, outcome.dates.lowerBound, outcome.dates.lastDate, language.number(outcome.plannedMean, 2),
      language.number(outcome.metMean, 2), outcome.clients)
    var lines = [language(.plannedNotMet, language.number(Ratio(outcome.missed, of: outcome.clients), 2))]
    let counts: [(Phrase, Int)] = [
      (.plannedNotMade, outcome.visitsNotMade), (.unknownToPlan, outcome.unknownClients),
      (.unknownToLog, outcome.unknownStaff),
    ]
    for (phrase, count) in counts where count > 0 { lines.append(language(phrase, count)) }
    return heading + "\n" + table.text + lines.map { $0 + "\n" }.joined()
  }
}

extension Language {
  /// A cause in words.
  func cause(_ cause: Cause) -> String {
    switch cause {
    case .staffCategory(let category):
      self(.causeCategory, category.isEmpty ? self(.unknown) : word(category))
    case .metOnce: self(.causeOnce)
    case .weekdays: self(.causeWeekdays)
    case .weekend: self(.causeWeekend)
    case .slot(let slot): word(slot.rawValue)
    case .doubleVisits: self(.causeDoubles)
    }
  }

  /// The causes that bring a client the most staff, with how many fewer there would be without each.
  func reasons(ofClient client: Int, _ contributions: Contributions) -> String {
    listed(contributions.reasons(ofClient: client).prefix(3).map { "\(cause($0.cause)) −\($0.lowering)" })
  }
}
