import HomeCare

/// The words of recurrences, in Swedish and English, in lower case.
enum RecurrenceWords {
  /// What a word says by itself.
  enum Meaning: Hashable {
    /// Days of the week.
    case days(Set<Int>)
    /// A part of the day, by a word of `DayPart`.
    case part(String)
    /// A whole number.
    case number(Int)
    /// A place in a row: first, second; `Recurrence.lastOfMonth` for the last.
    case ordinal(Int)
    /// Every one, or one of so many.
    case every(Int?)
    /// How often, behind a number.
    case times
    /// Once or twice.
    case often(Int)
    /// A day, a week, a month.
    case day, week, month
    /// Every day, every week, every month, in one word.
    case daily, weekly, monthly
    /// Weeks of even or odd numbers.
    case even, odd
    /// What follows is left out.
    case except
    /// From the day before to the day after.
    case range
    /// Says nothing by itself.
    case filler
  }

  /// Words of both languages; those that mean one thing in either alone are `swedish` and `english`.
  static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    func add(_ words: String, _ meaning: Meaning) {
      for word in words.split(separator: " ") { meanings[String(word)] = meaning }
    }
    for (words, meaning) in swedish { add(words, meaning) }
    for (words, meaning) in english { add(words, meaning) }
    return meanings
  }()

  /// Words by which a text is known to be English, where "on" and "to" are no days.
  static let isEnglish: Set<String> = Set(english.flatMap { $0.0.split(separator: " ").map(String.init) })

  private static let swedish: [(String, Meaning)] = [
    (
      "vard vardag vardagen vardagar vardagarna arbetsdag arbetsdagen arbetsdagar helgfri helgfria",
      .days([1, 2, 3, 4, 5])
    ),
    ("helg helger helgen helgerna", .days([6, 7])), ("helgdag helgdagar röda", .days([7])),
    ("morgon morgonen", .part("morgon")), ("fm förmiddag förmiddagen", .part("förmiddag")),
    ("lunch lunchen lunchtid", .part("lunch")), ("em eftermiddag eftermiddagen", .part("eftermiddag")),
    ("middag middagen", .part("middag")), ("kväll kvällen", .part("kväll")), ("natt natten", .part("natt")),
    ("en ett", .number(1)), ("två", .number(2)), ("tre", .number(3)), ("fyra", .number(4)), ("fem", .number(5)),
    ("sex", .number(6)), ("sju", .number(7)),
    ("första", .ordinal(1)), ("andra", .ordinal(2)), ("tredje", .ordinal(3)), ("fjärde", .ordinal(4)),
    ("femte", .ordinal(5)), ("sjätte", .ordinal(6)), ("sjunde", .ordinal(7)), ("åttonde", .ordinal(8)),
    ("nionde", .ordinal(9)), ("tionde", .ordinal(10)), ("elfte", .ordinal(11)), ("tolfte", .ordinal(12)),
    ("fjortonde", .ordinal(14)),
    ("sista", .ordinal(Recurrence.lastOfMonth)),
    ("varje var alla", .every(nil)), ("varannan vartannat", .every(2)),
    ("gång gånger ggr ggn g", .times), ("dag dagar dagen dgr", .day), ("vecka veckor veckan v ve", .week),
    ("månad månader månaden", .month), ("dagligen dagl", .daily), ("veckovis", .weekly),
    ("jämn jämna", .even), ("udda ojämn ojämna", .odd),
    ("utom förutom ej inte", .except), ("till tom", .range), ("på och o i per e a den om från kl", .filler),
  ]

  private static let english: [(String, Meaning)] = [
    ("weekday weekdays workday workdays", .days([1, 2, 3, 4, 5])), ("weekend weekends", .days([6, 7])),
    ("holiday holidays", .days([7])),
    ("morning", .part("morgon")), ("forenoon", .part("förmiddag")), ("afternoon", .part("eftermiddag")),
    ("dinner", .part("middag")), ("evening", .part("kväll")), ("night", .part("natt")),
    ("one", .number(1)), ("two", .number(2)), ("three", .number(3)), ("four", .number(4)), ("five", .number(5)),
    ("six", .number(6)), ("seven", .number(7)),
    ("first", .ordinal(1)), ("second", .ordinal(2)), ("third", .ordinal(3)), ("fourth", .ordinal(4)),
    ("fifth", .ordinal(5)), ("sixth", .ordinal(6)), ("seventh", .ordinal(7)), ("eighth", .ordinal(8)),
    ("last", .ordinal(Recurrence.lastOfMonth)),
    ("every each all", .every(nil)), ("other", .every(2)), ("once", .often(1)), ("twice", .often(2)),
    ("times time", .times), ("day days", .day), ("week weeks", .week), ("month months", .month),
    ("daily", .daily), ("weekly", .weekly), ("monthly", .monthly),
    ("even", .even), ("odd", .odd), ("except", .except), ("through", .range), ("and of the an public", .filler),
  ]

  /// Parts of the day in the plural, which mean every day.
  static let dailyParts: [String: String] = [
    "morgnar": "morgon", "mornings": "morgon", "förmiddagar": "förmiddag", "eftermiddagar": "eftermiddag",
    "afternoons": "eftermiddag", "kvällar": "kväll", "evenings": "kväll", "nätter": "natt", "nights": "natt",
  ]

  /// The day of the week that a word names, in full or short; of two letters, those that calendars print.
  static func day(_ word: String) -> (day: Int, isEnglish: Bool)? {
    if let day = short[word] { return (day, false) }
    let stem =
      ["arna", "ar", "en", "s"].first { word.hasSuffix($0) && word.count > $0.count + 4 }
      .map { String(word.dropLast($0.count)) } ?? word
    guard stem.count >= 3 else { return nil }
    for (names, isEnglish) in [(Weekdays.swedish, false), (Weekdays.english, true)] {
      let found = names.indices.filter { names[$0].hasPrefix(stem) }
      if found.count == 1 { return (found[0] + 1, isEnglish) }
    }
    return nil
  }

  private static let short = [
    "må": 1, "ti": 2, "on": 3, "to": 4, "fr": 5, "lö": 6, "sö": 7, "mo": 1, "tu": 2, "we": 3, "th": 4, "sa": 6,
    "su": 7,
  ]
}
