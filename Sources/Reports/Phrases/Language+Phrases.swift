extension Language {
  /// A phrase with its values; in English where the language lacks it.
  func callAsFunction(_ phrase: Phrase, _ values: any CustomStringConvertible...) -> String {
    let shown = values.map(\.description)
    return pieces(phrase).map { $0.text(shown) }.joined()
  }

  /// A phrase that opens a line: its first letter is a capital.
  func title(_ phrase: Phrase) -> String { Self.capitalised(self(phrase)) }

  /// A phrase for a page, with values that are HTML.
  func html(_ phrase: Phrase, _ values: HTML...) -> HTML {
    // A number chooses its words by what is read of it.
    let read = values.map { $0.text.replacing(/<[^>]*>/, with: "") }
    return pieces(phrase).map { piece in
      if case .value(let place) = piece { values[place] } else { "\(piece.text(read))" }
    }.joined()
  }

  /// An English word of files in this language; a word that nobody has translated stands as it is.
  func word(_ english: String) -> String { cell(Self.words[english]) ?? english }

  /// What a key of files, a rule or a number is called; the key itself where it has no name.
  package func name(_ kind: String, _ key: String) -> String { cell(Self.names["\(kind).\(key)"]) ?? key }

  /// A key of files in a text: English as it stands, and by its name in other languages.
  func term(_ kind: String, _ key: String) -> String { self == .english ? key : name(kind, key) }

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// The language's cell of a row, or the first one.
  func cell(_ row: [String]?) -> String? {
    guard let row else { return nil }
    let column = Self.allCases.firstIndex(of: self) ?? 0
    return column < row.count ? row[column] : row.first
  }

  /// A phrase's text with its values.
  static func text(_ phrase: String, _ values: [String]) -> String {
    Piece.all(of: phrase).map { $0.text(values) }.joined()
  }

  private func pieces(_ phrase: Phrase) -> [Piece] { Piece.all(of: cell(Self.phrases[phrase]) ?? "") }

  // MARK: Rows

  private static let phrases = Dictionary(uniqueKeysWithValues: Phrase.allCases.map { ($0, cells($0.rawValue)) })
  private static let words = Dictionary(uniqueKeysWithValues: Words.rows.map { (cells($0)[0], cells($0)) })
  private static let names = Dictionary(
    uniqueKeysWithValues: Words.names.map { (cells($0)[0], Array(cells($0).dropFirst())) })

  static func cells(_ row: String) -> [String] { row.split(separator: " | ").map(String.init) }

  /// The phrases, words and names that the language lacks.
  static func lacking(_ language: Language) -> [String] {
    let column = allCases.firstIndex(of: language) ?? 0
    let board = BoardPhrase.allCases.map { ("\($0)", cells($0.rawValue)) }
    let rows = phrases.map { ("\($0)", $1) } + board + words.map { ($0, $1) } + names.map { ($0, $1) }
    return rows.filter { $0.1.count <= column }.map(\.0).sorted()
  }
}

/// A part of a phrase: text, or a place for a value, or words of which a value chooses one.
enum Piece {
  case words(Substring)
  case value(Int)
  case one(Int, of: [Substring])

  /// A phrase in its parts.
  static func all(of phrase: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.words(rest[..<open])) }
      let inside = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
      let place = (inside.first.flatMap { Int($0) } ?? 1) - 1
      pieces.append(inside.count > 1 ? .one(place, of: inside[1].split(separator: "/")) : .value(place))
      rest = rest[rest.index(after: close)...]
    }
    return rest.isEmpty ? pieces : pieces + [.words(rest)]
  }

  func text(_ values: [String]) -> String {
    switch self {
    case .words(let text): String(text)
    case .value(let place): values[place]
    case .one(let place, let forms): String(values[place] == "1" ? forms[0] : forms[forms.count - 1])
    }
  }
}
