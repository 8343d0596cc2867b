/// The people of one period, each with the group of every classification that they belong to, and a number of their own.
public struct Census: Sendable {
  /// One person.
  public struct Person: Sendable {
    /// The person's group in each classification, numbered from 0.
    public let groups: [Int]
    /// The number that is published as means and shares; 1 or more.
    public let value: Int

    /// A person.
    public init(groups: [Int], value: Int) {
      self.groups = groups
      self.value = value
    }
  }

  /// People whom no classification tells apart.
  struct Cell {
    let groups: [Int]
    var values: [Int]
  }

  /// The people, in any order.
  public let people: [Person]
  /// The people by cell, in the order of the groups.
  let cells: [Cell]

  /// A census.
  public init(_ people: [Person]) {
    self.people = people
    cells = Dictionary(grouping: people, by: \.groups).map { Cell(groups: $0, values: $1.map(\.value).sorted()) }
      .sorted { $0.groups.lexicographicallyPrecedes($1.groups) }
  }

  /// How many people belong to a group.
  func count(_ group: Int, in classification: Int) -> Int {
    cells.reduce(0) { $0 + ($1.groups[classification] == group ? $1.values.count : 0) }
  }

  /// The numbers of the people in some groups of a classification, in the order of size.
  func values(_ groups: [Int], in classification: Int) -> [Int] {
    cells.filter { groups.contains($0.groups[classification]) }.flatMap(\.values).sorted()
  }
}
