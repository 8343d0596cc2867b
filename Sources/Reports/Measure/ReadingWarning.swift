import Continuity
import HomeCare
import Interchange

/// What a reader of a measure must know before trusting it, with what can be done about it.
enum ReadingWarning {
  /// A period of which the log has but a part: its dates, and those of the log.
  case partOfPeriod(Range<LocalDate>, ClosedRange<LocalDate>)
  /// Days of the measured periods on which the log has no visit at all, though it has many on others: as stretches.
  case daysWithoutVisits([ClosedRange<LocalDate>])
  /// The definition leaves out a category that no row has.
  case nothingLeftOut(String, LogColumn, hasColumn: Bool)
  /// Rows of nursing that do not say what kind of staff came, and were left out as home nursing.
  case nursingByUnknownStaff(rows: Int)
  /// Words without a known meaning.
  case unknownWords(LogColumn, [LogWord])
  /// Contacts who are no staff of the log.
  case unmatchedContacts([String])
  /// Cells taken for lists of staff.
  case staffLists([String])
  /// Cells that look like lists of staff and were taken for one person each.
  case unsplitStaff([String])
  /// Counted clients with several areas or providers.
  case shared(Grouping, Int)
  /// Years of birth taken from personal numbers.
  case birthYearsFromNumbers(Int)
  /// Rows that are the head or the tail of a file.
  case otherRecords(Int)

  /// What files call it.
  var key: String {
    switch self {
    case .partOfPeriod: "part-of-period"
    case .daysWithoutVisits: "days-without-visits"
    case .nothingLeftOut: "exclusion-matched-nothing"
    case .nursingByUnknownStaff: "nursing-by-unknown-staff"
    case .unknownWords: "unknown-words"
    case .unmatchedContacts: "unmatched-contacts"
    case .staffLists: "staff-lists"
    case .unsplitStaff: "unsplit-staff"
    case .shared(let grouping, _): "several-\(grouping.rawValue)"
    case .birthYearsFromNumbers: "birth-years-from-numbers"
    case .otherRecords: "other-records"
    }
  }

  /// All that a report has to warn of, the gravest first.
  static func all(_ report: MeasureReport, _ quality: LogQuality) -> [ReadingWarning] {
    let (definition, measurer) = (report.measurer.definition, report.measurer)
    var warnings = parts(of: report)
    let empty = measurer.daysWithoutVisits(in: report.series.map(\.dates))
    if !empty.isEmpty { warnings.append(.daysWithoutVisits(empty)) }
    let nursing = measurer.rowsOfNursingByUnknownStaff
    if nursing > 0 { warnings.append(.nursingByUnknownStaff(rows: nursing)) }
    let lists = [
      (LogColumn.category, definition.excludedCategories), (.staffCategory, definition.excludedStaffCategories),
    ]
    for (column, excluded) in lists {
      for name in excluded {
        let matches = quality.words.contains { word in
          word.column == column && Definition.names(name, word.meaning ?? word.word, word.word)
        }
        let isTold = column == .staffCategory && name == Trait.homeNursing && nursing > 0
        if !matches, !isTold { warnings.append(.nothingLeftOut(name, column, hasColumn: quality.has(column))) }
      }
    }
    for column in LogColumn.classifying where column != .status {
      let words = quality.words.filter { $0.column == column && $0.meaning == nil }
      if !words.isEmpty { warnings.append(.unknownWords(column, words)) }
    }
    if !quality.unmatchedContacts.isEmpty { warnings.append(.unmatchedContacts(quality.unmatchedContacts)) }
    if !quality.staffLists.isEmpty { warnings.append(.staffLists(quality.staffLists)) }
    if !quality.unsplitStaff.isEmpty { warnings.append(.unsplitStaff(quality.unsplitStaff)) }
    for grouping in report.groupings {
      let count = report.listed.last?.shared[grouping]?.count ?? 0
      if count > 0 { warnings.append(.shared(grouping, count)) }
    }
    if quality.birthYearsFromNumbers > 0 { warnings.append(.birthYearsFromNumbers(quality.birthYearsFromNumbers)) }
    if quality.otherRecords > 0 { warnings.append(.otherRecords(quality.otherRecords)) }
    return warnings
  }

  /// Periods of which the log has but a part, so that their clients meet too few.
  private static func parts(of report: MeasureReport) -> [ReadingWarning] {
    guard let known = report.measurer.log.dates(of: report.measurer.basis) else { return [] }
    return report.listed.map(\.dates).filter { $0.lowerBound < known.lowerBound || $0.lastDate > known.upperBound }
      .map { .partOfPeriod($0, known) }
  }

  /// Whether it limits what the figures say without telling of anybody, so that a board must know it too.
  var isForBoards: Bool {
    switch self {
    case .partOfPeriod, .daysWithoutVisits, .nothingLeftOut, .nursingByUnknownStaff: true
    default: false
    }
  }

  /// The warning in a sentence for a board: what counts rows is without the number, which may be one client's.
  func textForBoards(_ language: Language) -> String {
    if case .nursingByUnknownStaff = self { return language(.nursingLeftOut) }
    return text(language, showsIDs: false)
  }

  /// The warning in a sentence.
  ///
  /// - Parameter showsIDs: Whether the ids of people may be named.
  func text(_ language: Language, showsIDs: Bool) -> String {
    switch self {
    case .partOfPeriod(let dates, let known):
      return language(.partOfPeriod, dates.lowerBound, dates.lastDate, known.lowerBound, known.upperBound)
    case .daysWithoutVisits(let stretches):
      let days = stretches.reduce(0) { $0 + ($1.lowerBound..<$1.upperBound.advanced(by: 1)).dayCount }
      let listed = stretches.prefix(5).map {
        $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound) – \($0.upperBound)"
      }
      return language(
        .daysWithoutVisits, days, language.listed(listed) + (stretches.count > 5 ? ", …" : ""))
    case .nothingLeftOut(let name, let column, let hasColumn):
      let kind = language.name("grouping", column.rawValue)
      return language(hasColumn ? .noRowLeftOut : .noColumnToLeaveOut, language.word(name), kind)
    case .nursingByUnknownStaff(let rows): return language(.nursingByUnknownStaff, rows)
    case .unknownWords(let column, let words):
      let kind = language.name("grouping", column.rawValue)
      let listed = language.listed(words.prefix(20).map { "\($0.word) (\($0.rows))" })
      let example = words.first.map { word in
        "{\"values\": {\"\(column.rawValue)\": {\(quoted(word.word)): \"\(column == .category ? "care" : "home-care")\"}}}"
      }
      return language(.unknownWordsAsk, kind, listed, example ?? "")
    case .unmatchedContacts(let contacts):
      return language(.contactsUnmatched, contacts.count) + Self.named(contacts, showsIDs)
    case .staffLists(let cells): return language(.cellsSplit, cells.count) + Self.named(cells, showsIDs)
    case .unsplitStaff(let cells): return language(.cellsNotSplit, cells.count) + Self.named(cells, showsIDs)
    case .shared(let grouping, let count):
      return language(.severalGroups, count, language.name("grouping", grouping.rawValue))
    case .birthYearsFromNumbers(let count): return language(.birthYearsTaken, count)
    case .otherRecords(let count): return language(.headsAndTails, count)
    }
  }

  private static func named(_ ids: [String], _ showsIDs: Bool) -> String {
    guard showsIDs else { return "" }
    return ": " + ids.prefix(5).map { quoted($0) }.joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
  }
}
