import HomeCare

/// Reads values out of a JSON document, and notes every problem with its place.
package struct JSONReader {
  /// The outermost value.
  package static let root = 0

  package let document: JSONDocument
  /// The file, as messages name it.
  package let file: String
  package var list = ProblemList()
  private var lines: LineTable?

  /// A reader of a text.
  ///
  /// - Throws: `InputError` where it is not JSON.
  package init(_ bytes: [UInt8], file: String) throws(InputError) {
    self.file = file
    do throws(JSONSyntaxError) {
      document = try JSONDocument(bytes)
    } catch {
      throw InputError(
        file: file, position: LineTable(bytes).position(of: error.offset), found: error.found,
        expected: error.expected)
    }
  }

  // MARK: - Problems

  /// The place of a node in the file.
  package mutating func position(of node: Int) -> TextPosition {
    // Made when the first problem is found: sound files never need it.
    let table = lines ?? LineTable(document.bytes)
    lines = table
    return table.position(of: document.nodes[node].offset)
  }

  package mutating func report(_ node: Int, cell: Cell? = nil, found: String, expected: String) {
    list.report(
      InputProblem(file: file, position: position(of: node), cell: cell, found: found, expected: expected))
  }

  /// Notes that a value of an object's key is not what is expected.
  package mutating func refuse(_ node: Int, _ what: String, expected: String) {
    report(node, found: "\(document.described(node)) for \(what)", expected: expected)
  }

  /// Notes a key that an object lacks.
  package mutating func require(_ key: String, in members: [String: Int], expected: String) {
    if members[key] == nil { report(Self.root, found: "no \(key)", expected: expected) }
  }

  /// Notes where an object lacks its format or names another.
  package mutating func requireFormat(_ format: String, in members: [String: Int]) {
    require("format", in: members, expected: "the key \"format\" with \(quoted(format))")
    if let node = members["format"], let found = text(node, "format"), found != format {
      refuse(node, "format", expected: quoted(format))
    }
  }

  /// Refuses the file where anything is wrong with it.
  package func finish() throws(InputError) {
    guard list.isEmpty else { throw InputError(problems: list.problems) }
  }

  // MARK: - Objects

  /// The values of an object's known keys that are there; unknown and repeated keys are problems, and `null` is no value.
  ///
  /// - Parameter misplaced: Keys that are known and have no place here, with what is expected instead.
  /// - Returns: `nil` where the node is not an object, which is a problem too.
  package mutating func members(
    of node: Int, _ names: [String], of what: String, allowsOthers: Bool = false, misplaced: [String: String] = [:]
  ) -> [String: Int]? {
    guard document.nodes[node].kind == .object else {
      refuse(node, what, expected: "an object")
      return nil
    }
    var members: [String: Int] = [:]
    for (key, value) in document.pairs(of: node) {
      let word = document.text(of: key)
      if !names.contains(word) {
        guard !allowsOthers else { continue }
        if let expected = misplaced[word] {
          report(key, found: "the key \(quoted(word)) in \(what)", expected: expected)
          continue
        }
        report(
          key, found: "the unknown key \(quoted(word)) in \(what)",
          expected: Spelling.expected(insteadOf: word, among: names, what: "key"))
      } else if members[word] == nil {
        members[word] = value
      } else {
        report(key, found: "the key \(quoted(word)) of \(what) a second time", expected: "each key once")
      }
    }
    return members.filter { isPresent($0.value) }
  }

  /// All keys of an object with their values.
  package mutating func entries(of node: Int, what: String) -> [(key: String, node: Int)] {
    guard document.nodes[node].kind == .object else {
      refuse(node, what, expected: "an object")
      return []
    }
    return document.pairs(of: node).map { (document.text(of: $0), $1) }
  }

  /// The value of a key in an object.
  package func value(of key: String, in node: Int) -> Int? {
    guard document.nodes[node].kind == .object else { return nil }
    let name = Array(key.utf8)
    return document.pairs(of: node).first { document.key($0.key, is: name) }?.value
  }

  /// Whether a value is there; `null` is not.
  package func isPresent(_ node: Int) -> Bool { document.nodes[node].kind != .null }

  // MARK: - Values

  /// Whether a value is text.
  package func isText(_ node: Int) -> Bool {
    document.nodes[node].kind == .text || document.nodes[node].kind == .escapedText
  }

  /// A whole number, however it is written.
  package func whole(_ node: Int) -> Int? {
    guard case .whole(let number) = number(node) else { return nil }
    return number
  }

  /// A number.
  package func number(_ node: Int) -> Scalars.Number? {
    guard document.nodes[node].kind == .whole || document.nodes[node].kind == .number else { return nil }
    return Scalars.number(document.slice(of: node))
  }

  /// What `read` makes of a node, if there is one; a problem where that is nothing.
  private mutating func value<Value>(
    _ node: Int?, _ what: String, expected: String, _ read: (Self, Int) -> Value?
  ) -> Value? {
    guard let node else { return nil }
    let value = read(self, node)
    if value == nil { refuse(node, what, expected: expected) }
    return value
  }

  package mutating func text(_ node: Int?, _ what: String) -> String? {
    value(node, what, expected: "text") { $0.isText($1) ? $0.document.text(of: $1) : nil }
  }

  package mutating func whole(_ node: Int?, _ what: String, _ range: ClosedRange<Int>) -> Int? {
    value(node, what, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") { reader, node in
      guard reader.document.nodes[node].kind == .whole else { return nil }
      return reader.whole(node).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  package mutating func number(_ node: Int?, _ what: String, in range: ClosedRange<Double>? = nil) -> Double? {
    let limits = range.map { " from \($0.lowerBound.fileText) to \($0.upperBound.fileText)" } ?? ""
    return value(node, what, expected: "a number\(limits)") { reader, node in
      (reader.number(node)?.value).flatMap { range?.contains($0) ?? true ? $0 : nil }
    }
  }

  package mutating func flag(_ node: Int?, _ what: String) -> Bool? {
    value(node, what, expected: "true or false") { reader, node in
      let kind = reader.document.nodes[node].kind
      return kind == .true ? true : kind == .false ? false : nil
    }
  }

  /// One of a few words.
  package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Int?, _ what: String, as type: Choice.Type
  ) -> Choice? {
    guard let word = text(node, what) else { return nil }
    let expected = "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))"
    return value(node, what, expected: expected) { _, _ in Choice(rawValue: word) }
  }

  /// The items of a list.
  package mutating func items(_ node: Int?, _ what: String, expected: String = "a list") -> [Int]? {
    value(node, what, expected: expected) { reader, node in
      reader.document.nodes[node].kind == .array ? reader.document.children(of: node) : nil
    }
  }

  /// A list of texts.
  package mutating func texts(_ node: Int?, _ what: String) -> [String]? {
    items(node, what, expected: "a list of texts")?.compactMap { text($0, what) }
  }

  /// A list of whole numbers.
  package mutating func wholes(_ node: Int?, _ what: String, _ range: ClosedRange<Int>) -> [Int]? {
    items(node, what, expected: "a list of whole numbers")?.compactMap { whole($0, what, range) }
  }
}
