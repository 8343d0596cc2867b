import Foundation
import HomeCare
import Testing

@testable import VisitLogs

/// Recurrences as people write them.
@Suite struct RecurrenceTextTests {
  /// A Monday of an even week, and the first Monday of its month.
  private static let monday = LocalDate(dayNumber: 20_514)

  private static func read(_ text: String, first: LocalDate? = monday) throws -> RecurrenceText {
    try RecurrenceText(text, first: first, last: nil, near: monday)
  }

  /// The days of the eight weeks from Monday 2 March 2026 on which a recurrence falls, the first six of them.
  private static func days(_ recurrence: Recurrence) -> [String] {
    let days = (0..<56).map { monday.advanced(by: $0) }.filter { recurrence.falls(on: $0) }
    return days.prefix(6).map { "\($0.components.day)/\($0.components.month)" } + (days.count > 6 ? ["…"] : [])
  }

  private static func fault(_ text: String, first: LocalDate? = monday) -> String {
    do throws(RecurrenceText.Fault) {
      _ = try RecurrenceText(text, first: first, last: nil, near: monday)
      return "none"
    } catch {
      return error.expected
    }
  }

  /// The row of the documents' table that tells what a form comes to.
  private static func row(of form: String) throws -> String {
    let read = try read(form)
    var meaning = days(read.recurrence).joined(separator: " ")
    if let times = read.recurrence.times {
      let apart = times.daysApart ?? times.standardDaysApart
      let limits = read.recurrence.weekdays.count == 7 ? "" : ", Monday to Friday"
      let weeks = read.recurrence.rhythm == .weekly ? "each" : "each second"
      meaning =
        "\(times.count) in \(weeks) \(times.period.rawValue)\(limits), at least \(apart) \(apart == 1 ? "day" : "days") apart"
    }
    if let part = read.part { meaning += "; \(part)" }
    return "| `\(form)` | \(meaning) |"
  }

