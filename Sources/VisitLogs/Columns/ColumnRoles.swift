/// Which field of a header is which column, and why.
struct ColumnRoles {
  /// The field of each column, by the column's place.
  private(set) var places: [Int?]
  /// For each field the column's place and the reason.
  private(set) var roles: [Int: (column: Int, reason: ColumnReason)] = [:]
  /// Columns that several fields fit equally well, with those fields.
  private(set) var questions: [(column: Int, fields: [Int])] = []
  /// Columns whose header is given by the mapping and is not there.
  private(set) var notFound: [Int] = []
  /// Fields that are no column, as the mapping says.
  private(set) var ignored: Set<Int> = []

  /// What a mapping says of headers.
  struct Given {
    /// The headers of columns, by the columns' names; these are recognised by nothing else.
    var named: [String: String] = [:]
    /// The headers of further fields of a column, by its name.
    var further: [String: [String]] = [:]
    /// The headers of fields that are no column.
    var ignored: [String] = []

    fileprivate var saysNothing: Bool { named.isEmpty && further.isEmpty && ignored.isEmpty }
  }

  /// The names of columns, made once for the many lines that are looked at as headers.
  struct Names {
    fileprivate let columns: [ExportColumn]
    fileprivate var known: [String: [(column: Int, fit: ExportColumn.Fit)]] = [:]

    init(_ columns: [ExportColumn]) {
      self.columns = columns
      for (place, column) in columns.enumerated() {
        for name in column.names {
          known[name, default: []].append((place, column.fit(name)))
        }
        for name in column.fallbacks { known[name, default: []].append((place, .fallback)) }
      }
    }
  }

  init(_ fields: [String], _ names: Names, _ given: Given) {
    let (columns, named) = (names.columns, given.named)
    places = columns.map { _ in nil }
    if !given.saysNothing { take(given, fields.map(LogWords.folded), columns) }
    var candidates: [[(field: Int, fit: ExportColumn.Fit)]] = columns.map { _ in [] }
    for (field, header) in fields.enumerated() where roles[field] == nil && !ignored.contains(field) {
      for (column, fit) in names.known[ExportColumn.folded(header)] ?? [] where named[columns[column].name] == nil {
        candidates[column].append((field, fit))
      }
    }
    for place in columns.indices {
      let free = candidates[place].filter { roles[$0.field] == nil }
      guard let best = free.map(\.fit).min() else { continue }
      let chosen = free.filter { $0.fit == best }
      give(chosen[0].field, to: place, .header)
      if chosen.count > 1 { questions.append((place, chosen.map(\.field))) }
    }
    for place in columns.indices {
      for (field, fit) in candidates[place] where roles[field] == nil {
        let taker = fit == .personalNumber ? columns[place].personal ?? columns[place].second : columns[place].second
        guard let taker, let column = columns.firstIndex(where: { $0.name == taker }), places[column] == nil,
          named[taker] == nil
        else { continue }
        give(field, to: column, .beside)
      }
    }
  }

  /// Follows what a mapping says of headers.
  private mutating func take(_ given: Given, _ words: [String], _ columns: [ExportColumn]) {
    for (place, column) in columns.enumerated() {
      guard let header = given.named[column.name] else { continue }
      for header in [header] + (given.further[column.name] ?? []) {
        let fields = Self.fields(header, words)
        if let field = fields.first {
          give(field, to: place, .mapping)
          if fields.count > 1 { questions.append((place, fields)) }
        } else if notFound.last != place {
          notFound.append(place)
        }
      }
    }
    let others = Set(given.ignored.map(LogWords.folded))
    ignored = Set(words.indices.filter { others.contains(words[$0]) && roles[$0] == nil })
  }

  /// The fields of a header: all that have it, or of `Start#2` the second of those.
  private static func fields(_ header: String, _ words: [String]) -> [Int] {
    let folded = LogWords.folded(header)
    let own = words.indices.filter { words[$0] == folded }
    let parts = folded.split(separator: "#")
    guard own.isEmpty, parts.count == 2, let number = Int(parts[1]) else { return own }
    let same = words.indices.filter { words[$0] == parts[0] }
    return same.indices.contains(number - 1) ? [same[number - 1]] : []
  }

  private mutating func give(_ field: Int, to column: Int, _ reason: ColumnReason) {
    if places[column] == nil { places[column] = field }
    roles[field] = (column, reason)
  }

  /// Gives a column the further fields whose header is its own with another number, such as `Personal 2` beside `Personal`.
  mutating func addNumbered(_ column: Int, _ fields: [String]) {
    guard let place = places[column] else { return }
    let stem = Self.stem(fields[place])
    guard !stem.isEmpty else { return }
    for (field, header) in fields.enumerated()
    where roles[field] == nil && !ignored.contains(field) && Self.stem(header) == stem {
      give(field, to: column, .numbered)
    }
  }

  /// A header without a number of one digit at its end.
  private static func stem(_ header: String) -> Substring {
    let folded = ExportColumn.folded(header)
    guard let last = folded.last, last.isASCII, last.isNumber else { return folded[...] }
    let stem = folded.dropLast()
    return stem.last?.isNumber ?? true ? folded[...] : stem
  }
}
