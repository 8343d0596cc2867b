import Files
import HomeCare

/// Names short enough to say nothing to a stranger: initials, told apart by ids where several share them.
///
/// Whoever has no name is shown by the id. An id that is a personal number is never shown; a number of the list is.
enum ShortNames {
  /// The short names of some people, in their order.
  static func of(_ people: [(id: String, name: String?)]) -> [String] {
    let initials = people.map { $0.name.map(Self.initials) ?? "" }
    let sharing = Dictionary(initials.map { ($0, 1) }, uniquingKeysWith: +)
    return people.indices.map { place in
      let letters = initials[place]
      if !letters.isEmpty, sharing[letters] == 1 { return letters }
      let own = mark(people[place].id, at: place)
      return letters.isEmpty ? own : "\(letters) \(own)"
    }
  }

  /// What tells somebody apart: the id, or the place among others where the id is a personal number.
  static func mark(_ id: String, at place: Int) -> String { PersonalNumber(id) == nil ? id : "#\(place + 1)" }

  /// The first letters of a name's words, of the family name last: `Ek, Anna-Karin` is `AKE`.
  private static func initials(_ name: String) -> String {
    let words = (NormalForm.givenNameFirst(name) ?? name).split { !$0.isLetter }
    return String(words.prefix(4).compactMap(\.first)).uppercased()
  }
}

extension ShownPeople {
  /// Short names for everybody, for what strangers may see, and neither names nor places; stand-ins stay what they are.
  public var short: ShownPeople {
    guard showsPlaces else { return self }
    func names<Subject>(
      _ ids: [Identifier<Subject>: String], _ names: [Identifier<Subject>: String]
    ) -> [Identifier<Subject>: String] {
      let order = ids.keys.sorted()
      return Dictionary(
        uniqueKeysWithValues: zip(order, ShortNames.of(order.map { ($0.rawValue, names[$0]) })))
    }
    return ShownPeople(
      clients: names(clients, clientNames), staff: names(staff, staffNames), visits: visits, shifts: shifts)
  }
}
