import Files
import HomeCare

extension NeedsReader {
  /// Minutes a week of full time with weekend duty under the Swedish municipal agreement: 38 h 15 min.
  static let fullTime = 2295.0

  mutating func readStaff(_ table: MappedTable) {
    var bases: [Location: LocationID] = [:]
    for index in table.rows.indices {
      var row = MappedRow(table, index, mapping)
      defer { problems += row.problems }
      guard let text = row.required("staff", "the staff member's id") else {
        incomplete.insert(.staff)
        continue
      }
      var member = StaffMember(id: staffID(text), name: row.text("name"), skills: row.list("skills"))
      if let name = member.name { staffIDs.name(member.id.rawValue, name) }
      if let place = place(&row, needed: false) {
        let base = bases[place] ?? LocationID("base-\(bases.count + 1)")
        if bases.updateValue(base, forKey: place) == nil {
          append(Location(id: base, latitude: place.latitude, longitude: place.longitude), NeedsPlace(table, index))
        }
        member.location = base
      }
      if row.text("hours") != nil, row.text("contract") != nil {
        row.refuse("contract", found: "a share beside weekly hours", expected: "one of the two")
      } else if let hours = row.number("hours", 0...168) {
        needs.weeklyMinutes[member.id] = Int((hours * 60).rounded())
      } else if let share = row.number("contract", 0...200) {
        needs.weeklyMinutes[member.id] = Int((share / 100 * Self.fullTime).rounded())
      }
      needs.staff.append(member)
      staffRows.append(NeedsPlace(table, index))
    }
  }

  mutating func readClients(_ table: MappedTable) {
    for index in table.rows.indices {
      var row = MappedRow(table, index, mapping)
      if let text = row.required("client", "the client's id") {
        appendClient(clientID(text), &row, NeedsPlace(table, index))
      } else {
        incomplete.insert(.clients)
      }
      problems += row.problems
    }
  }

  /// Adds the client that a row tells of.
  mutating func appendClient(_ id: ClientID, _ row: inout MappedRow, _ place: NeedsPlace) {
    let home = LocationID("home-\(id)")
    if let location = self.place(&row, needed: true) {
      append(Location(id: home, latitude: location.latitude, longitude: location.longitude), place)
    } else {
      // The place is reported already; the stand-in keeps the client's visits from being reported too.
      append(Location(id: home, latitude: 0, longitude: 0), place)
    }
    var client = Client(id: id, name: row.text("name"), location: home, area: row.text("area"))
    client.targetStaff = row.whole("targetStaff", InputLimits.targetStaff) ?? Client.defaultTarget
    client.contact = row.text("contact").map { staffID($0) }
    client.preferred = row.list("preferred").map { staffID($0) }
    client.blocked = row.list("blocked").map { staffID($0) }
    needs.clients.append(client)
    clientRows.append(place)
  }

  private mutating func append(_ location: Location, _ place: NeedsPlace) {
    needs.locations.append(location)
    locationRows.append(place)
  }

  /// The coordinates of a row.
  private func place(_ row: inout MappedRow, needed: Bool) -> Location? {
    let count = row.problems.count
    let latitude = row.number("lat", InputLimits.latitude)
    let longitude = row.number("lon", InputLimits.longitude)
    if let latitude, let longitude { return Location(id: "", latitude: latitude, longitude: longitude) }
    guard row.problems.count == count, needed || latitude != nil || longitude != nil else { return nil }
    row.refuse(
      latitude == nil ? "lat" : "lon", found: "nothing", expected: "degrees \(latitude == nil ? "north" : "east")")
    return nil
  }

  mutating func readAbsences(_ table: MappedTable) {
    let known = Set(needs.staff.map(\.id))
    for index in table.rows.indices {
      var row = MappedRow(table, index, mapping)
      defer { problems += row.problems }
      let staff = row.required("staff", "the id of a row of staff.csv").map { staffID($0) }
      guard let staff, let (from, to) = period(&row) else { continue }
      if known.contains(staff) {
        needs.absences.append(Changes.Absence(staff: staff, from: from, to: to))
        absenceRows.append(NeedsPlace(table, index))
      } else if !incomplete.contains(.staff) {
        row.refuse(
          "staff", found: quoted(staff.rawValue),
          expected: "the id of a row of staff.csv; add that row or correct the id")
      }
    }
  }

  mutating func readAway(_ table: MappedTable) {
    let known = Set(needs.clients.map(\.id))
    for index in table.rows.indices {
      var row = MappedRow(table, index, mapping)
      defer { problems += row.problems }
      let client = row.required("client", "a client's id").map { clientID($0) }
      guard let client, let (from, to) = period(&row) else { continue }
      if known.contains(client) {
        needs.away.append(Changes.Away(client: client, from: from, to: to))
        awayRows.append(NeedsPlace(table, index))
      } else if incomplete.isDisjoint(with: [.clients, .needs]) {
        row.refuse(
          "client", found: quoted(client.rawValue), expected: "the id of a client; add the client or correct the id")
      }
    }
  }

  mutating func readHistory(_ table: MappedTable) {
    for index in table.rows.indices {
      var row = MappedRow(table, index, mapping)
      let client = row.required("client", "a client's id").map { clientID($0) }
      let staff = row.required("staff", "a staff member's id").map { staffID($0) }
      let date = row.required("date", "a date such as 2026-03-02").flatMap { _ in row.date("date") }
      if let client, let staff, let date {
        needs.history.append(PastMeeting(client: client, staff: staff, date: date))
      }
      problems += row.problems
    }
  }

  /// From when to when; whole days from midnight to midnight, the last day included.
  private func period(_ row: inout MappedRow) -> (LocalDateTime, LocalDateTime)? {
    guard let from = row.moment("from", endsDay: false), let to = row.moment("to", endsDay: true) else { return nil }
    if from < to { return (from, to) }
    row.refuse("to", found: quoted(row.text("to") ?? ""), expected: "a time after from, \(from)")
    return nil
  }
}
