import HomeCare

extension LogMeasurer {
  /// Meetings on a day with any from which on a day without any is taken for a gap in the log: with ten on average chance
  /// leaves a day empty once in 22 000.
  static let fewestADay = 10

  /// Groups of clients looked at one by one.
  private static let mostGroups = 400

  /// Days of some periods on which a log has no meeting that took place, or one of its groups has none.
  public struct EmptyDays: Hashable, Sendable {
    /// Of the whole log, as stretches.
    public var all: [ClosedRange<LocalDate>] = []
    /// Of areas and providers, where others have meetings.
    public var ofGroups: [Grouping: [SilentDays]] = [:]
  }

  /// The days of some periods, within the dates of the log, on which it has no meeting that took place, or a group has none;
  /// none of a log or a group with few meetings a day, in which such days are nothing strange.
  public func emptyDays(in periods: [Range<LocalDate>]) -> EmptyDays {
    guard let known = log.dates(of: basis) else { return EmptyDays() }
    let days = known.upperBound.dayNumber - known.lowerBound.dayNumber + 1
    // What an area and a provider have together, by the number of the pair.
    var pairs: [[String]: Int] = [:]
    let pairOfTrait = log.traits.map { trait -> Int in
      let pair = [trait.area, trait.provider]
      let number = pairs[pair] ?? pairs.count
      pairs[pair] = number
      return number
    }
    let tellsGroups = pairs.count > 1 && pairs.count <= Self.mostGroups
    let count = tellsGroups ? pairs.count : 1
    // The days of one pair after those of another.
    var hasMeeting = [Bool](repeating: false, count: count * days)
    var meetings = [Int](repeating: 0, count: count)
    let origin = Int32(known.lowerBound.midnight.minuteNumber)
    let day = Int32(LocalDateTime.minutesPerDay)
    for row in log.starts.indices where plan.tookPlace[Int(log.traitNumbers[row])] {
      let pair = tellsGroups ? pairOfTrait[Int(log.traitNumbers[row])] : 0
      hasMeeting[pair * days + Int((log.starts[row] - origin) / day)] = true
      meetings[pair] += 1
    }
    func union(_ pairs: some Sequence<Int>) -> (has: [Bool], meetings: Int) {
      var (has, sum) = ([Bool](repeating: false, count: days), 0)
      for pair in pairs {
        for place in has.indices where hasMeeting[pair * days + place] { has[place] = true }
        sum += meetings[pair]
      }
      return (has, sum)
    }
    func isDense(_ part: (has: [Bool], meetings: Int)) -> Bool {
      part.meetings >= Self.fewestADay * part.has.count(where: \.self)
    }
    func counts(_ date: LocalDate) -> Bool { periods.contains { $0.contains(date) } }
    let all = union(0..<count)
    guard isDense(all) else { return EmptyDays() }
    var empty = EmptyDays()
    empty.all = LocalDate.stretches(
      all.has.indices.filter { !all.has[$0] }.map { known.lowerBound.advanced(by: $0) }.filter(counts))
    guard tellsGroups else { return empty }
    for (place, grouping) in [Grouping.area, .provider].enumerated() {
      let groups = Dictionary(grouping: pairs, by: { $0.key[place] }).mapValues { $0.map(\.value) }
      let silent = groups.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.compactMap { name, own -> SilentDays? in
        let part = union(own)
        guard part.meetings > 0, isDense(part) else { return nil }
        return SilentDays(
          name, from: known.lowerBound, has: part.has, others: union(Set(0..<count).subtracting(own)).has,
          counts: counts)
      }
      if !silent.isEmpty { empty.ofGroups[grouping] = silent }
    }
    return empty
  }
}
