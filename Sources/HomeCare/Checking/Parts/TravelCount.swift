/// Minutes of travel on all routes, base legs included.
enum TravelCount: PartCount {
  static func count(_ facts: RosterFacts) -> Int { facts.routes.reduce(0) { $0 + $1.travel } }
}
