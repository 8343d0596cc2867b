/// Distinct staff met, of all clients and continuity periods.
enum DistinctCount: PartCount {
  static func count(_ facts: RosterFacts) -> Int { facts.meetings.reduce(0) { $0 + $1.distinct } }
}
