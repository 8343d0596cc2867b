import Interchange

extension Language {
  /// A message of the lower floors in this language: by the template that it is made of, and its values by theirs. What no
  /// template makes stands as it is.
  public func message(_ english: String) -> String {
    guard self != .english else { return english }
    // What a file says is nobody's message.
    if english.hasPrefix("\""), english.dropFirst().firstIndex(of: "\"") == english.indices.last { return english }
    for template in Self.templates {
      guard let values = template.values(of: english) else { continue }
      let texts = zip(values, template.kinds).map { $1 == .columns ? columns($0) : message($0) }
      return template.text(texts, in: self)
    }
    return english
  }

  /// Names of columns, as sheets in this language have them.
  private func columns(_ english: String) -> String {
    english.components(separatedBy: ", ").map { Self.columnTemplates[$0]?.text([], in: self) ?? $0 }
      .joined(separator: ", ")
  }

  private static let columnTemplates = Dictionary(
    uniqueKeysWithValues: Messages.columns.map { ($0.components(separatedBy: " | ")[0], MessageTemplate($0)) })

  /// A line that tells of something that the user should know.
  public func note(_ english: String) -> String { self(.noteLine, message(english)) }

  /// The refusal of an input, a line for each problem, each headed by its place in the file.
  public func text(of error: InputError) -> String {
    let lines = InputError.lines(error.problems.map { text(of: $0) }, more: { message("and \($0) more") })
    return "\(self(.inputRefused, error.problems.count))\n\(lines)"
  }

  /// A problem of an input, in a line.
  public func text(of problem: InputProblem) -> String {
    let place = problem.place(sheet: self(.sheetOfWorkbook), row: self(.rowOfTable))
    return self(.foundExpected, message(place), message(problem.found), message(problem.expected))
  }

  /// Those that say the most first: what they say is seldom said by chance.
  private static let templates = Messages.rows.map { MessageTemplate($0) }.sorted { $0.length > $1.length }
}

/// A message in English and other languages.
private struct MessageTemplate {
  /// A part of the English text.
  private enum Part {
    case text(String)
    /// A value of a kind.
    case value(Kind)
    /// One word or another, by a number before it.
    case either([String])
  }

  /// What a value is: anything, a number (`{1#}`), what a file says, in quotation marks (`{1"}`), or names of columns (`{1*}`).
  enum Kind {
    case any, number, quoted, columns

    init(_ place: Substring) {
      self =
        switch place.last {
        case "#": .number
        case "\"": .quoted
        case "*": .columns
        default: .any
        }
    }

    func fits(_ value: Substring) -> Bool {
      // What a file says is not cut.
      guard value.count(where: { $0 == "\"" }) % 2 == 0 else { return false }
      return switch self {
      case .any: true
      case .columns: value.split(separator: ", ").allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber } }
      case .number: value.allSatisfy { $0.isNumber || $0 == "-" || $0 == "." }
      case .quoted: value.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"")
      }
    }
  }

  private let english: [Part]
  private let cells: [String]

  init(_ row: String) {
    cells = row.split(separator: " | ").map(String.init)
    var parts: [Part] = []
    var rest = cells[0][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let inside = rest[rest.index(after: open)..<close]
      parts.append(
        inside.first?.isNumber == true
          ? .value(Kind(inside)) : .either(inside.split(separator: "/").map(String.init)))
      rest = rest[rest.index(after: close)...]
    }
    english = parts + (rest.isEmpty ? [] : [.text(String(rest))])
  }

  /// What the values are, in their order.
  var kinds: [Kind] { english.compactMap { if case .value(let kind) = $0 { kind } else { nil } } }

  /// Letters of the English text, without values.
  var length: Int {
    english.reduce(0) { length, part in
      switch part {
      case .text(let words): length + words.count
      case .either(let forms): length + (forms.map(\.count).min() ?? 0)
      case .value: length
      }
    }
  }

  /// The values with which the template makes a text; `nil` where it makes none like it.
  func values(of text: String) -> [String]? { Self.match(english[...], text[...]).map { $0.map(String.init) } }

  private static func match(_ parts: ArraySlice<Part>, _ text: Substring) -> [Substring]? {
    guard let part = parts.first else { return text.isEmpty ? [] : nil }
    let rest = parts.dropFirst()
    switch part {
    case .text(let words): return text.hasPrefix(words) ? match(rest, text.dropFirst(words.count)) : nil
    case .either(let forms):
      return forms.lazy.compactMap { text.hasPrefix($0) ? match(rest, text.dropFirst($0.count)) : nil }.first
    case .value(let kind):
      guard case .text(let words)? = rest.first else {
        return rest.isEmpty && !text.isEmpty && kind.fits(text) ? [text] : nil
      }
      for range in text.ranges(of: words) where range.lowerBound > text.startIndex {
        let value = text[..<range.lowerBound]
        if kind.fits(value), let values = match(rest, text[range.lowerBound...]) { return [value] + values }
      }
      return nil
    }
  }

  /// The text in a language.
  func text(_ values: [String], in language: Language) -> String {
    let column = Language.allCases.firstIndex(of: language) ?? 0
    return Language.text(column < cells.count ? cells[column] : cells[0], values)
  }
}
