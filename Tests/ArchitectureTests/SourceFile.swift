/// What one Swift file declares and which words it uses.
struct SourceFile {
  /// The path from the module's folder.
  let path: String
  /// Types, functions and values at the top level, but those that only the file itself sees.
  private(set) var declared: Set<String> = []
  /// What extensions add to types, by the type extended.
  private(set) var added: [(type: String, member: String)] = []
  /// Types declared within others, and top-level ones that only the file itself sees.
  private(set) var own: Set<String> = []
  /// Names of any other kind: members, parameters, locals.
  private(set) var other: Set<String> = []
  /// Modules imported, with lines.
  private(set) var imports: [(name: String, line: Int)] = []
  /// Every word that is not declared where it stands, with the first line it stands on.
  private(set) var used: [String: Int] = [:]

  private enum Scope {
    case type
    case extended(String, isPrivate: Bool)
    case body
  }

  private static let typeWords: Set<String> = ["struct", "class", "enum", "protocol", "actor"]
  /// Words of the language, which a name in backticks can look like.
  private static let keywords: Set<String> = [
    "as", "await", "case", "default", "do", "else", "false", "for", "if", "in", "init", "inout", "is", "let", "nil",
    "operator", "repeat", "return", "self", "static", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "var", "where", "while",
  ]
  private static let valueWords: Set<String> = ["func", "var", "let", "case", "typealias"]

  init(path: String, source: String) {
    self.path = path
    let tokens = SwiftTokens(source).tokens
    var scopes: [Scope] = []
    var next: Scope?
    for (index, token) in tokens.enumerated() {
      guard token.isWord else {
        if token.text == "{" {
          scopes.append(next ?? .body)
          next = nil
        } else if token.text == "}" {
          _ = scopes.popLast()
        }
        continue
      }
      let before = index > 0 ? tokens[index - 1] : nil
      let after = index + 1 < tokens.count ? tokens[index + 1] : nil
      if before?.text == "import" {
        imports.append((token.text, token.line))
      } else if before?.text == "extension" {
        next = .extended(token.text, isPrivate: Self.isPrivate(tokens, index - 1))
        use(token)
      } else if let word = before?.text, Self.typeWords.contains(word), !Self.valueWords.contains(token.text) {
        next = .type
        declare(token.text, isType: true, isPrivate: Self.isPrivate(tokens, index - 1), in: scopes)
      } else if let word = before?.text, Self.valueWords.contains(word) {
        declare(
          token.text, isType: word == "typealias", isPrivate: Self.isPrivate(tokens, index - 1), in: scopes)
        // A pattern such as `case Score.total` uses what it names.
        if word == "case" { use(token) }
      } else {
        if after?.text == ":" && before?.text != "?" { other.insert(token.text) }
        use(token)
      }
    }
  }

  private mutating func use(_ token: SwiftTokens.Token) {
    if used[token.text] == nil { used[token.text] = token.line }
  }

  private mutating func declare(_ name: String, isType: Bool, isPrivate: Bool, in scopes: [Scope]) {
    if Self.keywords.contains(name) { return }
    switch scopes.last {
    case nil where !isPrivate: declared.insert(name)
    case .extended(let type, isPrivate: false) where scopes.count == 1 && !isPrivate: added.append((type, name))
    default: if isType { own.insert(name) } else { other.insert(name) }
    }
  }

  /// Whether a declaration's word has `private` or `fileprivate` before it, which `private(set)` is not.
  private static func isPrivate(_ tokens: [SwiftTokens.Token], _ index: Int) -> Bool {
    var place = index - 1
    while place >= 0, tokens[place].line == tokens[index].line,
      tokens[place].isWord || ")(".contains(tokens[place].text)
    {
      if ["private", "fileprivate"].contains(tokens[place].text) && tokens[place + 1].text != "(" { return true }
      place -= 1
    }
    return false
  }
}
