import HomeCare

extension Unit {
  /// Streets of no town.
  private static let streets = [
    "Exempelgatan", "Provvägen", "Låtsasstigen", "Hittepågränd", "Sagovägen", "Fantasigatan",
  ]
  private static let town = "000 00 Samby"
  /// Percent of clients of whom staff must know something more.
  private static let withRemark = 15
  private static let remarks = ["Hör dåligt, ring två gånger", "Hund", "Rökfritt, byt skor", "Går med rullator"]

  /// Gives places, clients and staff what sheets print: addresses, telephone numbers, keys and remarks, plainly invented.
  mutating func addParticulars() {
    var random = generator(for: .particulars)
    places[0].address = "Samgatan \(number + 1), \(Self.town)"
    for place in places.indices.dropFirst() {
      places[place].address = "\(random.pick(Self.streets)) \(random.int(in: 1...60)), \(Self.town)"
    }
    for client in clients.indices {
      clients[client].phone = Self.phone(&random)
      clients[client].access =
        random.chance(1, in: 2)
        ? "nyckel \(random.int(in: 1...300))" : "portkod \(padded(random.int(in: 0...9999), to: 4))"
      if random.chance(Self.withRemark, in: 100) { clients[client].remark = random.pick(Self.remarks) }
    }
    for member in staff.indices { staff[member].phone = Self.phone(&random) }
  }

  /// A number of the series that the Swedish authority for telephony keeps free for fiction, 070-174 06 05 to 070-174 06 99.
  private static func phone(_ random: inout SeededGenerator) -> String {
    "070-174 06 \(padded(random.int(in: 5...99), to: 2))"
  }
}
