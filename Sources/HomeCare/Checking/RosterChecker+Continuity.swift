/// Counts whom each client meets, and the terms of the score that come of it.
extension RosterChecker {
  /// A client's meeting with a staff member in a period; rows, so that sorting brings equal ones together.
  private struct Contact: Hashable, Comparable {
    let client: Int
    let period: Int
    let staff: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.client, left.period, left.staff) < (right.client, right.period, right.staff)
    }
  }

  /// Adds distinct, overTarget, newFace, notContact and notPreferred to the score.
  func countMeetings(_ tally: inout RosterTally) -> [RosterCheck.Meetings] {
    let horizon = instance.horizon
    var counted: [Contact] = []
    var met: [Contact] = []
    for (row, service) in tally.services.enumerated() {
      guard let service else { continue }
      let client = clientOfVisit[row]
      // A visit belongs to the day on which it starts.
      let day = floorQuotient(service.start, LocalDateTime.minutesPerDay)
      let period = horizon.isSinglePeriod ? 0 : floorQuotient(day, horizon.window)
      for member in service.team {
        met.append(Contact(client: client, period: 0, staff: member))
        if instance.visits[row].counts { counted.append(Contact(client: client, period: period, staff: member)) }
      }
      countWishes(instance.clients[client], service.team, &tally)
    }
    var known: [Contact] = []
    let dates = horizon.dates(ofPeriod: 0)
    for meeting in instance.history {
      guard let client = clientRows[meeting.client], let member = staffRows[meeting.staff] else { continue }
      known.append(Contact(client: client, period: 0, staff: member))
      if horizon.isSinglePeriod && dates.contains(meeting.date) {
        counted.append(Contact(client: client, period: 0, staff: member))
      }
    }
    tally.score[.newFace] = newFaces(met: distinct(met), known: distinct(known))
    return countDistinct(distinct(counted), &tally)
  }

  private func countWishes(_ client: Client, _ team: [Int], _ tally: inout RosterTally) {
    if let contact = client.contact, let row = staffRows[contact], !team.contains(row) { tally.score[.notContact] += 1 }
    guard !client.preferred.isEmpty else { return }
    for member in team
    where member >= instance.staff.count || !client.preferred.contains(instance.staff[member].id) {
      tally.score[.notPreferred] += 1
    }
  }

  /// Pairs met that are not known, among clients who know anyone; both lists are sorted and without repeats.
  private func newFaces(met: [Contact], known: [Contact]) -> Int {
    let pairs = Set(known)
    let clientsWithHistory = Set(known.map(\.client))
    return met.count { clientsWithHistory.contains($0.client) && !pairs.contains($0) }
  }

  private func countDistinct(_ contacts: [Contact], _ tally: inout RosterTally) -> [RosterCheck.Meetings] {
    var meetings: [RosterCheck.Meetings] = []
    var position = 0
    while position < contacts.count {
      let (client, period) = (contacts[position].client, contacts[position].period)
      let first = position
      while position < contacts.count, contacts[position].client == client, contacts[position].period == period {
        position += 1
      }
      let count = position - first
      tally.score[.distinct] += count
      tally.score[.overTarget] += max(0, count - instance.clients[client].targetStaff)
      // A start outside the horizon breaks H2 and is counted above, but its period is no period of the report.
      if (0..<instance.horizon.periodCount).contains(period) {
        meetings.append(
          RosterCheck.Meetings(client: instance.clients[client].id, period: period, distinct: count))
      }
    }
    return meetings
  }

  /// The quotient rounded towards the past, so that times before the horizon fall on days before it.
  private func floorQuotient(_ value: Int, _ divisor: Int) -> Int {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }

  private func distinct(_ contacts: [Contact]) -> [Contact] {
    var result: [Contact] = []
    for contact in contacts.sorted() where result.last != contact { result.append(contact) }
    return result
  }
}
