/// Staff met in the horizon who are not in the client's history, of all clients who have one.
enum NewFaceCount: PartCount {
  private struct Pair: Hashable {
    let client: Int
    let staff: Int
  }

  static func count(_ facts: RosterFacts) -> Int {
    let rows = facts.rows
    var known = Set<Pair>()
    for meeting in facts.instance.history {
      guard let client = rows.clients[meeting.client], let member = rows.staff[meeting.staff] else { continue }
      known.insert(Pair(client: client, staff: member))
    }
    let clients = Set(known.map(\.client))
    var faces = Set<Pair>()
    for service in facts.services where clients.contains(rows.clientOfVisit[service.visit]) {
      for member in service.team { faces.insert(Pair(client: rows.clientOfVisit[service.visit], staff: member)) }
    }
    return faces.subtracting(known).count
  }
}
