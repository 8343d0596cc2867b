import HomeCare
import Interchange
import Rostering

/// The options of a repair for people (`text`) and for programs (`Encodable`).
public struct RepairReport: Sendable {
  let options: [RepairOption]
  let changed: ChangedInstance
  let broken: BrokenRules?
  let outOfScope: [VisitID]

  private var names: PersonNames { PersonNames(changed.instance) }

  /// A report on the options for a changed instance, and on what the roster broke before.
  ///
  /// - Parameter outOfScope: Visits that have lost their place and that nobody asked to be mended.
  public init(
    _ options: [RepairOption], of changed: ChangedInstance, broken: BrokenRules? = nil, outOfScope: [VisitID] = []
  ) {
    self.broken = broken
    self.outOfScope = outOfScope
    self.options = options
    self.changed = changed
  }

  /// The options side by side, then each with its changes and what they mean for the clients.
  public func text(_ language: Language = .english) -> String {
    (broken?.text(language) ?? "") + begun(language) + outside(language)
      + ([comparison(language)] + options.indices.map { section($0, language) }).joined(separator: "\n")
  }

  /// What every option needs exceptions for, since visits that have started cannot be changed any more.
  private func begun(_ language: Language) -> String {
    let needed = neededByAll
    if needed.isEmpty { return "" }
    let lines = needed.map { "  \($0.rule.rawValue) \($0.words(language))".printable + "\n" }
    return language(.startedNeedExceptions) + "\n" + lines.joined() + "\n"
  }

  private var neededByAll: [RuleException] {
    guard let first = options.first else { return [] }
    return needed(first).filter { exception in options.allSatisfy { needed($0).contains(exception) } }
  }

  /// Whether an option breaks more than the old roster did.
  public func breaksMore(_ option: RepairOption) -> Bool { !needed(option).isEmpty }

  private func outside(_ language: Language) -> String {
    outOfScope.isEmpty
      ? "" : language(.outsideScope, outOfScope.count, language.listed(outOfScope)).printable + "\n\n"
  }

  private func title(_ index: Int, _ language: Language) -> String {
    "\(index + 1) \(language.name(options[index].labels))"
  }

  private func comparison(_ language: Language) -> String {
    let titles = options.first.map { language.rows($0.figures).map(\.title) } ?? []
    var table = TextTable([(language(.option), .left)] + titles.map { ($0, .right) })
    for (index, option) in options.enumerated() {
      table.append([title(index, language)] + language.rows(option.figures).map { "\($0.value)" })
    }
    return table.text
  }

  private func section(_ index: Int, _ language: Language) -> String {
    let option = options[index]
    let names = names
    var text = title(index, language) + "\n"
    let (shown, gone) = gathered(option.changes)
    if option.changes.isEmpty { text += language(.nothingChanges) + "\n" }
    if !shown.isEmpty { text += ChangeTable(changes: shown, language: language, names: names).text }
    for visits in gone { text += line(visits, language).printable + "\n" }
    for line in language.besides(option.list) { text += line.printable + "\n" }
    if !option.effects.isEmpty {
      let effects = option.effects.map { language.text($0, client: names.client($0.client)) }
      text += language(.staffMetLine, language.listed(effects, "; ")).printable + "\n"
    }
    let new = Set(option.list.rows.filter { $0.after == .unassigned }.map(\.visit))
    let asBefore = option.unassignedReasons.count { !new.contains($0.visit) }
    if asBefore > 0 { text += language(.unassignedAsBefore, asBefore) + "\n" }
    for reason in option.unassignedReasons where new.contains(reason.visit) {
      text +=
        language(.unassignedBecause, names.visit(reason.visit), language.summary(reason, of: changed.instance))
        .printable + "\n"
      if let remedy = reason.remedy { text += "  " + language.text(remedy, names).printable + "\n" }
    }
    let common = neededByAll
    for exception in needed(option) where !common.contains(exception) {
      text += language(.needsException, "\(exception.rule.rawValue) \(exception.words(language))").printable + "\n"
    }
    return text
  }

  /// Fewer visits that fall away of one client stand among the other changes.
  private static let fewestGathered = 3

