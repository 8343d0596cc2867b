import HomeCare

/// Finds the known name that a misspelled one most likely means.
package enum Spelling {
  /// Letters looked at: no name is longer.
  private static let longest = 40

  /// The nearest of some names, or `nil` where none is near.
  package static func nearest(to word: String, among names: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(longest))
    var best: (distance: Int, name: String)?
    for name in names {
      let other = Array(name.lowercased().unicodeScalars)
      let most = min(max(1, min(letters.count, name.count) / 3), (best?.distance ?? .max) - 1)
      // Each letter that one has more is one to insert.
      guard abs(letters.count - other.count) <= most else { continue }
      let distance = distance(letters, other)
      if distance <= most { best = (distance, name) }
    }
    return best?.name
  }

  /// So many of some texts, those nearest to another first.
  package static func closest(to text: String, among texts: [String], _ count: Int) -> [String] {
    let letters = Array(text.lowercased().unicodeScalars.prefix(longest))
    let scored = texts.enumerated().map { place, text in
      (distance: distance(letters, Array(text.lowercased().unicodeScalars)), place: place)
    }
    return scored.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(count).map { texts[$0.place] }
  }

  /// What is expected instead of a name that a table does not have.
  package static func expected(insteadOf word: String, among names: [String], what: String) -> String {
    if let name = nearest(to: word, among: names) { return "\(quoted(name)), the nearest known \(what)" }
    return "one of \(names.joined(separator: ", "))"
  }

  /// Letters to insert, remove, change or swap with their neighbour to make one word of the other.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    // Of the table of distances, the last three rows.
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = before
    var row = Array(0...right.count)
    for i in left.indices {
      (before, last, row) = (last, row, before)
      row[0] = i + 1
      for j in right.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, before[j - 1] + 1) }
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }
}

extension InputProblem {
  /// A file that a folder should not hold.
  package init(unknownFile name: String, in folder: String, known: [String]) {
    self.init(
      file: folder, found: "the unknown file \(quoted(name))",
      expected: Spelling.expected(insteadOf: name, among: known, what: "file"))
  }
}
