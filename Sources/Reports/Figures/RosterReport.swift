import Continuity
import HomeCare

/// The continuity of a roster for people (`text`) and for programs (`Encodable`).
public struct RosterReport: Sendable {
  let instance: String
  let horizon: Horizon
  let continuity: RosterContinuity
  let floors: [ClientID: Int]?
  let workloads: [StaffWorkload]

  /// A report.
  ///
  /// - Parameter floors: The fewest distinct staff who could serve each client were there no other; a column of its own
  ///   where given.
  public init(_ roster: Roster, of instance: Instance, floors: [ClientID: Int]? = nil) {
    self.instance = instance.name
    horizon = instance.horizon
    continuity = RosterContinuity(roster, of: instance)
    self.floors = floors
    workloads = StaffWorkload.all(of: roster, instance)
  }

  /// The figures over all clients, with the shares above the thresholds that are reported.
  var figures: [HeadlineFigure] { HeadlineFigure.all(thresholds: [14, 20]) }

  /// Headline, shares, distribution, and the clients who meet the most staff first.
  ///
  /// - Parameter limit: Clients listed at most; all where absent.
  public func text(_ language: Language = .english, limit: Int? = nil) -> String {
    [headline(language), distribution(language), clients(language, limit: limit)].joined(separator: "\n")
  }

  /// How evenly the roster treats the staff, those with the most client time of their contract first.
  public func staffText(_ language: Language = .english) -> String { WorkloadTable(loads: workloads).text(language) }

  private func headline(_ language: Language) -> String {
    let headline = continuity.headline
    let last = horizon.start.advanced(by: horizon.days - 1)
    var lines = [language(.continuityOf, instance, horizon.start, last, horizon.window)]
    guard let mean = headline.mean, let median = headline.median else {
      return lines[0] + "\n" + language(.nobodyMet) + "\n"
    }
    let isSingle = continuity.periods.count == 1
    let means = [
      "\(language(.mean)) \(language.number(mean, 2))", "\(language(.median)) \(language.number(median, 1))",
      "\(language(.smallest)) \(headline.smallest ?? 0)", "\(language(.largest)) \(headline.largest ?? 0)",
      language(isSingle ? .overClients : .overClientsAndPeriods, headline.clients),
    ]
    lines.append(language.listed(means, "  "))
    for figure in figures {
      if case .share(let share) = figure.value(of: headline) {
        lines.append(language.share(figure.title(language), share))
      }
    }
    lines.append(language.share(language(.aboveOwnTarget), continuity.shareAboveTarget))
    if let floor, isSingle { lines.append(language(.metAndFloor, headline.sum, floor)) }
    if continuity.withoutMeetings > 0 {
      lines.append(
        language(isSingle ? .clientsWithoutMeeting : .clientsAndPeriodsWithoutMeeting, continuity.withoutMeetings))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The floors of all rows in sum, where they are known.
  var floor: Int? {
    floors.map { floors in continuity.rows.reduce(0) { $0 + (floors[$1.client] ?? 0) } }
  }

  private func distribution(_ language: Language) -> String {
    var table = TextTable([(language(.staffMet), .right), (language(.clients), .right), ("", .left)])
    let distribution = continuity.headline.distribution
    let most = max(1, distribution.max() ?? 1)
    for (staff, clients) in distribution.enumerated().drop(while: { $0.element == 0 }) {
      // A bar of at most 40 marks; whoever is there at all has one.
      let marks = clients == 0 ? 0 : max(1, clients * 40 / max(40, most))
      table.append(["\(staff)", "\(clients)", String(repeating: "#", count: marks)])
    }
    return table.text
  }

  private func clients(_ language: Language, limit: Int?) -> String {
    let rows = continuity.worstFirst
    let severalPeriods = continuity.periods.count > 1
    let titles =
      [Phrase.client] + (severalPeriods ? [.period] : []) + [.met, .target] + (floors == nil ? [] : [.floor])
      + ClientFigure.titles + [.whyAboveTarget]
    let words = [Phrase.client, .period, .whyAboveTarget]
    var table = TextTable(titles.map { (language($0), words.contains($0) ? .left : .right) })
    for row in rows.prefix(limit ?? rows.count) {
      var cells = [row.client.rawValue]
      if severalPeriods { cells.append(continuity.periods[row.period].lowerBound.description) }
      cells += ["\(row.distinct)", "\(row.target)"]
      if let floors { cells.append(language.count(floors[row.client])) }
      cells += ClientFigure.cells(row.measure, language)
      cells.append(language.listed(row.reasons.map { language.term("above", $0.rawValue) }))
      table.append(cells)
    }
    let left = rows.count - min(rows.count, limit ?? rows.count)
    return table.text + (left > 0 ? language(.andMore, left) + "\n" : "")
  }
}

extension Language {
  /// A share with its numerator and denominator under a title.
  func share(_ title: String, _ share: Ratio?) -> String {
    self(.shareOf, title, share?.numerator ?? 0, share?.denominator ?? 0, percent(share))
  }
}
