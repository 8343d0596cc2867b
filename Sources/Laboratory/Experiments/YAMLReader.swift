import Interchange
import Yams

/// Reads a YAML text key by key, noting every problem with its place.
struct YAMLReader {
  private let file: String
  private(set) var problems: [InputProblem] = []

  init(file: String) { self.file = file }

  /// The outermost value of a text.
  mutating func root(of text: String) -> Node? {
    do {
      if let node = try Yams.compose(yaml: text) { return node }
      problems.append(InputProblem(file: file, found: "nothing", expected: "an experiment"))
    } catch let error as YamlError {
      problems.append(problem(of: error))
    } catch {
      problems.append(InputProblem(file: file, found: "\(error)", expected: "YAML"))
    }
    return nil
  }

  private func problem(of error: YamlError) -> InputProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return InputProblem(file: file, position: Self.position(mark), found: problem, expected: "YAML")
    case .reader(let problem, let offset, _, let yaml):
      let before = offset.map { yaml.utf8.prefix($0) }
      let line = before.map { TextPosition(line: 1 + $0.count { $0 == UInt8(ascii: "\n") }) }
      return InputProblem(file: file, position: line, found: problem, expected: "YAML in UTF-8")
    case .duplicatedKeysInMapping(let duplicates, _):
      let names = duplicates.map { "\($0)" }.sorted().joined(separator: ", ")
      return InputProblem(file: file, found: "a key given twice: \(names)", expected: "each key once")
    default:
      // In its own words it shows the text, line by line.
      let words = "\(error)".split(separator: "\n").first.map(String.init) ?? "a text that cannot be read"
      return InputProblem(file: file, found: words, expected: "YAML in UTF-8")
    }
  }

  private static func position(_ mark: Mark) -> TextPosition { TextPosition(line: mark.line, character: mark.column) }

  /// Notes a problem at a node.
  mutating func refuse(_ node: Node, found: String? = nil, expected: String) {
    let shown = found ?? Self.described(node)
    problems.append(
      InputProblem(file: file, position: node.mark.map(Self.position), found: shown, expected: expected))
  }

  private static func described(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "\"\(scalar.string.prefix(60))\""
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  /// The values of a mapping's keys; keys beside `names` are problems.
  mutating func members(of node: Node, _ names: [String], of what: String) -> [String: Node] {
    guard let mapping = node.mapping else {
      refuse(node, expected: "\(what) as a mapping with \(names.joined(separator: ", "))")
      return [:]
    }
    var members: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.string, names.contains(name) else {
        refuse(key, found: "\(Self.described(key)) in \(what)", expected: "one of \(names.joined(separator: ", "))")
        continue
      }
      members[name] = value
    }
    return members
  }

  /// The values of a list; a single value is a list of one.
  func list(_ node: Node) -> [Node] { node.sequence.map { Array($0) } ?? [node] }

  mutating func text(_ node: Node, _ what: String) -> String? {
    if let text = node.scalar?.string, !text.isEmpty { return text }
    refuse(node, expected: "\(what) as text")
    return nil
  }

  mutating func number(_ node: Node, _ what: String, _ range: ClosedRange<Double>) -> Double? {
    if let text = node.scalar?.string, let value = Double(text), range.contains(value) { return value }
    refuse(node, expected: "\(what), a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func whole<Number: FixedWidthInteger>(_ node: Node, _ what: String, _ range: ClosedRange<Number>) -> Number?
  {
    if let text = node.scalar?.string, let value = Number(text), range.contains(value) { return value }
    refuse(node, expected: "\(what), a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }
}
