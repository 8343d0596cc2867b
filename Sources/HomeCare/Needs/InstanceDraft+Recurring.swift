extension InstanceDraft {
  /// The rows of visits that look like one thing on different days, in the order of their first visits.
  ///
  /// They are of one client, start in the same window by the clock, and are alike in length, staff, skills and kind. Where
  /// a day has several such visits, the first of a day goes with the first of other days, and so on, in the order of ids.
  /// A visit that is alone in this is left out.
  public var recurringVisits: [[Int]] {
    struct Likeness: Hashable {
      let client: ClientID
      let earliest: Int
      let length: Int
      let minutes: Int
      let staff: Int
      let skills: Set<String>
      let kind: String
    }
    func isBefore(_ first: Int, _ second: Int) -> Bool {
      (visits[first].earliest, visits[first].id) < (visits[second].earliest, visits[second].id)
    }
    var groups: [Likeness: [Int]] = [:]
    for (row, visit) in visits.enumerated() {
      let likeness = Likeness(
        client: visit.client, earliest: visit.earliest.minuteOfDay, length: visit.latest.minutes(since: visit.earliest),
        minutes: visit.minutes, staff: visit.staff, skills: Set(visit.skills), kind: visit.kind)
      groups[likeness, default: []].append(row)
    }
    var recurring: [[Int]] = []
    for rows in groups.values {
      let days = Dictionary(grouping: rows) { visits[$0].earliest.date }.mapValues { rows in
        rows.sorted { visits[$0].id < visits[$1].id }
      }
      for place in 0..<(days.values.map(\.count).max() ?? 0) {
        let series = days.values.compactMap { place < $0.count ? $0[place] : nil }
        if series.count > 1 { recurring.append(series.sorted(by: isBefore)) }
      }
    }
    return recurring.sorted { isBefore($0[0], $1[0]) }
  }
}
