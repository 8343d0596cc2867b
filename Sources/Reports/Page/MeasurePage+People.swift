import Continuity
import HomeCare
import Interchange

/// The sections that name clients and staff, and what was read of them.
extension MeasurePage {
  /// Clients above the target, worst first.
  var clients: HTML {
    guard let last = report.listed.last else { return "" }
    let above = report.worstFirst(last).filter { $0.measure.figures.distinct > definition.target }
    if above.isEmpty {
      let nobody = language(.nobodyAboveTarget, last.clients.count, definition.target)
      return section(.clientsAboveTarget, "<p>\(nobody)</p>\n")
    }
    let titles =
      [Phrase.client, .staff] + (report.floors == nil ? [] : [.floor])
      + ClientFigure.titles + [.why]
    var table = HTMLTable(
      caption: language(.clientsAboveTargetCount, above.count, last.clients.count, definition.target),
      titles.map { (language.title($0), $0 != .client && $0 != .why) }, folds: true)
    for client in above.prefix(limit) {
      var cells = ["\(client.measure.figures.distinct)"]
      if report.floors != nil { cells.append(language.count(report.floor(ofClient: client.client))) }
      cells += ClientFigure.cells(client.measure, language)
      cells.append(client.reasons.map { language.name("above", $0.rawValue) }.joined(separator: ", "))
      table.append([HTML.name(report.label(ofClient: client.client))] + cells.map { "\($0)" })
    }
    let left: HTML = above.count > limit ? "<p>\(language(.andMore, above.count - limit))</p>\n" : ""
    return section(.clientsAboveTarget, table.html + left)
  }

  /// Clients with several providers or areas.
  var shared: HTML {
    guard let last = report.listed.last else { return "" }
    let shared = report.shared(last)
    guard !shared.rows.isEmpty else { return "" }
    var table = HTMLTable(
      caption: language(.clientsOfSeveralCount, shared.rows.count),
      shared.titles(language).map { ($0.title, $0.isNumber) }, folds: true)
    for row in shared.rows.prefix(limit) {
      table.append([HTML.name(row.client)] + row.cells(language).map { HTML.name($0) })
    }
    let more = shared.rows.count - limit
    return section(.clientsOfSeveral, table.html + (more > 0 ? "<p>\(language(.andMore, more))</p>\n" : ""))
  }

  /// Staff by the number of clients they meet.
  var staff: HTML {
    guard let last = report.listed.last, !last.staff.isEmpty else { return "" }
    let mean = Ratio(last.staff.reduce(0) { $0 + $1.clients }, of: last.staff.count)
    let knowsContacts = report.measurer.log.clients.contains { $0.contact != nil }
    let titles = [Phrase.staff, .clients, .meetings] + (knowsContacts ? [.shareWithOwnContacts] : [])
    var table = HTMLTable(caption: language(.metMostClients), titles.map { (language.title($0), $0 != .staff) })
    let most = last.staff.sorted {
      ($1.clients, report.name(ofStaff: $0.staff)) < ($0.clients, report.name(ofStaff: $1.staff))
    }
    for member in most.prefix(limit) {
      let share: [HTML] = knowsContacts ? ["\(language.percent(member.ownShare))"] : []
      table.append(
        [HTML.name(report.label(ofStaff: member.staff)), "\(member.clients)", "\(member.meetings)"] + share)
    }
    let summary = language(.staffMeetClients, last.staff.count, language.number(mean, 1))
    return section(.staff, "<p>\(summary)</p>\n" + table.html)
  }

  /// Who was left out, by rule.
  var exclusions: HTML {
    guard let last = report.listed.last else { return "" }
    let caption = language(.countedAndLeftOut, last.clients.count, last.excluded.count)
    let unknown: HTML =
      last.summary.unknownAge > 0 ? "<p>\(language(.atUnknownAge)): \(last.summary.unknownAge)</p>\n" : ""
    if last.excluded.isEmpty { return section(.clientsLeftOut, "<p>\(caption)</p>\n" + unknown) }
    var table = HTMLTable(
      caption: caption, [(language.title(.rule), false), (language.title(.clients), true)])
    for (rule, count) in last.excludedByRule {
      table.append([
        "\(language.name("exclusion", rule.rawValue))", figure("excluded-\(rule.rawValue)", count),
      ])
    }
    let text = table.html + unknown + "<p>\(language(.namedInAppendix))</p>\n"
    return section(.clientsLeftOut, text)
  }

  /// Every client who was left out, by rule.
  var appendix: HTML {
    guard let last = report.listed.last, !last.excluded.isEmpty else { return "" }
    let all = report.excluded(last)
    let lists = last.excludedByRule.map { rule, count -> HTML in
      let names = all.filter { $0.rule == rule }.map { HTML.name(report.label(ofClient: $0.client)) }
      return """
        <h3>\(language.name("exclusion", rule.rawValue)) (\(count))</h3>
        <p class="ids">\(names.joined(separator: ", "))</p>

        """
    }
    return section(.appendix, lists.joined())
  }

  /// What was read and what could not be.
  var quality: HTML {
    guard let quality = report.quality else { return "" }
    var text: HTML = """
      <p>\(language.html(.rowsRead, figure("rows", quality.rows), figure("used", quality.used), "\(report.measurer.log.duplicates)"))</p>

      """
    if !quality.bad.isEmpty { text += badRows(quality) }
    text += readAsTables
    if quality.absencesOfOthers > 0 {
      text += "<p>\(language(.absencesOfOthers)): \(quality.absencesOfOthers)</p>\n"
    }
    if !quality.merged.isEmpty {
      let shown = quality.merged.prefix(10).map { HTML.name($0.spellings.joined(separator: " = ")) }
      let spellings: HTML = report.pseudonyms == nil ? " (\(shown.joined(separator: "; ")))" : ""
      text += "<p>\(language(.mergedIds)): \(quality.merged.count)\(spellings)</p>\n"
    }
    return section(.dataQuality, text)
  }

  private func badRows(_ quality: LogQuality) -> HTML {
    let titles = [(language.title(.why), false), (language.title(.rows), true), (language.title(.firstLines), false)]
    var table = HTMLTable(caption: language(.rowsNotUsed), titles)
    for (reason, count) in quality.badByReason {
      let lines = quality.badRows.lazy.filter { $0.reason == reason }.prefix(10).map { "\($0.line)" }
      table.append([
        "\(language.name("row", reason.rawValue))", figure("bad-\(reason.rawValue)", count),
        "\(lines.joined(separator: ", "))",
      ])
    }
    return table.html
  }
}
