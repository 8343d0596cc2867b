/// Checks that a draft of format 1 has nothing of format 2.
extension InstanceValidator {
  mutating func checkFormat() {
    if draft.format > .one { return }
    let tables: [(table: Table, column: String, count: Int)] = [
      (.travelModes, "id", draft.travelModes.count), (.series, "id", draft.series.count),
      (.alternatives, "visit", draft.alternatives.count), (.exceptions, "rule", draft.exceptions.count),
    ]
    for (table, column, count) in tables where count > 0 {
      report(
        Row(table: table, index: 0), column,
        found: "\(count) \(count == 1 ? "row" : "rows") in an instance of format 1",
        expected: "none; or format 2, which has the table")
    }
    for part in ScorePart.allCases where part.format > draft.format && draft.weights[part] != 0 {
      later(Row(table: .weights, index: 0), part.weightName)
    }
    for (index, location) in draft.locations.enumerated() where location.address != nil {
      later(Row(table: .locations, index: index, id: location.id.rawValue), "address")
    }
    for (index, member) in draft.staff.enumerated() {
      let row = Row(table: .staff, index: index, id: member.id.rawValue)
      if member.mode != nil { later(row, "mode") }
      if member.phone != nil { later(row, "phone") }
    }
    for (index, shift) in draft.shifts.enumerated() where shift.mode != nil {
      later(Row(table: .shifts, index: index, id: shift.id.rawValue), "mode")
    }
    for (index, client) in draft.clients.enumerated() {
      let row = Row(table: .clients, index: index, id: client.id.rawValue)
      if client.phone != nil { later(row, "phone") }
      if client.access != nil { later(row, "access") }
      if client.remark != nil { later(row, "remark") }
    }
    for (index, visit) in draft.visits.enumerated() {
      let row = Row(table: .visits, index: index, id: visit.id.rawValue)
      if visit.series != nil { later(row, "series") }
      if visit.alongside { later(row, "alongside") }
      if visit.tasks != nil { later(row, "tasks") }
    }
  }

  private mutating func later(_ row: Row, _ column: String) {
    report(
      row, column, found: "a value in an instance of format 1", expected: "none; or format 2, which has the column")
  }
}
