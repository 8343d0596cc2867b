import Continuity
import HomeCare
import Interchange

extension MeasureReport {
  /// The definition, the headline of each period, the exclusions, the data quality, and the clients of the last period
  /// who met the most staff, for a terminal.
  ///
  /// - Parameter limit: Clients listed at most.
  public func text(limit: Int = 20) -> String {
    var parts = [definitionText, periodsText]
    if let last = periods.last {
      for grouping in groupings { parts.append(groupText(grouping, last)) }
      parts.append(clientsText(last, limit: limit))
    }
    if let quality { parts.append(quality.text(of: measurer)) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var definitionText: String {
    let definition = measurer.definition
    let basis = measurer.basis == .planned ? ", planned visits" : ""
    return """
      Definition \(definition.name), version \(definition.version): \(definition.purpose)
      \(definition.settingsText)\(basis)
      Own calculation.

      """
  }

  private var periodsText: String {
    var columns: [(title: String, alignment: TextTable.Alignment)] = [
      ("from", .left), ("to", .left), ("clients", .right), ("excluded", .right), ("mean", .right), ("median", .right),
    ]
    columns += measurer.definition.thresholds.map { ("above \($0)", .right) }
    columns += ["min", "max", "UPC", "COC", "SECON", "contact"].map { ($0, .right) }
    var table = TextTable(columns)
    for (period, excluded) in periods.map({ ($0, $0.excluded.count) }) {
      table.append(row(period.dates, period.summary, excluded))
    }
    if let rolling {
      for period in 0..<rolling.count {
        table.append(
          row(rolling.dates(of: period), rolling.summaries[period], rolling.excluded[period].values.reduce(0, +)))
      }
    }
    return table.text + change
  }

  /// The last mean beside the one before it and the target.
  private var change: String {
    let means = (periods.map(\.summary) + (rolling?.summaries ?? [])).map(\.headline.mean?.value)
    guard let last = means.last, let now = last else { return "" }
    func signed(_ value: Double) -> String { (value >= 0 ? "+" : "") + Decimal.text(value, places: 2) }
    let target = measurer.definition.target
    var text = "mean to the target \(target): \(signed(now - Double(target)))"
    if let before = previous(means) { text += "; to the period before: \(signed(now - before))" }
    return text + "\n"
  }

  /// Of the means of all periods, that of the period before the last, which shares no day with it.
  func previous(_ means: [Double?]) -> Double? {
    let index = means.count - 1 - (periods.isEmpty ? measurer.definition.periodDays : 1)
    return means.indices.contains(index) ? means[index] : nil
  }

  private func row(_ dates: Range<LocalDate>, _ summary: Summary, _ excluded: Int) -> [String] {
    let headline = summary.headline
    var cells = [dates.lowerBound.description, dates.lastDate.description, "\(headline.clients)", "\(excluded)"]
    cells += [headline.mean.shown(2), headline.median.shown(1)]
    cells += measurer.definition.thresholds.map { headline.share(above: $0).percent }
    cells += [headline.smallest, headline.largest].map { $0.map(String.init) ?? Decimal.undefined }
    cells += [summary.usualProvider, summary.continuityOfCare, summary.sequential, summary.contactShare].map {
      $0.map { Decimal.text($0, places: 2) } ?? Decimal.undefined
    }
    return cells
  }

  private func groupText(_ grouping: Grouping, _ period: PeriodMeasure) -> String {
    var table = TextTable(
      [(grouping.rawValue, .left), ("clients", .right), ("mean", .right), ("median", .right)]
        + measurer.definition.thresholds.map { ("above \($0)", .right) })
    for group in period.groups[grouping] ?? [] {
      let headline = group.summary.headline
      table.append(
        [
          group.name.isEmpty ? Decimal.undefined : group.name, "\(headline.clients)", headline.mean.shown(2),
          headline.median.shown(1),
        ] + measurer.definition.thresholds.map { headline.share(above: $0).percent })
    }
    return table.text
  }

  private func clientsText(_ period: PeriodMeasure, limit: Int) -> String {
    var table = TextTable([
      ("client", .left), ("met", .right), ("floor", .right), ("visits", .right), ("UPC", .right), ("COC", .right),
      ("SECON", .right), ("contact", .right), ("new", .right), ("why above target", .left),
    ])
    for client in period.worstFirst.prefix(limit) {
      let figures = client.measure.figures
      table.append([
        name(ofClient: client.client), "\(figures.distinct)",
        floor(ofClient: client.client).map(String.init) ?? Decimal.undefined, "\(figures.visits)",
        figures.usualProvider.shown(2), figures.continuityOfCare.shown(2), figures.sequential.shown(2),
        client.measure.contactShare.shown(2), client.measure.newFaces.map(String.init) ?? Decimal.undefined,
        client.reasons.map(\.rawValue).joined(separator: ", "),
      ])
    }
    let left = period.clients.count - min(limit, period.clients.count)
    var text = "Clients \(period.dates.lowerBound) to \(period.dates.lastDate), most staff first\n" + table.text
    if left > 0 { text += "… and \(left) more\n" }
    let excluded = period.excludedByRule.map { "\($0.rule.rawValue) \($0.count)" }
    if !excluded.isEmpty { text += "excluded: \(excluded.joined(separator: ", "))\n" }
    if period.summary.unknownAge > 0 { text += "counted at unknown age: \(period.summary.unknownAge)\n" }
    return text
  }
}

extension Ratio? {
  /// The value with so many decimals.
  func shown(_ places: Int, mark: String = ".") -> String {
    map { Decimal.text($0.value, places: places, mark: mark) } ?? Decimal.undefined
  }

  /// The value in percent.
  var percent: String { map { Decimal.text($0.value * 100, places: 1) + " %" } ?? Decimal.undefined }
}

extension Definition {
  /// The settings in a few words.
  var settingsText: String {
    var parts = ["periods of \(periodDays) days"]
    if let clock { parts.append("visits that start \(clock.lowerBound) to \(clock.upperBound), both included") }
    if weekdays != Array(1...7) { parts.append("days of the week \(weekdays.map(String.init).joined(separator: " "))") }
    if !excludedCategories.isEmpty { parts.append("without \(excludedCategories.joined(separator: ", "))") }
    if !excludedStaffCategories.isEmpty {
      parts.append("without staff of \(excludedStaffCategories.joined(separator: ", "))")
    }
    if minimumVisitsPerDay > 0 { parts.append("at least \(minimumVisitsPerDay) visits on every counted day") }
    if minimumVisits > 1 { parts.append("at least \(minimumVisits) visits") }
    if let minimumAge {
      parts.append("clients of \(minimumAge) or over (unknown age \(countsUnknownAge ? "counts" : "does not count"))")
    }
    if excludesAway { parts.append("without clients who were away") }
    parts.append(countsAllStaffOfVisit ? "all staff of a double visit" : "one staff member of a double visit")
    return parts.joined(separator: "; ")
  }
}

extension LogQuality {
  /// What was read and what was wrong with it.
  func text(of measurer: LogMeasurer) -> String {
    var lines = [
      "Data: \(rows) rows, \(used) used, \(measurer.log.duplicates) repeated, \(measurer.log.clients.count) clients, "
        + "\(measurer.log.staff.count) staff"
    ]
    for file in files {
      let columns = file.columns.compactMap { column in column.column.map { "\(column.header) as \($0.rawValue)" } }
      lines.append("\(file.file) read as: \(columns.joined(separator: ", "))")
    }
    for reason in BadRowReason.allCases {
      if let count = bad[reason] { lines.append("bad rows, \(reason.rawValue): \(count)") }
    }
    if !merged.isEmpty { lines.append("ids in several spellings: \(merged.count)") }
    for (column, words) in unknownWords.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      lines.append("words of \(column.rawValue) without a known meaning: \(words.prefix(20).joined(separator: ", "))")
    }
    if let sha256 { lines.append("sha256 \(sha256)") }
    // A control character in a file must not reach the terminal.
    return lines.map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.map { $0.isPrintable ? $0 : "\u{FFFD}" }))
    }.joined(separator: "\n") + "\n"
  }

  /// The rows that could not be used, as CSV: file, line, reason, and what stands there.
  ///
  /// - Parameter showsContent: Whether the rows' content is shown, which holds ids.
  public func badRowsCSV(showsContent: Bool = true) -> [UInt8] {
    var csv = CSVWriter(guardsFormulas: true)
    for title in ["file", "line", "reason"] + (showsContent ? ["found"] : []) { csv.append(title) }
    csv.endRecord()
    for row in badRows {
      csv.append(row.file)
      csv.append(row.line)
      csv.append(row.reason.rawValue)
      if showsContent {
        csv.append(String(String.UnicodeScalarView(row.found.unicodeScalars.map { $0.isPrintable ? $0 : "\u{FFFD}" })))
      }
      csv.endRecord()
    }
    return csv.bytes
  }
}