  /// The changes that somebody has to act on, and visits that fall away, those of one client and cause together.
  private func gathered(_ changes: [RosterChange]) -> (shown: [RosterChange], gone: [[RosterChange]]) {
    var groups: [[RosterChange]] = []
    for change in changes.filter({ $0.after == .absent }).sorted(by: ChangeTable.byTime) {
      if let known = groups.firstIndex(where: { $0[0].client == change.client && $0[0].reason == change.reason }) {
        groups[known].append(change)
      } else {
        groups.append([change])
      }
    }
    let gone = groups.filter { $0.count >= Self.fewestGathered }
    let told = Set(gone.joined().map(\.visit))
    return (changes.filter { !told.contains($0.visit) }, gone)
  }

  private func line(_ visits: [RosterChange], _ language: Language) -> String {
    let starts = visits.compactMap { $0.before.assignment?.start }.sorted()
    let ends = [starts.first, starts.last].map { $0.map { "\($0.date) \($0.clock)" } ?? Decimal.undefined }
    return language(
      .visitsFallAway, names.client(visits[0].client), visits.count, ends[0], ends[1],
      visits[0].reason.map { language.name($0, names) } ?? "")
  }

  /// Exceptions that an option needs and the old roster did not.
  private func needed(_ option: RepairOption) -> [RuleException] {
    let known = Set(broken?.exceptions ?? [])
    return option.broken.exceptions.filter { !known.contains($0) }
  }
}

extension RepairReport: Encodable {
  /// Writes the options in their order.
  public func encode(to encoder: any Encoder) throws {
    let options = options.map { option -> JSONObject in
      let figures = option.figures
      let effects = option.effects.map { effect -> JSONObject in
        [
          "client": effect.client.rawValue, "period": effect.period, "before": effect.before, "after": effect.after,
          "target": effect.target,
        ]
      }
      return [
        "labels": option.labels.map(\.rawValue), "unassigned": figures.unassigned,
        "newlyUnassigned": figures.newlyUnassigned, "newlyAboveTarget": figures.newlyAboveTarget,
        "newFaces": figures.newFaces,
        "addedStaff": figures.addedStaff,
        "changedVisits": figures.changedVisits, "sideChanges": figures.sideChanges,
        "travelMinutes": figures.travelMinutes, "score": ScoreFigures(option.roster.score),
        "changes": option.changes.map(\.figures), "besides": option.list.besides.map(\.figures), "effects": effects,
        "unassignedReasons": option.unassignedReasons.map { reason -> JSONObject in
          ["visit": reason.visit.rawValue, "summary": reason.summary, "remedy": reason.remedy?.figures]
        },
        "broken": option.broken.figures,
      ]
    }
    let report: JSONObject = [
      "instance": changed.instance.name, "notes": changed.notes, "options": options,
      "outOfScope": outOfScope.map(\.rawValue), "broken": broken?.figures,
    ]
    try report.encode(to: encoder)
  }
}

extension Language {
  /// By which orders an option of a repair is the best.
  package func name(_ labels: [RepairOption.Label]) -> String {
    let words = labels.map { label in
      switch label {
      case .bestContinuity: self(.bestContinuity)
      case .fewestChanges: self(.fewestChanges)
      case .leastTravel: self(.leastTravel)
      }
    }
    return Self.capitalised(listed(words))
  }

  /// What an option comes to, figure by figure.
  package func rows(_ figures: RepairOption.Figures) -> [(title: String, value: Int)] {
    [
      (self(.unassignedCount), figures.unassigned), (self(.newlyUnassigned), figures.newlyUnassigned),
      (self(.newlyAboveTarget), figures.newlyAboveTarget), (self(.addedFaces), figures.newFaces),
      (self(.addedStaff), figures.addedStaff), (self(.changedVisits), figures.changedVisits),
      (self(.othersChanges), figures.sideChanges), (self(.travel), figures.travelMinutes),
    ]
  }

  /// How many staff a client meets before and after.
  package func text(_ effect: RepairOption.Effect, client: String) -> String {
    self(.metChange, client, effect.before, effect.after, effect.target)
  }
}
