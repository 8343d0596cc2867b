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

  /// The thresholds whose shares are reported.
  static let thresholds = [14, 20]

  /// Headline, shares, distribution, and the clients who meet the most staff first.
  ///
  /// - Parameter limit: Clients listed at most; all where absent.
  public func text(limit: Int? = nil) -> String {
    [headlineText, distributionText, clientsText(limit: limit)].joined(separator: "\n")
  }

  /// How evenly the roster treats the staff, those with the most client time of their contract first.
  public var staffText: String { WorkloadTable(loads: workloads).text }

  private var headlineText: String {
    let headline = continuity.headline
    let last = horizon.start.advanced(by: horizon.days - 1)
    var lines = ["Continuity of \(instance), \(horizon.start) to \(last), distinct staff in \(horizon.window) days"]
    guard let mean = headline.mean?.value, let median = headline.median?.value else {
      return lines[0] + "\nNo client meets anyone.\n"
    }
    let counted = continuity.periods.count == 1 ? "clients" : "clients and periods"
    lines.append(
      "mean \(Decimal.text(mean, places: 2))  median \(Decimal.text(median, places: 1))  "
        + "smallest \(headline.smallest ?? 0)  largest \(headline.largest ?? 0)  over \(headline.clients) \(counted)")
    for threshold in Self.thresholds {
      lines.append(Self.share("above \(threshold)", headline.share(above: threshold)))
    }
    lines.append(Self.share("above own target", continuity.shareAboveTarget))
    if let floorLine { lines.append(floorLine) }
    if continuity.withoutMeetings > 0 { lines.append("\(counted) without any meeting: \(continuity.withoutMeetings)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func share(_ title: String, _ ratio: Ratio?) -> String {
    let percent = ratio.map { Decimal.text($0.value * 100, places: 1) } ?? Decimal.undefined
    return "\(title): \(ratio?.numerator ?? 0) of \(ratio?.denominator ?? 0) (\(percent) %)"
  }

  private var floorLine: String? {
    guard let floors, continuity.periods.count == 1 else { return nil }
    let sum = continuity.rows.reduce(0) { $0 + (floors[$1.client] ?? 0) }
    return "staff met, all clients: \(continuity.headline.sum); continuity floor: \(sum)"
  }

  private var distributionText: String {
    var table = TextTable([("staff met", .right), ("clients", .right), ("", .left)])
    let distribution = continuity.headline.distribution
    let most = max(1, distribution.max() ?? 1)
    for (staff, clients) in distribution.enumerated().drop(while: { $0.element == 0 }) {
      // A bar of at most 40 marks; whoever is there at all has one.
      let marks = clients == 0 ? 0 : max(1, clients * 40 / max(40, most))
      table.append(["\(staff)", "\(clients)", String(repeating: "#", count: marks)])
    }
    return table.text
  }

  private func clientsText(limit: Int?) -> String {
    let rows = continuity.worstFirst
    let severalPeriods = continuity.periods.count > 1
    var columns: [(title: String, alignment: TextTable.Alignment)] = [("client", .left)]
    if severalPeriods { columns.append(("period", .left)) }
    columns += [("met", .right), ("target", .right)]
    if floors != nil { columns.append(("floor", .right)) }
    columns += ["visits", "UPC", "COC", "SECON", "contact", "new"].map { ($0, .right) }
    columns.append(("why above target", .left))
    var table = TextTable(columns)
    for row in rows.prefix(limit ?? rows.count) {
      let figures = row.measure.figures
      var cells = [row.client.rawValue]
      if severalPeriods { cells.append(continuity.periods[row.period].lowerBound.description) }
      cells += ["\(row.distinct)", "\(row.target)"]
      if let floors { cells.append(floors[row.client].map(String.init) ?? Decimal.undefined) }
      cells.append("\(figures.visits)")
      cells += [figures.usualProvider, figures.continuityOfCare, figures.sequential, row.measure.contactShare].map {
        $0.map { Decimal.text($0.value, places: 2) } ?? Decimal.undefined
      }
      cells.append(row.measure.newFaces.map(String.init) ?? Decimal.undefined)
      cells.append(row.reasons.map(\.rawValue).joined(separator: ", "))
      table.append(cells)
    }
    let left = rows.count - min(rows.count, limit ?? rows.count)
    return table.text + (left > 0 ? "… and \(left) more\n" : "")
  }
}
