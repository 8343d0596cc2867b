import Interchange
import Reports

extension NamedPersons {
  /// Refuses a text that may mean several people.
  func refuseAmbiguous() throws {
    if let problem = problems.first {
      throw InvalidRequest("\(problem.found) is ambiguous: expected \(problem.expected)")
    }
  }

  /// Tells who was found by name.
  func tell(in language: Language) {
    for line in found { StandardStream.error.note(line, in: language) }
  }
}
