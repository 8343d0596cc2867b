import Board
import Files
import HomeCare
import Interchange
import Reports

/// What an entry of the journal says, in words.
struct JournalText {
  private let language: Language
  private let plan: (Int) -> PlanInHand?

  /// - Parameter plan: A plan by its number, for the names of its people.
  init(_ language: Language, plan: @escaping (Int) -> PlanInHand?) {
    (self.language, self.plan) = (language, plan)
  }

  func text(_ entry: JournalEntry) -> String {
    let event = entry.event
    switch event.kind {
    case .imported: return language(.journalImported, event.plan, event.name ?? "")
    case .planned: return language(.journalPlanned, event.plan, event.from ?? 0)
    case .changed: return language(.journalChanged, event.plan, moves(entry))
    case .undone: return language(.journalUndone, event.plan, moves(entry))
    case .published: return language(.journalPublished, event.plan)
    case .discarded: return language(.journalDiscarded, event.plan)
    }
  }

  private func moves(_ entry: JournalEntry) -> String {
    let shown = plan(entry.event.plan).map { PlanNames($0.instance) } ?? PlanNames()
    let moves = entry.list.rows.prefix(10).map { row in
      language(.journalMove, shown.title(row.client), shown.text(row.before, language), shown.text(row.after, language))
    }.joined(separator: "; ")
    guard let happened = entry.event.happened else { return moves }
    let words = HappeningText(language, shown, plan(entry.event.plan)?.instance)
    return language(.journalHappened, happened.map(words.text).joined(separator: "; "), moves)
  }
}

/// Who did what, and when.
struct JournalPage {
  let frame: Frame
  let entries: [JournalEntry]
  let plans: [Int: PlanInHand]

  var html: String {
    let language = frame.language
    let words = JournalText(language) { plans[$0] }
    let rows = entries.map { entry -> [HTML] in
      [
        "<span class=\"d\">\(entry.at.replacing("T", with: " ").replacing("Z", with: ""))</span>",
        HTML.name(entry.actor), "\(words.text(entry))",
      ]
    }
    return frame.page(
      language(.navJournal),
      """
      <p><a data-whole href="/journal.csv">\(language(.journalFile))</a></p>\(ListTable(language, [.when, .who, .what], rows).html)
      """)
  }
}

/// The journal as a table for spreadsheets.
struct JournalTable {
  private let language: Language
  private let entries: [JournalEntry]
  private let words: JournalText

  init(_ language: Language, _ entries: [JournalEntry], _ plans: [Int: PlanInHand]) {
    (self.language, self.entries) = (language, entries)
    words = JournalText(language) { plans[$0] }
  }

  var csv: [UInt8] {
    // People open it in a spreadsheet, and names are others' words.
    var table = CSVWriter(guardsFormulas: true, dialect: language.csvDialect)
    for title in [BoardPhrase.when, .who, .plan, .what] { table.append(language(title)) }
    table.endRecord()
    for entry in entries {
      table.append(entry.at)
      table.append(entry.actor)
      table.append(entry.event.plan)
      table.append(words.text(entry))
      table.endRecord()
    }
    return table.bytes
  }
}

/// A table of a page.
struct ListTable {
  private let language: Language
  private let columns: [BoardPhrase]
  private let rows: [[HTML]]

  init(_ language: Language, _ columns: [BoardPhrase], _ rows: [[HTML]]) {
    (self.language, self.columns, self.rows) = (language, columns, rows)
  }

  var html: HTML {
    if rows.isEmpty { return "<p>\(language(.noRows))</p>" }
    let heads = columns.map { phrase -> HTML in "<th scope=\"col\">\(language.title(phrase))</th>" }
    let lines = rows.map { row -> HTML in
      "<tr>\(row.map { cell -> HTML in "<td>\(cell)</td>" }.joined())</tr>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(language.title(columns[0]))"><table><thead><tr>\(heads.joined())</tr></thead><tbody>\(lines.joined())</tbody></table></div>
      """
  }
}
