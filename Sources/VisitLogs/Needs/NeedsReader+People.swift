import Files
import HomeCare

extension NeedsReader {
  /// Minutes a week of full time with weekend duty under the Swedish municipal agreement: 38 h 15 min.
  static let fullTime = 2295.0

  mutating func readStaff(_ table: MappedTable) {
    var bases: [StaffID: Location] = [:]
    var places: [(place: Location, row: MappedRow)] = []
    var uncapped: [String] = []
    staffIDs.learn(table.texts("staff"))
    forEachRow(of: table) { reader, row in
      guard let text = row.required("staff", "the staff member's id"), let id = reader.staff(text, in: "staff", &row)
      else {
        reader.incomplete.insert(.staff)
        return
      }
      var member = StaffMember(id: id, name: row.personName, skills: row.skills("skills"))
      member.phone = row.text("phone")
      reader.staffIDs.name(member.id.rawValue, member.name)
      if let place = reader.place(&row, needed: false) {
        if !bases.values.contains(place) { places.append((place, row)) }
        bases[member.id] = place
      }
      if row.text("hours") != nil, row.text("contract") != nil {
        row.refuse("contract", found: "a share beside weekly hours", expected: "one of the two")
      } else if let hours = row.hours("hours", 0...168) {
        reader.needs.weeklyMinutes[member.id] = Int((hours * 60).rounded())
      } else if let text = row.text("contract"), Self.isHourly(text) {
        uncapped.append(NeedsTally.name(table.rows[row.index].line, row.personName ?? row.person))
      } else if let share = row.share("contract", 0...200) {
        reader.needs.weeklyMinutes[member.id] = Int((share / 100 * Self.fullTime).rounded())
      } else if ["hours", "contract"].contains(where: table.has), row.text("hours") ?? row.text("contract") == nil {
        uncapped.append(NeedsTally.name(table.rows[row.index].line, row.personName ?? row.person))
      }
      reader.needs.staff.append(member)
      reader.take(.staff)
      reader.note("staff", row)
    }
    if !uncapped.isEmpty {
      remarks.append(
        "\(counted(uncapped.count, "member", "members")) of the staff with no share of full time, and so with no most of "
          + "hours\(NeedsTally.list(uncapped))")
    }
    // Numbered by where they lie, so that the order of rows has no part in it.
    places.sort {
      ($0.place.latitude ?? 0, $0.place.longitude ?? 0) < ($1.place.latitude ?? 0, $1.place.longitude ?? 0)
    }
    let ids = places.indices.map { LocationID("base-\($0 + 1)") }
    for (id, base) in zip(ids, places) { append(base.place, as: id, base.row) }
    for index in needs.staff.indices {
      guard let base = bases[needs.staff[index].id] else { continue }
      needs.staff[index].location = places.firstIndex { $0.place == base }.map { ids[$0] }
    }
  }

  /// Whether a text in the place of a share says that somebody works by the hour, and so has none.
  private static func isHourly(_ text: String) -> Bool {
    let word = LogWords.folded(text).filter(\.isLetter)
    return text.allSatisfy { !$0.isNumber }
      && (word.isEmpty
        || ["tim", "vik", "behov", "intermittent", "pool", "hourly", "casual", "zero"].contains { word.hasPrefix($0) })
  }

  mutating func readClients(_ table: MappedTable) {
    clientIDs.learn(table.texts("client"))
    forEachRow(of: table) { reader, row in
      if let text = row.required("client", "the client's id"), let id = reader.client(text, in: "client", &row) {
        reader.appendClient(id, &row)
        reader.take(.clients)
      } else {
        reader.incomplete.insert(.clients)
      }
    }
  }

  /// Adds the client that a row tells of.
  mutating func appendClient(_ id: ClientID, _ row: inout MappedRow) {
    let home = LocationID("home-\(id)")
    // A place that is missing is reported; the stand-in keeps the client's visits from being reported too.
    append(place(&row, needed: true) ?? Location(id: home, latitude: 0, longitude: 0), as: home, row)
    var client = Client(id: id, name: row.personName, location: home, area: row.text("area"))
    clientIDs.name(id.rawValue, client.name)
    client.targetStaff = row.whole("targetStaff", InputLimits.targetStaff) ?? Client.defaultTarget
    client.contact = row.text("contact").flatMap { staff($0, in: "contact", &row) }
    client.preferred = staffList("preferred", &row)
    client.blocked = staffList("blocked", &row)
    (client.phone, client.access, client.remark) = (row.text("phone"), row.text("access"), row.text("remark"))
    needs.clients.append(client)
    note("clients", row)
  }

