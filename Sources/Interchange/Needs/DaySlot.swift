/// Parts of the day by the words that planners use.
enum DaySlot {
  /// The part of the day that a word or two times mean, in minutes after midnight; the end may lie after the next one.
  static func range(_ text: String, _ known: [String: Range<Int>] = [:]) -> Range<Int>? {
    let word = LogWords.folded(text)
    if let slot = known[word] ?? standard[word] { return slot }
    let ends = word.split(whereSeparator: { "-–—".contains($0) }).map { clock(String($0)) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start != end else { return nil }
    return start..<(end > start ? end : end + 1440)
  }

  /// The minute of the day that a text such as `07:30`, `7.30`, `0730` or `07:30:00` says.
  static func clock(_ text: String) -> Int? {
    let text = LogWords.trimmed(text)
    if text == "24:00" { return 1440 }
    // A bare hour, as in "7-10".
    if let hour = Int(text), text.utf8.count <= 2, (0..<24).contains(hour) { return hour * 60 }
    var parser = MomentParser(order: .dayFirst)
    let moment = Array(text.utf8).withUnsafeBytes { parser.parse($0) }
    guard let moment, moment.day == nil, moment.offset == nil else { return nil }
    return moment.minute
  }

  /// The four parts of the day, and those that some units add.
  private static let standard: [String: Range<Int>] = {
    let slots: [(words: [String], from: Int, to: Int)] = [
      (["morgon", "morning"], 420, 600), (["förmiddag", "forenoon"], 540, 720), (["lunch"], 660, 810),
      (["eftermiddag", "afternoon"], 780, 960), (["middag", "dinner"], 960, 1140),
      (["kväll", "evening"], 1140, 1320), (["natt", "night"], 1320, 1860), (["dag", "day"], 420, 960),
    ]
    return Dictionary(
      slots.flatMap { slot in slot.words.map { ($0, slot.from..<slot.to) } }, uniquingKeysWith: { first, _ in first })
  }()
}
