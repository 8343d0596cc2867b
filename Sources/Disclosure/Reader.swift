import IntegerProgram

/// The most that a reader can work out of what is published of a period.
///
/// The reader knows which groups overlap, but not how many people stand where; and tries every count that is not published:
/// the least and the greatest that agree with all that is. Both come from linear programs, which may find a range too
/// wide by parts of a person, never one too narrow; a count is given away where no two whole numbers lie in its range.
/// (The audit of protected tables: M. Fischetti and J. J. Salazar, "Models and algorithms for optimizing cell suppression
/// in tabular data with linear constraints", Journal of the American Statistical Association 95(451), 2000.)
struct Reader {
  private let census: Census
  private let levels: [Int]
  private var model = Model()
  /// By cell and band, the variable that counts its people.
  private var counts: [[Int]] = []
  /// By cell, the variable of the sum of its people's numbers.
  private var sums: [Int] = []
  private let bands: [ClosedRange<Int>]

  /// A number that nobody's exceeds: the last band has no end for a reader.
  private static let noEnd = Int(Int32.max)

  /// - Parameter rows: By classification the groups of each published row; `nil` where it is left out.
  init(_ census: Census, levels: [Int], _ period: PublishedPeriod, rows: [[[Int]]?]) {
    self.census = census
    self.levels = levels
    let ends = Set(levels + period.bands.compactMap(\.to)).sorted()
    let starts = [1] + ends.map { $0 + 1 }
    bands = zip(starts, ends + [Self.noEnd]).compactMap { $0 <= $1 ? $0...$1 : nil }
    for _ in census.cells {
      let people = bands.map { _ in model.addVariable() }
      let sum = model.addVariable()
      counts.append(people)
      sums.append(sum)
      // Whoever belongs to a cell that is known to exist is somebody.
      model.addRow(lower: 1, people.map { Model.Term($0, 1) })
      model.addRow(lower: 0, [Model.Term(sum, 1)] + zip(people, bands).map { Model.Term($0, -Double($1.lowerBound)) })
      if bands.count > 1 || bands[0].upperBound < Self.noEnd {
        // The last band has no end, so its people leave the sum open.
        let ended = zip(people, bands).map { Model.Term($0, -Double(min($1.upperBound, 10_000))) }
        model.addRow(upper: 0, [Model.Term(sum, 1)] + ended)
      }
    }
    add(period.total, of: Array(census.cells.indices))
    for (classification, groups) in rows.enumerated() {
      guard let groups else { continue }
      for (row, groups) in zip(period.rows[classification], groups) {
        add(row, of: cells(of: groups, in: classification))
      }
    }
    for band in period.bands {
      let range = band.from...(band.to ?? Self.noEnd)
      equate(terms(Array(census.cells.indices)) { range.contains($0.lowerBound) }, band.people)
    }
  }

  /// Tells the program what is published of some cells.
  private mutating func add(_ row: PublishedRow, of cells: [Int]) {
    guard let people = row.people else { return }
    equate(terms(cells) { _ in true }, people)
    if let sum = row.sum { equate(cells.map { Model.Term(sums[$0], 1) }, sum) }
    for (level, count) in zip(levels, row.above) {
      let above = terms(cells) { $0.lowerBound > level }
      switch count {
      case .exact(let count): equate(above, count)
      case .few, .allButFew, .withheld: break
      }
      guard let median = row.doubledMedian, !above.isEmpty else { continue }
      // At least half lie on the median's side of a level.
      if median > 2 * level {
        model.addRow(lower: Double(people / 2), above)
      } else {
        model.addRow(upper: Double(people / 2), above)
      }
    }
  }

  private mutating func equate(_ terms: [Model.Term], _ value: Int) {
    if !terms.isEmpty { model.addRow(lower: Double(value), upper: Double(value), terms) }
  }

  /// Tells the program that a count is below a limit, as a label says.
  mutating func add(labels row: PublishedRow, of cells: [Int], limit: Int) {
    for (level, count) in zip(levels, row.above) {
      switch count {
      case .few: model.addRow(upper: Double(limit - 1), terms(cells) { $0.lowerBound > level })
      case .allButFew: model.addRow(upper: Double(limit - 1), terms(cells) { $0.upperBound <= level })
      case .exact, .withheld: break
      }
    }
  }

  private func terms(_ cells: [Int], _ isIn: (ClosedRange<Int>) -> Bool) -> [Model.Term] {
    cells.flatMap { cell in zip(counts[cell], bands).filter { isIn($0.1) }.map { Model.Term($0.0, 1) } }
  }

  /// The cells of some groups.
  func cells(of groups: [Int], in classification: Int) -> [Int] {
    census.cells.indices.filter { groups.contains(census.cells[$0].groups[classification]) }
  }

  /// A count that a reader may try to work out: of the people of some cells, those above a level or those up to it.
  struct Question {
    let cells: [Int]
    /// All levels where absent.
    var level: Int?
    var isAbove = true
  }

  /// How many a question is about.
  func answer(_ question: Question) -> Int {
    question.cells.reduce(0) { sum, cell in
      sum + census.cells[cell].values.count { value in question.level.map { (value > $0) == question.isAbove } ?? true }
    }
  }

  /// Whether any of some questions has one answer alone; so it is taken where no program can tell.
  func givesAway(_ questions: [Question]) -> Bool {
    if questions.isEmpty { return false }
    let found = try? LinearProgramSession.run(model) { session in
      for question in questions where try isGivenAway(question, &session) { return true }
      return false
    }
    return found ?? true
  }

  private func isGivenAway(_ question: Question, _ session: inout LinearProgramSession) throws -> Bool {
    let terms = terms(question.cells) { band in
      question.level.map { (band.lowerBound > $0) == question.isAbove } ?? true
    }
    var ends: [Double] = []
    for sign in [1.0, -1] {
      for term in terms { try session.setObjective(ofVariable: term.variable, to: sign) }
      guard try session.solve() == .optimal else { return true }
      ends.append(sign * session.objective)
    }
    for term in terms { try session.setObjective(ofVariable: term.variable, to: 0) }
    return (ends[0] - 1e-6).rounded(.up) >= (ends[1] + 1e-6).rounded(.down)
  }
}
