import Files
import Foundation
import HomeCare

/// The calendars of the staff of a roster, as feeds in iCalendar (RFC 5545).
///
/// A visit keeps its UID in every version of a staff member's calendar, and its sequence number rises when its time,
/// client or company changes, so that a calendar program replaces the old by the new.
public struct StaffCalendars {
  private let instance: Instance
  private let roster: Roster
  private let shown: ShownPeople
  private let stamp: String
  private let zone: CalendarZone
  private let visits: [VisitID: Visit]
  private let titles: ShownPeople
  private let wordForWith: String

  /// The calendars of a roster.
  ///
  /// - Parameters:
  ///   - titles: Who visits are called after; a telephone shows titles to whoever sees it, so that short names are best.
  ///   - now: When they are made.
  ///   - with: The word before the others on a visit by several staff.
  public init(
    _ roster: Roster, of instance: Instance, shown: ShownPeople, titles: ShownPeople? = nil, now: Date,
    with: String = "Med"
  ) {
    self.instance = instance
    self.roster = roster
    self.shown = shown
    let minute = Int((now.timeIntervalSince1970 / 60).rounded(.down))
    stamp = CalendarZone.text(LocalDateTime(minuteNumber: minute)) + "Z"
    zone = CalendarZone(instance.horizon.timeZone)
    visits = Dictionary(uniqueKeysWithValues: instance.visits.map { ($0.id, $0) })
    self.titles = titles ?? shown.short
    wordForWith = with
  }

  /// The calendar of a staff member.
  ///
  /// - Parameters:
  ///   - feed: The bytes of the calendar that this one replaces; versions go on from there.
  ///   - previous: The roster that the staff member had before, where no such calendar is known.
  public func feed(of member: StaffID, replacing feed: [UInt8]? = nil, previous: Roster? = nil) -> [UInt8] {
    let before = feed.map { CalendarEvent.read($0) } ?? previous.map { events(of: member, in: $0) } ?? []
    let days = instance.horizon.dates
    let current = CalendarEvent.updated(events(of: member, in: roster), after: before, days: days, stamp: stamp)
    var calendar = CalendarLines()
    calendar.append("BEGIN:VCALENDAR")
    calendar.append("VERSION:2.0")
    calendar.append("PRODID:-//Samma//samma//EN")
    calendar.append("CALSCALE:GREGORIAN")
    calendar.append("X-WR-CALNAME", text: shown.title(member))
    zone.write(to: &calendar, days)
    for event in current { event.write(to: &calendar) }
    calendar.append("END:VCALENDAR")
    return calendar.bytes
  }

  private func events(of member: StaffID, in roster: Roster) -> [CalendarEvent] {
    roster.assignments.compactMap { assignment in
      guard assignment.staff.contains(member), let visit = visits[assignment.visit] else { return nil }
      var lines = [
        zone.line("DTSTART", assignment.start), zone.line("DTEND", assignment.start.advanced(by: visit.minutes)),
        "SUMMARY:" + CalendarLines.escaped(titles.title(visit.client)),
      ]
      let company = assignment.staff.filter { $0 != member }.sorted().map { shown.title($0) }
      let remarks = visit.skills + (company.isEmpty ? [] : ["\(wordForWith) \(company.joined(separator: ", "))"])
      if !remarks.isEmpty { lines.append("DESCRIPTION:" + CalendarLines.escaped(remarks.joined(separator: "\n"))) }
      lines.append("CATEGORIES:" + CalendarLines.escaped(visit.kind))
      if shown.showsPlaces, let place = place(of: visit.client) {
        if let address = place.address { lines.append("LOCATION:" + CalendarLines.escaped(address)) }
        if let north = place.latitude, let east = place.longitude {
          lines.append("GEO:\(north.fileText);\(east.fileText)")
        }
      }
      return CalendarEvent(uid: uid(assignment.visit, member), stamp: stamp, lines: lines)
    }
  }

  private func place(of client: ClientID) -> Location? {
    instance.clients.first { $0.id == client }.map { instance.locations[instance.index(of: $0.location)] }
  }

  /// The same for the same visit and staff member, and told by no other pair; made of what is shown, so that pseudonyms
  /// stay ones.
  private func uid(_ visit: VisitID, _ member: StaffID) -> String {
    let parts = [instance.name, shown.visits[visit] ?? "", shown.staff[member] ?? ""]
    return hexadecimal(SHA256.digest(of: Array(parts.joined(separator: "\u{0}").utf8))).prefix(32) + "@samma"
  }
}
