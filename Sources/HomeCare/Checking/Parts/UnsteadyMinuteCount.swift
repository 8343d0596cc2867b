/// Minutes beyond the tolerance between the starts of a series and its usual time, of all series.
enum UnsteadyMinuteCount: PartCount {
  static func count(_ facts: RosterFacts) -> Int { facts.seriesStarts.reduce(0) { $0 + $1.unsteadyMinutes } }
}
