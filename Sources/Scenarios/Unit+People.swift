import HomeCare

extension Unit {
  /// Percent of clients who refuse one of the staff.
  private static let refusing = 5
  /// Staff whom a client met lately.
  private static let regulars = 2...8
  /// Days on which each of them came.
  private static let meetings = 1...3

  /// Gives every client a fixed contact of the rostered staff, each in turn, and some a staff member they refuse.
  mutating func nameContacts() {
    var random = generator(for: .contacts)
    let rostered = staff.indices.filter { !staff[$0].isPool }
    guard !rostered.isEmpty else { return }
    var turn = Deck(rostered)
    for client in clients.indices {
      clients[client].contact = turn.draw(&random)
      let refuses = random.chance(Self.refusing, in: 100)
      let refused = random.int(below: staff.count)
      // With few staff a refusal could leave a visit unservable.
      if refuses && staff.count >= 10 && refused != clients[client].contact {
        clients[client].blocked = [refused]
      }
    }
    keepServable()
  }

  /// Takes back refusals that leave a visit too few staff.
  private mutating func keepServable() {
    let duty = Duty(self)
    for visit in visits where !clients[visit.client].blocked.isEmpty && duty.eligible(visit).count < visit.staff {
      clients[visit.client].blocked = []
    }
  }

  /// Draws whom each client met in the days before the horizon: a few regulars, the contact among them.
  mutating func recallMeetings() {
    var random = generator(for: .history)
    // With all rules at work there is always a past, for new faces to be counted against.
    let days = options.historyDays == 0 && options.allRules ? 7 : options.historyDays
    guard days > 0, !staff.isEmpty else { return }
    for client in clients.indices where !random.chance(1, in: 20) {
      var known = staff.indices.filter { !clients[client].blocked.contains($0) }
      random.shuffle(&known)
      known = Array(known.prefix(random.int(in: Self.regulars)))
      if let contact = clients[client].contact, !known.contains(contact) { known[0] = contact }
      for member in known.sorted() {
        var dates = Array(1...days)
        random.shuffle(&dates)
        for day in dates.prefix(random.int(in: Self.meetings)).sorted(by: >) {
          history.append((client, member, -day))
        }
      }
    }
  }
}
