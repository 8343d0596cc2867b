import HomeCare

/// The problems found so far in one input, and the cells that could not be read for them.
struct ProblemList {
  /// All problems, in the order in which they were found.
  private(set) var problems: [InputProblem] = []
  /// Cells that hold a stand-in, so that validation leaves them alone.
  private(set) var unreadable: Set<Cell> = []

  var isEmpty: Bool { problems.isEmpty }
  var count: Int { problems.count }

  mutating func report(_ problem: InputProblem) {
    problems.append(problem)
    if let cell = problem.cell { unreadable.insert(cell) }
  }

  /// Marks a cell that a problem told of elsewhere makes unreadable.
  mutating func markUnreadable(_ cell: Cell) { unreadable.insert(cell) }

  /// Marks a table of which rows may be missing, so that references into it are not judged.
  mutating func markIncomplete(table: String) { unreadable.insert(Cell(table: table, row: 0, column: "id")) }

  /// Gives the problems from a position on the id of their row, which is known only when the row has been read.
  mutating func nameRow(_ id: String?, from start: Int) {
    for index in start..<problems.count { problems[index].id = id }
  }
}
