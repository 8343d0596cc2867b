import HomeCare

/// A part of the day in which a client's visits should start at about the same time.
public enum DaySlot: String, CaseIterable, Hashable, Sendable {
  /// From 22:00 to 07:00.
  case night
  /// From 07:00.
  case morning
  /// From 11:00.
  case lunch
  /// From 14:00.
  case afternoon
  /// From 16:00.
  case dinner
  /// From 19:00.
  case evening

  /// Minutes after midnight at which its visits start, where they are counted; the slots make up the whole day, and the
  /// night ends on the next one.
  public var starts: Range<Int> {
    switch self {
    case .night: 22 * 60..<31 * 60
    case .morning: 7 * 60..<11 * 60
    case .lunch: 11 * 60..<14 * 60
    case .afternoon: 14 * 60..<16 * 60
    case .dinner: 16 * 60..<19 * 60
    case .evening: 19 * 60..<22 * 60
    }
  }

  /// Minutes after midnight between which a whole visit lies that is planned for the slot.
  ///
  /// Those who order a visit in the morning or at lunch mean it sooner than it would still be counted as such, and their
  /// afternoon begins at 13:00, while lunch is served.
  public var planned: Range<Int> {
    switch self {
    case .morning: 7 * 60..<10 * 60
    case .lunch: 11 * 60..<13 * 60 + 30
    case .afternoon: 13 * 60..<16 * 60
    case .dinner, .evening, .night: starts
    }
  }

  /// The slot that a start falls in.
  public init(of start: LocalDateTime) {
    self = Self.all[Self.rank(of: start)]
  }

  /// The place among all of the slot that a start falls in.
  static func rank(of start: LocalDateTime) -> Int { ranks[start.minuteOfDay / 60] }

  /// All slots, made once.
  fileprivate static let all = allCases

  /// For each hour of the day, the place among all of the slot that its starts fall in; slots begin on the hour.
  private static let ranks = (0..<24).map { hour in
    allCases.firstIndex { $0.starts.contains(hour * 60) || $0.starts.contains((hour + 24) * 60) } ?? 0
  }

  /// Minutes from the slot's beginning to a start in it; the night begins on the evening before.
  func minutesInto(_ start: LocalDateTime) -> Int {
    let minutes = start.minuteOfDay - starts.lowerBound
    return minutes < 0 ? minutes + LocalDateTime.minutesPerDay : minutes
  }
}

/// How far apart a client's visits of one slot start, taken over the days of a period.
public struct StartSpread: Hashable, Sendable {
  /// The slot.
  public let slot: DaySlot
  /// Visits that start in it.
  public let visits: Int
  /// Minutes from the smallest start of day to the largest.
  public let range: Int
  /// Standard deviation of the starts in minutes, all visits being known (division by their number).
  public let deviation: Double

  /// The spread in each slot that any visit starts in.
  public static func perSlot(_ starts: some Sequence<LocalDateTime>) -> [StartSpread] {
    var slots = [Moments](repeating: Moments(), count: DaySlot.allCases.count)
    for start in starts {
      let rank = DaySlot.rank(of: start)
      slots[rank].add(DaySlot.all[rank].minutesInto(start))
    }
    return zip(DaySlot.all, slots).compactMap { StartSpread($0, $1) }
  }

  private init?(_ slot: DaySlot, _ moments: Moments) {
    guard moments.count > 0 else { return nil }
    self.slot = slot
    visits = moments.count
    range = moments.most - moments.least
    // Whole numbers up to the last step, so that equal starts give exactly 0.
    let variance =
      Double(moments.squares * moments.count - moments.sum * moments.sum) / Double(moments.count * moments.count)
    deviation = variance.squareRoot()
  }

  /// What is kept of the starts of one slot.
  private struct Moments {
    var count = 0
    var least = Int.max
    var most = Int.min
    var sum = 0
    var squares = 0

    mutating func add(_ minutes: Int) {
      count += 1
      least = min(least, minutes)
      most = max(most, minutes)
      sum += minutes
      squares += minutes * minutes
    }
  }
}
