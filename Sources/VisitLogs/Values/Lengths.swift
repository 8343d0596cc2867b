import Files

/// Lengths of time as people write them: `30`, `30,0`, `0,5 tim`, `2h`, `1:30`, `1 h 30 min`, `en och en halv timme`.
enum Lengths {
  /// The whole minutes that a text says; `nil` where it says none, or parts of a minute.
  ///
  /// A number alone is minutes. With a colon it is hours and minutes, and seconds where there is another, which must be none.
  static func minutes(_ text: String) -> Int? {
    let text = NormalForm.text(text)
    let value = text.contains(":") ? clock(text, hoursBelow: 24) : words(text)
    guard let value, value.isFinite, value < 1e9, abs(value - value.rounded()) < 1e-6 else { return nil }
    return Int(value.rounded())
  }

  /// The hours that a text says, in which a number alone is hours; `nil` where it says none.
  static func hours(_ text: String) -> Double? {
    if let number = Numbers.decimal(text) { return number }
    let text = NormalForm.text(text)
    return (text.contains(":") ? clock(text, hoursBelow: 1000) : words(text)).map { $0 / 60 }
  }

  private static func clock(_ text: String, hoursBelow limit: Int) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } && part.utf8.count <= 3 ? Int(part) : nil
    }
    guard parts.count == 2 || parts.count == 3, let hours = parts[0], let minutes = parts[1], hours < limit,
      minutes < 60,
      parts.count == 2 || parts[2] == 0
    else { return nil }
    return Double(hours * 60 + minutes)
  }

  // MARK: - Numbers and units

  private static func words(_ text: String) -> Double? {
    var tokens = Tokens(text)
    var total = 0.0
    /// Numbers that wait for their unit.
    var waiting: [Double] = []
    var (hasUnit, lastWasArticle) = (false, false)
    while let token = tokens.next() {
      switch token {
      case .number(let value):
        // "1 ½ h" is one number; "3 000 h" is none that anybody should guess at.
        guard waiting.isEmpty || value > 0 && value < 1 else { return nil }
        waiting.append(value)
        lastWasArticle = false
      case .word(let word):
        if let value = articles[word] {
          // "half an hour" has its number already.
          if waiting.last != 0.5 { waiting.append(value) }
          lastWasArticle = value == 1
        } else if ["halv", "halvt", "half"].contains(word) {
          if lastWasArticle { waiting.removeLast() }
          waiting.append(0.5)
          lastWasArticle = false
        } else if let (minutes, isWhole) = unit(word) {
          if !isWhole, waiting.isEmpty || lastWasArticle {
            // "halvtimme" and "kvart" need no number.
            waiting = [1]
          }
          guard !waiting.isEmpty else { return nil }
          total += waiting.reduce(0, +) * minutes
          (waiting, hasUnit, lastWasArticle) = ([], true, false)
        } else if !["och", "and"].contains(word) {
          return nil
        }
      case .other: return nil
      }
    }
    if waiting.isEmpty { return hasUnit ? total : nil }
    // Minutes alone, or behind hours.
    return waiting.count == 1 && !lastWasArticle ? total + waiting[0] : nil
  }

  private static let articles: [String: Double] = [
    "en": 1, "ett": 1, "one": 1, "a": 1, "an": 1, "två": 2, "two": 2, "tre": 3, "three": 3, "fyra": 4, "four": 4,
    "fem": 5, "five": 5, "tio": 10, "ten": 10, "femton": 15, "fifteen": 15, "tjugo": 20, "twenty": 20, "trettio": 30,
    "thirty": 30,
  ]

  /// The minutes of a unit, and whether it takes a number before it.
  private static func unit(_ word: String) -> (minutes: Double, isWhole: Bool)? {
    switch word {
    case "h", "t", "tim", "timme", "timma", "timmar", "hour", "hours", "hr", "hrs": (60, true)
    case "m", "min", "mins", "minut", "minuter", "minute", "minutes": (1, true)
    case "halvtimme", "halvtimma", "halvtimmes": (30, false)
    case "kvart", "kvartar", "quarter", "quarters": (15, false)
    default: nil
    }
  }

  private enum Token {
    case number(Double)
    case word(String)
    case other
  }

  /// The numbers and words of a text; a point behind a word is part of it, and so is a comma within a number.
  private struct Tokens {
    private var rest: Substring.UnicodeScalarView
    init(_ text: String) { rest = text.unicodeScalars[...] }

    mutating func next() -> Token? {
      rest = rest.drop { $0 == " " }
      guard let first = rest.first else { return nil }
      if let fraction = Self.fractions[first] {
        rest = rest.dropFirst()
        return .number(fraction)
      }
      if Self.isDigit(first) { return number() }
      guard first.properties.isAlphabetic else { return .other }
      let word = rest.prefix { $0.properties.isAlphabetic }
      rest = rest.dropFirst(word.count)
      if rest.first == "." { rest = rest.dropFirst() }
      return .word(String(word))
    }

    private mutating func number() -> Token {
      var text = String(rest.prefix(while: Self.isDigit))
      rest = rest.dropFirst(text.unicodeScalars.count)
      if let mark = rest.first, mark == "." || mark == ",", let digit = rest.dropFirst().first, Self.isDigit(digit) {
        let decimals = rest.dropFirst().prefix(while: Self.isDigit)
        text += ".\(String(decimals))"
        rest = rest.dropFirst(1 + decimals.count)
      }
      guard text.utf8.count <= 15, var value = Double(text) else { return .other }
      if let fraction = rest.first.flatMap({ Self.fractions[$0] }) {
        rest = rest.dropFirst()
        value += fraction
      }
      return .number(value)
    }

    private static let fractions: [Unicode.Scalar: Double] = ["½": 0.5, "¼": 0.25, "¾": 0.75]
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  }
}
