import HomeCare
import Files

/// What the cells of a column hold: the one statement of it for readers, writers, messages and schemas.
enum ValueKind: Hashable, Sendable {
  /// The row's own id.
  case id
  /// The id of a row of another table.
  case reference(String)
  /// Any text; empty is the same as absent.
  case text
  /// One of a few words.
  case choice([String])
  /// A whole number.
  case whole(ClosedRange<Int>)
  /// A whole number of 64 bits without sign, as the seed of a generator.
  case seed
  /// A number.
  case number(ClosedRange<Double>)
  /// True or false.
  case flag
  /// A date.
  case date
  /// A date and time of day.
  case time
  /// A date and time of day, or a date alone: the time at which it begins or, of what lasts through it, ends.
  case moment(endsDay: Bool)
  /// A time of day, in minutes from midnight.
  case clock
  /// A list of texts.
  case texts
  /// A list of ids of another table's rows.
  case references(String)
  /// A row of whole numbers for each location.
  case matrix(ClosedRange<Int>)

  /// What should stand in the cell, for messages.
  var expected: String {
    switch self {
    case .id: "an id in text"
    case .reference(let table): "the id of a row of \(table), in text"
    case .text: "text"
    case .choice(let words):
      words.count == 1 ? quoted(words[0]) : "one of \(words.map(quoted).joined(separator: ", "))"
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .seed: "a whole number from 0 to \(UInt64.max)"
    case .number(let range):
      "a number from \(range.lowerBound.fileText) to \(range.upperBound.fileText)"
    case .flag: "true or false"
    case .date: "a date that exists, such as 2026-03-02"
    case .time: "a date-time that exists, such as 2026-03-02T07:30"
    case .moment: "a date-time or a date that exists, such as 2026-03-02T07:30 or 2026-03-02"
    case .clock: "a time of day such as 08:10"
    case .texts: "a list of texts"
    case .references(let table): "a list of ids of rows of \(table)"
    case .matrix: "a list of rows, each a list of whole minutes"
    }
  }
}

extension ValueKind {
  /// A date alone where a date-time may stand.
  static func moment(_ date: LocalDate, endsDay: Bool) -> CellValue {
    .time((endsDay ? date.advanced(by: 1) : date).midnight)
  }
}

/// The value of one cell, whichever kind of file it stands in.
enum CellValue: Hashable, Sendable {
  case text(String)
  case whole(Int)
  case number(Double)
  case flag(Bool)
  case date(LocalDate)
  case time(LocalDateTime)
  /// A time of day, in minutes from midnight.
  case clock(Int)
  case list([String])
  /// Rows of whole numbers; in CSV a table of its own.
  case matrix([[Int]])
}
