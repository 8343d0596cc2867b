/// Checks of travel and of the places it leads between.
extension InstanceValidator {
  mutating func checkTravel() { check(draft.travel, Row(table: .travel, index: 0)) }

  mutating func checkTravelModes() {
    for (index, mode) in draft.travelModes.enumerated() {
      let row = Row(table: .travelModes, index: index, id: mode.id.rawValue)
      checkID(mode.id, firstRows: modeRows, row)
      check(mode.travel, row)
    }
  }

  private mutating func check(_ travel: Travel, _ row: Row) {
    switch travel {
    case .coordinates(let speedKmh, let detour, let fixedMinutes):
      check(speedKmh, in: InputLimits.speedKmh, row, "speedKmh")
      if check(detour, in: InputLimits.detour, row, "detour") && detour < 1 {
        warn(row, "detour", found: "\(detour)", expected: "at least 1; a road is no shorter than the crow's flight")
      }
      check(fixedMinutes, in: InputLimits.fixedMinutes, row, "fixedMinutes")
    case .matrix(let minutes):
      guard readable(row, "minutes") else { return }
      checkMatrix(minutes, row)
    }
  }

  private mutating func checkMatrix(_ minutes: [[Int]], _ row: Row) {
    let size = draft.locations.count
    var isSound = true
    if minutes.count != size {
      isSound = false
      report(
        row, "minutes", found: "\(minutes.count) rows for \(size) locations",
        expected: "one row for each location, in the order of locations")
    }
    for (from, line) in minutes.enumerated() {
      if line.count != size {
        isSound = false
        report(
          row, "minutes", found: "\(line.count) numbers in the row from \(place(from)), for \(size) locations",
          expected: "one number for each location, in the order of locations")
      }
      // One report for each row: a matrix of nonsense would otherwise fill the screen many times over.
      let outside = line.indices.filter { !InputLimits.travelMinutes.contains(line[$0]) }
      if let to = outside.first {
        isSound = false
        let more = outside.count > 1 ? " (\(outside.count) such in that row)" : ""
        report(
          row, "minutes", found: "\(line[to]) from \(place(from)) to \(place(to))\(more)",
          expected: "whole minutes from 0 to \(InputLimits.travelMinutes.upperBound)")
      }
    }
    guard isSound else { return }
    let moving = minutes.indices.filter { minutes[$0][$0] != 0 }
    if let first = moving.first {
      warn(
        row, "minutes",
        found: "\(minutes[first][first]) from \(place(first)) to itself (\(moving.count) such)",
        expected: "0; between visits at one location no travel is counted")
    }
    checkTriangles(minutes, row)
  }

  private mutating func checkTriangles(_ minutes: [[Int]], _ row: Row) {
    guard let (failing, worst) = Triangles(minutes: minutes).failures() else { return }
    let (from, via, to) = worst
    let direct = minutes[from][to]
    let around = minutes[from][via] + minutes[via][to]
    warn(
      row, "minutes",
      found: "\(direct) from \(place(from)) to \(place(to)), but \(around) by way of \(place(via)) (\(failing) such)",
      expected: "no way round shorter than the direct way; the plan counts the direct way as it stands")
  }

  /// What to call a row or column of the matrix.
  private func place(_ position: Int) -> String {
    guard draft.locations.indices.contains(position) else { return "place \(position + 1)" }
    return quoted(draft.locations[position].id.rawValue)
  }

  mutating func checkLocations() {
    let needsCoordinates = ([draft.travel] + draft.travelModes.map(\.travel)).contains {
      if case .coordinates = $0 { true } else { false }
    }
    for (index, location) in draft.locations.enumerated() {
      let row = Row(table: .locations, index: index, id: location.id.rawValue)
      checkID(location.id, firstRows: locationRows, row)
      checkCoordinate(location.latitude, in: InputLimits.latitude, needed: needsCoordinates, row, "lat")
      checkCoordinate(location.longitude, in: InputLimits.longitude, needed: needsCoordinates, row, "lon")
    }
    travelIsSound =
      !hasErrors(.travel, .travelModes, .locations) && !hasUnreadableCells(.travel, .travelModes, .locations)
  }

  private mutating func checkCoordinate(
    _ degrees: Double?, in range: ClosedRange<Double>, needed: Bool, _ row: Row, _ column: String
  ) {
    if let degrees {
      check(degrees, in: range, row, column)
    } else if needed && readable(row, column) {
      report(
        row, column, found: "nothing",
        expected: "degrees from \(range.lowerBound) to \(range.upperBound), since travel is computed from coordinates")
    }
  }
}
