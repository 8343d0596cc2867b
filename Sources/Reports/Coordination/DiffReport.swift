import HomeCare
import Interchange

/// The difference between two rosters, for people (`text`, `html`) and for programs (`Encodable`).
public struct DiffReport: Sendable {
  let comparison: RosterComparison
  let instance: Instance
  /// What the two rosters are called.
  let names: (before: String, after: String)

  /// A report on a comparison.
  ///
  /// - Parameter instance: The instance that the second roster answers, for names of clients.
  public init(_ comparison: RosterComparison, of instance: Instance, names: (before: String, after: String)) {
    self.comparison = comparison
    self.instance = instance
    self.names = names
  }

  /// One figure of both rosters.
  struct Figure {
    let key: String
    let before, after: Int

    func cells(_ language: Language) -> [String] { ["\(before)", "\(after)", language.signed(after - before)] }
  }

  /// The figures that tell which roster is the better one: the score's total and parts, and clients above target.
  var figures: [Figure] {
    let (old, new) = comparison.scores
    let parts = ScorePart.parts(of: instance.format).filter { !$0.isOptional || instance.weights[$0] > 0 }
    var figures = parts.map { Figure(key: $0.name, before: old[$0], after: new[$0]) }
    figures.append(Figure(key: "total", before: old.total, after: new.total))
    figures.append(
      Figure(key: "clientsAboveTarget", before: comparison.aboveTarget.before, after: comparison.aboveTarget.after))
    return figures
  }

  /// Changed visits, staff gained and lost per client, hours per staff member, and the figures of both.
  public func text(_ language: Language = .english) -> String {
    let changes = comparison.changes
    let changed = language(.changedVisitsLine, changes.count, changes.count(where: \.changesStaff)) + "\n"
    var parts = ["\(names.before) → \(names.after)\n"]
    let table = ChangeTable(changes: changes, language: language, names: PersonNames(instance))
    let besides = language.besides(comparison.list).map { $0.printable + "\n" }.joined()
    parts.append(changed + (changes.isEmpty ? "" : table.text) + besides)
    if !comparison.clients.isEmpty { parts.append(clientsText(language)) }
    if !comparison.staff.isEmpty { parts.append(staffText(language)) }
    return (parts + [figuresText(language)]).joined(separator: "\n")
  }

  private func clientsText(_ language: Language) -> String {
    let titles: [(Phrase, TextTable.Alignment)] = [
      (.client, .left), (.met, .right), (.of, .right), (.gained, .left), (.lost, .left),
    ]
    var table = TextTable(titles.map { (language($0.0), $0.1) })
    for client in comparison.clients {
      table.append([
        client.client.rawValue, "\(client.before) → \(client.after)", "\(client.target)",
        language.listed(client.gained), language.listed(client.lost),
      ])
    }
    return table.text
  }

  private func staffText(_ language: Language) -> String {
    let titles = [Phrase.visits, .hoursWithClients, .change, .travelMinutes]
    var table = TextTable([(language(.staff), .left)] + titles.map { (language($0), .right) })
    for staff in comparison.staff { table.append([staff.before.staff.rawValue] + work(staff, language)) }
    return table.text
  }

  /// What a staff member did before and does afterwards, for a row.
  func work(_ staff: RosterComparison.StaffDifference, _ language: Language) -> [String] {
    let (old, new) = (staff.before, staff.after)
    return [
      Self.pair(old.visits, new.visits),
      "\(language.hours(old.serviceMinutes)) → \(language.hours(new.serviceMinutes))",
      language.signedHours(new.serviceMinutes - old.serviceMinutes), Self.pair(old.travelMinutes, new.travelMinutes),
    ]
  }

  private func figuresText(_ language: Language) -> String {
    let titles = [Phrase.before, .after, .change]
    var table = TextTable([(language(.figure), .left)] + titles.map { (language($0), .right) })
    for figure in figures { table.append([language.term("score", figure.key)] + figure.cells(language)) }
    return table.text
  }

  static func pair(_ before: Int, _ after: Int) -> String { before == after ? "\(after)" : "\(before) → \(after)" }
}

extension DiffReport: Encodable {
  /// Writes everything that is different; `figures` holds both rosters' scores.
  public func encode(to encoder: any Encoder) throws {
    let clients = comparison.clients.map { client -> JSONObject in
      [
        "client": client.client.rawValue, "before": client.before, "after": client.after, "target": client.target,
        "gained": client.gained.map(\.rawValue), "lost": client.lost.map(\.rawValue),
      ]
    }
    let staff = comparison.staff.map { member -> JSONObject in
      ["staff": member.before.staff.rawValue, "before": Self.work(member.before), "after": Self.work(member.after)]
    }
    let pairs = figures.map { ($0.key, ["before": $0.before, "after": $0.after]) }
    let report: JSONObject = [
      "before": names.before, "after": names.after, "changes": comparison.changes.map(\.figures),
      "besides": comparison.list.besides.map(\.figures), "clients": clients,
      "staff": staff, "figures": Dictionary(uniqueKeysWithValues: pairs),
    ]
    try report.encode(to: encoder)
  }

  private static func work(_ load: StaffWorkload) -> [String: Int] {
    [
      "visits": load.visits, "serviceMinutes": load.serviceMinutes, "travelMinutes": load.travelMinutes,
      "shifts": load.shifts,
    ]
  }
}
