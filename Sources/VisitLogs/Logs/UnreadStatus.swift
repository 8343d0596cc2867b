import Files

/// A column that is not read and holds words for visits that did not take place: they count, as long as nobody reads it.
public struct UnreadStatus: Hashable, Sendable {
  /// The header.
  public var header: String
  /// Rows with such a word.
  public var rows: Int
  /// The word that most of them have.
  public var example: String

  /// What the threads have found in one column; `nil` where no value speaks of a visit that was called off.
  init?(in columns: [WatchedColumn], header: String) {
    guard columns.allSatisfy({ !$0.isClosed }) else { return nil }
    var rowsOfWord: [String: Int] = [:]
    let named = LogWords.folded(header)
    let (saysItself, isOfAbsence) = (Self.speaks(named), named.contains("frånvaro") || named.contains("absence"))
    for column in columns {
      for (text, rows) in zip(column.values.texts, column.rows) {
        let word = LogWords.folded(text)
        if Self.speaks(word) || saysItself && Self.yes.contains(word) || isOfAbsence && !Self.no.contains(word) {
          rowsOfWord[text, default: 0] += rows
        }
      }
    }
    guard let most = rowsOfWord.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) else { return nil }
    (self.header, rows, example) = (header, rowsOfWord.values.reduce(0, +), most.key)
  }

  /// Whether a text speaks of a visit that did not take place.
  private static func speaks(_ text: String) -> Bool {
    let meaning = LogWords.meaning(of: text, .status, in: LogWords.standard(.status))
    if text != "nej", meaning == "cancelled" || meaning == "declined" { return true }
    return stems.contains { text.contains($0) }
  }

  private static let yes: Set<String> = ["ja", "j", "x", "1", "yes", "y", "true", "sant"]
  private static let no: Set<String> = ["", "-", "nej", "n", "0", "no", "false", "ingen", "none"]
  private static let stems = [
    "inställ", "avbok", "avböj", "avbest", "bomtur", "bombes", "ej hemma", "inte hemma", "sjukhus", "inlagd",
    "utebliv", "ej utför", "makuler", "cancel", "no show", "no-show", "not home", "hospital",
  ]
}
