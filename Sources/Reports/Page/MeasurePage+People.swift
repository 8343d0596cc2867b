import Continuity
import HomeCare
import Interchange

extension MeasurePage {
  /// Clients above the target, worst first.
  var clients: String {
    guard let last = report.listed.last else { return "" }
    let above = report.worstFirst(last).filter { $0.measure.figures.distinct > definition.target }
    var columns = [(say("Kund", "Client"), false), (say("Personal", "Staff"), true)]
    if report.floors != nil { columns.append((say("Golv", "Floor"), true)) }
    columns += [(say("Besök", "Visits"), true), ("UPC", true), ("COC", true), ("SECON", true)]
    columns += [(say("Fast kontakt", "Contact"), true), (say("Nya", "New"), true), (say("Varför", "Why"), false)]
    var table = HTMLTable(
      caption: say(
        "\(above.count) av \(last.clients.count) kunder över målet \(definition.target)",
        "\(above.count) of \(last.clients.count) clients above the target, \(definition.target)"), columns)
    for client in above.prefix(limit) {
      let (measure, figures) = (client.measure, client.measure.figures)
      var cells = [HTMLText.name(report.name(ofClient: client.client)), "\(figures.distinct)"]
      if report.floors != nil {
        cells.append(report.floor(ofClient: client.client).map(String.init) ?? Decimal.undefined)
      }
      cells.append("\(figures.visits)")
      cells += [figures.usualProvider, figures.continuityOfCare, figures.sequential, measure.contactShare].map {
        language.number($0, 2)
      }
      cells.append(measure.newFaces.map(String.init) ?? Decimal.undefined)
      cells.append(escaped(client.reasons.map { language.name($0) }.joined(separator: ", ")))
      table.append(cells)
    }
    let nobody = say(
      "Ingen av \(last.clients.count) kunder mötte fler än \(definition.target).",
      "None of \(last.clients.count) clients met more than \(definition.target).")
    return section(
      say("Kunder över målet", "Clients above the target"),
      above.isEmpty ? "<p>\(escaped(nobody))</p>\n" : table.text + left(above.count))
  }

  private func left(_ count: Int) -> String {
    guard count > limit else { return "" }
    return "<p>\(escaped(say("… och \(count - limit) till", "… and \(count - limit) more")))</p>\n"
  }

  /// Staff by the number of clients they meet.
  var staff: String {
    guard let last = report.listed.last, !last.staff.isEmpty else { return "" }
    let mean = Ratio(last.staff.reduce(0) { $0 + $1.clients }, of: last.staff.count)
    var table = HTMLTable(
      caption: say("De som mött flest kunder", "Those who met the most clients"),
      [
        (say("Personal", "Staff"), false), (say("Kunder", "Clients"), true), (say("Möten", "Meetings"), true),
        (say("Andel med egna kontaktkunder", "Share with own contact clients"), true),
      ])
    let knowsContacts = report.measurer.log.clients.contains { $0.contact != nil }
    let most = last.staff.sorted {
      ($1.clients, report.name(ofStaff: $0.staff)) < ($0.clients, report.name(ofStaff: $1.staff))
    }
    for member in most.prefix(limit) {
      table.append([
        HTMLText.name(report.name(ofStaff: member.staff)), "\(member.clients)", "\(member.meetings)",
        knowsContacts ? language.percent(member.ownShare) : Decimal.undefined,
      ])
    }
    let summary = say(
      "\(last.staff.count) personer möter i medeltal \(language.number(mean, 1)) kunder var.",
      "\(last.staff.count) staff members meet \(language.number(mean, 1)) clients each on average.")
    return section(say("Personal", "Staff"), "<p>\(escaped(summary))</p>\n" + table.text)
  }

  /// Who was left out, by rule.
  var exclusions: String {
    guard let last = report.listed.last else { return "" }
    var table = HTMLTable(
      caption: say(
        "\(last.clients.count) räknade, \(last.excluded.count) undantagna",
        "\(last.clients.count) counted, \(last.excluded.count) left out"),
      [(say("Regel", "Rule"), false), (say("Kunder", "Clients"), true)])
    for (rule, count) in last.excludedByRule {
      table.append([escaped(language.name(rule)), figure("excluded-\(rule.rawValue)", Double(count), "\(count)")])
    }
    var text = table.text
    if last.summary.unknownAge > 0 {
      text +=
        "<p>\(escaped(say("Räknade med okänd ålder", "Counted at unknown age"))): \(last.summary.unknownAge)</p>\n"
    }
    if !last.excluded.isEmpty {
      text += "<p>\(escaped(say("Alla namnges i bilagan sist.", "All are named in the appendix at the end.")))</p>\n"
    }
    return section(say("Undantagna kunder", "Clients left out"), text)
  }

