import HomeCare
import Interchange
import Rostering

/// The frontier between travel and distinct staff as a table, CSV, SVG and JSON.
public struct FrontierReport: Sendable {
  let frontier: Frontier
  let instance: String
  let clients: Int

  /// A report on a frontier of an instance.
  public init(_ frontier: Frontier, of instance: Instance) {
    self.frontier = frontier
    self.instance = instance.name
    clients = instance.clients.count * instance.horizon.periodCount
  }

  /// The best roster under each limit; the knee is marked.
  public func text(_ language: Language = .english) -> String {
    let titles = [Phrase.travelAtMost, .travel, .distinct, .perClient, .score]
    var table = TextTable(titles.map { (language($0), .right) } + [("", .left)])
    for limit in frontier.limits {
      let point = frontier.points[limit.point]
      let perClient = clients == 0 ? nil : Double(point.distinct) / Double(clients)
      table.append([
        "\(limit.travelMinutes)", "\(point.travelMinutes)", "\(point.distinct)", language.number(perClient, 2),
        "\(point.roster.score.total)", limit.point == frontier.knee ? language(.knee) : "",
      ])
    }
    var text = language(.againstTravelOf, instance, frontier.points.count).printable + "\n\n" + table.text
    if let knee = frontier.knee {
      let point = frontier.points[knee]
      text += "\n" + language(.kneeLine, point.travelMinutes, point.distinct) + "\n"
    }
    if let unassigned = frontier.points.first?.roster.unassigned.count, unassigned > 0 {
      text += language(.everyRosterLeaves, unassigned) + "\n"
    }
    return text
  }

  /// Every roster of the frontier, one a row.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    for column in ["travelMinutes", "distinct", "unassigned", "total", "knee"] { writer.append(column) }
    writer.endRecord()
    for (index, point) in frontier.points.enumerated() {
      writer.append(point.travelMinutes)
      writer.append(point.distinct)
      writer.append(point.roster.score[.unassigned])
      writer.append(point.roster.score.total)
      writer.append(index == frontier.knee ? "true" : "false")
      writer.endRecord()
    }
    return writer.bytes
  }

  /// The frontier as an SVG file with the knee marked; `nil` where there is no roster.
  public func svg(_ language: Language = .english) -> String? {
    let points = frontier.points.map { (x: Double($0.travelMinutes), y: Double($0.distinct)) }
    guard let low = points.last?.y, let high = points.first?.y else { return nil }
    let margin = max(1, (high - low) * 0.1)
    var chart = Chart(
      title: language(.againstTravel, instance), description: language(.frontierDescription, Int(high), Int(low)),
      axis: (x: language(.minutesOfTravel), y: language(.distinctAllClients)),
      lines: [Chart.Line(language(.bestFound), points.map { ($0.x, $0.y) }, look: .style(0), isStepped: true)],
      yRange: max(0, low - margin)...high + margin)
    chart?.marks = points.enumerated().map { ($0 == frontier.knee ? language(.knee) : "", $1.x, $1.y) }
    return chart?.file
  }
}

extension FrontierReport: Encodable {
  /// Writes the rosters' scores, the limits and the knee, both as positions among the points.
  public func encode(to encoder: any Encoder) throws {
    let report: JSONObject = [
      "instance": instance, "points": frontier.points.map { ["score": ScoreFigures($0.roster.score)] },
      "limits": frontier.limits.map { ["travelMinutes": $0.travelMinutes, "point": $0.point] },
      "knee": .some(frontier.knee),
    ]
    try report.encode(to: encoder)
  }
}
