import HomeCare

/// Columns by the type of the property that holds the value.
extension Column {
  typealias Path<Value> = WritableKeyPath<Row, Value> & Sendable

  // MARK: - Ids

  static func id<Subject>(_ path: Path<Identifier<Subject>>, _ meaning: String) -> Column {
    Column(
      "id", .id, .required, meaning, value: { .text($0[keyPath: path].rawValue) },
      assign: { if case .text(let text) = $1 { $0[keyPath: path] = Identifier(text) } })
  }

  static func reference<Subject>(
    _ name: String, _ path: Path<Identifier<Subject>>, to table: String, _ meaning: String
  ) -> Column {
    Column(
      name, .reference(table), .required, meaning, value: { .text($0[keyPath: path].rawValue) },
      assign: { if case .text(let text) = $1 { $0[keyPath: path] = Identifier(text) } })
  }

  static func reference<Subject>(
    _ name: String, _ path: Path<Identifier<Subject>?>, to table: String, _ meaning: String
  ) -> Column {
    Column(
      name, .reference(table), .optional, meaning,
      value: { row in row[keyPath: path].map { .text($0.rawValue) } },
      assign: { if case .text(let text) = $1 { $0[keyPath: path] = Identifier(text) } })
  }

  static func references<Subject>(
    _ name: String, _ path: Path<[Identifier<Subject>]>, to table: String, isRequired: Bool = false,
    _ meaning: String
  ) -> Column {
    Column(
      name, .references(table), isRequired ? .required : .standard(.list([])), meaning,
      value: { .list($0[keyPath: path].map(\.rawValue)) },
      assign: { if case .list(let items) = $1 { $0[keyPath: path] = items.map { Identifier($0) } } })
  }

  // MARK: - Text

  static func text(_ name: String, _ path: Path<String>, default word: String? = nil, _ meaning: String) -> Column {
    Column(
      name, .text, word.map { .standard(.text($0)) } ?? .required, meaning, value: { .text($0[keyPath: path]) },
      assign: { if case .text(let text) = $1 { $0[keyPath: path] = text } })
  }

  static func text(_ name: String, _ path: Path<String?>, _ meaning: String) -> Column {
    Column(
      name, .text, .optional, meaning,
      value: { row in row[keyPath: path].flatMap { $0.isEmpty ? nil : .text($0) } },
      assign: { if case .text(let text) = $1 { $0[keyPath: path] = text } })
  }

  static func texts(_ name: String, _ path: Path<[String]>, _ meaning: String) -> Column {
    Column(
      name, .texts, .standard(.list([])), meaning, value: { .list($0[keyPath: path]) },
      assign: { if case .list(let items) = $1 { $0[keyPath: path] = items } })
  }

  /// One of the words of an enumeration; required where no default is given.
  static func choice<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: Path<Word>, default word: Word? = nil, _ meaning: String
  ) -> Column {
    Column(
      name, .choice(Word.allCases.map(\.rawValue)), word.map { .standard(.text($0.rawValue)) } ?? .required, meaning,
      value: { .text($0[keyPath: path].rawValue) },
      assign: { if case .text(let text) = $1, let word = Word(rawValue: text) { $0[keyPath: path] = word } })
  }

  // MARK: - Numbers and flags

  static func whole(
    _ name: String, _ path: Path<Int>, in range: ClosedRange<Int>, default number: Int? = nil, _ meaning: String
  ) -> Column {
    Column(
      name, .whole(range), number.map { .standard(.whole($0)) } ?? .required, meaning,
      value: { .whole($0[keyPath: path]) },
      assign: { if case .whole(let number) = $1 { $0[keyPath: path] = number } })
  }

  static func whole(_ name: String, _ path: Path<Int?>, in range: ClosedRange<Int>, _ meaning: String) -> Column {
    Column(
      name, .whole(range), .optional, meaning, value: { row in row[keyPath: path].map { .whole($0) } },
      assign: { if case .whole(let number) = $1 { $0[keyPath: path] = number } })
  }

  static func number(
    _ name: String, _ path: Path<Double?>, in range: ClosedRange<Double>, _ meaning: String
  ) -> Column {
    Column(
      name, .number(range), .optional, meaning, value: { row in row[keyPath: path].map { .number($0) } },
      assign: { if case .number(let number) = $1 { $0[keyPath: path] = number } })
  }

  static func flag(_ name: String, _ path: Path<Bool>, default flag: Bool, _ meaning: String) -> Column {
    Column(
      name, .flag, .standard(.flag(flag)), meaning, value: { .flag($0[keyPath: path]) },
      assign: { if case .flag(let flag) = $1 { $0[keyPath: path] = flag } })
  }

  // MARK: - Times

  static func date(_ name: String, _ path: Path<LocalDate>, _ meaning: String) -> Column {
    Column(
      name, .date, .required, meaning, value: { .date($0[keyPath: path]) },
      assign: { if case .date(let date) = $1 { $0[keyPath: path] = date } })
  }

  static func time(_ name: String, _ path: Path<LocalDateTime>, _ meaning: String) -> Column {
    Column(
      name, .time, .required, meaning, value: { .time($0[keyPath: path]) },
      assign: { if case .time(let time) = $1 { $0[keyPath: path] = time } })
  }

  /// A time of day; required where the property always has one.
  static func clock(_ name: String, _ path: Path<Int>, _ meaning: String) -> Column {
    Column(
      name, .clock, .required, meaning, value: { .clock($0[keyPath: path]) },
      assign: { if case .clock(let minute) = $1 { $0[keyPath: path] = minute } })
  }

  static func clock(_ name: String, _ path: Path<Int?>, _ meaning: String) -> Column {
    Column(
      name, .clock, .optional, meaning, value: { row in row[keyPath: path].map { .clock($0) } },
      assign: { if case .clock(let minute) = $1 { $0[keyPath: path] = minute } })
  }

  /// A time at which something begins; a date alone is its beginning.
  static func beginning(_ name: String, _ path: Path<LocalDateTime>, _ meaning: String) -> Column {
    Column(
      name, .moment(endsDay: false), .required, meaning, value: { .time($0[keyPath: path]) },
      assign: { if case .time(let time) = $1 { $0[keyPath: path] = time } })
  }

  /// A time at which something ends, if anybody knows; a date alone is its end.
  static func end(_ name: String, _ path: Path<LocalDateTime>, _ meaning: String) -> Column {
    Column(
      name, .moment(endsDay: true), .optional, meaning,
      value: { $0[keyPath: path] == .openEnd ? nil : .time($0[keyPath: path]) },
      assign: { if case .time(let time) = $1 { $0[keyPath: path] = time } })
  }

  static func time(_ name: String, _ path: Path<LocalDateTime?>, _ meaning: String) -> Column {
    Column(
      name, .time, .optional, meaning, value: { row in row[keyPath: path].map { .time($0) } },
      assign: { if case .time(let time) = $1 { $0[keyPath: path] = time } })
  }
}
