import HomeCare

/// Makes the log of performed visits of a municipality, row by row in the order of time, as a CSV file of preset `samma`.
///
/// Clients have a team in their area of which whoever is at work comes; most visits are care in the morning, at noon,
/// for dinner and in the evening, some are alarms, meals or nursing, one in 25 takes two, and a few are declined.
public struct VisitLog {
  private let options: VisitLogOptions
  private let clients: [LogClient]
  private let areas: [LogArea]
  private var random: SeededGenerator
  private var bytes: [UInt8] = []
  private var rows: [LogRow] = []

  /// The columns, in order.
  public static let header = "client,staff,start,end,category,area,provider,staffCategory,status,birthYear"

  /// A log that is not written yet.
  public init(_ options: VisitLogOptions) throws(ScenarioOptionError) {
    try options.check()
    self.options = options
    random = SeededGenerator(seed: options.seed, stream: 4)
    areas = LogArea.all(options)
    clients = LogClient.all(options, areas, &random)
  }

  /// Writes the log in pieces of about a megabyte.
  public mutating func write<Failure>(_ output: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    bytes = Array((Self.header + "\n").utf8)
    for day in 0..<options.days {
      addDay(day)
      if bytes.count >= 1 << 20 {
        try output(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try output(bytes)
  }

  private mutating func addDay(_ day: Int) {
    rows.removeAll(keepingCapacity: true)
    for client in clients.indices { addVisits(client, day) }
    rows.sort { ($0.start, $0.client, $0.staff) < ($1.start, $1.client, $1.staff) }
    let date = options.start.advanced(by: day)
    let (today, tomorrow) = (Array("\(date)".utf8), Array("\(date.advanced(by: 1))".utf8))
    for row in rows { append(row, today, tomorrow) }
  }

  private mutating func addVisits(_ number: Int, _ day: Int) {
    let client = clients[number]
    guard client.present.contains(day) else { return }
    for slot in LogSlot.allCases where random.int(below: 1_000_000) < client.chance[slot.rawValue] {
      let start = slot.minute + client.habit[slot.rawValue] + random.int(in: -15...20)
      let category = random.int(below: 100)
      let kind: LogKind = category < 3 ? .alarm : category < 7 ? .meal : category < 10 ? .nursing : .care(category)
      let status = random.int(below: 1000)
      let row = LogRow(
        client: number, staff: 0, start: start, minutes: 10 + random.int(below: 40), kind: kind, status: status)
      let isDouble = random.int(below: 25) == 0
      let first = areas[client.area].member(for: client.team, kind, day, slot, &random)
      rows.append(row.with(staff: first))
      guard isDouble else { continue }
      let second = areas[client.area].member(for: client.team, kind, day, slot, &random)
      if second != first { rows.append(row.with(staff: second)) }
    }
  }

  private mutating func append(_ row: LogRow, _ today: [UInt8], _ tomorrow: [UInt8]) {
    let client = clients[row.client]
    append("K", row.client + 1, digits: 5)
    append(",P", row.staff + 1, digits: 4)
    append(time: row.start, today, tomorrow)
    append(time: row.start + row.minutes, today, tomorrow)
    bytes.append(contentsOf: row.kind.columnText.utf8)
    bytes.append(contentsOf: areas[client.area].columnText.utf8)
    bytes.append(contentsOf: areas[client.area].category(of: row.staff).utf8)
    bytes.append(contentsOf: (row.status < 970 ? ",performed," : row.status < 985 ? ",declined," : ",cancelled,").utf8)
    if let year = client.birthYear { append("", year, digits: 4) }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(time minute: Int, _ today: [UInt8], _ tomorrow: [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: minute < LocalDateTime.minutesPerDay ? today : tomorrow)
    let clock = minute % LocalDateTime.minutesPerDay
    append("T", clock / 60, digits: 2)
    append(":", clock % 60, digits: 2)
  }

  private mutating func append(_ prefix: StaticString, _ value: Int, digits: Int) {
    prefix.withUTF8Buffer { bytes.append(contentsOf: $0) }
    var scale = (1..<digits).reduce(1) { product, _ in product * 10 }
    while value / scale >= 10 { scale *= 10 }
    while scale > 0 {
      bytes.append(48 + UInt8(value / scale % 10))
      scale /= 10
    }
  }
}

/// What a generated log of visits shall be like.
public struct VisitLogOptions: Hashable, Sendable {
  /// Clients of the municipality.
  public var clients = 2_000
  /// Staff, nurses and substitutes among them.
  public var staff = 600
  /// About how many visits there are; a double-staffed one has two rows.
  public var visits = 1_000_000
  /// The first day.
  public var start = VisitLogOptions.defaultStart
  /// Days from the first to the last.
  public var days = 365
  /// The same options and seed give the same log, on any machine.
  public var seed: UInt64 = 1

  /// Wednesday 1 January 2025.
  public static let defaultStart = LocalDate(dayNumber: 20_089)

  /// A year of a municipality with a million visits.
  public init() {}

  /// Refuses options that no log can be made of.
  public func check() throws(ScenarioOptionError) {
    try ScenarioOptionError.check([
      ("clients", clients, 1...1_000_000), ("staff", staff, 20...1_000_000), ("visits", visits, 1...1_000_000_000),
      ("days", days, 1...3_660),
    ])
  }
}
