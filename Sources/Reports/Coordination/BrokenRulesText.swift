import HomeCare
import Interchange
import Rostering

extension BrokenRules {
  /// What the roster breaks and what would cover it, before anything else is said of the roster; empty where it is valid.
  func text(_ language: Language) -> String {
    if isEmpty { return "" }
    var lines = [language(.rosterBreaks, violations.count)] + violations.map { "  " + language.text($0) }
    if !exceptions.isEmpty {
      lines += [language(.exceptionsWouldCover)] + exceptions.map { "  \($0.rule.rawValue) \($0.words(language))" }
    }
    if !uncovered.isEmpty { lines += [language(.noneCovers)] + uncovered.map { "  " + language.text($0) } }
    return lines.map { $0.printable + "\n" }.joined() + "\n"
  }

  /// The same for programs; `nil` where the roster is valid.
  var figures: JSONObject? {
    if isEmpty { return nil }
    return [
      "violations": violations.map(\.figures), "proposed": exceptions.map(\.figures),
      "uncovered": uncovered.map(\.figures),
    ]
  }
}

extension Language {
  /// What a roster breaks: the checker's own words in English, in other languages the rule's name and where.
  package func text(_ violation: Violation) -> String {
    if self == .english { return "\(violation)" }
    let places = [violation.visit?.rawValue, violation.shift?.rawValue, violation.staff?.rawValue].compactMap { $0 }
    // Rules without a number are keys of files, which say nothing beside their names.
    let number = violation.rule.isHardRule ? [violation.rule.rawValue] : []
    let head = (number + (places.isEmpty ? [] : [places.joined(separator: ", ")])).joined(separator: " ")
    let words = name("rule", violation.rule.rawValue)
    return head.isEmpty ? words : "\(head): \(words)"
  }

  /// Exceptions in words.
  func inWords(_ exceptions: [RuleException]) -> String { listed(exceptions.map { $0.words(self) }) }
}
