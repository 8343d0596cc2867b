/// Distinct staff met above the client's target, of all clients and continuity periods.
enum OverTargetCount: PartCount {
  static func count(_ facts: RosterFacts) -> Int {
    facts.meetings.reduce(0) { $0 + max(0, $1.distinct - facts.instance.clients[$1.client].targetStaff) }
  }
}
