import Files
import HomeCare

/// A recurrence as people and planning systems write it, such as `Varje vecka, mån tis`, `varannan vecka, ons`, `2 ggr/vecka`,
/// `första måndagen i månaden`, `every other Tuesday` or dates.
struct RecurrenceText {
  /// On which dates.
  private(set) var recurrence: Recurrence
  /// The part of the day that the text names, by a word of `DayPart`.
  private(set) var part: String?
  /// The dates that the text comes to, where it names no year.
  private(set) var guessed: [LocalDate] = []

  /// Why a text says no recurrence.
  struct Fault: Error {
    /// What should stand there instead.
    let expected: String

    static let noDays = Fault(
      expected:
        "the days too, such as \"varje vecka, mån tis\", or \"varje dag\", or how often, such as \"1 gång/vecka\"")
    static let noWeek = Fault(expected: "weeks of the calendar, from 1 to 52 or 53")
    static let noFirstDate = Fault(
      expected: "a date in the column first to count from, or \"jämna veckor\" or \"udda veckor\"")
    static let twoRhythms = Fault(
      expected: "one rhythm alone, such as \"varannan vecka, ons\"; write the other as a row of its own")
    static let timesADay = Fault(
      expected: "days, such as \"varje dag\", and a row for each time of the day, with its part of the day or start")
    static let noPeriod = Fault(expected: "how often in what, such as \"2 ggr/vecka\" or \"1 gång/månad\"")
    static let months = Fault(
      expected: "\"första måndagen i månaden\", \"sista fredagen\" or \"1 gång/månad\"; every second month is not known"
    )
    static let asNeeded = Fault(
      expected:
        "days; what comes as needed cannot be planned: take the row away, or write how often, such as \"2 ggr/vecka\"")
    static let parts = Fault(expected: "one part of the day; write the other as a row of its own")
    static let datesAlone = Fault(expected: "dates alone, such as \"2026-03-04, 2026-03-18\", or days of the week")

    static func days(_ times: Int, _ days: Int) -> Fault {
      Fault(
        expected:
          "no more times than days, of which there are \(days); for \(times) times write a row for each time of "
          + "the day")
    }

    static func apart(_ apart: Int, _ times: Int) -> Fault {
      Fault(expected: "fewer days apart than \(apart), for which \(times) visits have no room in a week or month")
    }

    static func word(_ word: String, in text: String) -> Fault {
      let near = Spelling.closest(to: text, among: RecurrenceText.forms, 3).map(quoted).joined(separator: ", ")
      return Fault(expected: "days such as \(near), without the word \(quoted(word))")
    }
  }

  /// Forms that are read, one of each kind, from which messages name the nearest and which the documents explain.
  static let forms = [
    "varje dag", "alla dagar utom söndag", "vardagar", "helger", "må on fr", "mån-fre", "måndag till fredag",
    "varje vecka, mån tis", "varannan vecka, ons", "varannan helg", "var tredje vecka fre", "var åttonde vecka, tors",
    "varannan dag", "jämna veckor mån", "udda veckor helger", "första måndagen i månaden",
    "första och tredje onsdagen i månaden", "sista fredagen", "2 ggr/vecka", "1 gång/vecka", "3 ggr per vecka vardagar",
    "2 ggr/vecka, minst 2 dagar emellan", "1 gång varannan vecka", "1 gång/månad", "mån ons fm", "varje kväll",
    "2026-03-04, 2026-03-18", "4/3 och 18/3", "v 11, 13 tis", "sista vardagen i månaden", "every day", "weekdays",
    "every day except Sunday", "Mon to Fri", "on Mondays",
    "every second week, Mon Tue", "every other Tuesday", "every 8th week, Thu", "odd weeks Friday",
    "first Monday of the month", "last Friday of the month", "once a week", "twice a week, at least 3 days apart",
    "3 times a week", "weekday mornings",
  ]

