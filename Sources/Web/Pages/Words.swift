import Reports

extension Language {
  /// What the board says, with values.
  func callAsFunction(_ phrase: BoardPhrase, _ values: any CustomStringConvertible...) -> String {
    text(phrase, values.map(\.description))
  }

  /// The same as the opening of a line.
  func title(_ phrase: BoardPhrase, _ values: any CustomStringConvertible...) -> String {
    let text = text(phrase, values.map(\.description))
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The other language, to which a page can be turned.
  var other: Language { self == .swedish ? .english : .swedish }
}
