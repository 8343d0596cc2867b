/// Pool shifts that serve at least one visit.
enum PoolShiftCount: PartCount {
  static func count(_ facts: RosterFacts) -> Int { facts.routes.count { $0.shift.kind == .pool } }
}
