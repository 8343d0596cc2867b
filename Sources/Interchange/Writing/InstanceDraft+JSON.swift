import HomeCare

extension InstanceDraft {
  /// The instance as a JSON text: tables one row a line, keys in the order of the format, the same bytes for the same
  /// instance.
  ///
  /// Horizon and weights are written in full, but for the weight of imbalance where it is 0; in the tables, cells that
  /// say what their absence says are left out.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.member("format", text: InstanceTables.format)
    writer.member("name", text: name)
    writer.member("horizon") { $0.append(row: horizon, InstanceTables.horizon, omitsDefaults: false) }
    writer.member("weights") { $0.append(row: weights, InstanceTables.weights, omitsDefaults: false) }
    writer.member("travel") { $0.append(row: TravelRow(travel), InstanceTables.travel, omitsDefaults: false) }
    writer.member(InstanceTables.locations, rows: locations)
    writer.member(InstanceTables.staff, rows: staff)
    writer.member(InstanceTables.shifts, rows: shifts.map(ShiftRow.init))
    writer.member(InstanceTables.clients, rows: clients)
    writer.member(InstanceTables.visits, rows: visits)
    writer.member(InstanceTables.links, rows: links)
    writer.member(InstanceTables.history, rows: history)
    return writer.finished()
  }
}

extension Instance {
  /// The instance as a JSON text; see `InstanceDraft.json()`.
  public func json() -> [UInt8] { tables.json() }
}
