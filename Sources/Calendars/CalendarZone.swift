import Foundation
import HomeCare

/// The time zone of a calendar: what its clocks show, and when they change (RFC 5545, section 3.6.5).
struct CalendarZone {
  private let name: String
  private let zone: TimeZone?

  /// The zone of an IANA name; an unknown one leaves the times floating, as the wall shows them anywhere.
  init(_ name: String) {
    self.name = name
    zone = TimeZone(identifier: name)
  }

  /// A property with a time of the wall clock, such as `DTSTART;TZID=Europe/Stockholm:20260302T073000`.
  func line(_ property: String, _ time: LocalDateTime) -> String {
    zone == nil ? "\(property):\(Self.text(time))" : "\(property);TZID=\(name):\(Self.text(time))"
  }

  /// The zone's component, with every change of clocks from the year before some dates to their end.
  func write(to calendar: inout CalendarLines, _ dates: Range<LocalDate>) {
    guard let zone else { return }
    calendar.append("BEGIN:VTIMEZONE")
    calendar.append("TZID:\(name)")
    let begin = Self.instant(dates.lowerBound.advanced(by: -400))
    let end = Self.instant(dates.upperBound.advanced(by: 2))
    var from = zone.secondsFromGMT(for: begin)
    observance(
      &calendar, at: LocalDateTime(minuteNumber: 0), from: from, to: from,
      isDaylight: zone.isDaylightSavingTime(for: begin))
    var date = begin
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end, next > date {
      let to = zone.secondsFromGMT(for: next)
      let onset = LocalDateTime(minuteNumber: (Int(next.timeIntervalSince1970) + from) / 60)
      observance(&calendar, at: onset, from: from, to: to, isDaylight: zone.isDaylightSavingTime(for: next))
      (date, from) = (next, to)
    }
    calendar.append("END:VTIMEZONE")
  }

  private func observance(
    _ calendar: inout CalendarLines, at onset: LocalDateTime, from: Int, to: Int, isDaylight: Bool
  ) {
    let kind = isDaylight ? "DAYLIGHT" : "STANDARD"
    calendar.append("BEGIN:\(kind)")
    calendar.append("DTSTART:\(Self.text(onset))")
    calendar.append("TZOFFSETFROM:\(Self.offset(from))")
    calendar.append("TZOFFSETTO:\(Self.offset(to))")
    calendar.append("END:\(kind)")
  }

  private static func instant(_ date: LocalDate) -> Date {
    Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400)
  }

  private static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + padded(minutes / 60, to: 2) + padded(minutes % 60, to: 2)
  }

  /// A time as `20260302T073000`.
  static func text(_ time: LocalDateTime) -> String {
    time.description.replacing("-", with: "").replacing(":", with: "") + "00"
  }
}
