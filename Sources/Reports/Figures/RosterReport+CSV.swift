import Interchange

extension RosterReport {
  /// The figures over the whole roster, a row each: the group, the figure's name in files, its value, and of a share what
  /// it is out of. Undefined figures are empty.
  public func csv(_ dialect: CSVDialect = .plain) -> [UInt8] {
    var csv = CSVWriter(guardsFormulas: true, dialect: dialect)
    for title in ["group", "figure", "value", "count", "of"] { csv.append(title) }
    csv.endRecord()
    for (key, value) in standing { Self.write("roster", key, value, &csv) }
    for figure in figures {
      if let value = figure.value(of: continuity.headline) { Self.write("distinct", figure.key, value, &csv) }
    }
    for group in measures.groups {
      for figure in RosterFigure.inGroup(group) {
        Self.write(group.rawValue, figure.key, figure.value(measures), &csv)
      }
    }
    return csv.bytes
  }

  private static func write(_ group: String, _ key: String, _ value: FigureValue, _ csv: inout CSVWriter) {
    csv.append(group)
    csv.append(key)
    value.append(to: &csv)
    let share: (count: Int, of: Int)? =
      if case .share(let ratio?) = value { (ratio.numerator, ratio.denominator) } else { nil }
    csv.append(share.map { "\($0.count)" } ?? "")
    csv.append(share.map { "\($0.of)" } ?? "")
    csv.endRecord()
  }
}
