/// Tells rows that sum a table up, such as `Summa | | 1 240` or `Antal brukare: 40`, or head others, such as a title in merged
/// cells, from its records.
enum SumRow {
  private static let words: Set = [
    "summa", "summering", "delsumma", "totalt", "total", "totalsumma", "antal", "medel", "medelvärde", "snitt", "sum",
    "subtotal", "totals", "count", "average",
  ]

  /// Whether a text opens with a word of such rows.
  static func opens(_ text: String) -> Bool {
    LogWords.folded(text).split { !$0.isLetter }.first.map { words.contains(String($0)) } ?? false
  }

  /// Whether a row heads others: one text in all its cells, as merged ones have it.
  static func heads(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return filled.count >= 3 && Set(filled).count == 1 && filled[0].count > 2 && filled[0].contains(where: \.isLetter)
  }

  /// Whether a row heads others or sums them up: then its first cell says so, and the others are figures.
  static func matches(_ cells: [String]) -> Bool {
    if heads(cells) { return true }
    let filled = cells.filter { !$0.isEmpty }
    guard let first = filled.first, opens(first) else { return false }
    return filled.dropFirst().allSatisfy { $0.hasPrefix("=") || $0.contains(where: \.isNumber) || opens($0) }
  }
}
