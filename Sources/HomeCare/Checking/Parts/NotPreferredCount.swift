/// Staff on assigned visits whom the client does not prefer, of all clients with preferences.
enum NotPreferredCount: PartCount {
  static func count(_ facts: RosterFacts) -> Int {
    facts.services.reduce(0) { sum, service in
      let preferred = facts.rows.client(ofVisit: service.visit).preferred
      return preferred.isEmpty ? sum : sum + service.assignment.staff.count { !preferred.contains($0) }
    }
  }
}
