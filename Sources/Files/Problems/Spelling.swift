/// Finds the known name that a misspelled one most likely means.
package enum Spelling {
  /// The nearest of some names, or `nil` where none is near.
  package static func nearest(to word: String, among names: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(40))
    let scored = names.map { (distance: distance(letters, Array($0.lowercased().unicodeScalars)), name: $0) }
    guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, min(letters.count, best.name.count) / 3) ? best.name : nil
  }

  /// What is expected instead of a name that a table does not have.
  package static func expected(insteadOf word: String, among names: [String], what: String) -> String {
    if let name = nearest(to: word, among: names) { return "\(quoted(name)), the nearest known \(what)" }
    return "one of \(names.joined(separator: ", "))"
  }

  /// Letters to insert, remove, change or swap with their neighbour to make one word of the other.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...right.count)]
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
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
