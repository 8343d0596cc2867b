import Files
import Foundation
import HomeCare
import Tables
import Testing

@testable import VisitLogs

@Suite struct NeedsReaderTests {
  @Test func needsBecomeVisitsOnTheirDays() throws {
    let instance = try NeedsFolder.sound().instance()
    let days = { (prefix: String) in
      instance.visits.filter { $0.id.rawValue.hasPrefix(prefix) }.map { $0.earliest.description }
    }
    // Weeks are counted from 25 February: 4 March is in the next week, 11 March in the second.
    let wednesdays = instance.visits.filter { $0.staff == 2 }
    #expect(wednesdays.map(\.earliest.description) == ["2026-03-11T11:45"])
    #expect(wednesdays[0].latest.description == "2026-03-11T12:30")
    // Week 10 is even, week 11 odd.
    #expect(days("C2") == (2...6).map { "2026-03-0\($0)T19:00" })
    #expect(instance.visits.first { $0.client == "C2" }?.latest.description == "2026-03-02T21:15")
    #expect(instance.visits.count == 14 + 1 + 5)
    #expect(instance.visits.first?.skills == ["insulin"] && instance.visits.first?.id == "C1-20260302-0700")
  }

  @Test func contractsBasesAndContactsAreUnderstood() throws {
    let instance = try NeedsFolder.sound().instance()
    #expect(instance.staff.map(\.maxMinutes) == [3442, 4590])
    #expect(instance.staff.map(\.location) == ["base-1", "base-1"])
    #expect(instance.clients.map(\.contact) == ["S1", "S2"])
    let shift = try #require(instance.shifts.first { $0.staff == "S1" })
    #expect(shift.breakRule?.from.description == "2026-03-02T09:00")
    #expect(shift.breakRule?.to.description == "2026-03-02T13:30")
    #expect(instance.shifts.filter { $0.staff == "S2" }.map(\.kind) == Array(repeating: .pool, count: 10))
  }

  @Test func eachNeedIsASeriesWithItsStartAndWhatSheetsTell() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": """
      client,recurrence,slot,start,minutes,tolerans,samtidigt,insats,lat,lon,adress,telefon,portkod,anmärkning
      C1,varje dag,,08:10,30,5,,Dusch,57.49,12.08,Storgatan 1,070,1234,hund
      C1,måndag,lunch,,20,,ja,,,,,,,
      """,
      "staff.csv": "staff,telefon\nS1,071\nS2,\n",
    ])
    let instance = try folder.instance()
    #expect(
      instance.series == [
        Series(id: "C1-0810", client: "C1", usual: 490, tolerance: 5), Series(id: "C1-1100", client: "C1"),
      ])
    #expect(instance.visits.count { $0.series == "C1-0810" && $0.tasks == "Dusch" && !$0.alongside } == 14)
    #expect(instance.visits.count { $0.series == "C1-1100" && $0.tasks == nil && $0.alongside } == 2)
    let client = instance.clients[0]
    #expect([client.phone, client.access, client.remark] == ["070", "1234", "hund"])
    #expect(instance.locations.first { $0.id == client.location }?.address == "Storgatan 1")
    #expect(instance.staff.map(\.phone) == ["071", nil])
    // Format 1 knows of none of it.
    let travel = Travel.coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
    let first = try NeedsReader.read(folder: folder.path, nil, travel: travel)
      .instance(over: instance.horizon, name: "needs", format: .one)
    #expect(first.visits.map(\.id) == instance.visits.map(\.id) && first.series.isEmpty)
    #expect(first.clients[0].phone == nil && first.weights == Weights())
  }

  @Test func absencesAndHospitalStaysAreTakenOut() throws {
    let folder = try NeedsFolder.sound([
      "absences.csv": "personal;från;till\nS2;2026-03-02;2026-03-04\nS1;2026-03-05 12:00;2026-03-05 14:00\n",
      "away.csv": "client,from,to\nC1,2026-03-03,2026-03-14\n",
    ])
    let instance = try folder.instance()
    #expect(
      instance.visits.filter { $0.client == "C1" }.map(\.earliest.date.description) == ["2026-03-02", "2026-03-15"])
    #expect(instance.shifts.filter { $0.staff == "S2" }.count == 7)
    #expect(instance.shifts.filter { $0.staff == "S1" }.count == 15)
    // What is expanded reads back as it was written.
    #expect(try Instance(json: instance.json()).tables == instance.tables)
  }

  @Test func aSwedishExportIsReadAsItComes() throws {
    let export = """
      Planering, utskriven 2026-02-27

