/// Assigned visits not served by the client's contact, of all clients who have one.
enum NotContactCount: PartCount {
  static func count(_ facts: RosterFacts) -> Int {
    facts.services.count { service in
      guard let contact = facts.rows.client(ofVisit: service.visit).contact else { return false }
      return !service.assignment.staff.contains(contact)
    }
  }
}
