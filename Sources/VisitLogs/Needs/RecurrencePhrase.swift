import HomeCare

/// The words of a recurrence, put together.
struct RecurrencePhrase {
  private(set) var part: String?
  private var days: Set<Int> = []
  private var exceptions: Set<Int> = []
  private var isExcepting = false
  private var ordinals: [Int] = []
  private var every: Int?
  private var (hasEvery, isDaily, isByWeek, isByMonth) = (false, false, false, false)
  /// Whether the days are a kind of day, such as working days, of which a month has its first and its last.
  private var isKindOfDay = false
  private var times: Int?
  private var parity: Recurrence.Rhythm?
  /// Which days have been told of so far, where a further one would have a rhythm of its own.
  private var (hasOrdinalDays, hasPlainDays, isSettled) = (false, false, false)
  /// A number that waits for what it counts, and whether it is written as a place in a row, such as 8:e or 8th.
  private var (number, isPlace): (Int?, Bool) = (nil, false)

  /// The words of a text in lower case: numbers parted from letters, a range of days such as `mån-fre` in one.
  static func words(_ text: String) -> [String] {
    let plain = text.replacing("–", with: "-").replacing("—", with: "-").replacing(" - ", with: "-")
      .replacing("f.m.", with: "fm").replacing("e.m.", with: "em").replacing("t.o.m.", with: "tom")
      // Behind how often or which one, and behind "i" and "per", "mån" is the month and no Monday.
      .replacing(/(ggr|gånger|gång|ggn|g)\s*(\/|per|i|om)\s*mån(?![a-zåäö])/) { "\($0.1) per månad" }
      .replacing(/(^|\s)(i|per)\s+mån(?![-a-zåäö])/) { "\($0.1)i månad" }
      .replacing(
        /((?:första|andra|tredje|fjärde|femte|sista|[1-5]:?[ae])\s+[a-zåäö]+)\s+(?:var|varje)\s+mån(?![-a-zåäö])/
      ) {
        "\($0.1) i månad"
      }
      .replacing(/(^|\s)m-f(?![a-zåäö])/) { "\($0.1)mån-fre" }
    return plain.split { $0.isWhitespace || ",;:.+&/()".contains($0) }.flatMap { word -> [String] in
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      let rest = word.dropFirst(digits.count)
      return [String(digits), String(rest)].filter { !$0.isEmpty }
    }
  }

  /// Reads the words one after another.
  ///
  /// - Parameter text: The text that messages compare with the forms known.
  mutating func read(_ words: [String], of text: String) throws(RecurrenceText.Fault) {
    let isEnglish = words.contains { word in
      RecurrenceWords.isEnglish.contains(word)
        || word.split(separator: "-").contains { RecurrenceWords.day(String($0))?.isEnglish ?? false }
    }
    var rangeFrom: Int?
    var lastDay: Int?
    for (place, word) in words.enumerated() {
      if place > 0, Int(words[place - 1]) != nil, Self.placeMarks.contains(word) {
        isPlace = true
        continue
      }
      // To the English, "on" is no Wednesday and "to" no Thursday.
      if isEnglish, word == "on" { continue }
      if (isEnglish && word == "to") || RecurrenceWords.meanings[word] == .range {
        rangeFrom = lastDay
        continue
      }
      if let range = Self.range(word, isEnglish) {
        if let from = rangeFrom, range.count == 1, let to = range.first {
          try add(Self.range(from, to))
        } else {
          try add(range)
        }
        (rangeFrom, lastDay) = (nil, range.count == 1 ? range.first : nil)
        guard takePlace() else { throw .word("\(number ?? 0)", in: text) }
        continue
      }
      if let part = RecurrenceWords.dailyParts[word] {
        isDaily = isDaily || days.isEmpty
        try set(part: part)
        continue
      }
      guard let meaning = meaning(word, after: place > 0 ? words[place - 1] : "") else {
        throw .word(word, in: text)
      }
      try take(meaning)
    }
    if number != nil { throw .word("\(number ?? 0)", in: text) }
  }

  private func meaning(_ word: String, after previous: String) -> RecurrenceWords.Meaning? {
    if let number = Int(word) { return (1...52).contains(number) ? .number(number) : nil }
    return word == "x" && Int(previous) != nil ? .times : RecurrenceWords.meanings[word]
  }

  private static let workingDays: Set = [1, 2, 3, 4, 5]

  /// Whether the words name days of the week, and not only how often.
  var namesDays: Bool { !days.isEmpty }

  /// What makes a place in a row of a number.
  private static let placeMarks: Set = ["e", "a", "th", "st", "nd", "rd"]

