import Files
import HomeCare

/// The staff or the clients of a folder of needs: ids in every spelling, and names.
struct NeedsPersons {
  private var keys: IDKeys
  /// The spellings of each id, the one used first.
  private var spellings: [String: [String]] = [:]
  /// The ids that bear each name.
  private var ids: [String: [String]] = [:]
  /// The ids whose names are made of the same words, in whatever order.
  private var idsOfWords: [[Substring]: [String]] = [:]
  private var known: [PersonFinder.Person] = []

  init(_ rules: ExportMapping.IDs) { keys = IDKeys(rules) }

  /// Takes in the column in which the ids stand one below the other: the spelling of the most rows is used, of equally
  /// frequent ones the first.
  mutating func learn(_ texts: [String]) {
    for text in texts { keys.learn(text) }
    var order: [String] = []
    var rows: [String: Int] = [:]
    for text in texts {
      if rows[text] == nil { order.append(text) }
      rows[text, default: 0] += 1
    }
    for (key, texts) in Dictionary(grouping: order, by: { keys.key($0) }) {
      let most = texts.max { rows[$0, default: 0] < rows[$1, default: 0] }
      let first = texts.first { rows[$0] == most.flatMap { rows[$0] } }
      spellings[key] = [first].compactMap(\.self) + texts.filter { $0 != first }
    }
  }

  /// The id that a text spells, or names where no id is spelled so; the text itself where it does neither.
  mutating func id(_ text: String) -> String {
    let key = keys.key(text)
    if spellings[key] == nil {
      if let named = named(text), named.count == 1 { return named[0] }
      if let known = idBesideName(text) { return known }
    }
    if !(spellings[key]?.contains(text) ?? false) { spellings[key, default: []].append(text) }
    return spellings[key]?.first ?? text
  }

  /// The ids that a text names, where it is no id and several bear the name.
  func namesakes(_ text: String) -> [String]? {
    guard spellings[keys.key(text)] == nil, let named = named(text), named.count > 1 else { return nil }
    return named
  }

  /// Whether a text is a name, and no id.
  func isName(_ text: String) -> Bool { spellings[keys.key(text)] == nil && named(text) != nil }

  /// The ids that bear a name, or one of the same words in another order.
  private func named(_ text: String) -> [String]? { ids[NormalForm.name(text)] ?? idsOfWords[Self.words(text)] }

  /// The id of somebody who is called by id and name, `25 Berit Holm` or `Berit Holm (25)`, where both are theirs.
  private func idBesideName(_ text: String) -> String? {
    let words = text.split { $0.isWhitespace || "(),;:".contains($0) }.map(String.init)
    guard words.count > 1 else { return nil }
    for (id, name) in [(words[0], words.dropFirst()), (words[words.count - 1], words.dropLast())] {
      guard let known = spellings[keys.key(id)]?.first else { continue }
      if named(name.joined(separator: " "))?.contains(known) ?? false { return known }
    }
    return nil
  }

  /// The words of a name in an order of their own.
  private static func words(_ text: String) -> [Substring] { NormalForm.name(text).split(separator: " ").sorted() }

  /// Lets an id be named.
  mutating func name(_ id: String, _ name: String?) {
    known.append(PersonFinder.Person(id: id, name: name))
    guard let name else { return }
    let form = NormalForm.name(name)
    if !(ids[form]?.contains(id) ?? false) { ids[form, default: []].append(id) }
    let words = Self.words(name)
    if !(idsOfWords[words]?.contains(id) ?? false) { idsOfWords[words, default: []].append(id) }
  }

  /// The person whose id or name comes nearest to a text, as a part of a message; empty where none is near.
  func nearest(to text: String) -> String {
    PersonFinder(known).nearest(to: text).map { "; the nearest is \($0.description)" } ?? ""
  }

  /// Ids that came in several spellings.
  var merged: [[String]] { spellings.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] } }
}

extension NeedsReader {
  /// Spells every skill in one way, that of the most rows, and tells of skills that a need asks for and nobody has.
  mutating func bringSkillsTogether() {
    var rows: [String: Int] = [:]
    let all = needs.staff.flatMap(\.skills) + needs.visits.flatMap(\.skills)
    for skill in all { rows[skill, default: 0] += 1 }
    var spelling: [String: String] = [:]
    for skill in all {
      let form = NormalForm.text(skill)
      if let known = spelling[form], rows[known, default: 0] >= rows[skill, default: 0] { continue }
      spelling[form] = skill
    }
    func spelled(_ skills: [String]) -> [String] {
      skills.reduce(into: []) { found, skill in
        let one = spelling[NormalForm.text(skill)] ?? skill
        if !found.contains(one) { found.append(one) }
      }
    }
    for index in needs.staff.indices { needs.staff[index].skills = spelled(needs.staff[index].skills) }
    for index in needs.visits.indices { needs.visits[index].skills = spelled(needs.visits[index].skills) }
    mergedSkills = spelling.values.sorted().compactMap { skill in
      let others = rows.keys.filter { $0 != skill && NormalForm.text($0) == NormalForm.text(skill) }.sorted()
      return others.isEmpty ? nil : [skill] + others
    }
    guard !incomplete.contains(.staff) else { return }
    let known = Set(needs.staff.flatMap(\.skills))
    var lacking: [(skill: String, rows: [String])] = []
    for (index, visit) in needs.visits.enumerated() {
      for skill in visit.skills where !known.contains(skill) {
        let row = places["visits"]?[index].name ?? ""
        if let place = lacking.firstIndex(where: { $0.skill == skill }) {
          lacking[place].rows.append(row)
        } else {
          lacking.append((skill, [row]))
        }
      }
    }
    for (skill, rows) in lacking {
      let nearest = Spelling.nearest(to: skill, among: known.sorted()).map { "; the nearest is \(quoted($0))" } ?? ""
      remarks.append(
        "nobody of the staff has \(quoted(skill)), which needs ask for\(NeedsTally.list(rows))\(nearest)")
    }
  }

  /// The staff member that a cell means; a problem of the row where it means several, or is a number cut short.
  mutating func staff(_ text: String, in column: String, _ row: inout MappedRow) -> StaffID? {
    Self.person(text, in: column, &row, &staffIDs).map { StaffID($0) }
  }

  /// The client that a cell means; a problem of the row where it means several, or is a number cut short.
  mutating func client(_ text: String, in column: String, _ row: inout MappedRow) -> ClientID? {
    Self.person(text, in: column, &row, &clientIDs).map { ClientID($0) }
  }

  /// The staff that a list in a cell means, also a single name with the family name before a comma.
  mutating func staffList(_ column: String, _ row: inout MappedRow) -> [StaffID] {
    if let text = row.text(column), staffIDs.isName(text) { return staff(text, in: column, &row).map { [$0] } ?? [] }
    var members: [StaffID] = []
    for text in row.list(column) {
      if let member = staff(text, in: column, &row), !members.contains(member) { members.append(member) }
    }
    return members
  }

  private static func person(
    _ text: String, in column: String, _ row: inout MappedRow, _ persons: inout NeedsPersons
  ) -> String? {
    if ShortenedNumber.matches(text.utf8) {
      row.refuse(column, found: quoted(text), expected: ShortenedNumber.expected)
      return nil
    }
    if let several = persons.namesakes(text) {
      row.refuse(column, found: quoted(text), expected: PersonFinder.expected(ids: several))
      return nil
    }
    return persons.id(text)
  }
}