  private mutating func append(_ place: Location, as id: LocationID, _ row: MappedRow) {
    needs.locations.append(
      Location(id: id, latitude: place.latitude, longitude: place.longitude, address: place.address))
    note("locations", row)
  }

  mutating func readAbsences(_ table: MappedTable) {
    let known = Set(needs.staff.map(\.id))
    forEachRow(of: table) { reader, row in
      let text = row.required("staff", "the id or name of somebody in the table staff")
      let (member, period) = (text.flatMap { reader.staff($0, in: "staff", &row) }, reader.period(&row))
      guard let staff = member, let (from, to) = period else { return }
      if known.contains(staff) {
        reader.take(.absences)
        reader.needs.absences.append(Changes.Absence(staff: staff, from: from, to: to))
        reader.note("absences", row)
      } else if reader.incomplete.contains(.staff) || reader.hasNobody(like: staff.rawValue, in: reader.staffIDs) {
        reader.tallies[.absences, default: NeedsTally(.absences)].note(stranger: staff.rawValue) { _ in "" }
      } else {
        row.refuse(
          "staff", found: quoted(staff.rawValue),
          expected: "the id or name of somebody in the table staff; add that row or correct this one"
            + reader.staffIDs.nearest(to: staff.rawValue))
      }
    }
  }

  mutating func readAway(_ table: MappedTable) {
    let known = Set(needs.clients.map(\.id))
    forEachRow(of: table) { reader, row in
      let text = row.required("client", "a client's id")
      let (person, period) = (text.flatMap { reader.client($0, in: "client", &row) }, reader.period(&row))
      guard let client = person, let (from, to) = period else { return }
      if known.contains(client) {
        reader.take(.away)
        reader.needs.away.append(Changes.Away(client: client, from: from, to: to))
        reader.note("away", row)
      } else if !reader.incomplete.isDisjoint(with: [.clients, .needs])
        || reader.hasNobody(like: client.rawValue, in: reader.clientIDs)
      {
        reader.tallies[.away, default: NeedsTally(.away)].note(stranger: client.rawValue) { _ in "" }
      } else {
        row.refuse(
          "client", found: quoted(client.rawValue),
          expected: "the id or name of a client in the tables; add the client or correct this row"
            + reader.clientIDs.nearest(to: client.rawValue))
      }
    }
  }

  /// Whether a text names somebody who has left, say; one nearly called as another is a mistake, since who is absent would be
  /// planned.
  private func hasNobody(like text: String, in persons: NeedsPersons) -> Bool {
    !isOfChanges && persons.nearest(to: text).isEmpty && !unreadOfPeople.contains { $0.holds(text) }
  }

  mutating func readHistory(_ table: MappedTable) {
    let (clients, members) = (Set(needs.clients.map(\.id)), Set(needs.staff.map(\.id)))
    forEachRow(of: table) { reader, row in
      let client = row.required("client", "a client's id").flatMap { reader.client($0, in: "client", &row) }
      let staff = row.required("staff", "a staff member's id").flatMap { reader.staff($0, in: "staff", &row) }
      let date = row.required("date", "a date such as 2026-03-02").flatMap { _ in row.date("date") }
      guard let client, let staff, let date else { return }
      if !clients.contains(client) {
        reader.tallies[.history, default: NeedsTally(.history)]
          .note(stranger: client.rawValue, reader.clientIDs.nearest)
      } else if !members.contains(staff) {
        reader.tallies[.history, default: NeedsTally(.history)].note(stranger: staff.rawValue, reader.staffIDs.nearest)
      } else {
        reader.take(.history)
        reader.needs.history.append(PastMeeting(client: client, staff: staff, date: date))
      }
    }
  }

  /// From when to when; whole days from midnight to midnight, the last day included, and open where no end is known.
  private func period(_ row: inout MappedRow) -> (LocalDateTime, LocalDateTime)? {
    let from = row.moment("from", endsDay: false)
    let to = OpenEnd.isSaid(by: row.text("to")) ? .openEnd : row.moment("to", endsDay: true)
    guard let from, let to else { return nil }
    if from < to { return (from, to) }
    row.refuse("to", found: quoted(row.text("to") ?? ""), expected: "a time after from, \(from)")
    return nil
  }
}
