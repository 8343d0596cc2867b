import HomeCare

extension Unit {
  /// Percent of clients who live at the address of another.
  private static let sharedAddresses = 20
  /// The first unit's base: the middle of Kungsbacka.
  private static let middle = Place(latitude: 57_487_500, longitude: 12_076_300)
  /// Height differences cost at most this many minutes.
  private static let highest = 3

  /// Lays out the base, the clusters of homes and the clients' addresses, and names the clients.
  mutating func settle() {
    var random = generator(for: .places)
    let ground = Ground(options.setting)
    let base = basePlace(ground)
    let clusters = (0..<(2 + min(6, options.clients / 20))).map { _ in
      Place(
        latitude: base.latitude + random.int(in: -ground.reach.latitude...ground.reach.latitude),
        longitude: base.longitude + random.int(in: -ground.reach.longitude...ground.reach.longitude),
        height: random.int(in: 0...Self.highest))
    }
    places = [base]
    for client in 0..<options.clients {
      let name = Names.draw(&random)
      if client > 0 && random.chance(Self.sharedAddresses, in: 100) {
        clients.append(DraftClient(name: name, place: clients[random.int(below: client)].place))
      } else {
        let cluster = random.pick(clusters)
        places.append(
          Place(
            latitude: cluster.latitude + Self.spread(ground.cluster.latitude, &random),
            longitude: cluster.longitude + Self.spread(ground.cluster.longitude, &random),
            height: max(0, cluster.height + random.int(in: -1...1))))
        clients.append(DraftClient(name: name, place: places.count - 1))
      }
    }
  }

  /// The units' bases lie on a square grid.
  private func basePlace(_ ground: Ground) -> Place {
    // A spiral would need no side length, a grid over the number of units would move them when one is added: the
    // shells of a growing square do neither.
    let shell = Ground.rootRoundedUp(number + 1) - 1
    let along = number - shell * shell
    let (row, column) = along <= shell ? (shell, along) : (2 * shell - along, shell)
    return Place(
      latitude: Self.middle.latitude + row * ground.spacing.latitude,
      longitude: Self.middle.longitude + column * ground.spacing.longitude)
  }

  /// A bell-shaped draw around 0: the sum of four even ones.
  private static func spread(_ width: Int, _ random: inout SeededGenerator) -> Int {
    (0..<4).reduce(0) { sum, _ in sum + random.int(in: -width...width) }
  }

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

  /// Clients of a contact beyond an even share, before another is asked.
  private static let contactsToSpare = 1

  /// Gives every client the rostered contact who could come to most of the client's visits, those with most visits first.
  mutating func nameContactsAtWork() {
    let rostered = staff.indices.filter { !staff[$0].isPool }
    guard !rostered.isEmpty else { return }
    let duty = Duty(self)
    var reached = Array(repeating: [Int: Int](), count: clients.count)
    var visitsOf = Array(repeating: 0, count: clients.count)
    for visit in visits {
      visitsOf[visit.client] += 1
      for member in duty.eligible(visit) { reached[visit.client][member, default: 0] += 1 }
    }
    let most = (clients.count + rostered.count - 1) / rostered.count + Self.contactsToSpare
    var clientsOf = Array(repeating: 0, count: staff.count)
    for client in clients.indices.sorted(by: { (-visitsOf[$0], $0) < (-visitsOf[$1], $1) }) {
      let asked = rostered.filter { clientsOf[$0] < most && !clients[client].blocked.contains($0) }
      let contact = asked.max {
        (reached[client][$0] ?? 0, -clientsOf[$0], -$0) < (reached[client][$1] ?? 0, -clientsOf[$1], -$1)
      }
      guard let contact else { continue }
      clients[client].contact = contact
      clientsOf[contact] += 1
    }
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
