import Foundation
import HomeCare
import Subprocess
import TestSupport
import Testing

@testable import Calendars

@Suite struct CalendarZoneTests {
  private func component(_ name: String) -> String {
    var calendar = CalendarLines()
    let day = LocalDate("2026-03-02")!
    CalendarZone(name).write(to: &calendar, day..<day.advanced(by: 14))
    return String(decoding: calendar.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
  }

  @Test func bothTimesOfTheYearStandByTheirRulesFrom1970() {
    #expect(
      component("Europe/Stockholm") == """
        BEGIN:VTIMEZONE
        TZID:Europe/Stockholm
        BEGIN:STANDARD
        DTSTART:19701025T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:19700329T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE

        """)
    #expect(component("America/New_York").contains("BYMONTH=3;BYDAY=2SU"))
    #expect(component("Asia/Tokyo").contains("DTSTART:19700101T000000\nTZOFFSETFROM:+0900\nTZOFFSETTO:+0900"))
    // Clocks that change around a month of the moon follow no rule: each change stands for itself.
    let morocco = component("Africa/Casablanca")
    #expect(!morocco.contains("RRULE") && morocco.components(separatedBy: "BEGIN:DAYLIGHT").count > 10)
    #expect(component("Nowhere/Else") == "")
  }

  /// Reads components strictly and asks them for the offset at noon of every fifth day of some years, beside the offset
  /// that the zone's own data give.
  private static let script = """
    import io, sys, datetime
    from dateutil import tz
    from zoneinfo import ZoneInfo
    zones = tz.tzical(io.StringIO(sys.stdin.read()))
    wrong = []
    for name in zones.keys():
        zone, truth = zones.get(name), ZoneInfo(name)
        time = datetime.datetime(2023, 1, 1, 12)
        while time.year < 2030:
            if time.replace(tzinfo=zone).utcoffset() != time.replace(tzinfo=truth).utcoffset():
                wrong.append(f'{name} {time}')
            time += datetime.timedelta(days=5)
    print(len(zones.keys()), *wrong, sep='\\n')
    """

  @Test(.needs(.icalendar))
  func anotherReaderFindsTheOffsetOfEverySeason() async throws {
    let names = [
      "Europe/Stockholm", "Europe/London", "America/New_York", "Asia/Tokyo", "Australia/Sydney", "Africa/Casablanca",
    ]
    let text = "BEGIN:VCALENDAR\n" + names.map(component).joined() + "END:VCALENDAR\n"
    let result = try await Subprocess.run(
      .path(.init(try #require(Tool.icalendar.path))), arguments: ["-c", Self.script], input: .string(text),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    #expect(result.standardError == "" && result.standardOutput == "\(names.count)\n")
  }
}
