import HomeCare

/// What gives the tables of an instance one by one: a reader of any kind of file.
protocol TableSource {
  mutating func name() -> String
  /// A table of a single row.
  mutating func single<Row>(_ layout: TableLayout<Row>) -> Row
  mutating func rows<Row>(_ layout: TableLayout<Row>) -> [Row]
  /// How travel minutes are found among the locations read.
  mutating func travel(_ locations: [Location]) -> Travel
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
    let name = source.name()
    let horizon = source.single(InstanceTables.horizon)
    let weights = source.single(InstanceTables.weights)
    let locations = source.rows(InstanceTables.locations)
    self.init(name: name, horizon: horizon, travel: source.travel(locations))
    self.weights = weights
    self.locations = locations
    staff = source.rows(InstanceTables.staff)
    shifts = source.rows(InstanceTables.shifts).map(\.whole)
    clients = source.rows(InstanceTables.clients)
    visits = source.rows(InstanceTables.visits)
    links = source.rows(InstanceTables.links)
    history = source.rows(InstanceTables.history)
  }

  /// Hands every table over in the order of the files; the name goes before them.
  func hand(to sink: inout some TableSink) {
    sink.single(horizon, InstanceTables.horizon)
    sink.single(weights, InstanceTables.weights)
    sink.single(TravelRow(travel), InstanceTables.travel)
    sink.rows(locations, InstanceTables.locations)
    sink.rows(staff, InstanceTables.staff)
    sink.rows(shifts.map(ShiftRow.init), InstanceTables.shifts)
    sink.rows(clients, InstanceTables.clients)
    sink.rows(visits, InstanceTables.visits)
    sink.rows(links, InstanceTables.links)
    sink.rows(history, InstanceTables.history)
  }

  /// An instance before anything is known of it.
  static let blank = InstanceDraft(name: "", horizon: InstanceTables.horizon.blank, travel: TravelRow().travel)
}

extension InstanceTables {
  /// The tables in the order of the files, and whether files may lack each.
  static let all: [(name: String, isOptional: Bool)] = {
    var names = TableNames()
    InstanceDraft.blank.hand(to: &names)
    return names.list
  }()

  private struct TableNames: TableSink {
    var list: [(name: String, isOptional: Bool)] = []

    mutating func single<Row>(_ row: Row, _ layout: TableLayout<Row>) { list.append((layout.name, layout.isOptional)) }
    mutating func rows<Row>(_ rows: [Row], _ layout: TableLayout<Row>) { list.append((layout.name, layout.isOptional)) }
  }
}
