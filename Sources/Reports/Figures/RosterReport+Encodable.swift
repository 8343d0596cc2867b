import Continuity
import HomeCare
import Interchange

extension RosterReport: Encodable {
  private enum Keys: String, CodingKey {
    case instance, definition, from, to, window, withoutMeetings, aboveTarget, floor, distribution, rows, staff
  }

  private struct Definition: Encodable {
    let name: String
    let version: Int
  }

  /// So many clients met so many staff.
  private struct Bar: Encodable {
    let staff, clients: Int
  }

  /// How far apart the visits of a slot start.
  private struct Spread: Encodable {
    let slot: String
    let visits, minutes: Int
    let deviation: Double
  }

  private struct Row: Encodable {
    let row: RosterContinuity.Row
    let dates: Range<LocalDate>
    let floor: Int?

    enum Keys: CodingKey { case client, name, area, from, to, distinct, target, floor, reasons, startSpread }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode(row.client.rawValue, forKey: .client)
      try container.encode(row.name, forKey: .name)
      try container.encode(row.area, forKey: .area)
      try container.encode(dates.lowerBound.description, forKey: .from)
      try container.encode(dates.lastDate.description, forKey: .to)
      try container.encode(row.distinct, forKey: .distinct)
      try container.encode(row.target, forKey: .target)
      try container.encode(floor, forKey: .floor)
      try container.encode(row.reasons.map(\.rawValue), forKey: .reasons)
      let spreads = row.measure.spreads.map {
        Spread(slot: $0.slot.rawValue, visits: $0.visits, minutes: $0.range, deviation: $0.deviation)
      }
      try container.encode(spreads, forKey: .startSpread)
      var figures = encoder.container(keyedBy: NamedKey.self)
      for figure in ClientFigure.all where figure.isOfRosters {
        try figure.value(row.measure).encode(as: figure.key, to: &figures)
      }
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
    try container.encode(continuity.withoutMeetings, forKey: .withoutMeetings)
    try container.encode(floor, forKey: .floor)
    let bars = headline.distribution.enumerated().filter { $0.element > 0 }
    try container.encode(bars.map { Bar(staff: $0.offset, clients: $0.element) }, forKey: .distribution)
    let rows = continuity.worstFirst.map {
      Row(row: $0, dates: continuity.periods[$0.period], floor: floors?[$0.client])
    }
    try container.encode(rows, forKey: .rows)
    try container.encode(workloads.map(WorkloadRow.init), forKey: .staff)
    var figures = encoder.container(keyedBy: NamedKey.self)
    for figure in self.figures { try figure.value(of: headline)?.encode(as: figure.key, to: &figures) }
    try FigureValue.share(continuity.shareAboveTarget).encode(as: "aboveTarget", to: &figures)
  }
}
