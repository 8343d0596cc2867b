import Foundation

/// Numbers ids in their order, with the spellings of one id brought together.
struct IDMerger {
  /// The ids, sorted.
  let ids: [String]
  /// By worker, for each of its numbers the place in `ids`.
  let numbers: [[Int32]]

  private let rules: ExportMapping.IDs
  private let places: [String: Int]
  private let spellings: [String: Set<String>]

  init(_ interners: [ByteInterner], _ rules: ExportMapping.IDs) {
    self.rules = rules
    let texts = interners.map { interner in
      (0..<interner.count).map { LogWords.trimmed(TextEncoding.text(interner.bytes(of: $0), .utf8)) }
    }
    let keys = texts.map { $0.map { rules.key($0) } }
    var spellings: [String: Set<String>] = [:]
    for (texts, keys) in zip(texts, keys) {
      for (text, key) in zip(texts, keys) { spellings[key, default: []].insert(text) }
    }
    self.spellings = spellings
    let named = spellings.map { (key: $0.key, id: $0.value.min() ?? $0.key) }.sorted { $0.id < $1.id }
    ids = named.map(\.id)
    let places = Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1.key, $0) })
    self.places = places
    numbers = keys.map { $0.map { Int32(places[$0] ?? 0) } }
  }

  /// The place of an id in any of its spellings.
  func number(of text: String) -> Int? { places[rules.key(LogWords.trimmed(text))] }

  /// The ids that were found in several spellings.
  func merged(_ column: LogColumn) -> [MergedID] {
    ids.compactMap { id in
      let all = spellings[rules.key(id)] ?? []
      return all.count > 1 ? MergedID(column: column, id: id, spellings: all.sorted()) : nil
    }
  }
}
