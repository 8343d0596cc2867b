import Continuity
import HomeCare
import Interchange

/// What a log was read as: its columns, its words and what became of its rows; the same for text, page and JSON.
struct ReadAs {
  /// A word of the log and what came of its rows.
  struct Word {
    let word: LogWord
    let verdict: Verdict
  }

  /// Whether rows with a word count.
  enum Verdict: String, CaseIterable {
    case counted
    /// The definition leaves them out.
    case leftOut = "left-out"
    /// They did not take place, or were only planned.
    case notMeasured = "not-measured"
    /// The definition leaves them out where the kind of staff is not known.
    case leftOutByUnknownStaff = "left-out-by-unknown-staff"
    /// Nobody knows what the word means, so the rows could not be used.
    case unusable
  }

  let quality: LogQuality
  let words: [Word]
  let warnings: [ReadingWarning]
  /// What became of the rows in the last period listed, and its dates.
  let account: (dates: Range<LocalDate>, rows: RowAccount)?

  private let duplicates: Int

  init?(_ report: MeasureReport) {
    guard let quality = report.quality else { return nil }
    let measurer = report.measurer
    self.quality = quality
    duplicates = measurer.log.duplicates
    words = quality.words.map { Word(word: $0, verdict: Self.verdict($0, measurer, quality)) }
    account = report.listed.last.flatMap { period in report.account.map { (period.dates, $0) } }
    warnings = ReadingWarning.all(report, quality)
  }

  /// What became of the rows, each kind with a key and the number: all kinds together are the meetings that were read,
  /// one for each usable row and one more for each further staff member that a row names.
  var rows: [(key: String, rows: Int)] {
    guard let account else { return [] }
    let bad = quality.badByReason.map { ("bad-\($0.reason.rawValue)", $0.rows) }
    let rules = RowRule.allCases.compactMap { rule in account.rows[rule] > 0 ? (rule.rawValue, account.rows[rule]) : nil
    }
    return (bad + [("repeated", duplicates)] + rules).filter { $0.1 > 0 }.map { (key: $0.0, rows: $0.1) }
  }

  /// Words that texts and pages list at most.
  private static let mostWords = 60
  /// The words that texts and pages list.
  var shownWords: ArraySlice<Word> { words.prefix(Self.mostWords) }
  /// How many words they leave out.
  var wordsLeft: Int { words.count - shownWords.count }

  private static func verdict(_ word: LogWord, _ measurer: LogMeasurer, _ quality: LogQuality) -> Verdict {
    let definition = measurer.definition
    let meaning = word.meaning ?? word.word
    switch word.column {
    case .category:
      if meaning == Trait.noVisit { return .notMeasured }
      if definition.excludes(category: meaning, word: word.word) { return .leftOut }
      let isOpen = meaning == Trait.nursing && definition.excludes(staffCategory: Trait.homeNursing)
      return isOpen && measurer.rows(ofNursingByUnknownStaff: word.word) > 0 ? .leftOutByUnknownStaff : .counted
    case .staffCategory:
      return definition.excludes(staffCategory: meaning, word: word.word) ? .leftOut : .counted
    case .status:
      guard let status = word.meaning.flatMap(MeetingStatus.init) else { return .unusable }
      return measurer.basis.includes(status) ? .counted : .notMeasured
    default: return .counted
    }
  }
}

extension LogQuality {
  /// Whether a file has a column.
  func has(_ column: LogColumn) -> Bool { files.contains { $0.columns.contains { $0.column == column } } }
}
