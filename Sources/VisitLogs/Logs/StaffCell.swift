import Files

/// A cell of staff in its words, which may be one person or several.
struct StaffCell {
  /// What stands before a word.
  private enum Gap: Comparable {
    /// Nothing but a space, as within names.
    case space
    /// A comma, as between names and within `Ek, Karin`.
    case comma
    /// A mark or a line break, as between people alone.
    case mark
  }

  private struct Word {
    var text: Range<String.Index>
    let gap: Gap
    /// Whether it stands between people, as `och` does.
    let joins: Bool
  }

  /// The staff of a log, as their texts are compared.
  struct Known {
    private var keys: Set<String>

    init(_ texts: some Sequence<String>) {
      keys = []
      for text in texts where !text.isEmpty { keys.formUnion(Self.keys(text)) }
    }

    func contains(_ text: String) -> Bool { Self.keys(text).contains(where: keys.contains) }

    private static func keys(_ text: String) -> [String] {
      [NormalForm.dense(text)] + (NormalForm.givenNameFirst(text).map { [NormalForm.dense($0)] } ?? [])
    }
  }

  private let text: String
  private var words: [Word] = []

  init(_ text: String) {
    self.text = text
    var gap = Gap.space
    var start: String.Index?
    func end(at index: String.Index) {
      guard let from = start else { return }
      words.append(Word(text: from..<index, gap: gap, joins: Self.joints.contains(text[from..<index])))
      (start, gap) = (nil, .space)
    }
    for index in text.indices {
      let character = text[index]
      let between: Gap? =
        if character.isNewline || Self.marks.contains(character) { .mark } else if character == "," { .comma } else {
          character.isWhitespace ? .space : nil
        }
      if let between {
        end(at: index)
        gap = max(gap, between)
      } else if start == nil {
        start = index
      }
    }
    end(at: text.endIndex)
  }

  private static let marks: Set<Character> = [";", "/", "|", "&", "+"]
  private static let joints: Set<Substring> = ["och", "o", "and", "samt", "med", "m", "plus", "resp"]
  /// Words of the longest cell that is looked at, and of the longest part.
  private static let (mostWords, mostOfPart) = (40, 7)

  /// Whether a text has several words or marks, so that it may name several people.
  static func mayBeList(_ text: String) -> Bool {
    text.contains { $0 == "," || marks.contains($0) || $0.isWhitespace }
  }

  /// The parts that marks, commas, line breaks and words between people make.
  static func items(_ text: String) -> [String] {
    let cell = StaffCell(text)
    var items: [Range<String.Index>] = []
    for (place, word) in cell.words.enumerated() where !cell.isJoint(place) {
      if let last = items.last, word.gap == .space, !cell.isJoint(place - 1) {
        items[items.count - 1] = last.lowerBound..<word.text.upperBound
      } else {
        items.append(word.text)
      }
    }
    return items.map { String(text[$0]) }
  }

  /// Whether a word stands between people: neither the first nor the last does.
  private func isJoint(_ place: Int) -> Bool { place > 0 && place < words.count - 1 && words[place].joins }

  /// The people of the cell; `nil` where it is one person.
  func parts(_ known: Known) -> [String]? {
    guard words.count > 1, words.count <= Self.mostWords else { return nil }
    return split(known, trustsSpaces: false) ?? alikeIDs(known)
  }

  /// Whether the cell, which is taken for one person, may be several.
  func looksLikeList(_ known: Known) -> Bool {
    guard words.count > 1 else { return false }
    if words.count <= Self.mostWords, split(known, trustsSpaces: true) != nil { return true }
    guard Self.items(text).count > 1 else { return false }
    // `Ek, Karin (1004)` is a name with a number.
    let names = text.replacing(/\([^)]*\)|\S*\d\S*/, with: " ")
    return NormalForm.givenNameFirst(LogWords.trimmed(names)) == nil
  }

  /// The most parts of which each is staff in other cells too.
  ///
  /// - Parameter trustsSpaces: Whether a space alone parts single words that may be given and family names.
  private func split(_ known: Known, trustsSpaces: Bool) -> [String]? {
    var best: [(parts: Int, from: Int)?] = [(0, 0)] + words.map { _ in nil }
    for start in words.indices {
      guard let reached = best[start] else { continue }
      if isJoint(start), reached.parts > 0, (best[start + 1]?.parts ?? 0) < reached.parts {
        best[start + 1] = (reached.parts, start)
      }
      for end in (start + 1)...min(words.count, start + Self.mostOfPart) where end - start < words.count {
        let isParted = trustsSpaces || isParted(start, end) || !mayBeHalfAName(start, end)
        guard isParted, reached.parts + 1 > best[end]?.parts ?? 0, known.contains(part(start, end)) else { continue }
        best[end] = (reached.parts + 1, start)
      }
    }
    guard let all = best[words.count], all.parts > 1 else { return nil }
    var (parts, end): ([String], Int) = ([], words.count)
    while end > 0, let step = best[end] {
      if best[step.from]?.parts != step.parts { parts.append(part(step.from, end)) }
      end = step.from
    }
    // An id and a name side by side are one person's.
    let isOfOneKind = Set(parts.map { $0.contains(where: \.isNumber) }).count == 1
    return isOfOneKind || trustsSpaces || words.contains { $0.gap > .space } ? parts.reversed() : nil
  }

  private func part(_ start: Int, _ end: Int) -> String {
    String(text[words[start].text.lowerBound..<words[end - 1].text.upperBound])
  }

  /// Whether more than a space stands on both sides of some words.
  private func isParted(_ start: Int, _ end: Int) -> Bool {
    let isBefore = start == 0 || words[start].gap > .space || isJoint(start - 1)
    return isBefore && (end == words.count || words[end].gap > .space || isJoint(end))
  }

  /// Whether some words are one, with a capital, as given names and family names are.
  private func mayBeHalfAName(_ start: Int, _ end: Int) -> Bool {
    let word = text[words[start].text]
    return end == start + 1 && word.first?.isUppercase ?? false && word.contains(where: \.isLowercase)
  }

  /// The parts where they are ids of one kind: letters that all share, and then digits; or as many digits each, one of them
  /// staff in other cells.
  private func alikeIDs(_ known: Known) -> [String]? {
    let items = Self.items(text).flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    let stems = Set(items.map { $0.prefix { !$0.isNumber } })
    guard items.count > 1, stems.count == 1, let stem = stems.first, stem.allSatisfy(\.isLetter) else { return nil }
    let digits = items.map { $0.dropFirst(stem.count) }
    guard digits.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
    let isAlike =
      stem.isEmpty ? Set(digits.map(\.count)).count == 1 && items.contains(where: known.contains) : true
    return isAlike ? items : nil
  }
}
