/// Priority times staff, of all unassigned visits.
enum UnassignedCount: PartCount {
  static func count(_ facts: RosterFacts) -> Int {
    facts.instance.visits.enumerated().reduce(0) { sum, entry in
      facts.isAssigned(entry.offset) ? sum : sum + entry.element.priority * entry.element.staff
    }
  }
}
