import HomeCare

/// A part of the day in which a client's visits should start at about the same time.
public enum DaySlot: String, CaseIterable, Hashable, Sendable {
  /// 22:00 to 06:59.
  case night
  /// 07:00 to 10:59.
  case morning
  /// 11:00 to 13:59.
  case lunch
  /// 14:00 to 15:59.
  case afternoon
  /// 16:00 to 18:59.
  case dinner
  /// 19:00 to 21:59.
  case evening

  /// The slot that a start falls in.
  public init(of start: LocalDateTime) {
    switch start.minuteOfDay / 60 {
    case 7..<11: self = .morning
    case 11..<14: self = .lunch
    case 14..<16: self = .afternoon
    case 16..<19: self = .dinner
    case 19..<22: self = .evening
    default: self = .night
    }
  }

  /// The slot's place among all.
  var rank: Int {
    switch self {
    case .night: 0
    case .morning: 1
    case .lunch: 2
    case .afternoon: 3
    case .dinner: 4
    case .evening: 5
    }
  }

  /// Minutes from the slot's beginning to a start in it; the night begins on the evening before.
  func minutesInto(_ start: LocalDateTime) -> Int {
    let begin =
      switch self {
      case .night: 22
      case .morning: 7
      case .lunch: 11
      case .afternoon: 14
      case .dinner: 16
      case .evening: 19
      }
    let minutes = start.minuteOfDay - begin * 60
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
      let slot = DaySlot(of: start)
      slots[slot.rank].add(slot.minutesInto(start))
    }
    return DaySlot.allCases.compactMap { StartSpread($0, slots[$0.rank]) }
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
