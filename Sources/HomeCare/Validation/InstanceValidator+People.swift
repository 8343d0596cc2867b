/// Checks of staff, clients and past meetings.
extension InstanceValidator {
  mutating func checkStaff() {
    let asked = Set(draft.visits.lazy.flatMap(\.skills))
    let skillsAreKnown = !draft.visits.isEmpty && !hasUnreadableCells(.visits)
    var told = Set<String>()
    for (index, member) in draft.staff.enumerated() {
      let row = Row(table: .staff, index: index, id: member.id.rawValue)
      checkID(member.id, firstRows: staffRows, row)
      checkSkills(member.skills, row)
      if let location = member.location { _ = resolve(location, in: .locations, locationRows, row, "location") }
      if let mode = member.mode { _ = resolve(mode, in: .travelModes, modeRows, row, "mode") }
      if let cap = member.maxMinutes { check(cap, in: InputLimits.maxMinutes, row, "maxMinutes") }
      guard skillsAreKnown && readable(row, "skills") else { continue }
      for skill in member.skills where !skill.isEmpty && !asked.contains(skill) && told.insert(skill).inserted {
        warn(
          row, "skills", found: "\(quoted(skill)), which no visit asks for",
          expected: "a skill that some visit asks for; check the spelling, or leave it out")
      }
    }
  }

  mutating func checkClients() {
    for (index, client) in draft.clients.enumerated() {
      let row = Row(table: .clients, index: index, id: client.id.rawValue)
      checkID(client.id, firstRows: clientRows, row)
      _ = resolve(client.location, in: .locations, locationRows, row, "location")
      check(client.targetStaff, in: InputLimits.targetStaff, row, "targetStaff")
      if let contact = client.contact { _ = resolve(contact, in: .staff, staffRows, row, "contact") }
      for member in client.preferred { _ = resolve(member, in: .staff, staffRows, row, "preferred") }
      for member in client.blocked { _ = resolve(member, in: .staff, staffRows, row, "blocked") }
      checkDuplicates(client.preferred, row, "preferred")
      checkDuplicates(client.blocked, row, "blocked")
      checkWishes(of: client, row)
    }
  }

  /// Doubts a client who wants someone that may not come.
  private mutating func checkWishes(of client: Client, _ row: Row) {
    guard !client.blocked.isEmpty, readable(row, "blocked") else { return }
    let blocked = Set(client.blocked)
    if let contact = client.contact, blocked.contains(contact), readable(row, "contact") {
      warn(
        row, "contact", found: "\(quoted(contact.rawValue)), who is blocked for the client",
        expected: "a contact who may serve the client; change the contact or blocked")
    }
    for member in Set(client.preferred).intersection(blocked).sorted() where readable(row, "preferred") {
      warn(
        row, "preferred", found: "\(quoted(member.rawValue)), who is blocked for the client",
        expected: "staff who may serve the client; remove them from preferred or blocked")
    }
  }

  /// A meeting inside the horizon counts as met, as the score says; one after it is likely a slip.
  mutating func checkHistory() {
    var late: (count: Int, first: Int)?
    for (index, meeting) in draft.history.enumerated() {
      let row = Row(table: .history, index: index)
      _ = resolve(meeting.client, in: .clients, clientRows, row, "client")
      _ = resolve(meeting.staff, in: .staff, staffRows, row, "staff")
      guard readable(row, "date") else { continue }
      if !meeting.date.isInCalendar {
        report(row, "date", found: "\(meeting.date)", expected: "a date in the years 1 to 9999")
      } else if horizonIsSound && meeting.date >= draft.horizon.start {
        late = (count: (late?.count ?? 0) + 1, first: late?.first ?? index)
      }
    }
    if let late {
      let date = draft.history[late.first].date
      let place = date < draft.horizon.end.date ? "inside" : "after"
      warn(
        Row(table: .history, index: late.first), "date",
        found: "\(date), \(place) the horizon (\(late.count) such)",
        expected:
          "a date before \(draft.horizon.start); history is of meetings before the horizon"
      )
    }
  }
}
