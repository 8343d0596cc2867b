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
    if let last = listed.last, let entry = series.last {
      parts.append(headlineText(entry))
      for grouping in groupings { parts.append(groupText(grouping, last)) }
      parts += [clientsText(last, limit: limit), exclusionsText(last, limit: limit)]
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
    columns += ["min", "max", "visits", "UPC", "COC", "SECON", "contact"].map { ($0, .right) }
    var table = TextTable(columns)
    for entry in periodEntries + rollingEntries { table.append(row(entry)) }
    return table.text
  }

  /// The last period with its numerators and denominators, beside the target and the period before.
  private func headlineText(_ entry: Entry) -> String {
    let (headline, comparison) = (entry.summary.headline, entry.comparison)
    func signed(_ value: Double) -> String { (value >= 0 ? "+" : "") + Decimal.text(value, places: 2) }
    func share(_ name: String, _ share: Ratio?) -> String {
      "\(name): \(share?.numerator ?? 0) of \(share?.denominator ?? 0) (\(share.percent))"
    }
    var lines = ["Last period, \(entry.dates.lowerBound) to \(entry.dates.lastDate)"]
    lines.append(
      "mean \(headline.mean.shown(2)) (\(headline.sum) staff met by \(headline.clients) clients; rounded "
        + "\(headline.mean.shown(0))), median \(headline.median.shown(1)) (rounded \(headline.median.shown(0)))")
    lines += measurer.definition.thresholds.map { share("above \($0)", headline.share(above: $0)) }
    var target = share("above the target \(comparison.target)", comparison.aboveTarget)
    if let difference = comparison.meanToTarget { target += "; mean to the target: \(signed(difference))" }
    lines.append(target)
    if let previous = comparison.previous, let mean = comparison.mean, let median = comparison.median {
      lines.append(
        "to the period before, \(previous.lowerBound) to \(previous.lastDate): mean \(signed(mean)), median "
          + "\(signed(median)), share above the target \(signed((comparison.shareAboveTarget ?? 0) * 100)) points")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ entry: Entry) -> [String] {
    let (summary, headline) = (entry.summary, entry.summary.headline)
    var cells = [entry.dates.lowerBound.description, entry.dates.lastDate.description, "\(headline.clients)"]
    cells += ["\(entry.excluded.reduce(0) { $0 + $1.count })"]
    cells += [headline.mean.shown(2), headline.median.shown(1)]
    cells += measurer.definition.thresholds.map { headline.share(above: $0).percent }
    cells += [headline.smallest, headline.largest].map { $0.map(String.init) ?? Decimal.undefined }
    cells.append(summary.meanVisits.shown(1))
    cells += [summary.usualProvider, summary.continuityOfCare, summary.sequential, summary.contactShare].map {
      $0.map { Decimal.text($0, places: 2) } ?? Decimal.undefined
    }
    return cells
  }

  private func groupText(_ grouping: Grouping, _ period: PeriodMeasure) -> String {
    var table = TextTable(
      [(grouping.rawValue, .left), ("clients", .right), ("mean", .right), ("median", .right)]
        + measurer.definition.thresholds.map { ("above \($0)", .right) })
    for group in groups(period, grouping) {
      let headline = group.summary.headline
      table.append(
        [
          group.name.isEmpty ? Decimal.undefined : name(ofGroup: group.name, grouping), "\(headline.clients)",
          headline.mean.shown(2),
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
    for client in worstFirst(period).prefix(limit) {
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
    if period.summary.unknownAge > 0 { text += "counted at unknown age: \(period.summary.unknownAge)\n" }
    return text
  }

  private func exclusionsText(_ period: PeriodMeasure, limit: Int) -> String {
    guard !period.excluded.isEmpty else { return "" }
    var lines = ["Clients left out: \(period.excluded.count) of \(measurer.log.clients.count)"]
    for (rule, count) in period.excludedByRule {
      let names = excluded(period).lazy.filter { $0.rule == rule }.prefix(limit).map { name(ofClient: $0.client) }
      let more = count > limit ? " … and \(count - limit) more" : ""
      lines.append("\(rule.rawValue) \(count): \(names.joined(separator: ", "))\(more)".printable)
    }
    return lines.joined(separator: "\n") + "\n"
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
