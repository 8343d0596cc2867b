/// How many distinct staff one client meets in one continuity period; none where the client meets nobody.
struct PeriodMeetings {
  /// The client's row.
  let client: Int
  /// The continuity period, 0 = first; another number where a start lies outside the horizon, which breaks H2.
  let period: Int
  /// Distinct staff met, at least 1.
  let distinct: Int

  /// A client's meeting with a staff member in a period; rows, so that sorting brings equal ones together.
  private struct Contact: Comparable {
    let client: Int
    let period: Int
    let staff: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.client, left.period, left.staff) < (right.client, right.period, right.staff)
    }
  }

  /// Every client and period with a meeting, history of the period included, in the order of clients and periods.
  static func all(of services: [RosterFacts.Service], _ rows: InstanceRows) -> [PeriodMeetings] {
    let horizon = rows.instance.horizon
    var contacts: [Contact] = []
    for service in services where rows.instance.visits[service.visit].counts {
      // A visit belongs to the day on which it starts.
      let day = floorQuotient(service.start, LocalDateTime.minutesPerDay)
      let period = horizon.isSinglePeriod ? 0 : floorQuotient(day, horizon.window)
      for member in service.team {
        contacts.append(Contact(client: rows.clientOfVisit[service.visit], period: period, staff: member))
      }
    }
    if horizon.isSinglePeriod {
      let dates = horizon.dates(ofPeriod: 0)
      for meeting in rows.instance.history where dates.contains(meeting.date) {
        guard let client = rows.clients[meeting.client], let member = rows.staff[meeting.staff] else { continue }
        contacts.append(Contact(client: client, period: 0, staff: member))
      }
    }
    return counts(contacts.sorted())
  }

  private static func counts(_ contacts: [Contact]) -> [PeriodMeetings] {
    var result: [PeriodMeetings] = []
    var position = 0
    while position < contacts.count {
      let first = contacts[position]
      var distinct = 0
      var last: Int?
      while position < contacts.count, contacts[position].client == first.client,
        contacts[position].period == first.period
      {
        if contacts[position].staff != last { distinct += 1 }
        last = contacts[position].staff
        position += 1
      }
      result.append(PeriodMeetings(client: first.client, period: first.period, distinct: distinct))
    }
    return result
  }

  /// The quotient rounded towards the past, so that times before the horizon fall on days before it.
  private static func floorQuotient(_ value: Int, _ divisor: Int) -> Int {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
