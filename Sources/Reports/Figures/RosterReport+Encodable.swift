import Continuity
import HomeCare

extension RosterReport: Encodable {
  private enum Keys: String, CodingKey {
    case instance, definition, from, to, window, clients, withoutMeetings, mean, median, above14, above20, aboveTarget
    case min, max, distinct, floor, distribution, rows, staff
  }

  private struct Definition: Encodable {
    let name: String
    let version: Int
  }

  /// So many clients met so many staff.
  private struct Bar: Encodable {
    let staff, clients: Int
  }

  private struct Row: Encodable {
    let row: RosterContinuity.Row
    let dates: Range<LocalDate>
    let floor: Int?

    enum Keys: CodingKey { case client, name, area, from, to, distinct, target, floor, reasons }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode(row.client.rawValue, forKey: .client)
      try container.encode(row.name, forKey: .name)
      try container.encode(row.area, forKey: .area)
      try container.encode(dates.lowerBound.description, forKey: .from)
      try container.encode(dates.upperBound.advanced(by: -1).description, forKey: .to)
      try container.encode(row.distinct, forKey: .distinct)
      try container.encode(row.target, forKey: .target)
      try container.encode(floor, forKey: .floor)
      try container.encode(row.reasons.map(\.rawValue), forKey: .reasons)
      try MeasureFigures(measure: row.measure).encode(to: encoder)
    }
  }

  /// Writes unrounded figures; an undefined one is null.
  public func encode(to encoder: any Encoder) throws {
    let headline = continuity.headline
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(instance, forKey: .instance)
    try container.encode(Definition(name: "plan", version: 1), forKey: .definition)
    try container.encode(horizon.start.description, forKey: .from)
    try container.encode(horizon.start.advanced(by: horizon.days - 1).description, forKey: .to)
    try container.encode(horizon.window, forKey: .window)
    try container.encode(headline.clients, forKey: .clients)
    try container.encode(continuity.withoutMeetings, forKey: .withoutMeetings)
    try container.encodeFigure(headline.mean, forKey: .mean)
    try container.encodeFigure(headline.median, forKey: .median)
    try container.encode(CountAndShare(headline.share(above: 14)), forKey: .above14)
    try container.encode(CountAndShare(headline.share(above: 20)), forKey: .above20)
    try container.encode(CountAndShare(continuity.shareAboveTarget), forKey: .aboveTarget)
    try container.encode(headline.smallest, forKey: .min)
    try container.encode(headline.largest, forKey: .max)
    try container.encode(headline.sum, forKey: .distinct)
    let floor = floors.map { floors in continuity.rows.reduce(0) { $0 + (floors[$1.client] ?? 0) } }
    try container.encode(floor, forKey: .floor)
    let bars = headline.distribution.enumerated().filter { $0.element > 0 }
    try container.encode(bars.map { Bar(staff: $0.offset, clients: $0.element) }, forKey: .distribution)
    let rows = continuity.worstFirst.map {
      Row(row: $0, dates: continuity.periods[$0.period], floor: floors?[$0.client])
    }
    try container.encode(rows, forKey: .rows)
    try container.encode(workloads.map(WorkloadFigures.init), forKey: .staff)
  }
}
