import Foundation

/// The clock changes of a time zone.
struct Clocks {
  private let zone: TimeZone

  /// The clocks of an IANA time zone, or `nil` where there is no such zone.
  ///
  /// A machine without time-zone data knows no zone at all; there, any name passes and no change is known.
  init?(timeZone name: String) {
    if let zone = TimeZone(identifier: name) {
      self.zone = zone
    } else if TimeZone(identifier: "Europe/Stockholm") == nil, let fixed = TimeZone(secondsFromGMT: 0) {
      zone = fixed
    } else {
      return nil
    }
  }

  /// The dates in a horizon on which clocks change, with the minutes they go forward (negative: back).
  func changes(in horizon: Horizon) -> [(date: LocalDate, minutes: Int)] {
    var result: [(date: LocalDate, minutes: Int)] = []
    let end = instant(of: horizon.end)
    var now = instant(of: horizon.firstMinute)
    // A zone changes its clocks a few times a year; the limit only guards against a zone that never moves on.
    for _ in 0..<(horizon.days + 8) {
      guard let next = zone.nextDaylightSavingTimeTransition(after: now), next > now, next < end else { break }
      let before = zone.secondsFromGMT(for: next.addingTimeInterval(-1))
      let after = zone.secondsFromGMT(for: next)
      if before != after {
        let wall = Int(next.timeIntervalSince1970) + min(before, after)
        let day = Int((Double(wall) / 86_400).rounded(.down))
        result.append((LocalDate(dayNumber: day), (after - before) / 60))
      }
      now = next
    }
    return result
  }

  /// The instant at which a clock of the zone shows a time.
  private func instant(of time: LocalDateTime) -> Date {
    let asIfGreenwich = Date(timeIntervalSince1970: Double(time.minuteNumber) * 60)
    return asIfGreenwich.addingTimeInterval(-Double(zone.secondsFromGMT(for: asIfGreenwich)))
  }
}
