import Files
import Foundation
import HomeCare

/// Brings instants to the wall clock of a time zone.
struct ZoneClock: Sendable {
  /// Minutes since 1970-01-01T00:00Z at which the offset changes, in order, each with the offset from then on.
  private let changes: [(minute: Int, offset: Int)]

  /// The clock of a zone, or `nil` where no zone has that name.
  init?(timeZone name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    // Logs lie in living memory; asking the zone for every row would cost more than all the rest.
    var date = Date(timeIntervalSince1970: 0)
    let last = Date(timeIntervalSince1970: 4_102_444_800)
    var changes = [(minute: Int.min, offset: zone.secondsFromGMT(for: date) / 60)]
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next < last, next > date {
      changes.append((Int(next.timeIntervalSince1970) / 60, zone.secondsFromGMT(for: next) / 60))
      date = next
    }
    self.changes = changes
  }

  /// By how many minutes the clock is put back at a change that its wall time crosses between two readings of it, of which
  /// the later may show less; 0 where it is not.
  func setBack(between start: Int, and end: Int) -> Int {
    for (before, after) in zip(changes, changes.dropFirst()) where after.offset < before.offset {
      let (shown, after) = (after.minute + before.offset, after.minute + after.offset)
      // The hour from `after` to `shown` is shown twice.
      if start < shown, end >= after, start >= after - LocalDateTime.minutesPerDay { return shown - after }
    }
    return 0
  }

  /// The wall clock's minute at an instant given in minutes.
  func wallMinute(ofInstant minute: Int) -> Int {
    minute + changes[max(0, changes.firstPosition { $0.minute > minute } - 1)].offset
  }
}
