import Testing

@testable import HomeCare

@Suite struct HolidaysTests {
  @Test(arguments: [
    (1981, "1981-04-19"), (1999, "1999-04-04"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"),
    (2019, "2019-04-21"), (2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"),
    (2038, "2038-04-25"), (2285, "2285-03-22"),
  ])
  func easterIsWhereTheCalendarHasIt(year: Int, date: String) {
    #expect(SwedishHolidays.easter(of: year)?.description == date)
  }

  @Test func everyEasterIsASundayFrom22MarchTo25April() throws {
    for year in 1583...4000 {
      let easter = try #require(SwedishHolidays.easter(of: year))
      let (_, month, day) = easter.components
      #expect(easter.weekday == 7 && (month == 3 ? day >= 22 : month == 4 && day <= 25))
    }
  }

  @Test func theHolidaysOf2026AreThoseOfTheAct() {
    let holidays = SwedishHolidays.holidays(of: 2026...2026, eves: Set(SwedishHolidays.Eve.allCases))
    let dates = holidays.days.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.name)" }
    #expect(
      dates == [
        "2026-01-01 nyårsdagen", "2026-01-06 trettondedag jul", "2026-04-03 långfredagen", "2026-04-05 påskdagen",
        "2026-04-06 annandag påsk", "2026-05-01 första maj", "2026-05-14 Kristi himmelsfärdsdag",
        "2026-05-24 pingstdagen", "2026-06-06 nationaldagen", "2026-06-19 midsommarafton",
        "2026-06-20 midsommardagen", "2026-10-31 alla helgons dag", "2026-12-24 julafton", "2026-12-25 juldagen",
        "2026-12-26 annandag jul", "2026-12-31 nyårsafton",
      ])
    let few = SwedishHolidays.holidays(of: 2026...2026, eves: [.christmas])
    #expect(few.days.count == 14 && few.days.values.contains { $0.name == "julafton" })
    let before = SwedishHolidays.holidays(of: 2004...2004, eves: [])
    #expect(before.days.values.contains { $0.name == "annandag pingst" })
    #expect(!before.days.values.contains { $0.name == "nationaldagen" })
  }

  @Test func aHolidayHasSundaysNeedsAndNoWeekdays() throws {
    let holidays = SwedishHolidays.holidays(of: 2026...2026, eves: [])
    let monday = try #require(LocalDate("2026-04-06"))
    func falls(_ days: Set<Int>, _ rhythm: Recurrence.Rhythm = .weekly) -> Bool {
      Recurrence(weekdays: days, rhythm: rhythm).falls(on: monday, holidays)
    }
    #expect(!falls([1, 2, 3, 4, 5]) && falls([7]) && falls(Recurrence.everyDay))
    // What names the date itself, and the first Monday of a month, stay.
    #expect(falls([1], .dates([monday])) && falls([1], .ofMonth(places: [1])))
    // The last working day of a month is none of its holidays.
    func working(_ place: Int, of month: Int, _ calendar: Holidays) -> [Int] {
      let first = LocalDate(year: 2026, month: month, day: 1) ?? monday
      let days = Recurrence(weekdays: [1, 2, 3, 4, 5], rhythm: .daysOfMonth(places: [place]))
      return (0..<31).map { first.advanced(by: $0) }.filter {
        $0.components.month == month && days.falls(on: $0, calendar)
      }
      .map(\.components.day)
    }
    let eves = SwedishHolidays.holidays(of: 2026...2026, eves: Set(SwedishHolidays.Eve.allCases))
    #expect(working(1, of: 5, Holidays()) == [1] && working(1, of: 5, holidays) == [4])
    #expect(working(Recurrence.lastOfMonth, of: 12, holidays) == [31] && working(-1, of: 12, eves) == [30])
    #expect(
      working(3, of: 4, holidays) == [7] && working(20, of: 4, holidays) == [30] && working(21, of: 4, holidays) == [])
    var own = holidays
    own.add(Holidays.Day(name: "öppet", weekday: 1), on: monday)
    #expect(Recurrence(weekdays: [1]).falls(on: monday, own) && own.moved(in: monday...monday).isEmpty)
  }
}
