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
  public var text: String { ([comparison] + options.enumerated().map(section)).joined(separator: "\n") }

  static func title(_ option: RepairOption) -> String {
    let words = option.labels.map { label in
      switch label {
      case .bestContinuity: "best continuity"
      case .fewestChanges: "fewest changes"
      case .leastTravel: "least travel"
      }
    }
    let title = words.joined(separator: ", ")
    return title.prefix(1).uppercased() + title.dropFirst()
  }

  private var comparison: String {
    var table = TextTable([
      ("option", .left), ("unassigned", .right), ("newly above target", .right), ("new faces", .right),
      ("changed visits", .right), ("of them others'", .right), ("travel", .right),
    ])
    for (index, option) in options.enumerated() {
      let figures = option.figures
      table.append([
        "\(index + 1) \(Self.title(option))", "\(figures.unassigned)", "\(figures.newlyAboveTarget)",
        "\(figures.newFaces)", "\(figures.changedVisits)", "\(figures.sideChanges)", "\(figures.travelMinutes)",
      ])
    }
    return table.text
  }

  private func section(_ index: Int, _ option: RepairOption) -> String {
    var text = "\(index + 1) \(Self.title(option))\n"
    text += option.changes.isEmpty ? "Nothing changes.\n" : ChangeTable(changes: option.changes).text
    let names = Dictionary(
      changed.instance.clients.map { ($0.id, $0.name ?? $0.id.rawValue) }, uniquingKeysWith: { $1 })
    if !option.effects.isEmpty {
      let effects = option.effects.map {
        "\(names[$0.client] ?? $0.client.rawValue): \($0.before) → \($0.after) of \($0.target)"
      }
      text += "Staff met: \(effects.joined(separator: "; "))\n".printable
    }
    for reason in option.unassignedReasons { text += "Unassigned \(reason.visit): \(reason.summary)\n".printable }
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
