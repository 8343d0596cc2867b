/// Minutes of the pool shifts that serve at least one visit, as their rows have them: breaks left out, no overtime.
enum PoolMinuteCount: PartCount {
  static func count(_ facts: RosterFacts) -> Int {
    facts.routes.reduce(0) { sum, route in
      if route.shift.kind != .pool { return sum }
      return sum + route.shift.end.minutes(since: route.shift.start) - (route.shift.breakRule?.minutes ?? 0)
    }
  }
}
