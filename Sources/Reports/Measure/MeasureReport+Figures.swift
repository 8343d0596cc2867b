import Continuity
import HomeCare
import Interchange
import Statistics

extension MeasureReport {
  /// A CSV row for each figure: of periods and groups with their intervals, of changes in their parts, of control charts with
  /// their limits, and of causes where they are told.
  ///
  /// `lower` and `upper` are the ends of the figure's interval, of a chart's centre its limits; undefined figures are empty.
  public func figuresCSV() -> [UInt8] {
    var table = FigureTable()
    for entry in series {
      table.dates = entry.dates
      let known = entry.evidence
      add(entry.summary, known?.intervals, to: &table)
      for grouping in groupings {
        for (place, group) in (entry.groups[grouping] ?? []).enumerated() where group.summary.headline.clients > 0 {
          table.group = (grouping.rawValue, name(ofGroup: group.name, grouping))
          add(group.summary, known?.groups[grouping]?[place], to: &table)
        }
      }
      table.group = ("", "")
      if let change = known?.change { add(change, entry.comparison, to: &table) }
    }
    for charted in evidence?.charts ?? [] { add(charted, to: &table) }
    for contributions in contributions {
      table.dates = contributions.dates
      for row in contributions.rows { table.add("lowering.\(row.cause.key)", row.lowering?.value, row.interval) }
    }
    return table.csv.bytes
  }

  private func add(_ summary: Summary, _ intervals: HeadlineIntervals?, to table: inout FigureTable) {
    for figure in figures where figure.places.contains(.files) {
      table.add(figure.key, figure.value(of: summary).exact, intervals.flatMap { figure.interval?($0) })
    }
  }

  private func add(_ change: PeriodChange, _ comparison: PeriodComparison, to table: inout FigureTable) {
    table.add("change.mean", comparison.mean, change.meanInterval)
    table.add("change.median", comparison.median, change.medianInterval)
    table.add("change.aboveTarget", comparison.shareAboveTarget, change.aboveTargetInterval)
    for (key, split) in [("mean", change.mean), ("aboveTarget", change.aboveTarget)] {
      table.add("change.\(key).stayed", split.stayed?.value, key == "mean" ? change.stayedInterval : nil)
      table.add("change.\(key).came", split.came?.value)
      table.add("change.\(key).left", split.left?.value)
    }
    for grouping in Grouping.allCases {
      for part in change.groups[grouping]?.parts ?? [] {
        table.group = (grouping.rawValue, name(ofGroup: part.name, grouping))
        table.add("change.mean.within", part.within)
        table.add("change.mean.between", part.between)
      }
    }
    table.group = ("", "")
  }

  private func add(_ charted: ChartedFigure, to table: inout FigureTable) {
    let (chart, key) = (charted.chart, charted.kind.rawValue)
    guard let first = charted.periods.first, let last = charted.periods.last else { return }
    table.dates = first.lowerBound..<last.upperBound
    table.add("control.\(key).centre", chart.centre, Interval(chart.lowerLimit, chart.upperLimit))
    for (place, (dates, value)) in zip(charted.periods, chart.values).enumerated() {
      table.dates = dates
      table.add(
        "control.\(key)", value, signals: chart.signals.filter { $0.place == place }.map(\.rule.rawValue))
    }
  }
}

/// The rows of the figures' CSV.
private struct FigureTable {
  private(set) var csv = CSVWriter(guardsFormulas: true)
  /// The dates of the rows that follow.
  var dates: Range<LocalDate>?
  /// The grouping and the group of the rows that follow; empty for all clients.
  var group = ("", "")

  init() {
    for title in ["from", "to", "grouping", "group", "figure", "value", "lower", "upper", "signals"] {
      csv.append(title)
    }
    csv.endRecord()
  }

  mutating func add(_ key: String, _ value: Double?, _ interval: Interval? = nil, signals: [String] = []) {
    csv.append(dates?.lowerBound.description ?? "")
    csv.append(dates?.lastDate.description ?? "")
    csv.append(group.0)
    csv.append(group.1)
    csv.append(key)
    for number in [value, interval?.lower, interval?.upper] { FigureValue.number(number, places: 0).append(to: &csv) }
    csv.append(signals.joined(separator: ";"))
    csv.endRecord()
  }
}
