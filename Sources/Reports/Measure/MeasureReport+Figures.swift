import Continuity
import HomeCare
import Interchange
import Statistics

extension MeasureReport {
  /// A CSV row for each figure: of periods and groups with their intervals, of changes in their parts, of control charts with
  /// their limits, and of causes where they are told.
  ///
  /// `lower` and `upper` are the ends of the figure's interval, of a chart's centre its limits; undefined figures are empty.
  public func figuresCSV(_ language: Language = .english) -> [UInt8] {
    var csv = CSVWriter(guardsFormulas: true)
    writeFigures(language, to: &csv)
    return csv.bytes
  }

  /// Writes a row for each figure.
  func writeFigures(_ language: Language, to writer: inout some RecordWriter) {
    var table = FigureTable(writer)
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
      for (rule, count) in entry.excluded { table.add("excluded.\(rule.rawValue)", Double(count)) }
      for (staff, clients) in entry.summary.headline.distribution.enumerated() where clients > 0 {
        table.add("distribution.\(staff)", Double(clients))
      }
      if let change = known?.change { add(change, entry.comparison, to: &table) }
    }
    addParts(language, to: &table)
    for charted in evidence?.charts ?? [] { add(charted, to: &table) }
    for contributions in contributions {
      table.dates = contributions.dates
      for row in contributions.rows { table.add("lowering.\(row.cause.key)", row.lowering?.value, row.interval) }
    }
    writer = table.writer
  }

  /// What is told of the listed periods beside their figures: staff known from the period before, strata of hours, another
  /// definition, and a plan.
  private func addParts(_ language: Language, to table: inout FigureTable<some RecordWriter>) {
    for period in listed {
      table.dates = period.dates
      if let known = period.knownShare { table.add("knownShare", known.mean) }
      for stratum in period.strata(measurer.definition.hourStrata) where stratum.summary.headline.clients > 0 {
        table.group = (Self.strataKey, language.hours(of: stratum))
        add(stratum.summary, nil, to: &table)
      }
      table.group = ("", "")
    }
    for period in compared?.periods ?? [] {
      table.dates = period.dates
      table.group = ("definition", compared.map { "\($0.definition.name) \($0.definition.version)" } ?? "")
      add(period.summary, nil, to: &table)
    }
    for (_, other, split) in comparedSplits {
      table.dates = other.dates
      table.add("difference.mean.both", split.mean.stayed?.value)
      table.add("difference.mean.alone", split.mean.came?.value)
      table.add("difference.mean.otherAlone", split.mean.left?.value)
    }
    table.group = ("", "")
    for period in planned {
      table.dates = period.dates
      table.add("planned.mean", period.summary.headline.mean?.value)
      table.add("planned.clients", Double(period.summary.headline.clients))
    }
    for outcome in outcomes {
      table.dates = outcome.dates
      let sums = [
        ("clients", outcome.clients), ("planned", outcome.planned), ("missed", outcome.missed), ("met", outcome.met),
      ]
      for (key, sum) in sums { table.add("outcome.\(key)", Double(sum)) }
      for row in outcome.rows {
        let counts = [("meetings", row.meetings), ("brought", row.brought), ("lowering", row.lowering)]
        for (key, count) in counts { table.add("outcome.\(row.kind.rawValue).\(key)", Double(count)) }
      }
    }
  }

  private func add(
    _ summary: Summary, _ intervals: HeadlineIntervals?, to table: inout FigureTable<some RecordWriter>
  ) {
    for figure in figures where figure.places.contains(.files) {
      let value = figure.value(of: summary)
      table.add(figure.key, value.exact, intervals.flatMap { figure.interval?($0) })
      if let count = value.numerator { table.add("\(figure.key).count", Double(count)) }
    }
  }

  private func add(
    _ change: PeriodChange, _ comparison: PeriodComparison, to table: inout FigureTable<some RecordWriter>
  ) {
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

  private func add(_ charted: ChartedFigure, to table: inout FigureTable<some RecordWriter>) {
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

/// The rows of the table of figures.
private struct FigureTable<Writer: RecordWriter> {
  private(set) var writer: Writer
  /// The dates of the rows that follow.
  var dates: Range<LocalDate>?
  /// The grouping and the group of the rows that follow; empty for all clients.
  var group = ("", "")

  init(_ writer: Writer) {
    self.writer = writer
    for title in ["from", "to", "grouping", "group", "figure", "value", "lower", "upper", "signals"] {
      self.writer.append(title)
    }
    self.writer.endRecord()
  }

  mutating func add(_ key: String, _ value: Double?, _ interval: Interval? = nil, signals: [String] = []) {
    for date in [dates?.lowerBound, dates?.lastDate] {
      if let date { writer.append(date) } else { writer.append("") }
    }
    writer.append(group.0)
    writer.append(group.1)
    writer.append(key)
    for number in [value, interval?.lower, interval?.upper] {
      FigureValue.number(number, places: 0).append(to: &writer)
    }
    writer.append(signals.joined(separator: ";"))
    writer.endRecord()
  }
}
