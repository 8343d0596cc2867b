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
      let name = random.pick(Names.first) + " " + random.pick(Names.last)
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
}
