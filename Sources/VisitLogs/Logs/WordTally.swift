import Continuity

/// The words of the columns that classify, with their meanings and their rows, over what several threads have read.
struct WordTally {
  /// A word of a column by the number of the mapping that says what it means.
  private struct Key: Hashable {
    let column: LogColumn
    let word: String
    let meaning: String?
  }

  /// By the number of the mapping.
  private let meanings: [[LogColumn: [String: String]]]
  private var rows: [Key: Int] = [:]

  init(_ layouts: [LogLayout]) {
    let count = (layouts.map(\.mappingNumber).max() ?? 0) + 1
    meanings = (0..<count).map { number in
      let mapping = layouts.first { $0.mappingNumber == number }?.mapping
      return Dictionary(uniqueKeysWithValues: LogColumn.classifying.map { ($0, mapping?.words($0) ?? [:]) })
    }
  }

  /// The words of one worker by their numbers.
  struct Texts {
    fileprivate let texts: [String]
    fileprivate let meanings: [[LogColumn: [String: String]]]

    /// A trait in words.
    func trait(_ trait: LogTrait) -> Trait {
      var named = Trait(
        category: meaning(trait.category, .category, trait.mapping), area: text(trait.area),
        provider: text(trait.provider),
        staffCategory: meaning(trait.staffCategory, .staffCategory, trait.mapping), status: trait.status)
      if named.category == Trait.noVisit { named.status = .noVisit }
      if text(trait.category) != named.category { named.categoryWord = text(trait.category) }
      if text(trait.staffCategory) != named.staffCategory { named.staffCategoryWord = text(trait.staffCategory) }
      return named
    }

    func text(_ number: Int32) -> String { number < 0 ? "" : texts[Int(number)] }

    private func meaning(_ number: Int32, _ column: LogColumn, _ mapping: Int32) -> String {
      known(text(number), column, mapping) ?? text(number)
    }

    fileprivate func known(_ word: String, _ column: LogColumn, _ mapping: Int32) -> String? {
      LogWords.meaning(of: word, column, in: meanings[Int(mapping)][column] ?? [:])
    }
  }

  /// Counts the words of a worker, and gives them by their numbers.
  mutating func add(_ worker: LogWorker) -> Texts {
    let texts = Texts(texts: worker.words.texts, meanings: meanings)
    for (trait, count) in zip(worker.traits, worker.traitRows) where count > 0 {
      for (column, word) in [
        (LogColumn.category, trait.category), (.staffCategory, trait.staffCategory), (.status, trait.statusWord),
      ] where word >= 0 {
        let text = texts.text(word)
        rows[Key(column: column, word: text, meaning: texts.known(text, column, trait.mapping)), default: 0] += count
      }
    }
    for (word, count) in worker.unknownStatusRows {
      rows[Key(column: .status, word: texts.text(word), meaning: nil), default: 0] += count
    }
    return texts
  }

  /// The words of one column after another, those with the most rows first.
  var words: [LogWord] {
    let all = rows.map { LogWord(column: $0.column, word: $0.word, meaning: $0.meaning, rows: $1) }
    return LogColumn.classifying.flatMap { column in
      all.filter { $0.column == column }.sorted {
        ($1.rows, $0.word, $0.meaning ?? "") < ($0.rows, $1.word, $1.meaning ?? "")
      }
    }
  }
}
