import HomeCare

/// What reading an instance gave: its tables, what is wrong with them so far, and where each cell stands.
struct InstanceReading {
  /// The tables, with stand-ins where a cell could not be read.
  var draft: InstanceDraft
  /// What was wrong in reading.
  var problems: [InputProblem]
  /// Puts a problem of validation at its place in the files.
  var locate: (InstanceProblem) -> InputProblem
  /// The file of each table, in the order in which problems are listed; one for all where that is so.
  var files: [String]

  /// Validates the tables.
  ///
  /// - Throws: `InputError` with the problems of reading and of validation together.
  func validated() throws(InputError) -> Instance {
    var found = problems
    if problems.isEmpty {
      do throws(InvalidInstance) {
        return try Instance(validating: draft)
      } catch {
        found = error.problems.filter { $0.severity == .error }.map(locate)
      }
    } else {
      found += draft.problems().filter { $0.severity == .error }.map(locate)
    }
    let rank = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    // The position in the list keeps problems at one place in the order in which they were found.
    throw InputError(
      problems: found.enumerated().map { (file: rank[$1.file, default: 0], order: $0, problem: $1) }
        .sorted { left, right in
          if left.file != right.file { return left.file < right.file }
          let start = TextPosition(line: 0)
          let (first, second) = (left.problem.position ?? start, right.problem.position ?? start)
          return first != second ? first < second : left.order < right.order
        }
        .map(\.problem))
  }
}