  @Test func theDocumentsTellWhatEachFormComesTo() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let document = try String(contentsOf: root.appending(path: "docs/files.md"), encoding: .utf8)
    let rows = try RecurrenceText.forms.map { try Self.row(of: $0) }
    let table = (["| written | comes to |", "| --- | --- |"] + rows).joined(separator: "\n")
    #expect(document.contains(table), "docs/files.md lacks the table\n\(table)")
  }

  @Test(arguments: [
    ("varje vecka, mån tis", "2/3 3/3 9/3 10/3 16/3 17/3 …"), ("Varannan vecka, ons", "4/3 18/3 1/4 15/4"),
    ("var 3:e vecka fre", "6/3 27/3 17/4"), ("var 8 vecka tors", "5/3"), ("every 2 weeks on Sat", "7/3 21/3 4/4 18/4"),
    ("udda veckor mån-fre", "9/3 10/3 11/3 12/3 13/3 23/3 …"), ("ojämn vecka lö", "14/3 28/3 11/4 25/4"),
    ("1:a och 3:e måndagen i månaden", "2/3 16/3 6/4 20/4"), ("second Tuesday of each month", "10/3 14/4"),
    ("every third Tuesday", "3/3 24/3 14/4"), ("sista sön", "29/3 26/4"), ("5th Sunday of the month", "29/3"),
    ("mon–fri except wed", "2/3 3/3 5/3 6/3 9/3 10/3 …"), ("lör- och söndagar", "7/3 8/3 14/3 15/3 21/3 22/3 …"),
    ("fre till mån", "2/3 6/3 7/3 8/3 9/3 13/3 …"), ("Thursday to Saturday", "5/3 6/3 7/3 12/3 13/3 14/3 …"),
    ("to on", "4/3 5/3 11/3 12/3 18/3 19/3 …"), ("3 ggr/vecka: mån, ons, fre", "2/3 4/3 6/3 9/3 11/3 13/3 …"),
    ("5 ggr/vecka vardagar", "2/3 3/3 4/3 5/3 6/3 9/3 …"), ("var 14:e dag", "2/3 16/3 30/3 13/4"),
    ("sön- och helgdagar", "8/3 15/3 22/3 29/3 5/4 12/4 …"), ("tisdagar kl", "3/3 10/3 17/3 24/3 31/3 7/4 …"),
    ("den 2026-03-05 och 2026-04-02", "5/3 2/4"), ("14/4 och 21/4", "14/4 21/4"), ("5/3, 2/4", "5/3 2/4"),
    ("v 12, 14 tis", "17/3 31/3"), ("v12 mån", "16/3"), ("vecka 11 och 13 mån, ons", "9/3 11/3 23/3 25/3"),
    ("tis v. 12-14", "17/3 24/3 31/3"), ("veckorna 11 – 12 helger", "14/3 15/3 21/3 22/3"),
    ("weeks 11 and 12 Friday", "13/3 20/3"), ("första vardagen i månaden", "2/3 1/4"),
    ("2:a vardagen i månaden", "3/3 2/4"), ("last workday of the month", "31/3"),
    ("sön o helgdag", "8/3 15/3 22/3 29/3 5/4 12/4 …"), ("söndagar och röda dagar", "8/3 15/3 22/3 29/3 5/4 12/4 …"),
  ])
  func furtherWordsAreUnderstood(text: String, days: String) throws {
    let read = try Self.read(text)
    #expect(read.recurrence.times == nil && Self.days(read.recurrence).joined(separator: " ") == days)
  }

  @Test(arguments: [
    ("två gånger i veckan", 2, Recurrence.Times.Period.week), ("2x/vecka", 2, .week), ("3ggr / v", 3, .week),
    ("en gång per månad", 1, .month), ("once weekly", 1, .week), ("3 days a week", 3, .week),
    ("2 dagar i veckan", 2, .week), ("twice monthly", 2, .month), ("1 ggr/v", 1, .week), ("1 g / v", 1, .week),
    ("vecka 2 ggr", 2, .week),
  ])
  func soManyTimesAWeekLeavesTheDaysToThePlanner(text: String, count: Int, period: Recurrence.Times.Period) throws {
    #expect(try Self.read(text).recurrence.times == Recurrence.Times(count, a: period))
  }

  @Test(arguments: [
    ("varje måndagg", "\"varje dag\""), ("varje vecka", "the days too"), ("varannan vecka", "the days too"),
    ("2 ggr/dag", "a row for each time of the day"), ("8 ggr/vecka", "no more times than days, of which there are 7"),
    ("3 ggr/vecka helger", "no more times than days, of which there are 2"), ("2 ggr", "how often in what"),
    ("morgon och kväll", "one part of the day"), ("varannan månad", "every second month is not known"),
    ("jämna veckor mån, varannan tis", "one rhythm alone"), ("2026-03-04 och mån", "dates alone"),
    ("2 tis", "without the word \"2\""), ("var 3:e måndag i månaden varannan vecka", "one rhythm"),
    ("3 ggr/vecka, minst 4 dagar emellan", "fewer days apart than 5"), ("", "the days too"),
    ("v 12", "the days too"), ("v 60 mån", "weeks of the calendar"), ("v 50-3 mån", "weeks of the calendar"),
    ("varannan vecka v 12 mån", "one rhythm alone"), ("v 12 2 ggr/vecka", "one rhythm alone"),
    ("31/2 och 1/3", "dates alone"), ("tisdagar och första måndagen i månaden", "one rhythm alone"),
    ("första mån och tredje ons i månaden", "one rhythm alone"),
    ("första måndagen i månaden och tis", "one rhythm alone"),
    ("mån, varannan ons", "one rhythm alone"), ("varannan mån, varje tis", "one rhythm alone"),
    ("mån och udda veckor tis", "one rhythm alone"), ("varannan tis, jämna veckor mån", "one rhythm alone"),
    ("första tisdagen i månaden och varje fre", "one rhythm alone"),
  ])
  func whatIsNotUnderstoodIsRefusedWithWhatIsKnown(text: String, expected: String) {
    #expect(Self.fault(text).contains(expected), "\(Self.fault(text))")
  }

  @Test func theYearOfDaysAndWeeksIsTheNearestAndTold() throws {
    let december = try #require(LocalDate("2026-12-28"))
    func dates(_ text: String) throws -> [String] {
      try RecurrenceText(text, first: nil, last: nil, near: december).guessed.map(\.description)
    }
    #expect(
      try dates("30/12, 4/1") == ["2026-12-30", "2027-01-04"] && dates("v 53, 1 tis") == ["2026-12-29", "2027-01-05"])
    let folder = try NeedsFolder.sound([
      "needs.csv":
        "client;Dagar;slot;minutes;lat;lon\nC1;v 10, 11 tis;morgon;30;57,49;12,08\nC1;5/3 och 2026-03-12;lunch;30;;\n"
    ])
    #expect(
      try folder.reading().notes.filter { $0.header == "Dagar" }.map(\.reading) == [
        "\"v 10, 11 tis\" is 2026-03-03, 2026-03-10", "\"5/3 och 2026-03-12\" is 2026-03-05, 2026-03-12",
      ])
    #expect(
      try folder.instance().visits.map { "\($0.earliest.date)" }.sorted() == [
        "2026-03-03", "2026-03-05", "2026-03-10", "2026-03-12",
      ])
  }

  @Test func everySecondWeekNeedsADateToCountFrom() {
    #expect(Self.fault("varannan vecka, ons", first: nil).contains("a date in the column first"))
    #expect(Self.fault("1 gång varannan vecka", first: nil).contains("a date in the column first"))
  }

  @Test func noTextIsTooMuchForIt() {
    var random = SeededGenerator(seed: 7)
    let words =
      Array(RecurrenceWords.meanings.keys).sorted() + ["mån", "fri", "2", "8", ":", "-", ",", "e", "x", "å/", "53"]
    for _ in 0..<3000 {
      let text = (0..<1 + random.int(below: 6)).map { _ in words[random.int(below: words.count)] }
        .joined(separator: random.int(below: 4) == 0 ? "" : " ")
      guard let read = try? Self.read(text) else { continue }
      // What is read names days, and times that the days have room for.
      #expect(!read.recurrence.weekdays.isEmpty)
      if let times = read.recurrence.times, times.period == .week {
        #expect(times.count < read.recurrence.weekdays.count && times.count > 0, "\(text)")
      }
    }
  }
}
