import HomeCare

/// Days on which a part of a log, such as an area or a file, has no visit though the rest has: its export may be cut off.
public struct SilentDays: Hashable, Sendable {
  /// What the part is called.
  public let part: String
  /// The days, as stretches.
  public let stretches: [ClosedRange<LocalDate>]

  /// The days of a part; `nil` where there are none.
  ///
  /// A part that never works on some weekday, or only came or left, is not silent: on two thirds of the dates of the weekday
  /// it must have visits, of two dates on one.
  ///
  /// - Parameters:
  ///   - start: The first day of both lists.
  ///   - has: Whether the part has visits, by the day.
  ///   - others: Whether the rest has.
  ///   - counts: Whether a day is one that matters.
  public init?(
    _ part: String, from start: LocalDate, has: [Bool], others: [Bool], counts: (LocalDate) -> Bool = { _ in true }
  ) {
    var (dates, visited) = ([Int](repeating: 0, count: 7), [Int](repeating: 0, count: 7))
    for place in has.indices where has[place] || others[place] {
      dates[place % 7] += 1
      if has[place] { visited[place % 7] += 1 }
    }
    let silent = has.indices.filter { place in
      let (all, own) = (dates[place % 7], visited[place % 7])
      return !has[place] && others[place] && (3 * own >= 2 * all || all == 2 && own == 1)
    }
    stretches = LocalDate.stretches(silent.map { start.advanced(by: $0) }.filter(counts))
    guard !stretches.isEmpty else { return nil }
    self.part = part
  }
}

extension LocalDate {
  /// Dates in their order as stretches of days that follow on each other.
  static func stretches(_ dates: [LocalDate]) -> [ClosedRange<LocalDate>] {
    dates.reduce(into: []) { stretches, date in
      if let last = stretches.last, last.upperBound.advanced(by: 1) == date {
        stretches[stretches.count - 1] = last.lowerBound...date
      } else {
        stretches.append(date...date)
      }
    }
  }
}
