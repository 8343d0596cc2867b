import Files
import Foundation
import HomeCare
import Tables
import Testing

@testable import Calendars

@Suite struct StaffCalendarsTests {
  private let now = Date(timeIntervalSince1970: 1_772_000_000)
  private let later = Date(timeIntervalSince1970: 1_772_100_000)

  /// A roster of one client with two visits, the second by two staff, on the day on which clocks go forward.
  private func sample() throws -> (instance: Instance, roster: Roster) {
    var draft = InstanceDraft(
      format: .two, name: "spring", horizon: Horizon(start: try #require(LocalDate("2026-03-29")), days: 1),
      travel: .matrix([[0]]))
    draft.locations = [Location(id: "k", address: "Åsgatan 1, 2 tr")]
    draft.staff = [StaffMember(id: "S1", name: "Åsa; Ek"), StaffMember(id: "S2")]
    draft.clients = [Client(id: "C1", name: "Bo, \\Al", location: "k")]
    func time(_ text: String) throws -> LocalDateTime { try #require(LocalDateTime("2026-03-29T\(text)")) }
    draft.shifts = [
      Shift(id: "A", staff: "S1", start: try time("00:00"), end: try time("16:00")),
      Shift(id: "B", staff: "S2", start: try time("07:00"), end: try time("16:00")),
    ]
    draft.visits = [
      Visit(id: "V1", client: "C1", earliest: try time("01:00"), latest: try time("09:00"), minutes: 30),
      Visit(id: "V2", client: "C1", earliest: try time("10:00"), latest: try time("12:00"), minutes: 45, staff: 2),
    ]
    let roster = Roster(
      instance: "spring",
      assignments: [
        Roster.Assignment(visit: "V1", start: try time("01:30"), staff: ["S1"], shifts: ["A"]),
        Roster.Assignment(visit: "V2", start: try time("10:00"), staff: ["S1", "S2"], shifts: ["A", "B"]),
      ], unassigned: [], score: Score())
    return (try Instance(validating: draft), roster)
  }

  private func calendars(_ instance: Instance, _ roster: Roster, _ now: Date) -> StaffCalendars {
    StaffCalendars(roster, of: instance, shown: ShownPeople(instance), now: now)
  }

  @Test func aFeedHoldsEachVisitWithItsZoneAndCompany() throws {
    let (instance, roster) = try sample()
    let text = String(decoding: calendars(instance, roster, now).feed(of: "S1"), as: UTF8.self)
    for line in [
      "X-WR-CALNAME:Åsa\\; Ek", "DTSTART;TZID=Europe/Stockholm:20260329T013000", "SUMMARY:BA",
      "LOCATION:Åsgatan 1\\, 2 tr",
      "DTEND;TZID=Europe/Stockholm:20260329T104500", "DESCRIPTION:Med S2", "DTSTART:19700329T020000",
      "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "DTSTAMP:20260225T061300Z",
    ] { #expect(text.contains("\r\n\(line)\r\n"), "\(line)") }
    let other = CalendarEvent.read(calendars(instance, roster, now).feed(of: "S2"))
    #expect(other.count == 1 && !CalendarEvent.read(Array(text.utf8)).map(\.uid).contains(other[0].uid))
  }

  @Test func sequencesRiseWithChangesAndNothingElse() throws {
    let (instance, roster) = try sample()
    let first = calendars(instance, roster, now).feed(of: "S1")
    // What is as it was stays, to the byte, whenever it is written.
    #expect(calendars(instance, roster, later).feed(of: "S1", replacing: first) == first)
    #expect(calendars(instance, roster, later).feed(of: "S1", previous: roster).count == first.count)
    var moved = roster
    moved.assignments[0].start = moved.assignments[0].start.advanced(by: 15)
    let second = calendars(instance, moved, later).feed(of: "S1", replacing: first)
    #expect(CalendarEvent.read(second).map(\.sequence) == [1, 0])
    #expect(CalendarEvent.read(second).map(\.uid) == CalendarEvent.read(first).map(\.uid))
    // Against a roster alone, the same.
    let alone = calendars(instance, moved, later).feed(of: "S1", previous: roster)
    #expect(CalendarEvent.read(alone).map(\.sequence) == [1, 0])
    // And back again.
    let third = calendars(instance, roster, later).feed(of: "S1", replacing: second)
    #expect(CalendarEvent.read(third).map(\.sequence) == [2, 0])
  }

  @Test func aVisitHandedOverIsCancelledAndMayComeBack() throws {
    let (instance, roster) = try sample()
    let first = calendars(instance, roster, now).feed(of: "S1")
    var without = roster
    without.assignments.removeFirst()
    without.unassigned = ["V1"]
    let second = calendars(instance, without, later).feed(of: "S1", replacing: first)
    let events = CalendarEvent.read(second)
    #expect(events.map(\.isCancelled) == [true, false] && events.map(\.sequence) == [1, 0])
    #expect(calendars(instance, without, now).feed(of: "S1", replacing: second) == second)
    let third = CalendarEvent.read(calendars(instance, roster, later).feed(of: "S1", replacing: second))
    #expect(third.map(\.isCancelled) == [false, false] && third.map(\.sequence) == [2, 0])
  }

  @Test func visitsOfOtherDaysStayInTheFeed() throws {
    let (instance, roster) = try sample()
    let first = calendars(instance, roster, now).feed(of: "S1")
    var draft = InstanceDraft(
      format: .two, name: "next", horizon: Horizon(start: try #require(LocalDate("2026-03-30")), days: 1),
      travel: instance.travel)
    draft.locations = instance.locations
    draft.staff = instance.staff
    draft.clients = instance.clients
    let next = try Instance(validating: draft)
    let blank = Roster(instance: "next", assignments: [], unassigned: [], score: Score())
    #expect(
      CalendarEvent.read(calendars(next, blank, later).feed(of: "S1", replacing: first)) == CalendarEvent.read(first))
  }
}
