import Continuity
import HomeCare

/// Times of day in the words of those who write needs.
enum DayPart {
  /// What a word or two times mean, in minutes after midnight; the end may lie after the next one.
  ///
  /// - Parameter known: The meaning of words that a mapping adds.
  static func range(_ text: String, _ known: [String: Range<Int>] = [:]) -> Range<Int>? {
    let word = LogWords.folded(text)
    if let part = known[word] ?? parts[word] { return part }
    let ends = word.split(whereSeparator: { "-–—".contains($0) }).map { clock(String($0)) }
    guard ends.count == 2, let start = ends[0], let end = ends[1] else { return nil }
    return range(from: start, to: end)
  }

  /// The minutes from one time of day to another, which is one of the next day where it does not lie after the first; `nil`
  /// where the two are the same.
  static func range(from start: Int, to end: Int) -> Range<Int>? {
    start == end ? nil : start..<(end > start ? end : end + LocalDateTime.minutesPerDay)
  }

  /// The minute of the day that a text such as `07:30`, `7.30`, `0730`, `kl 7`, `7:30 PM` or `07:30:00` says.
  static func clock(_ text: String) -> Int? {
    guard let moment = MomentParser.moment(LogWords.trimmed(text), .dayFirst), moment.day == nil, moment.offset == nil
    else { return nil }
    return moment.minute
  }

  /// The slots of the day by their words, and the wider parts that some units name.
  private static let parts: [String: Range<Int>] = {
    let slots: [(words: [String], slot: DaySlot)] = [
      (["morgon", "morning"], .morning), (["lunch"], .lunch), (["eftermiddag", "em", "afternoon"], .afternoon),
      (["middag", "dinner"], .dinner), (["kväll", "evening"], .evening), (["natt", "night"], .night),
    ]
    var parts = Dictionary(
      slots.flatMap { slot in slot.words.map { ($0, slot.slot.planned) } }, uniquingKeysWith: { first, _ in first })
    for word in ["förmiddag", "fm", "forenoon"] { parts[word] = 540..<720 }
    for word in ["dag", "day"] { parts[word] = 420..<960 }
    return parts
  }()
}
