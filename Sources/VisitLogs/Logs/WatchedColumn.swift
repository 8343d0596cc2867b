/// What a column that nothing is read from holds, as one thread comes across it: so staff in it are not passed over.
struct WatchedColumn {
  private(set) var values = ByteInterner()
  /// Rows of each value.
  private(set) var rows: [Int] = []
  /// The staff member whom the first row of each value names; below 0 where it names none.
  private(set) var staff: [Int32] = []
  /// Whether rows of each value name several staff.
  private(set) var isBesideSeveral: [Bool] = []
  /// The values beside each client and each staff member.
  private(set) var ofClients = Beside()
  private(set) var ofStaff = Beside()
  /// Whether nearly every row has a value of its own, as numbers of visits and remarks have: no people, so nothing is kept.
  private(set) var isClosed = false
  private var total = 0

  /// One value of each person, and whether anybody has several.
  struct Beside {
    /// By the person's number; below 0 where there is none.
    private(set) var values: [Int32] = []
    private(set) var differs = false

    fileprivate mutating func note(_ value: Int32, of person: Int32) {
      guard person >= 0 else { return }
      while values.count <= Int(person) { values.append(-1) }
      if values[Int(person)] >= 0, values[Int(person)] != value { differs = true }
      values[Int(person)] = value
    }
  }

  /// Values up to which nothing is said of their number.
  private static let fewValues = 4096

  /// Takes in a row's value, which may be empty.
  mutating func note(_ value: UnsafeRawBufferPointer, client: Int32, member: Int32) {
    guard !isClosed, !value.isEmpty else { return }
    let number = values.number(of: value)
    total += 1
    if Int(number) == rows.count {
      rows.append(0)
      staff.append(member)
      isBesideSeveral.append(false)
      if rows.count > Self.fewValues, rows.count * 2 > total {
        self = WatchedColumn()
        isClosed = true
        return
      }
    }
    rows[Int(number)] += 1
    if staff[Int(number)] != member { isBesideSeveral[Int(number)] = true }
    ofClients.note(number, of: client)
    ofStaff.note(number, of: member)
  }
}
