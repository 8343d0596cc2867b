import HomeCare

/// Finds persons by what people call them: an id or a name, in any spelling.
///
/// An id as it stands goes before an id in another spelling, and both before a name: a name that is also somebody's id
/// means that one.
package struct PersonFinder: Sendable {
  /// A person who may be found.
  package struct Person: Hashable, Sendable {
    /// The id.
    package var id: String
    /// The name, where it is known.
    package var name: String?

    /// A person.
    package init(id: String, name: String?) {
      self.id = id
      self.name = name
    }

    /// The id with the name, as messages have it.
    package var description: String { name.map { "\(id) (\(shown($0)))" } ?? id }
  }

  /// Whom a text means.
  package enum Found: Hashable, Sendable {
    /// The one with this id.
    case person(String)
    /// Any of these.
    case several([Person])
    /// Nobody.
    case nobody
  }

  private let persons: [Person]
  private let ids: Set<String>
  private let byForm: [String: [Int]]
  private let byName: [String: [Int]]
  private let form: @Sendable (String) -> String

  /// A finder of some persons.
  ///
  /// - Parameter form: What all spellings of an id have in common.
  package init(_ persons: [Person], form: @escaping @Sendable (String) -> String = { NormalForm.dense($0) }) {
    self.persons = persons
    self.form = form
    ids = Set(persons.map(\.id))
    byForm = Dictionary(grouping: persons.indices) { form(persons[$0].id) }
    let named = persons.indices.filter { persons[$0].name != nil }
    byName = Dictionary(grouping: named) { NormalForm.name(persons[$0].name ?? "") }
  }

  /// Whom a text means.
  package func find(_ text: String) -> Found {
    if ids.contains(text) { return .person(text) }
    guard let rows = byForm[form(text)] ?? byName[NormalForm.name(text)] ?? byNumber(text) else { return .nobody }
    return rows.count == 1 ? .person(persons[rows[0]].id) : .several(rows.map { persons[$0] })
  }

  /// Persons whose id is the same personal number, written otherwise.
  private func byNumber(_ text: String) -> [Int]? {
    guard let number = PersonalNumber(text) else { return nil }
    let rows = persons.indices.filter { row in
      guard let other = PersonalNumber(persons[row].id), other.digits == number.digits else { return false }
      return other.century == nil || number.century == nil || other.century == number.century
    }
    return rows.isEmpty ? nil : rows
  }

  /// The person whose id or name comes nearest to a text, where one is near.
  package func nearest(to text: String) -> Person? {
    let names = persons.flatMap { [$0.id, $0.name].compactMap(\.self) }
    guard let name = Spelling.nearest(to: NormalForm.shown(text), among: names) else { return nil }
    return persons.first { $0.name == name || $0.id == name }
  }

  /// What is expected where a text means several persons.
  package static func expected(ids: [String]) -> String { "an id, since \(namesakes(ids))" }

  /// Whose name a text is, where it is that of several.
  package static func namesakes(_ ids: [String]) -> String {
    "the name is that of \(ids.joined(separator: " and of "))"
  }
}
