import HomeCare

/// A definition worked out for one log: which of its meetings count, and which clients.
struct MeasurePlan: Sendable {
  let log: MeetingLog
  let definition: Definition
  let basis: MeetingBasis
  /// For each trait, whether its meetings took place by the basis.
  let tookPlace: [Bool]
  /// For each trait, the rule that keeps its meetings from counting; `nil` where they can count.
  let rules: [RowRule?]
  /// For each trait, whether its meetings can count.
  let canCount: [Bool]
  private let countsOnWeekday: [Bool]
  private let clock: ClosedRange<Int>
  /// Whether every day and every time of day counts.
  private let countsAlways: Bool

  init(_ log: MeetingLog, _ definition: Definition, basis: MeetingBasis) {
    self.log = log
    self.definition = definition
    self.basis = basis
    let tookPlace = log.traits.map { basis.includes($0.status) }
    self.tookPlace = tookPlace
    rules = log.traits.map { RowRule(of: $0, definition, basis) }
    canCount = rules.map { $0 == nil }
    countsOnWeekday = (0...7).map { definition.weekdays.contains($0) }
    countsAlways = definition.clock == nil && Set(definition.weekdays).isSuperset(of: 1...7)
    clock = definition.clock.map { $0.lowerBound.minute...$0.upperBound.minute } ?? 0...1439
  }

  /// For each staff number, whether any of their meetings was as a substitute; empty where no one's was.
  func substitutes() -> [Bool] {
    let isSubstitute = log.traits.map { $0.staffCategory == Trait.substitute }
    guard isSubstitute.contains(true) else { return [] }
    var substitutes = [Bool](repeating: false, count: log.staff.count)
    for (member, trait) in zip(log.staffNumbers, log.traitNumbers) where isSubstitute[Int(trait)] {
      substitutes[Int(member)] = true
    }
    return substitutes
  }

  /// Whether a date's visits count.
  func counts(weekdayOf day: LocalDate) -> Bool { countsOnWeekday[day.weekday] }

  /// Whether visits count that start then.
  @inline(__always) func counts(startOf start: LocalDateTime) -> Bool {
    countsAlways || clock.contains(start.minuteOfDay) && countsOnWeekday[start.date.weekday]
  }

  /// The rows of a client whose meetings start on some dates.
  func rows(ofClient client: Int, in dates: Range<LocalDate>) -> Range<Int> {
    let rows = log.bounds[client]..<log.bounds[client + 1]
    let first = firstRow(in: rows, from: dates.lowerBound)
    return first..<firstRow(in: first..<rows.upperBound, from: dates.upperBound)
  }

  private func firstRow(in rows: Range<Int>, from date: LocalDate) -> Int {
    let minute = date.midnight.minuteNumber
    return rows.firstPosition { Int(log.starts[$0]) >= minute }
  }

  /// The rule of age or absence that leaves a client out of a period.
  func exclusion(of client: Int, during dates: Range<LocalDate>) -> Exclusion? {
    let person = log.clients[client]
    if let minimum = definition.minimumAge {
      if let year = person.birthYear {
        if dates.lowerBound.components.year - year < minimum { return .underAge }
      } else if !definition.countsUnknownAge {
        return .unknownAge
      }
    }
    return definition.excludesAway && person.isAway(during: dates) ? .away : nil
  }

  /// Whether the client's age is asked for and unknown.
  func ageIsUnknown(_ client: Int) -> Bool { definition.minimumAge != nil && log.clients[client].birthYear == nil }
}
