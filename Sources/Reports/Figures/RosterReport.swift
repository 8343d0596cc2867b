import Continuity
import HomeCare

/// The continuity of a roster for people (`text`) and for programs (`Encodable`).
public struct RosterReport: Sendable {
  let instance: String
  let horizon: Horizon
  let continuity: RosterContinuity
  let floors: [ClientID: Int]?
  let workloads: [StaffWorkload]
  let measures: RosterMeasures
  let names: PersonNames

  /// A report.
  ///
  /// - Parameters:
  ///   - check: What a checker finds in the roster, where it has been asked.
  ///   - floors: The fewest distinct staff who could serve each client were there no other; a column of its own where
  ///     given.
  public init(_ roster: Roster, of instance: Instance, check: RosterCheck? = nil, floors: [ClientID: Int]? = nil) {
    self.instance = instance.name
    horizon = instance.horizon
    names = PersonNames(instance)
    continuity = RosterContinuity(roster, of: instance)
    self.floors = floors
    workloads = StaffWorkload.all(of: roster, instance)
    measures = RosterMeasures(roster, of: instance, check ?? RosterChecker(instance).check(roster))
  }

  /// The figures over all clients, with the shares above the thresholds that are reported.
  var figures: [HeadlineFigure] { HeadlineFigure.all(thresholds: Self.thresholds) }

  /// Staff above which the share of clients is told.
  static let thresholds = [14, 20]

  /// Headline, shares, distribution, the clients who meet the most staff first, and the other figures, group by group.
  ///
  /// - Parameter limit: Clients listed at most, and rows of the other tables; all clients and ten rows where absent.
  public func text(_ language: Language = .english, limit: Int? = nil) -> String {
    let parts = [headline(language), distribution(language), text(clients(language, limit: limit), language)]
    return (parts + measures.groups.map { text(of: $0, language, limit: limit ?? Self.shownRows) }).joined(
      separator: "\n")
  }

  /// Rows of a table that a reader takes in at once.
  static let shownRows = 10

  /// The figures of a group and the tables below them.
  private func text(of group: RosterFigure.Group, _ language: Language, limit: Int) -> String {
    var figures = TextTable([("", .left), ("", .right)])
    for figure in RosterFigure.inGroup(group) {
      figures.append(["  " + language(figure.title), figure.value(measures).whole(language)])
    }
    let tables = RosterTables(measures: measures, names: names, language: language, limit: limit).of(group)
    return language.heading(group, measures) + "\n" + figures.text
      + tables.map { "\n" + $0.caption.printable + "\n" + text($0, language) }.joined()
  }

  /// The rows of a table, and how many are left out.
  private func text(_ table: ReportTable, _ language: Language) -> String {
    table.text + (table.left > 0 ? language(.andMore, table.left) + "\n" : "")
  }

  /// How evenly the roster treats the staff, those with the most client time of their contract first.
  public func staffText(_ language: Language = .english) -> String {
    WorkloadTable(loads: workloads, names: names).text(language)
  }

  /// That the roster breaks rules, so that nobody hands it out unawares; `nil` where it breaks none.
  func warning(_ language: Language) -> String? {
    measures.brokenRules > 0 ? language(.warningOfBrokenRules, measures.brokenRules) : nil
  }

  /// How many visits nobody makes, which no other figure shows.
  func unassigned(_ language: Language) -> String {
    language(.unassignedVisits, measures.unassigned, measures.visits)
  }

  /// The share of visits that are unassigned, and how many rules are broken, by their names in files.
  var standing: [(key: String, value: FigureValue)] {
    [
      ("unassigned", .share(Ratio(measures.unassigned, of: measures.visits))),
      ("brokenRules", .count(measures.brokenRules)),
    ]
  }

  private func headline(_ language: Language) -> String {
    let headline = continuity.headline
    let last = horizon.lastDate
    var lines = [language(.continuityOf, instance, horizon.start, last, horizon.window)]
    if let warning = warning(language) { lines.append(warning) }
    lines.append(unassigned(language))
    guard let mean = headline.mean, let median = headline.median else {
      return (lines + [language(.nobodyMet)]).joined(separator: "\n") + "\n"
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

  /// The clients who meet the most staff first, with their figures.
  func clients(_ language: Language, limit: Int?) -> ReportTable {
    let severalPeriods = continuity.periods.count > 1
    let titles =
      [Phrase.client] + (severalPeriods ? [.period] : []) + [.met, .target] + (floors == nil ? [] : [.floor])
      + ClientFigure.titles + [.whyAboveTarget]
    let words = [Phrase.client, .period, .whyAboveTarget]
    return ReportTable(
      language.title(.clients), titles.map { (language($0), !words.contains($0)) }, of: continuity.worstFirst,
      limit: limit
    ) { row in
      var cells = [names.client(row.client)]
      if severalPeriods { cells.append(continuity.periods[row.period].lowerBound.description) }
      cells += ["\(row.distinct)", "\(row.target)"]
      if let floors { cells.append(language.count(floors[row.client])) }
      cells += ClientFigure.cells(row.measure, language)
      cells.append(language.listed(row.reasons.map { language.term("above", $0.rawValue) }))
      return cells
    }
  }
}

extension Language {
  /// A share with its numerator and denominator under a title.
  func share(_ title: String, _ share: Ratio?) -> String {
    self(.shareOf, title, share?.numerator ?? 0, share?.denominator ?? 0, percent(share))
  }
}
