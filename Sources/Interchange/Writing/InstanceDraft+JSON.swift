import HomeCare

extension InstanceDraft {
  /// The instance as a JSON text: tables one row a line, keys in the order of the format, the same bytes for the same
  /// instance.
  ///
  /// Horizon and weights are written in full, but for the weight of imbalance where it is 0; in the tables, cells that
  /// say what their absence says are left out.
  public func json() -> [UInt8] {
    JSONWriter.file { writer in
      writer.member("format", InstanceTables.format)
      writer.member("name", name)
      writer.member(InstanceTables.horizon, row: horizon)
      writer.member(InstanceTables.weights, row: weights)
      writer.member(InstanceTables.travel, row: TravelRow(travel))
      writer.member(InstanceTables.locations, rows: locations)
      writer.member(InstanceTables.staff, rows: staff)
      writer.member(InstanceTables.shifts, rows: shifts.map(ShiftRow.init))
      writer.member(InstanceTables.clients, rows: clients)
      writer.member(InstanceTables.visits, rows: visits)
      writer.member(InstanceTables.links, rows: links)
      writer.member(InstanceTables.history, rows: history)
    }
  }
}

extension Instance {
  /// The instance as a JSON text; see `InstanceDraft.json()`.
  public func json() -> [UInt8] { tables.json() }
}
