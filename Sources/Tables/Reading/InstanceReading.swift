import Files
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
        found = error.errors.map(locate)
      }
    } else {
      found += draft.problems().filter { $0.severity == .error }.map(locate)
    }
    throw InputError(problems: found.inOrder(ofFiles: files))
  }
}
