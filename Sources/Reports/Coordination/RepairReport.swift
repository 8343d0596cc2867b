import HomeCare
import Rostering

/// The options of a repair for people (`text`) and for programs (`Encodable`).
public struct RepairReport: Sendable {
  let options: [RepairOption]
  let changed: ChangedInstance

  /// A report on the options for a changed instance.
  public init(_ options: [RepairOption], of changed: ChangedInstance) {
    self.options = options
    self.changed = changed
  }

  /// The options side by side, then each with its changes and what they mean for the clients.
  public func text(_ language: Language = .english) -> String {
    ([comparison(language)] + options.indices.map { section($0, language) }).joined(separator: "\n")
  }

  private func title(_ index: Int, _ language: Language) -> String {
    let words = options[index].labels.map { label in
      switch label {
      case .bestContinuity: language(.bestContinuity)
      case .fewestChanges: language(.fewestChanges)
      case .leastTravel: language(.leastTravel)
      }
    }
    return "\(index + 1) \(Language.capitalised(language.listed(words)))"
  }

  private func comparison(_ language: Language) -> String {
    let titles = [Phrase.unassignedCount, .newlyAboveTarget, .newFaces, .changedVisits, .othersChanges, .travel]
    var table = TextTable([(language(.option), .left)] + titles.map { (language($0), .right) })
    for (index, option) in options.enumerated() {
      let figures = option.figures
      let counts = [
        figures.unassigned, figures.newlyAboveTarget, figures.newFaces, figures.changedVisits, figures.sideChanges,
        figures.travelMinutes,
      ]
      table.append([title(index, language)] + counts.map(String.init))
    }
    return table.text
  }

  private func section(_ index: Int, _ language: Language) -> String {
    let option = options[index]
    var text = title(index, language) + "\n"
    text +=
      option.changes.isEmpty
      ? language(.nothingChanges) + "\n" : ChangeTable(changes: option.changes, language: language).text
    let names = Dictionary(
      changed.instance.clients.map { ($0.id, $0.name ?? $0.id.rawValue) }, uniquingKeysWith: { $1 })
    if !option.effects.isEmpty {
      let effects = option.effects.map {
        language(.metChange, names[$0.client] ?? $0.client.rawValue, $0.before, $0.after, $0.target)
      }
      text += language(.staffMetLine, language.listed(effects, "; ")).printable + "\n"
    }
    for reason in option.unassignedReasons {
      text +=
        language(.unassignedBecause, reason.visit, language.summary(reason, of: changed.instance)).printable + "\n"
    }
    return text
  }
}

extension RepairReport: Encodable {
  private enum Keys: String, CodingKey { case instance, notes, options }

  private struct Effect: Encodable {
    let client: String
    let period, before, after, target: Int
  }

  private struct Option: Encodable {
    let labels: [String]
    let unassigned, newlyAboveTarget, newFaces, changedVisits, sideChanges, travelMinutes: Int
    let score: ScoreFigures
    let changes: [ChangeFigures]
    let effects: [Effect]
    let unassignedReasons: [[String: String]]

    init(_ option: RepairOption) {
      labels = option.labels.map(\.rawValue)
      let figures = option.figures
      (unassigned, newlyAboveTarget) = (figures.unassigned, figures.newlyAboveTarget)
      (newFaces, changedVisits) = (figures.newFaces, figures.changedVisits)
      (sideChanges, travelMinutes) = (figures.sideChanges, figures.travelMinutes)
      score = ScoreFigures(option.roster.score)
      changes = option.changes.map(ChangeFigures.init)
      effects = option.effects.map {
        Effect(client: $0.client.rawValue, period: $0.period, before: $0.before, after: $0.after, target: $0.target)
      }
      unassignedReasons = option.unassignedReasons.map { ["visit": $0.visit.rawValue, "summary": $0.summary] }
    }
  }

  /// Writes the options in their order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(changed.instance.name, forKey: .instance)
    try container.encode(changed.notes, forKey: .notes)
    try container.encode(options.map(Option.init), forKey: .options)
  }
}
