import Files
import HomeCare

extension Recurrence {
  /// Why a text says no recurrence.
  struct Fault: Error {
    /// What should stand there instead.
    let expected: String

    static let noDays = Fault(expected: "the days too, such as \"varje vecka, mån tis\", or \"varje dag\"")
    static let noFirstDate = Fault(
      expected: "a date in the column first to count from, or \"jämna veckor\" or \"udda veckor\"")
    static let twoRhythms = Fault(
      expected: "one rhythm alone, such as \"varannan vecka, ons\"; write the other as a row of its own")

    static func word(_ word: String) -> Fault {
      Fault(
        expected: "days such as \"varje dag\", \"vardagar\", \"varje vecka, mån tis\" or \"every third week, Mon\", "
          + "without the word \(quoted(word))")
    }
  }

  /// Reads what planning systems write, such as `Varje dag`, `Varje vecka, mån tis`, `Varannan vecka, ons`, `udda veckor
  /// mån-fre` or `every third week, Mon`.
  ///
  /// - Parameter first: The first date, from which every second week is counted.
  init(_ text: String, first: LocalDate?, last: LocalDate?) throws(Fault) {
    var days: Set<Int> = []
    var every: Int?
    var (isDaily, isByWeek) = (false, false)
    var parity: Rhythm?
    for word in Self.words(text) {
      if let range = Self.days(word) {
        days.formUnion(range)
      } else if let number = Self.numbers[word] ?? Int(word), (1...52).contains(number) {
        if every != nil { throw Fault.twoRhythms }
        every = number
      } else if ["dag", "dagar", "dagligen", "daily", "day", "days"].contains(word) {
        isDaily = true
      } else if word.hasPrefix("veck") || ["week", "weeks", "weekly"].contains(word) {
        isByWeek = true
      } else if ["jämn", "jämna", "even"].contains(word) {
        parity = .evenWeeks
      } else if ["udda", "odd"].contains(word) {
        parity = .oddWeeks
      } else if !["varje", "var", "every", "each", "alla", "all", "på", "e", "och", "and"].contains(word) {
        throw Fault.word(word)
      }
    }
    if parity != nil, every.map({ $0 > 1 }) ?? false { throw Fault.twoRhythms }
    if days.isEmpty {
      guard isDaily else { throw Fault.noDays }
      days = Self.everyDay
    }
    var rhythm = parity ?? .weekly
    if let every, every > 1 {
      guard let first else { throw Fault.noFirstDate }
      rhythm = isDaily && !isByWeek ? .days(every: every, from: first) : .weeks(every: every, from: first)
    }
    self.init(weekdays: days, rhythm: rhythm, first: first, last: last)
  }

  /// The words of a text; a range of days such as `mån-fre` is one.
  private static func words(_ text: String) -> [String] {
    LogWords.folded(text).replacing(" - ", with: "-").replacing("–", with: "-")
      .split { $0.isWhitespace || ",;:.+&/()".contains($0) }.map(String.init)
  }

  /// Numbers in words; "varannan" is every second.
  private static let numbers = [
    "varannan": 2, "vartannat": 2, "andra": 2, "second": 2, "other": 2, "tredje": 3, "third": 3, "fjärde": 4,
    "fourth": 4,
  ]

  private static func days(_ word: String) -> Set<Int>? {
    if ["vardag", "vardagar", "weekday", "weekdays"].contains(word) { return Set(1...5) }
    if ["helg", "helger", "weekend", "weekends"].contains(word) { return [6, 7] }
    let ends = word.split(separator: "-").map { day(String($0)) }
    if ends.count == 1, let day = ends[0] { return [day] }
    guard ends.count == 2, let from = ends[0], let to = ends[1] else { return nil }
    return from <= to ? Set(from...to) : Set(from...7).union(1...to)
  }

  /// The day of the week that a word begins with, in Swedish or English, in full or short.
  private static func day(_ word: String) -> Int? {
    let names: [[String]] = [
      ["måndag", "monday"], ["tisdag", "tuesday"], ["onsdag", "wednesday"], ["torsdag", "thursday"],
      ["fredag", "friday"], ["lördag", "saturday"], ["söndag", "sunday"],
    ]
    let stem =
      ["ar", "s"].first { word.hasSuffix($0) && word.count > 5 }.map { String(word.dropLast($0.count)) } ?? word
    // Two letters are too few: "on" is a Wednesday to some and a preposition to others.
    guard stem.count >= 3 else { return nil }
    let found = names.indices.filter { names[$0].contains { $0.hasPrefix(stem) } }
    return found.count == 1 ? found[0] + 1 : nil
  }
}

extension MappedRow {
  /// On which dates the row falls.
  mutating func recurrence() -> Recurrence? {
    let count = problems.count
    let (first, last) = (date("first"), date("last"))
    if let first, let last, first > last {
      refuse("last", found: "\(last)", expected: "a date that is not before the first, \(first)")
    }
    guard let text = required("recurrence", "days such as \"varje dag\" or \"varannan vecka, mån\"") else { return nil }
    do throws(Recurrence.Fault) {
      let recurrence = try Recurrence(text, first: first, last: last)
      return problems.count == count ? recurrence : nil
    } catch {
      refuse("recurrence", found: quoted(text), expected: error.expected)
      return nil
    }
  }
}