      Kundnr;Slinga;Återkommande;När på dagen;Starttid;Längd;Min före;Min efter;Dubbel;Fast omsorgskontakt;Lat;Lon
      K 1;Norr;Varje vecka, mån tis;;07:30:00;30 min;15;15;Nej;P1;57,49;12,08
      k1;Norr;Var 3:e vecka, fre;Lunch;;00:20;;;Ja;;;
      """.replacingOccurrences(
        of: "Var 3:e vecka, fre;Lunch;;00:20;;;Ja;;;", with: "Udda veckor, fredagar;Lunch;;00:20;;;Ja;;;")
    let folder = try NeedsFolder(
      [
        "needs.csv": export,
        "staff.csv": "Personal;Namn;Kompetens;Sysselsättningsgrad\nP1;Åsa;;37,5\nP2;Örjan;;100\n",
        "shifts.csv": "Personal;Dagar;Start;Slut;Rast\nP1;vardagar;7:00;16.00;30\nP2;helger;22:00;07:00;\n",
      ], encoding: .windowsCP1252)
    let instance = try folder.instance()
    #expect(instance.clients.count == 1 && instance.clients[0].area == "Norr" && instance.clients[0].id == "K 1")
    #expect(
      instance.visits.map { "\($0.earliest) \($0.latest.clock) \($0.minutes) \($0.staff)" } == [
        "2026-03-02T07:15 07:45 30 1", "2026-03-03T07:15 07:45 30 1", "2026-03-09T07:15 07:45 30 1",
        "2026-03-10T07:15 07:45 30 1", "2026-03-13T11:00 13:10 20 2",
      ])
    #expect(instance.locations[0].latitude == 57.49)
    // The night shift of Sunday 1 March reaches into the first day.
    #expect(instance.shifts.first?.start.description == "2026-03-01T22:00")
    #expect(instance.staff.map(\.name) == ["Åsa", "Örjan"])
  }

  @Test func aMappingNamesColumnsAndSlots() throws {
    let mapping = try ExportMapping(
      json: Array(
        """
        {"format": "samma-mapping/1", "tables": {"needs": {"recurrence": "X1", "slot": "X2"}},
         "slots": {"Frukost": "06:30-08:00"}}
        """.utf8))
    let folder = try NeedsFolder.sound([
      "needs.csv": "client,X1,X2,minutes,lat,lon\nC1,var tredje dag,frukost,30,57.4,12.1\n"
    ])
    #expect(
      try folder.problems(mapping) == [
        "needs.csv:2: C1, \"X1\": found \"var tredje dag\"; expected a date in the column first to "
          + "count from, or \"jämna veckor\" or \"udda veckor\""
      ])
    let dated = try NeedsFolder.sound([
      "needs.csv": "client,X1,X2,minutes,lat,lon,first\nC1,var tredje dag,frukost,30,57.4,12.1,2026-03-03\n"
    ])
    #expect(
      try dated.instance(mapping).visits.map { "\($0.earliest) \($0.latest.clock)" } == [
        "2026-03-03T06:30 07:30", "2026-03-06T06:30 07:30", "2026-03-09T06:30 07:30", "2026-03-12T06:30 07:30",
        "2026-03-15T06:30 07:30",
      ])
  }

  @Test func everyProblemIsToldAtItsPlace() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": """
      client,recurrence,slot,minutes,double,lat,lon,contact
      C1,varje måndagg,morgon,30,,57.49,12.08,
      C2,varje dag,brunch,3x,kanske,57.50,12.09,S9
      C3,varje vecka,lunch,300,,,12.1,
      C3,varje dag,lunch,300,,,12.2,
      ,varje dag,lunch,20,,,,
      """,
      "staff.csv": "staff,contract\nS1,75\nS1,100\nS3,x\n",
      "shifts.csv": "staff,recurrence,start,end\nS1,varje dag,07:00,16:00\nS1,ons,15:00,20:00\nS7,mån,07:00,99:00\n",
      "absences.csv": "staff,from,to\nS8,2026-03-02,2026-03-03\nS1,2026-03-05,2026-03-02\n",
      "visit.csv": "",
    ])
    let problems = try folder.problems()
    for expected in [
      "needs.csv:2: needs row 1 (C1), recurrence: found \"varje måndagg\"; expected days such as",
      "needs.csv:3: needs row 2 (C2), minutes: found \"3x\"; expected a whole number of minutes",
      "needs.csv:3: needs row 2 (C2), slot: found \"brunch\"; expected morgon, lunch, middag, kväll",
      "needs.csv:3: needs row 2 (C2), double: found \"kanske\"; expected ja or nej",
      "needs.csv:3: needs row 2 (C2), contact: found \"S9\"; expected the id of a row of staff",
      "needs.csv:4: needs row 3 (C3), lat: found nothing; expected degrees north",
      "needs.csv:4: needs row 3 (C3), recurrence: found \"varje vecka\"; expected the days too",
      "needs.csv:5: needs row 4 (C3), lon: found \"12.2\"; expected what line 4 says of the client, \"12.1\", or nothing",
      "needs.csv:5: needs row 4 (C3), minutes: found 300; expected a length that the part of the day has room for",
      "needs.csv:6: needs row 5, client: found nothing; expected the client's id",
      "staff.csv:3: staff row 2 (S1), staff: found",
      "staff.csv:4: staff row 3 (S3), contract: found \"x\"; expected a number from 0 to 200",
      "shifts.csv:4: shifts row 3 (S7), end: found \"99:00\"; expected a time of day",
      "absences.csv:2: absences row 1 (S8), staff: found \"S8\"; expected the id or name of somebody in the table staff",
      "absences.csv:3: absences row 2 (S1), to: found \"2026-03-02\"; expected a time after from",
    ] {
      #expect(
        problems.contains { $0.contains(expected) }, "\(expected)\nis not among\n\(problems.joined(separator: "\n"))")
    }
    #expect(problems.contains { $0.hasPrefix("shifts.csv:3: ") || $0.hasPrefix("shifts.csv:2: ") })
  }

  @Test func columnsThatNothingIsReadFromAreToldByFile() throws {
    let folder = try NeedsFolder.sound([
      "staff.csv": "staff,name,Anteckning,Hemtel,\nS1,Karin Ek,x,y,\nS2,Anders Al,,,\n"
    ])
    let travel = Travel.coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
    let unread = try NeedsReader.read(folder: folder.path, nil, travel: travel).unread
    #expect(unread.map(\.columns) == [["Anteckning", "Hemtel"]])
    #expect(
      unread.map(\.description) == [
        "\(folder.path)/staff.csv: not read: \"Anteckning\", \"Hemtel\"; a mapping can say what a column is"
      ])
    var mapping = ExportMapping.genericSwedish
    mapping.tables[.staff] = ["skills": "Anteckning"]
    #expect(
      try NeedsReader.read(folder: folder.path, mapping, travel: travel).unread.map(\.columns) == [["Hemtel"]])
  }

  @Test func tiesPinsAndHistoryBecomeLinksPinsAndHistory() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": """
      client,recurrence,start,after,minutes,tie,minGap,sameStaff,pinned,lat,lon
      C1,varje dag,18:00,60,20,Insulin,480,nej,,57.49,12.08
      C1,varje dag,08:00,60,20,insulin,,,"Karin Ek",,
      C2,vardagar,15:30,60,20,,,,S2,57.50,12.09
      """,
      "history.csv":
        "Kund;Personal;Datum\nC1;Anders Al;2026-02-27\nC1;S2;2026-02-27\nC9;S1;2026-02-27\nC2;S1;2026-03-02\n",
    ])
    let instance = try folder.instance(days: 7)
    #expect(instance.links.count == 7)
    #expect(
      instance.links.first
        == Link(first: "C1-20260302-0800", second: "C1-20260302-1800", minGap: 480, staff: .different))
    #expect(instance.visits.filter { $0.client == "C1" && $0.pinned == ["S1"] }.count == 7)
    // Anders works on weekdays only, and so are the visits he is pinned to.
    #expect(instance.visits.filter { $0.pinned == ["S2"] }.count == 5)
    // Strangers and what is not past are left out.
    let friday = try #require(LocalDate("2026-02-27"))
    #expect(instance.history == [PastMeeting(client: "C1", staff: "S2", date: friday)])
  }

  @Test func tiesThatCannotBeAreToldAtTheirRows() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": """
      client,recurrence,start,minutes,tie,minGap,maxGap,sameStaff,double,lat,lon
      C1,varje dag,08:00,20,a,,,,ja,57.49,12.08
      C1,varje dag,12:00,20,a,,,ja,,,
      C1,varje dag,14:00,20,,60,,,,,
      C1,varje dag,16:00,20,b,60,30,,,,
      """
    ])
    let problems = try folder.problems()
    try #require(problems.count == 3, "\(problems)")
    #expect(problems[0].hasPrefix("needs.csv:4: needs row 3 (C1), tie: found nothing"))
    #expect(problems[1].hasPrefix("needs.csv:5: needs row 4 (C1), maxGap: found 30"))
    #expect(problems[2].hasPrefix("needs.csv:3: needs row 2") && problems[2].contains("sameStaff"))
  }

  @Test func missingTablesAndColumnsAreAllTold() throws {
    let folder = try NeedsFolder(["needs.csv": "client,days\nC1,mon\n", "staff.csv": "name\nKarin\n"])
    let problems = try folder.problems().map { $0.components(separatedBy: "; expected")[0] }
    #expect(
      problems.dropLast() == [
        "staff.csv:1: found the columns \"name\"", "needs.csv:1: found the columns \"client\", \"days\"",
      ])
    #expect(problems.last?.hasSuffix(": found no table shifts") ?? false)
  }

  @Test(arguments: [
    ("every second week, Mon Tue", [1, 2, 15, 16]), ("varannan dag", [1, 3, 5]), ("alla dagar", [1, 2, 3]),
    ("helger", [6, 7, 13]), ("var tredje vecka tors", [4, 25]), ("lör-mån", [1, 6, 7, 8]),
    ("odd weeks Friday", [12, 26]),
  ])
  func recurrencesAreUnderstood(text: String, days: [Int]) throws {
    let monday = try #require(LocalDate("2026-03-02"))
    let recurrence = try RecurrenceText(text, first: monday, last: nil, near: monday).recurrence
    let found = (0..<28).filter { recurrence.falls(on: monday.advanced(by: $0)) }.map { $0 + 1 }
    #expect(Array(found.prefix(days.count)) == days)
    #expect(!recurrence.falls(on: monday.advanced(by: -7)))
  }

  @Test func isoWeeksFollowTheCalendar() throws {
    for (date, week) in [("2026-01-01", 1), ("2024-12-30", 1), ("2027-01-03", 53), ("2026-03-02", 10)] {
      #expect(try #require(LocalDate(date)).isoWeek == week)
    }
  }
}
