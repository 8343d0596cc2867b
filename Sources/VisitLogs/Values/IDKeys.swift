import Files

/// What the spellings of one id have in common, among the ids of a whole export.
struct IDKeys: Sendable {
  let rules: ExportMapping.IDs
  /// The centuries written anywhere, by the digits of the personal number.
  private var centuries: [String: Set<Int>] = [:]

  init(_ rules: ExportMapping.IDs) { self.rules = rules }

  /// Takes in an id that the export holds: a personal number written with its century says it for those without.
  mutating func learn(_ text: String) {
    guard rules.readsPersonalNumbers, let number = PersonalNumber(text), let century = number.century else { return }
    centuries[number.digits, default: []].insert(century)
  }

  /// What an id has in common with its other spellings, and with no other id.
  func key(_ text: String) -> String {
    if rules.readsPersonalNumbers, let number = PersonalNumber(text) {
      // Of two people of one birthday a hundred years apart, whoever is written without a century is the younger.
      let known = centuries[number.digits] ?? []
      guard known.count > 1, let older = known.min(), let younger = known.max() else { return number.digits }
      return "\(number.century ?? (number.isCentenarian ? older : younger))\(number.digits)"
    }
    var key = text
    if rules.ignoresSpaces { key = NormalForm.withoutSpaces(NormalForm.givenNameFirst(text) ?? text) }
    if rules.ignoresCase { key = key.lowercased() }
    if rules.dropsLeadingZeros {
      if key.hasSuffix(".0") || key.hasSuffix(",0") { key.removeLast(2) }
      let rest = key.drop { $0 == "0" }
      key = rest.isEmpty ? "0" : String(rest)
    }
    return key
  }
}