  /// Reads a recurrence.
  ///
  /// - Parameters:
  ///   - first: The first date, from which every second week is counted.
  ///   - start: A date near which days and weeks lie that name no year.
  ///   - date: What reads a date, in the order of day and month that the table has.
  init(
    _ text: String, first: LocalDate?, last: LocalDate?, near start: LocalDate,
    _ date: (String) -> LocalDate? = { LocalDate($0) }
  ) throws(Fault) {
    if Self.isAsNeeded(text) { throw .asNeeded }
    var isGuessed = false
    let dates = try Self.dates(LocalDate.numberingMonths(LogWords.folded(text))) { word in
      if let known = date(word) { return known }
      let day = LocalDate.ofDayAndMonth(word, near: start)
      isGuessed = isGuessed || day != nil
      return day
    }
    if let dates {
      recurrence = Recurrence(rhythm: .dates(dates), first: first, last: last)
      if isGuessed { guessed = dates.sorted() }
      return
    }
    var phrase = RecurrencePhrase()
    let (text, apart) = Self.apart(LogWords.folded(text).precomposedStringWithCanonicalMapping)
    let (rest, weeks) = Self.weeks(text)
    try phrase.read(RecurrencePhrase.words(rest), of: text)
    recurrence = try phrase.recurrence(first: first)
    if !weeks.isEmpty {
      guard recurrence.rhythm == .weekly, recurrence.times == nil else { throw .twoRhythms }
      guard phrase.namesDays else { throw .noDays }
      let mondays = weeks.map { LocalDate.monday(ofWeek: $0, near: start) }
      guard !mondays.contains(nil) else { throw .noWeek }
      guessed = mondays.compactMap(\.self).flatMap { monday in
        recurrence.weekdays.map { monday.advanced(by: $0 - 1) }
      }.sorted()
      recurrence = Recurrence(rhythm: .dates(Set(guessed)))
    }
    (recurrence.first, recurrence.last) = (first, last)
    part = phrase.part
    try keep(apart: apart)
  }

  /// Takes the numbers of weeks out of a text, `v 19, 20` or `veckorna 19-21`; a number that says how often is none.
  private static func weeks(_ text: String) -> (rest: String, weeks: [Int]) {
    let pattern =
      /(?:^|[\s,;])(?:veckorna|veckor|vecka|weeks|week|v|w)\.?\s*((?:\d{1,2}\s*(?:,|&|\+|-|–|och|o|and)\s*)*\d{1,2})(?![\d:.\/])(?!\s*(?:ggr|gång|gånger|ggn|x|dag|dagar|days?|times?)(?![a-zåäö]))/
    guard let match = text.firstMatch(of: pattern) else { return (text, []) }
    var weeks: [Int] = []
    var isRange = false
    for word in match.1.replacing("–", with: "-").split(whereSeparator: { !$0.isNumber && $0 != "-" }) {
      for (place, part) in word.split(separator: "-", omittingEmptySubsequences: false).enumerated() {
        isRange = isRange || place > 0
        guard let week = Int(part) else { continue }
        // A range over the turn of the year is none.
        if isRange, let last = weeks.last { weeks += last < week ? Array(last + 1..<week) : [0] }
        weeks.append(week)
        isRange = false
      }
    }
    return (text.replacingCharacters(in: match.range, with: " "), weeks)
  }

  /// Whether a text says that a visit is made when there is need of it, and so has no days.
  static func isAsNeeded(_ text: String) -> Bool {
    let words = LogWords.folded(text).replacing("v.b.", with: "vb").split { !$0.isLetter }.map(String.init)
    return !asNeeded.isDisjoint(with: words) || words == ["vb"]
  }

  private static let asNeeded: Set = ["behov", "överenskommelse", "needed", "required", "demand"]

  /// Keeps the visits of a week or month so many days apart.
  mutating func keep(apart: Int?) throws(Fault) {
    guard let apart else { return }
    guard var times = recurrence.times else {
      throw Fault(expected: "a number of times a week or month, such as \"2 ggr/vecka\", beside days apart")
    }
    let span = times.period == .week ? (recurrence.weekdays.max() ?? 7) - (recurrence.weekdays.min() ?? 1) : 27
    if (times.count - 1) * apart > span { throw Fault.apart(apart, times.count) }
    times.daysApart = apart
    recurrence.times = times
  }

  /// The dates of a text that lists dates; `nil` where it lists none.
  private static func dates(_ text: String, _ date: (String) -> LocalDate?) throws(Fault) -> Set<LocalDate>? {
    let words = text.split { $0.isWhitespace || ",;&+".contains($0) }.map(String.init)
      .filter { !["och", "and", "den", "datum"].contains(LogWords.folded($0)) }
    let dates = words.map(date)
    let known = dates.compactMap(\.self)
    if known.isEmpty { return nil }
    guard known.count == dates.count else { throw Fault.datesAlone }
    return Set(known)
  }

  /// Takes "at least so many days apart" out of a text; "so many days between" is one more.
  private static func apart(_ text: String) -> (rest: String, days: Int?) {
    let pattern = /(minst|at least)\s+(\d{1,2})\s+(dagar|dag|days|day)\s+(emellan|mellan|isär|apart|between)/
    guard let match = text.firstMatch(of: pattern), let days = Int(match.2) else { return (text, nil) }
    let isBetween = match.4 == "emellan" || match.4 == "mellan" || match.4 == "between"
    return (text.replacingCharacters(in: match.range, with: " "), days + (isBetween ? 1 : 0))
  }
}
