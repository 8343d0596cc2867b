/// H12: two visits of one client do not overlap, unless either may take place beside others, a link binds the two, or an
/// exception says so.
enum OwnTimeRule: RuleCheck {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    if facts.instance.format == .one { return }
    var own: [Int: [RosterFacts.Service]] = [:]
    for service in facts.services where !facts.instance.visits[service.visit].alongside {
      own[facts.rows.clientOfVisit[service.visit], default: []].append(service)
    }
    for client in facts.instance.clients.indices {
      guard let services = own[client], services.count > 1 else { continue }
      judge(services.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }, of: client, facts, &violations)
    }
  }

  private static func judge(
    _ services: [RosterFacts.Service], of client: Int, _ facts: RosterFacts, _ violations: inout [Violation]
  ) {
    let visits = facts.instance.visits
    for (position, service) in services.enumerated() {
      let (first, end) = (visits[service.visit], service.start + visits[service.visit].minutes)
      for other in services[(position + 1)...] {
        if other.start >= end { break }
        let second = visits[other.visit]
        if facts.rows.areTied(first.id, second.id) || facts.rows.exceptions.allowOverlap(of: first.id, second.id) {
          continue
        }
        violations.note(
          .ownTime, visit: second.id,
          found: "start \(facts.rows.clock(other.start)), before \(first.id) of the same client ends"
            + " \(facts.rows.clock(end))",
          expected: "visits of client \(facts.instance.clients[client].id) one at a time; or alongside, a link or an"
            + " exception of H12")
      }
    }
  }
}
