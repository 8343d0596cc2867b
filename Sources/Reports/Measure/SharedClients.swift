import Continuity

/// The counted clients of a period who have several providers, or several areas where those are told apart.
struct SharedClients {
  /// A client with what each group did.
  struct Row {
    let client: String
    let grouping: Grouping
    /// The groups by their names, the one in which the client is counted first.
    let groups: [(name: String, staff: Int, meetings: Int)]

    /// The cells after the client's.
    func cells(_ language: Language) -> [String] {
      let parts = groups.map { language(.partOfSeveral, $0.name, $0.staff, $0.meetings) }
      return [language.name("grouping", grouping.rawValue), language.listed(parts, "; ")]
    }
  }

  let rows: [Row]

  /// The titles of the columns.
  func titles(_ language: Language) -> [(title: String, isNumber: Bool)] {
    [Phrase.client, .several, .staffAndMeetings].map { (language.title($0), false) }
  }

  /// The clients as a table.
  ///
  /// - Parameter limit: Clients listed at most.
  func text(_ language: Language, _ limit: Int) -> String {
    guard !rows.isEmpty else { return "" }
    var table = TextTable([Phrase.client, .several, .staffAndMeetings].map { (language($0), .left) })
    for row in rows.prefix(limit) { table.append([row.client] + row.cells(language)) }
    let left = rows.count - min(limit, rows.count)
    return language(.clientsOfSeveralCount, rows.count) + "\n" + table.text
      + (left > 0 ? language(.andMore, left) + "\n" : "")
  }
}

extension MeasureReport {
  /// The clients of a period who have several groups, by the names shown.
  func shared(_ period: PeriodMeasure, _ grouping: Grouping) -> [PeriodMeasure.Shared] {
    (period.shared[grouping] ?? []).sorted { name(ofClient: $0.client) < name(ofClient: $1.client) }
  }

  /// The clients of a period who have several providers or areas.
  func shared(_ period: PeriodMeasure) -> SharedClients {
    SharedClients(
      rows: Grouping.allCases.flatMap { grouping in
        shared(period, grouping).map { client in
          SharedClients.Row(
            client: label(ofClient: client.client), grouping: grouping,
            groups: client.groups.map { (name(ofGroup: $0.name, grouping), $0.staff, $0.meetings) })
        }
      })
  }
}
