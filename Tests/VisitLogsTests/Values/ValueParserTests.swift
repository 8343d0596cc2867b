import Files
import HomeCare
import Testing

@testable import VisitLogs

@Suite struct ValueParserTests {
  @Test(arguments: [
    ("30", 30), ("30,0", 30), ("30.0", 30), ("30 min", 30), ("30min.", 30), ("45 minuter", 45), ("0,5 tim", 30),
    ("0.5 h", 30), ("2h", 120), ("2 timmar", 120), ("1:30", 90), ("00:30", 30), ("00:30:00", 30), ("1 h 30 min", 90),
    ("1h30", 90), ("1 tim 5 min", 65), ("en timme", 60), ("En halv timme", 30), ("halvtimme", 30), ("en halvtimme", 30),
    ("en och en halv timme", 90), ("1½ tim", 90), ("½ timme", 30), ("1 och en halv timme", 90), ("en kvart", 15),
    ("tre kvart", 45), ("half an hour", 30), ("one hour", 60), ("an hour and 10 minutes", 70), ("0", 0),
  ])
  func lengthsAreReadAsPeopleWriteThem(text: String, minutes: Int) { #expect(Lengths.minutes(text) == minutes) }

  @Test(arguments: [
    "", "x", "30x", "0,5", "-30", "1:60", "24:30", "00:30:30", "en", "timme", "30 40", "1 h 2 h x", "1::2", "min",
    "3 000 000 000 h",
  ])
  func whatIsNoLengthIsNone(text: String) { #expect(Lengths.minutes(text) == nil) }

  @Test func aColumnOfSharesIsReadAsAWhole() {
    func read(_ texts: [String]) -> [Double?] { texts.map { Shares(texts).percent($0) } }
    #expect(read(["0,75", "1", "0.5", "0"]) == [75, 100, 50, 0])
    #expect(read(["75", "100", "0", "37,5"]) == [75, 100, 0, 37.5])
    #expect(read(["75 %", "100%", "50 procent"]) == [75, 100, 50])
    #expect(read(["0,75", "80 %"]) == [75, 80])
    #expect(Shares(["0,75", "100", "80 %"]) == .mixed(part: "0,75", percent: "100"))
    #expect(Shares(["x", "1e3"]).percent("1e3") == nil)
  }

  @Test(arguments: [
    ("07:30", 450), ("7.30", 450), ("0730", 450), ("730", 450), ("7", 420), ("07", 420), ("kl 7", 420),
    ("kl. 7.30", 450),
    ("Klockan 07:30", 450), ("7:30 AM", 450), ("7:30 pm", 1170), ("7 PM", 1140), ("12 AM", 0), ("07h30", 450),
    ("7h", 420),
    ("24:00", 1440), ("07:30:00", 450), ("00:00", 0),
  ])
  func timesAreReadAsPeopleWriteThem(text: String, minute: Int) { #expect(DayPart.clock(text) == minute) }

  @Test(arguments: ["", "24:30", "25", "7:60", "13 PM", "kl", "kl x", "07:30x", "2026-03-02", "99999"])
  func whatIsNoTimeIsNone(text: String) { #expect(DayPart.clock(text) == nil) }

  @Test(arguments: [
    ("3 mars 2026", "2026-03-03"), ("3-mar-26", "2026-03-03"), ("3 Mar 2026", "2026-03-03"),
    ("3 maj 2026", "2026-05-03"),
    ("20260303", "2026-03-03"), ("2026/3/3", "2026-03-03"), ("2026-03-03", "2026-03-03"), ("3.3.2026", "2026-03-03"),
  ])
  func datesThatNeedNoOrderAreRead(text: String, date: String) throws {
    let day = try #require(MomentParser.moment(text, .monthFirst)?.day)
    #expect(LocalDate(dayNumber: day).description == date)
  }

  @Test func whatIsWrittenReadsBackAsTheSame() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<3000 {
      let date = LocalDate(dayNumber: 14_700 + random.int(below: 10_000))
      let (year, month, day) = date.components
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let (hour, minute) = (random.int(below: 24), random.int(below: 60))
      let half = "\((hour + 11) % 12 + 1):\(two(minute)) \(hour < 12 ? "AM" : "PM")"
      let clock = random.pick([
        "\(two(hour)):\(two(minute))", "\(hour).\(two(minute))", "\(two(hour))\(two(minute))", half,
      ])
      let shapes: [(String, ExportMapping.DateOrder)] = [
        ("\(year)-\(two(month))-\(two(day))", .dayFirst), ("\(day).\(month).\(year)", .dayFirst),
        ("\(day)/\(month)/\(two(year % 100))", .dayFirst), ("\(month)/\(day)/\(year)", .monthFirst),
        ("\(two(month))-\(two(day))-\(two(year % 100))", .monthFirst),
        ("\(two(year % 100))-\(two(month))-\(two(day))", .yearFirst),
        ("\(two(year % 100))\(two(month))\(two(day))", .yearFirst),
      ]
      for (text, order) in shapes {
        let moment = try #require(MomentParser.moment("\(text) \(clock)", order), "\(text) \(clock)")
        #expect(moment.day == date.dayNumber && moment.minute == hour * 60 + minute, "\(text) \(clock)")
      }
      let length = 1 + random.int(below: 1439)
      for text in [
        "\(length)", "\(length),0 min", "\(length / 60):\(two(length % 60))", "\(length / 60) h \(length % 60) min",
      ] {
        #expect(Lengths.minutes(text) == length, "\(text)")
      }
    }
  }

  @Test func noTextCrashesAnyParser() {
    var random = SeededGenerator(seed: 12)
    let scalars = Array("0123456789 :.,-/hHkKlLpPaAmMtTzZ+%½eE\u{301}\u{A0}\u{2212}\u{1F600}åmarsv".unicodeScalars)
    var read = 0
    for _ in 0..<20_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<random.int(below: 14) { view.append(scalars[random.int(below: scalars.count)]) }
      let text = String(view)
      for order in ExportMapping.DateOrder.allCases where MomentParser.moment(text, order) != nil { read += 1 }
      _ = (Lengths.minutes(text), Lengths.hours(text), DayPart.range(text), Shares([text]).percent(text))
      _ = (PersonalNumber(text), NormalForm.name(text), ShortenedNumber.matches(text.utf8))
    }
    #expect(read > 100)
  }
}

@Suite struct DateEvidenceTests {
  private func decision(_ texts: [String]) -> DateEvidence.Decision { MomentParser.evidence(of: texts).decision }

  @Test func theOrderOfDayAndMonthIsTakenFromTheWholeColumn() {
    #expect(decision(["03/04/2026", "13/04/2026"]) == .order(.dayFirst, misfits: 0))
    #expect(decision(["03/04/2026", "04/13/2026"]) == .order(.monthFirst, misfits: 0))
    #expect(decision(["03/04/2026", "05/04/2026"]) == .open([.dayFirst, .monthFirst]))
    #expect(decision(["03.04.2026", "05.04.2026"]) == .order(.dayFirst, misfits: 0))
    #expect(decision(["2026-03-04", "x", "07:30"]) == .any)
    #expect(decision(["13/04/2026", "04/13/2026"]) == .mixed(.dayFirst, .monthFirst))
    let many = Array(repeating: "13/04/2026", count: 200) + ["04/13/2026"]
    #expect(decision(many) == .order(.dayFirst, misfits: 1))
    #expect(MomentParser.evidence(of: ["03/03/2026"]).decision.doubt("03/03/2026") == nil)
  }

  @Test func aYearOfTwoDigitsInFrontIsToldFromTheColumn() {
    #expect(decision(["26-03-02"]) == .order(.yearFirst, misfits: 0))
    #expect(decision((2...15).map { "26-03-\($0 < 10 ? "0" : "")\($0)" }) == .order(.yearFirst, misfits: 0))
    #expect(decision((2...15).map { "\($0 < 10 ? "0" : "")\($0)-03-26" }) == .order(.dayFirst, misfits: 0))
    #expect(decision((10...20).map { "03/\($0)/26" }) == .order(.monthFirst, misfits: 0))
    #expect(decision(["260302", "260303"]) == .order(.yearFirst, misfits: 0))
    #expect(decision(["02-03-26"]) == .open([.dayFirst, .monthFirst]))
    #expect(decision(["12-03-15"]) == .open([.dayFirst, .monthFirst, .yearFirst]))
  }

  @Test func anOpenColumnHasTheOrderOfTheOthersOfItsFile() {
    let open = MomentParser.evidence(of: ["03/04/2026"])
    let clear = MomentParser.evidence(of: ["04/13/2026"])
    let other = MomentParser.evidence(of: ["13/04/2026"])
    #expect(DateEvidence.decisions([open, clear])[0] == .order(.monthFirst, misfits: 0))
    #expect(DateEvidence.decisions([open, clear, other])[0] == .open([.dayFirst, .monthFirst]))
  }

  @Test func anOrderDrawnAtRandomIsFoundAgain() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<300 {
      let order = random.pick(ExportMapping.DateOrder.allCases)
      let first = 16_000 + random.int(below: 6000)
      let texts = (0..<60).map { day -> String in
        let (year, month, day) = LocalDate(dayNumber: first + day).components
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let parts =
          switch order {
          case .dayFirst: [day, month, year % 100]
          case .monthFirst: [month, day, year % 100]
          case .yearFirst: [year % 100, month, day]
          }
        return parts.map(two).joined(separator: "-")
      }
      #expect(decision(texts) == .order(order, misfits: 0), "\(texts)")
    }
  }
}
