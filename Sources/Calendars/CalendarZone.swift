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

  /// A change of clocks.
  private struct Change {
    /// What the wall shows when it comes, before it.
    let onset: LocalDateTime
    let from: Int
    let to: Int
    let isDaylight: Bool
  }

  /// Years to each side of the dates in which a rule must tell every change.
  private static let proof = 3

  /// The zone's component: both times of the year by their rules from 1970 on, so that it holds for events of any season
  /// that a calendar keeps. Where no rule tells the changes of the years around some dates, each change since 1970 stands
  /// for itself.
  func write(to calendar: inout CalendarLines, _ dates: Range<LocalDate>) {
    guard let zone else { return }
    calendar.append("BEGIN:VTIMEZONE")
    calendar.append("TZID:\(name)")
    let years =
      (dates.lowerBound.components.year - Self.proof)...(dates.upperBound.components.year + Self.proof)
    let near = changes(in: years, zone)
    let halves = [near.filter { !$0.isDaylight }, near.filter(\.isDaylight)]
    let rules = halves.map { YearlyRule($0.map(\.onset), in: years) }
    if near.isEmpty {
      let offset = zone.secondsFromGMT(for: Self.instant(dates.lowerBound))
      observance(&calendar, Change(onset: LocalDateTime(minuteNumber: 0), from: offset, to: offset, isDaylight: false))
    } else if let standard = rules[0], let daylight = rules[1], halves.allSatisfy(Self.isUniform) {
      for (rule, half) in [(standard, halves[0]), (daylight, halves[1])] {
        let first = half[0]
        let onset = rule.onset(in: 1970)
        observance(
          &calendar, Change(onset: onset, from: first.from, to: first.to, isDaylight: first.isDaylight),
          rule: rule.text)
      }
    } else {
      let all = changes(in: 1970...years.upperBound, zone)
      let offset = all.first?.from ?? zone.secondsFromGMT(for: Self.instant(dates.lowerBound))
      observance(&calendar, Change(onset: LocalDateTime(minuteNumber: 0), from: offset, to: offset, isDaylight: false))
      for change in all { observance(&calendar, change) }
    }
    calendar.append("END:VTIMEZONE")
  }

  /// Whether changes to one time of the year all go between the same offsets.
  private static func isUniform(_ changes: [Change]) -> Bool {
    changes.allSatisfy { $0.from == changes[0].from && $0.to == changes[0].to }
  }

  /// The changes of clocks of some years, in the order of time.
  private func changes(in years: ClosedRange<Int>, _ zone: TimeZone) -> [Change] {
    guard let first = LocalDate(year: years.lowerBound, month: 1, day: 1),
      let end = LocalDate(year: years.upperBound + 1, month: 1, day: 1)
    else { return [] }
    var changes: [Change] = []
    var date = Self.instant(first)
    var from = zone.secondsFromGMT(for: date)
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next < Self.instant(end), next > date {
      let to = zone.secondsFromGMT(for: next)
      let onset = LocalDateTime(minuteNumber: (Int(next.timeIntervalSince1970) + from) / 60)
      changes.append(
        Change(onset: onset, from: from, to: to, isDaylight: zone.isDaylightSavingTime(for: next)))
      (date, from) = (next, to)
    }
    return changes
  }

  private func observance(_ calendar: inout CalendarLines, _ change: Change, rule: String? = nil) {
    let kind = change.isDaylight ? "DAYLIGHT" : "STANDARD"
    calendar.append("BEGIN:\(kind)")
    calendar.append("DTSTART:\(Self.text(change.onset))")
    if let rule { calendar.append("RRULE:\(rule)") }
    calendar.append("TZOFFSETFROM:\(Self.offset(change.from))")
    calendar.append("TZOFFSETTO:\(Self.offset(change.to))")
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
