import HomeCare

/// The problems found so far in one input, and the cells that could not be read for them.
package struct ProblemList {
  /// All problems, in the order in which they were found.
  package private(set) var problems: [InputProblem] = []
  /// Cells that hold a stand-in, so that validation leaves them alone.
  package private(set) var unreadable: Set<Cell> = []

  package init() {}

  package var isEmpty: Bool { problems.isEmpty }
  package var count: Int { problems.count }

  package mutating func report(_ problem: InputProblem) {
    problems.append(problem)
    if let cell = problem.cell { unreadable.insert(cell) }
  }

  /// Marks a cell that a problem told of elsewhere makes unreadable.
  package mutating func markUnreadable(_ cell: Cell) { unreadable.insert(cell) }

  /// Marks a table of which rows may be missing, so that references into it are not judged.
  package mutating func markIncomplete(table: String) { unreadable.insert(Cell(table: table, row: 0, column: "id")) }

  /// Gives the problems from a position on the id of their row, which is known only when the row has been read.
  package mutating func nameRow(_ id: String?, from start: Int) {
    for index in start..<problems.count { problems[index].id = id }
  }
}

extension [InputProblem] {
  /// The problems in the order of their places, those without one first, and at one place as they stand.
  ///
  /// - Parameter files: The order of the files, where there are several.
  package func inOrder(ofFiles files: [String] = []) -> [InputProblem] {
    let rank = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let start = TextPosition(line: 0)
    let keyed = enumerated().map { order, problem in
      (file: rank[problem.file, default: 0], place: problem.position ?? start, order: order, problem: problem)
    }
    return keyed.sorted { ($0.file, $0.place, $0.order) < ($1.file, $1.place, $1.order) }.map(\.problem)
  }
}
