import HomeCare

/// What gives the tables of an instance one by one: a reader of any kind of file.
protocol TableSource {
  mutating func heading() -> Heading
  /// A table of a single row.
  mutating func single<Row>(_ layout: TableLayout<Row>) -> Row
  mutating func rows<Row>(_ layout: TableLayout<Row>) -> [Row]
  /// How travel minutes are found among the locations read.
  mutating func travel(_ locations: [Location]) -> Travel
  /// The further ways to travel among the locations read.
  mutating func travelModes(_ locations: [Location]) -> [TravelMode]
}

/// What takes the tables of an instance one by one: a writer of any kind of file, or a schema.
protocol TableSink {
  /// A table of a single row.
  mutating func single<Row>(_ row: Row, _ layout: TableLayout<Row>)
  mutating func rows<Row>(_ rows: [Row], _ layout: TableLayout<Row>)
}

extension InstanceDraft {
  /// Takes every table from a reader.
  init(from source: inout some TableSource) {
    let heading = source.heading()
    let format = heading.format
    let horizon = source.single(InstanceTables.horizon)
    let weights = source.single(InstanceTables.weights(format).of(format))
    let locations = source.rows(InstanceTables.locations.of(format))
    self.init(format: format, name: heading.name, horizon: horizon, travel: source.travel(locations))
    self.weights = weights
    self.locations = locations
    if format > .one { travelModes = source.travelModes(locations) }
    staff = source.rows(InstanceTables.staff.of(format))
    shifts = source.rows(InstanceTables.shifts.of(format)).map(\.whole)
    clients = source.rows(InstanceTables.clients.of(format))
    if format > .one { series = source.rows(InstanceTables.series) }
    visits = source.rows(InstanceTables.visits.of(format))
    if format > .one { alternatives = source.rows(InstanceTables.alternatives) }
    links = source.rows(InstanceTables.links)
    history = source.rows(InstanceTables.history)
    if format > .one { exceptions = source.rows(InstanceTables.exceptions) }
  }

  /// Hands every table of the draft's format over in the order of the files; the name goes before them.
  func hand(to sink: inout some TableSink) {
    func hand<Row>(_ rows: [Row], _ layout: TableLayout<Row>) {
      if layout.format <= format { sink.rows(rows, layout.of(format)) }
    }
    sink.single(horizon, InstanceTables.horizon)
    sink.single(weights, InstanceTables.weights(format).of(format))
    sink.single(TravelRow(travel), InstanceTables.travel)
    hand(travelModes.map(TravelModeRow.init), InstanceTables.travelModes)
    hand(locations, InstanceTables.locations)
    hand(staff, InstanceTables.staff)
    hand(shifts.map(ShiftRow.init), InstanceTables.shifts)
    hand(clients, InstanceTables.clients)
    hand(series, InstanceTables.series)
    hand(visits, InstanceTables.visits)
    hand(alternatives, InstanceTables.alternatives)
    hand(links, InstanceTables.links)
    hand(history, InstanceTables.history)
    hand(exceptions, InstanceTables.exceptions)
  }

  /// An instance of a format before anything is known of it.
  static func blank(_ format: InstanceFormat) -> InstanceDraft {
    InstanceDraft(format: format, name: "", horizon: InstanceTables.horizon.blank, travel: TravelRow().travel)
  }
}

extension InstanceTables {
  /// The tables of a format in the order of the files, and whether files may lack each.
  static func all(_ format: InstanceFormat) -> [(name: String, isOptional: Bool)] {
    var names = TableNames()
    InstanceDraft.blank(format).hand(to: &names)
    return names.list
  }

  /// The tables that only formats after one have.
  static func later(than format: InstanceFormat) -> [String] {
    let known = Set(all(format).map(\.name))
    return all(.two).map(\.name).filter { !known.contains($0) }
  }

  private struct TableNames: TableSink {
    var list: [(name: String, isOptional: Bool)] = []

    mutating func single<Row>(_ row: Row, _ layout: TableLayout<Row>) { list.append((layout.name, layout.isOptional)) }
    mutating func rows<Row>(_ rows: [Row], _ layout: TableLayout<Row>) { list.append((layout.name, layout.isOptional)) }
  }
}
