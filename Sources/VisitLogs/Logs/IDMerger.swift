import Foundation

/// Numbers ids in their order, with the spellings of one id brought together.
///
/// An id is shown in the spelling that the most rows have, of equally frequent ones in that which stands first.
struct IDMerger {
  /// The ids, sorted.
  let ids: [String]
  /// By worker, for each of its numbers the place in `ids`.
  let numbers: [[Int32]]

  private let keys: IDKeys
  private let places: [String: Int]
  private let spellings: [String: [Spelling]]

  /// One way in which an id is written.
  private struct Spelling {
    let text: String
    var first: UInt64
    var rows = 0
  }

  /// Brings together what several workers have seen.
  ///
  /// - Parameters:
  ///   - left: By worker, the numbers of texts that are no ids.
  ///   - uses: By worker, the rows of each of its numbers; asked for only where an id has several spellings.
  init(_ seen: [SeenIDs], _ rules: ExportMapping.IDs, without left: [Set<Int32>] = [], uses: () -> [[Int]]) {
    func isID(_ worker: Int, _ number: Int) -> Bool {
      left.isEmpty || !left[worker].contains(Int32(truncatingIfNeeded: number))
    }
    let texts = seen.map(\.interner.texts)
    var keys = IDKeys(rules)
    for text in texts.joined() { keys.learn(text) }
    let keyed = texts.map { $0.map { keys.key($0) } }
    // The bytes tell spellings apart: letters in one part or in two are different ones of one text.
    var spellings: [String: [Spelling]] = [:]
    for (worker, texts) in texts.enumerated() {
      for (number, text) in texts.enumerated() where isID(worker, number) {
        Self.add(text, seen[worker].places[number], rows: 0, to: &spellings[keyed[worker][number], default: []])
      }
    }
    if spellings.contains(where: { $0.value.count > 1 }) {
      for (worker, rows) in uses().enumerated() {
        for (number, rows) in rows.enumerated() where isID(worker, number) {
          Self.add(
            texts[worker][number], seen[worker].places[number], rows: rows,
            to: &spellings[keyed[worker][number], default: []])
        }
      }
    }
    for key in spellings.keys {
      spellings[key]?.sort { ($1.rows, $0.first, $0.text) < ($0.rows, $1.first, $1.text) }
    }
    self.keys = keys
    self.spellings = spellings
    let named = spellings.map { (key: $0.key, id: $0.value.first?.text ?? $0.key) }.sorted {
      ($0.id, $0.key) < ($1.id, $1.key)
    }
    ids = named.map(\.id)
    let places = Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1.key, $0) })
    self.places = places
    numbers = keyed.map { $0.map { Int32(places[$0] ?? 0) } }
  }

  private static func add(_ text: String, _ place: UInt64, rows: Int, to spellings: inout [Spelling]) {
    if let known = spellings.firstIndex(where: { $0.text.utf8.elementsEqual(text.utf8) }) {
      spellings[known].first = min(spellings[known].first, place)
      spellings[known].rows += rows
    } else {
      spellings.append(Spelling(text: text, first: place, rows: rows))
    }
  }

  /// The place of an id in any of its spellings.
  func number(of text: String) -> Int? { places[keys.key(LogWords.trimmed(text))] }

  /// The ids that were found in several spellings, the one shown first.
  func merged(_ column: LogColumn) -> [MergedID] {
    ids.indices.compactMap { place in
      let all = spellings[keys.key(ids[place])] ?? []
      return all.count > 1 ? MergedID(column: column, id: ids[place], spellings: all.map(\.text)) : nil
    }
  }
}
