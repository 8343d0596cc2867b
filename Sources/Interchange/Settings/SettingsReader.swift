/// Reads objects of settings out of a JSON document, noting every problem with its place.
struct SettingsReader {
  private var reader: JSONTableReader

  /// The object at the outermost level.
  static let root = 0

  init(_ bytes: [UInt8], file: String) throws(InputError) {
    reader = JSONTableReader(try JSONDocument.parsed(bytes, file: file), file: file)
  }

  /// Refuses the file where anything is wrong with it.
  func finish() throws(InputError) {
    guard reader.list.isEmpty else { throw InputError(problems: reader.list.problems) }
  }

  /// The values of an object's keys that are there; unknown keys are problems.
  mutating func members(of node: Int, _ names: [String], of what: String) -> [String: Int] {
    guard let values = reader.members(of: node, names, of: what) else { return [:] }
    var members: [String: Int] = [:]
    for (name, value) in zip(names, values) {
      if let value, reader.isPresent(value) { members[name] = value }
    }
    return members
  }

  /// All keys of an object with their values.
  mutating func entries(of node: Int, what: String) -> [(key: String, node: Int)] {
    guard reader.document.nodes[node].kind == .object else {
      refuse(node, what, expected: "an object")
      return []
    }
    let nodes = Array(reader.document.children(of: node))
    return stride(from: 0, to: nodes.count - 1, by: 2).map { (reader.document.text(of: nodes[$0]), nodes[$0 + 1]) }
  }

  mutating func require(_ key: String, in members: [String: Int], expected: String) {
    if members[key] == nil { reader.report(Self.root, found: "no \(key)", expected: expected) }
  }

  mutating func text(_ node: Int?, _ what: String) -> String? {
    guard let node else { return nil }
    switch reader.document.nodes[node].kind {
    case .text, .escapedText: return reader.document.text(of: node)
    default:
      refuse(node, what, expected: "text")
      return nil
    }
  }

  mutating func texts(_ node: Int?, _ what: String) -> [String]? {
    guard let node else { return nil }
    guard reader.document.nodes[node].kind == .array else {
      refuse(node, what, expected: "a list of texts")
      return nil
    }
    var texts: [String] = []
    for child in Array(reader.document.children(of: node)) {
      if let text = text(child, what) { texts.append(text) }
    }
    return texts
  }

  mutating func whole(_ node: Int?, _ what: String, _ range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    if reader.document.nodes[node].kind == .whole,
      let value = Int(String(decoding: reader.document.slice(of: node), as: UTF8.self)), range.contains(value)
    {
      return value
    }
    refuse(node, what, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func wholes(_ node: Int?, _ what: String, _ range: ClosedRange<Int>) -> [Int]? {
    guard let node else { return nil }
    guard reader.document.nodes[node].kind == .array else {
      refuse(node, what, expected: "a list of whole numbers")
      return nil
    }
    var numbers: [Int] = []
    for child in Array(reader.document.children(of: node)) {
      if let number = whole(child, what, range) { numbers.append(number) }
    }
    return numbers
  }

  /// The items of a list.
  mutating func items(_ node: Int?, _ what: String) -> [Int] {
    guard let node else { return [] }
    guard reader.document.nodes[node].kind == .array else {
      refuse(node, what, expected: "a list")
      return []
    }
    return Array(reader.document.children(of: node))
  }

  mutating func number(_ node: Int?, _ what: String) -> Double? {
    guard let node else { return nil }
    let kind = reader.document.nodes[node].kind
    if kind == .whole || kind == .number {
      switch Scalars.number(reader.document.slice(of: node)) {
      case .whole(let value): return Double(value)
      case .number(let value): return value
      case nil: break
      }
    }
    refuse(node, what, expected: "a number")
    return nil
  }

  mutating func flag(_ node: Int?, _ what: String) -> Bool? {
    guard let node else { return nil }
    switch reader.document.nodes[node].kind {
    case .true: return true
    case .false: return false
    default:
      refuse(node, what, expected: "true or false")
      return nil
    }
  }

  /// One of a few words.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Int?, _ what: String, as type: Choice.Type
  ) -> Choice? {
    guard let node, let word = text(node, what) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    refuse(node, what, expected: "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }

  mutating func refuse(_ node: Int, _ what: String, expected: String) {
    reader.report(node, found: "\(reader.document.described(node)) for \(what)", expected: expected)
  }
}
