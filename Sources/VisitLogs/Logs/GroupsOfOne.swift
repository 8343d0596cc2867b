import Continuity

/// Finds out whether what is read as areas or providers is people: whether most of the values are of one person each.
struct GroupsOfOne {
  /// For each trait the number of its value; below 0 where it has none.
  private let valueOfTrait: [Int32]
  /// Different values.
  let values: Int
  /// The staff member and the client of each value: -1 before the first, -2 where there are several.
  private var staff: [Int32]
  private var clients: [Int32]

  init(_ traits: [Trait], _ value: (Trait) -> String) {
    let names = Set(traits.map(value)).subtracting([""]).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    valueOfTrait = traits.map { numbers[value($0)] ?? -1 }
    values = names.count
    staff = Array(repeating: -1, count: names.count)
    clients = staff
  }

  mutating func note(_ rows: [MeetingRow]) {
    guard values > 1 else { return }
    for row in rows {
      let value = Int(valueOfTrait[Int(row.trait)])
      guard value >= 0 else { continue }
      if staff[value] == -1 { staff[value] = row.staff } else if staff[value] != row.staff { staff[value] = -2 }
      if clients[value] == -1 {
        clients[value] = row.client
      } else if clients[value] != row.client {
        clients[value] = -2
      }
    }
  }

  /// Values of one staff member each.
  var ofStaff: Int { staff.count { $0 >= 0 } }

  /// Whether most of the values are staff, each of one value.
  var areStaff: Bool { values > 1 && ofStaff * 5 >= values * 4 }

  /// Whether most of the values are clients.
  var areClients: Bool { values > 1 && clients.count { $0 >= 0 } * 5 >= values * 4 }
}
