/// H12: two visits of one client do not overlap, unless either may take place beside others, a link binds the two, or an
/// exception says so.
enum OwnTimeRule {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    let visits = facts.instance.visits
    for (service, other) in overlapping(facts) {
      let (first, end) = (visits[service.visit], service.start + visits[service.visit].minutes)
      violations.note(
        .ownTime, visit: visits[other.visit].id,
        found: "start \(facts.rows.clock(other.start)), before \(first.id) of the same client ends"
          + " \(facts.rows.clock(end))",
        expected: "visits of client \(first.client) one at a time; or alongside, a link or an exception of H12")
    }
  }

  /// Pairs of visits that overlap and must not, the earlier first.
  static func overlaps(_ facts: RosterFacts) -> [(first: VisitID, second: VisitID)] {
    overlapping(facts).map { (facts.instance.visits[$0.visit].id, facts.instance.visits[$1.visit].id) }
  }

  private static func overlapping(_ facts: RosterFacts) -> [(RosterFacts.Service, RosterFacts.Service)] {
    if facts.instance.format == .one { return [] }
    var own: [Int: [RosterFacts.Service]] = [:]
    for service in facts.services where !facts.instance.visits[service.visit].alongside {
      own[facts.rows.clientOfVisit[service.visit], default: []].append(service)
    }
    return facts.instance.clients.indices.flatMap { client -> [(RosterFacts.Service, RosterFacts.Service)] in
      guard let services = own[client], services.count > 1 else { return [] }
      return overlapping(services.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }, facts)
    }
  }

  /// The pairs among the visits of one client, which stand in the order of their starts.
  private static func overlapping(
    _ services: [RosterFacts.Service], _ facts: RosterFacts
  ) -> [(RosterFacts.Service, RosterFacts.Service)] {
    let visits = facts.instance.visits
    var pairs: [(RosterFacts.Service, RosterFacts.Service)] = []
    for (position, service) in services.enumerated() {
      let (first, end) = (visits[service.visit].id, service.start + visits[service.visit].minutes)
      for other in services[(position + 1)...] {
        if other.start >= end { break }
        let second = visits[other.visit].id
        if facts.rows.areTied(first, second) || facts.rows.exceptions.allowOverlap(of: first, second) { continue }
        pairs.append((service, other))
      }
    }
    return pairs
  }
}