  private mutating func take(_ meaning: RecurrenceWords.Meaning) throws(RecurrenceText.Fault) {
    switch meaning {
    case .days(let days):
      if isPlace { _ = takePlace() }
      isKindOfDay = isKindOfDay || days == Self.workingDays
      try add(days)
    case .part(let part): try set(part: part)
    case .number(let count):
      if let place = number {
        guard isPlace, !hasOrdinalDays else { throw .twoRhythms }
        ordinals.append(place)
      }
      (number, isPlace) = (count, false)
    case .ordinal(let place):
      if hasOrdinalDays { throw .twoRhythms }
      ordinals.append(place)
    case .every(let count):
      hasEvery = true
      let isRhythm = parity != nil || every != nil || count != nil
      isSettled = isSettled || hasOrdinalDays || (isRhythm && !days.isEmpty)
      if let count { try set(every: count) }
    case .times:
      guard let count = number, times == nil else { throw times == nil ? .noPeriod : .twoRhythms }
      (times, number) = (count, nil)
    case .often(let count):
      if times != nil { throw .twoRhythms }
      times = count
    case .day:
      if let count = number, !hasEvery {
        // Two days a week are twice a week.
        if times != nil { throw .twoRhythms }
        (times, number) = (count, nil)
      } else {
        try takeInterval()
        isDaily = true
      }
    case .week:
      try takeInterval()
      isByWeek = true
    case .month:
      if every != nil || (number != nil && hasEvery) { throw .months }
      isByMonth = true
      isSettled = isSettled || hasOrdinalDays
    case .daily: isDaily = true
    case .weekly: isByWeek = true
    case .monthly: isByMonth = true
    case .even, .odd:
      if parity != nil { throw .twoRhythms }
      parity = meaning == .even ? .evenWeeks : .oddWeeks
      isSettled = isSettled || !days.isEmpty
      isByWeek = true
    case .except: isExcepting = true
    case .range, .filler: break
    }
  }

  /// Takes days, where all days of the text have one rhythm.
  private mutating func add(_ days: Set<Int>) throws(RecurrenceText.Fault) {
    if isExcepting {
      exceptions.formUnion(days)
      return
    }
    let areOrdinal = !ordinals.isEmpty || (number != nil && (isPlace || hasEvery))
    if isSettled || (hasPlainDays && areOrdinal) { throw .twoRhythms }
    (hasOrdinalDays, hasPlainDays) = (areOrdinal, !areOrdinal)
    self.days.formUnion(days)
  }

  private mutating func set(part: String) throws(RecurrenceText.Fault) {
    if let known = self.part, known != part { throw .parts }
    self.part = part
  }

  private mutating func set(every count: Int) throws(RecurrenceText.Fault) {
    if every != nil { throw .twoRhythms }
    every = count
  }

  /// Takes a number before a day of the week as its place: the third Tuesday; `false` where it is none.
  private mutating func takePlace() -> Bool {
    guard let place = number else { return true }
    guard isPlace || hasEvery else { return false }
    ordinals.append(place)
    (number, isPlace) = (nil, false)
    return true
  }

  /// A number or a place before days or weeks: every third week.
  private mutating func takeInterval() throws(RecurrenceText.Fault) {
    if let count = number {
      guard hasEvery else { throw .noPeriod }
      number = nil
      try set(every: count)
    } else if hasEvery, ordinals.count == 1, let count = ordinals.first, count > 0 {
      ordinals = []
      try set(every: count)
    }
  }

  /// The recurrence that the words come to.
  mutating func recurrence(first: LocalDate?) throws(RecurrenceText.Fault) -> Recurrence {
    if part != nil, days.isEmpty, times == nil, hasEvery, !isByWeek, !isByMonth { isDaily = true }
    if times != nil, isDaily, !isByWeek, !isByMonth { throw .timesADay }
    if days.isEmpty, times != nil || isDaily || !exceptions.isEmpty { days = Recurrence.everyDay }
    days.subtract(exceptions)
    if days.isEmpty { throw .noDays }
    let rhythm = try rhythm(first: first)
    guard let times else { return Recurrence(weekdays: days, rhythm: rhythm) }
    guard isByWeek || isByMonth || every != nil else { throw .noPeriod }
    switch rhythm {
    case .ofMonth, .daysOfMonth: throw .twoRhythms
    default: break
    }
    if isByMonth {
      if times > 4 * days.count { throw .days(times, 4 * days.count) }
      return Recurrence(weekdays: days, rhythm: rhythm, times: Recurrence.Times(times, a: .month))
    }
    if times > days.count { throw .days(times, days.count) }
    // As many times as there are days is on each of them.
    return Recurrence(
      weekdays: days, rhythm: rhythm, times: times == days.count ? nil : Recurrence.Times(times, a: .week))
  }

  private mutating func rhythm(first: LocalDate?) throws(RecurrenceText.Fault) -> Recurrence.Rhythm {
    if !ordinals.isEmpty {
      let isOfMonth = isByMonth || !hasEvery || ordinals.contains { $0 == 1 || $0 == Recurrence.lastOfMonth }
      if isOfMonth {
        guard ordinals.allSatisfy({ $0 <= 5 }), every == nil, parity == nil else { throw .twoRhythms }
        return isKindOfDay ? .daysOfMonth(places: Set(ordinals)) : .ofMonth(places: Set(ordinals))
      }
      guard ordinals.count == 1 else { throw .twoRhythms }
      try set(every: ordinals[0])
    }
    if isByMonth, times == nil { throw .months }
    guard let every, every > 1 else { return parity ?? .weekly }
    // Every second week may say which ones in other words.
    if let parity, every == 2, !isByMonth, !isDaily { return parity }
    if parity != nil || isByMonth { throw .twoRhythms }
    guard let first else { throw .noFirstDate }
    return isDaily && !isByWeek ? .days(every: every, from: first) : .weeks(every: every, from: first)
  }

  /// The days of a word: of a day, or of a range such as `mån-fre`.
  private static func range(_ word: String, _ isEnglish: Bool) -> Set<Int>? {
    let ends = word.split(separator: "-").map { RecurrenceWords.day(String($0))?.day }
    if ends.count == 1, let day = ends[0] { return [day] }
    guard ends.count == 2, let from = ends[0], let to = ends[1] else { return nil }
    return range(from, to)
  }

  private static func range(_ from: Int, _ to: Int) -> Set<Int> {
    from <= to ? Set(from...to) : Set(from...7).union(1...to)
  }
}