  /// Every client who was left out, by rule.
  var appendix: String {
    guard let last = report.listed.last, !last.excluded.isEmpty else { return "" }
    let all = report.excluded(last)
    let lists = last.excludedByRule.map { rule, count in
      let names = all.filter { $0.rule == rule }.map { HTMLText.name(report.name(ofClient: $0.client)) }
      return
        "<h3>\(escaped(language.name(rule))) (\(count))</h3>\n<p class=\"ids\">\(names.joined(separator: ", "))</p>\n"
    }
    return section(say("Bilaga: undantagna kunder", "Appendix: clients left out"), lists.joined())
  }

  /// What was read and what could not be.
  var quality: String {
    guard let quality = report.quality else { return "" }
    var text = "<p>\(figure("rows", Double(quality.rows), "\(quality.rows)")) \(escaped(say("rader", "rows"))), "
    text += "\(figure("used", Double(quality.used), "\(quality.used)")) \(escaped(say("använda", "used"))), "
    text += "\(report.measurer.log.duplicates) \(escaped(say("upprepade", "repeated")))</p>\n"
    if !quality.bad.isEmpty {
      var table = HTMLTable(
        caption: say("Rader som inte kunde användas", "Rows that could not be used"),
        [(say("Varför", "Why"), false), (say("Rader", "Rows"), true), (say("Första raderna", "First lines"), false)])
      for reason in BadRowReason.allCases {
        guard let count = quality.bad[reason] else { continue }
        let lines = quality.badRows.lazy.filter { $0.reason == reason }.prefix(10).map { "\($0.line)" }
        table.append([
          escaped(language.name(reason)), figure("bad-\(reason.rawValue)", Double(count), "\(count)"),
          lines.joined(separator: ", "),
        ])
      }
      text += table.text
    }
    for file in quality.files {
      let columns = file.columns.compactMap { column in
        column.column.map { "\(column.header) → \($0.rawValue)" }
      }
      text += "<p>\(HTMLText.name(file.file)) \(escaped(say("läst som", "read as"))): "
      text += columns.map(HTMLText.name).joined(separator: ", ") + "</p>\n"
    }
    if quality.absencesOfOthers > 0 {
      text +=
        "<p>\(escaped(say("Frånvaro för kunder som inte finns i loggen", "Absences of clients who are not in the log"))): "
      text += "\(quality.absencesOfOthers)</p>\n"
    }
    if !quality.merged.isEmpty {
      text += "<p>\(escaped(say("Id som fanns i flera stavningar", "Ids found in several spellings"))): "
      text += "\(quality.merged.count)"
      if report.pseudonyms == nil {
        let shown = quality.merged.prefix(10).map { HTMLText.name($0.spellings.joined(separator: " = ")) }
        text += " (\(shown.joined(separator: "; ")))"
      }
      text += "</p>\n"
    }
    for (column, words) in quality.unknownWords.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      text += "<p>\(escaped(say("Ord utan känd betydelse", "Words without a known meaning"))), \(column.rawValue): "
      text += words.prefix(20).map(HTMLText.name).joined(separator: ", ") + "</p>\n"
    }
    return section(say("Datakvalitet", "Data quality"), text)
  }

  /// How the figures were made, and of what.
  var method: String {
    let explanation = say(
      """
      Antal olika personal räknas per kund och period. UPC: den vanligaste personens andel av mötena. COC: Bice och \
      Boxermans index. SECON: andel besök med någon från besöket innan. Ju fler besök, desto lägre UPC och COC, så \
      antalet besök står alltid bredvid.
      """,
      """
      Distinct staff are counted for each client and period. UPC: the share of meetings with the person met most. COC: \
      Bice and Boxerman's index. SECON: the share of visits with someone from the visit before. UPC and COC fall as \
      visits rise, so the number of visits always stands beside them.
      """)
    var text = "<p>\(escaped(explanation))</p>\n"
    text +=
      "<p>\(escaped(report.producer)); \(escaped(say("definition", "definition"))) \(escaped(definition.name)) \(definition.version)"
    if let sha256 = report.quality?.sha256 {
      text += "; SHA-256 <code data-figure=\"sha256\">\(escaped(sha256))</code>"
    }
    if report.pseudonyms != nil {
      text += "; \(escaped(say("id ersatta av pseudonymer", "ids replaced by pseudonyms")))"
    }
    return section(say("Metod", "Method"), text + "</p>\n")
  }
}
