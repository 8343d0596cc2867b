import Continuity
import Dispatch
import HomeCare
import Interchange

extension MeasureReport {
  /// One row for each client and period; with rolling periods, one for each client and day whose period holds a visit.
  ///
  /// Text that a spreadsheet would run as a formula is made harmless; undefined figures are empty.
  public func csv() -> [UInt8] {
    var bytes: [UInt8] = []
    writeCSV { bytes += $0 }
    return bytes
  }

  /// Writes the rows in pieces, as `csv` gives them in one.
  public func writeCSV(_ dialect: CSVDialect, _ output: ([UInt8]) throws -> Void) rethrows {
    if let rolling { return try write(rolling, dialect, output) }
    var csv = CSVWriter(guardsFormulas: true, dialect: dialect)
    writeClients(to: &csv)
    try output(csv.bytes)
  }

  /// Writes the rows of the CSV.
  func writeRows(to table: inout some RecordWriter) {
    if let rolling { writeDays(of: rolling, to: &table) } else { writeClients(to: &table) }
  }

  private func writeDays(of rolling: RollingMeasure, to table: inout some RecordWriter) {
    for title in Self.dayTitles { table.append(title) }
    table.endRecord()
    for client in rolling.count == 0 ? [] : clientsByName {
      let row = rolling.row(ofClient: client)
      for period in 0..<rolling.count where row[period].excluded != .noVisits {
        start(client, rolling.dates(of: period), row[period].excluded?.rawValue ?? "", &table)
        for figure in [row[period].visits, row[period].meetings, row[period].distinct] { table.append(Int(figure)) }
        table.endRecord()
      }
    }
  }

  private static let dayTitles = ["client", "from", "to", "excluded", "visits", "meetings", "distinct"]

  private func writeClients(to csv: inout some RecordWriter) {
    let facts = ["client", "from", "to", "excluded"]
    let figures =
      ["distinct"] + ClientFigure.all.map(\.key) + ["target", "floor", "reasons"]
      + DaySlot.allCases.flatMap { ["\($0.rawValue)Spread", "\($0.rawValue)Deviation"] }
    let causes = contributions.first?.rows.map { "lowering.\($0.cause.key)" } ?? []
    let hasNames = measurer.log.clients.indices.contains { personalName(ofClient: $0) != nil }
    let names = hasNames ? ["name"] : []
    for title in facts + figures + causes + names { csv.append(title) }
    csv.endRecord()
    for period in periods {
      for client in worstFirst(period) {
        start(client.client, period.dates, "", &csv)
        csv.append(client.measure.figures.distinct)
        for figure in ClientFigure.all { figure.value(client.measure).append(to: &csv) }
        csv.append(measurer.definition.target)
        FigureValue.count(floor(ofClient: client.client)).append(to: &csv)
        csv.append(client.reasons.map(\.rawValue).joined(separator: ";"))
        for slot in DaySlot.allCases {
          let spread = client.measure.spreads.first { $0.slot == slot }
          FigureValue.count(spread?.range).append(to: &csv)
          FigureValue.number(spread?.deviation, places: 0).append(to: &csv)
        }
        for lowering in contributions(period)?.lowerings(ofClient: client.client) ?? [] { csv.append(lowering) }
        if hasNames { csv.append(personalName(ofClient: client.client) ?? "") }
        csv.endRecord()
      }
      for client in excluded(period) {
        start(client.client, period.dates, client.rule.rawValue, &csv)
        for _ in figures + causes { csv.append("") }
        if hasNames { csv.append(personalName(ofClient: client.client) ?? "") }
        csv.endRecord()
      }
    }
  }

  private func start(_ client: Int, _ dates: Range<LocalDate>, _ excluded: String, _ csv: inout some RecordWriter) {
    csv.append(name(ofClient: client))
    csv.append(dates.lowerBound)
    csv.append(dates.lastDate)
    csv.append(excluded)
  }

  /// A row for each client and day: hundreds of thousands of them, so dates and ids are written once and copied.
  private func write(
    _ rolling: RollingMeasure, _ dialect: CSVDialect, _ output: ([UInt8]) throws -> Void
  ) rethrows {
    let mark = String(UnicodeScalar(dialect.delimiter))
    let dates = (0..<rolling.count).map { period in
      let dates = rolling.dates(of: period)
      return Array("\(mark)\(dates.lowerBound)\(mark)\(dates.lastDate)\(mark)".utf8)
    }
    let clients = rolling.count == 0 ? [] : clientsByName
    try output(dialect.start + "\(Self.dayTitles.joined(separator: mark))\n".utf8)
    // A few clients to a part, and a few parts at a time: the memory of those written serves the next.
    let size = max(1, (clients.count + 127) / 128)
    let starts = Array(stride(from: 0, to: clients.count, by: size))
    for wave in stride(from: 0, to: starts.count, by: Self.partsAtATime) {
      let wave = starts[wave..<min(starts.count, wave + Self.partsAtATime)]
      var parts = [[UInt8]](repeating: [], count: wave.count)
      parts.withUnsafeMutableBufferPointer { buffer in
        // Every iteration writes a slot of its own.
        nonisolated(unsafe) let slots = buffer
        DispatchQueue.concurrentPerform(iterations: slots.count) { part in
          let start = wave[wave.startIndex + part]
          slots[part] = rows(of: clients[start..<min(clients.count, start + size)], rolling, dates, dialect)
        }
      }
      for part in parts { try output(part) }
    }
  }

  private static let partsAtATime = 16

  private func rows(of clients: ArraySlice<Int>, _ rolling: RollingMeasure, _ dates: [[UInt8]], _ dialect: CSVDialect)
    -> [UInt8]
  {
    let ids = clients.map { client in
      var id = CSVWriter(guardsFormulas: true, dialect: dialect.unmarked)
      id.append(name(ofClient: client))
      return id.bytes
    }
    // The longest row: an id, two dates, the longest rule, three numbers of up to five digits, and commas.
    let longest = (ids.map(\.count).max() ?? 0) + (dates.map(\.count).max() ?? 0) + 64
    let capacity = longest * rolling.count * clients.count
    return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      for (client, id) in zip(clients, ids) {
        let row = rolling.row(ofClient: client)
        for period in 0..<rolling.count {
          let cell = row[period]
          // Weeks before and after a client's time would make most of the rows.
          if cell.excluded == .noVisits { continue }
          Self.append(id, &buffer, &count)
          Self.append(dates[period], &buffer, &count)
          if let rule = cell.excluded { Self.append(Array(rule.rawValue.utf8), &buffer, &count) }
          Self.append(cell.visits, dialect, &buffer, &count)
          Self.append(cell.meetings, dialect, &buffer, &count)
          Self.append(cell.distinct, dialect, &buffer, &count)
          buffer[count] = UInt8(ascii: "\n")
          count += 1
        }
      }
    }
  }

  private static func append(_ bytes: [UInt8], _ buffer: inout UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
    _ = buffer[count...].initialize(fromContentsOf: bytes)
    count += bytes.count
  }

  /// Adds a delimiter and a number below 100 000.
  private static func append(
    _ number: Int, _ dialect: CSVDialect, _ buffer: inout UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    buffer[count] = dialect.delimiter
    count += 1
    guard number >= 10 else {
      buffer[count] = 48 + UInt8(number)
      count += 1
      return
    }
    var scale = number < 100 ? 10 : number < 1000 ? 100 : number < 10_000 ? 1000 : 10_000
    while scale > 0 {
      buffer[count] = 48 + UInt8(number / scale % 10)
      count += 1
      scale /= 10
    }
  }
}
