import Continuity
import Foundation
import HomeCare
import Interchange
import Testing

@testable import Reports

@Suite struct BoardReportTests {
  @Test(arguments: 1...6) func noIdOfTheLogIsInAnyForm(seed: Int) throws {
    let report = try unevenReport(oddNames, seed: UInt64(seed))
    let board = try BoardReport(report, limit: 5)
    let published = try PublicForms(board)
    #expect(published.sheets.map(\.name) == ["periods and groups", "distribution", "figures", "read as"])
    let forms = published.all
    let hash = try #require(report.quality?.sha256)
    for form in forms { #expect(!form.contains(hash)) }
    for name in oddNames {
      let inner: HTML = "\(name)"
      for form in forms { #expect(!form.contains(name) && !form.contains(inner.text), "\(name)") }
    }
    // Names beside ids, contacts who are nobody of the log, a word and a header that nobody knows.
    for word in ["Anna-Lisa", "Contact", "agency", "medhj"] {
      for form in forms { #expect(!form.contains(word), "\(word)") }
    }
    #expect(published.texts[.english]?.contains("a column of the log that is not read seems to hold staff") == true)
    // The search finds what is there: the edition for work is full of them.
    let work = report.html(.english, limit: 1000)
    #expect(report.files(.english).contains { String(decoding: $0.bytes, as: UTF8.self).contains("Anna-Lisa") })
    #expect(work.contains("7100000003") && work.contains("Åsa Öberg-1x"))
  }

  @Test(arguments: 1...12) func noCountOfFewClientsIsInTheJSON(seed: Int) throws {
    let report = try unevenReport((0..<(8 + 9 * seed)).map { "K\($0)" }, seed: UInt64(seed), areas: 6)
    let object = try parsed(try BoardReport(report, limit: 5).json())
    let periods = try #require(object["periods"] as? [[String: Any]])
    #expect(periods.count == report.periods.count)
    for period in periods {
      let groups = try #require(period["groups"] as? [String: [[String: Any]]])
      for row in [period] + groups.values.flatMap(\.self) {
        guard let clients = row["clients"] as? Int else {
          #expect(row["clientsShown"] as? String == "few" && row["mean"] is NSNull)
          continue
        }
        #expect(clients >= 5)
        for level in [14, 20] {
          let above = try #require(row["above\(level)"] as? [String: Any])
          if let count = above["count"] as? Int {
            #expect(count >= 5 && clients - count >= 5 && above["shown"] == nil)
          } else {
            #expect(above["shown"] is String && above["share"] is NSNull)
          }
        }
      }
      for rows in groups.values {
        #expect(rows.reduce(0) { $0 + ($1["clients"] as? Int ?? 0) } == period["clients"] as? Int)
      }
      for band in try #require(period["distribution"] as? [[String: Any]]) {
        #expect(try #require(band["clients"] as? Int) >= 5)
      }
    }
  }

  /// With more decimals than the page shows, the sum of what few clients met could be worked out.
  @Test(arguments: 1...6) func noFormHasMoreDecimalsThanThePage(seed: Int) throws {
    let board = try BoardReport(try unevenReport((0..<90).map { "K\($0)" }, seed: UInt64(seed)), limit: 5)
    func isRounded(_ value: Double) -> Bool { abs(value * 10 - (value * 10).rounded()) < 1e-9 }
    var found = 0
    for period in try #require(try parsed(board.json())["periods"] as? [[String: Any]]) {
      let groups = try #require(period["groups"] as? [String: [[String: Any]]])
      for row in [period] + groups.values.flatMap(\.self) {
        for key in ["mean", "meanFrom", "meanTo"] {
          guard let value = row[key] as? Double else { continue }
          #expect(isRounded(value), "\(key) \(value)")
          found += 1
        }
      }
    }
    #expect(found > 8)
    for table in board.files(.english) where table.name == "periods.csv" {
      let rows = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      #expect(rows[0][5...7] == ["mean", "meanFrom", "meanTo"] && rows.count > 4)
      for row in rows.dropFirst() { for cell in row[5...7] { #expect(Double(cell).map(isRounded) ?? cell.isEmpty) } }
    }
    for part in board.html(.english).components(separatedBy: "data-figure=\"mean\" data-value=\"").dropFirst() {
      #expect(isRounded(try #require(Double(part.prefix { $0 != "\"" }))))
    }
  }

  @Test func aGroupHasAnIntervalWhereItIsLargeEnough() throws {
    let report = try unevenReport((0..<120).map { "K\($0)" }, groupings: [.provider])
    let board = try BoardReport(report, limit: 5)
    let rows = board.shown.periods.flatMap { $0.rows.flatMap(\.self) }
    #expect(rows.contains { $0.interval != nil })
    for row in rows {
      guard let interval = row.interval, let mean = row.mean else { continue }
      #expect((row.clients ?? 0) >= 20 && interval.lower <= mean && mean <= interval.upper)
    }
    #expect(board.text(.english).contains("95 % interval"))
    let few = try BoardReport(try unevenReport((0..<30).map { "K\($0)" }, groupings: [.area]), limit: 5)
    for row in few.shown.periods.flatMap({ $0.rows.flatMap(\.self) }) where (row.clients ?? 0) < 20 {
      #expect(row.interval == nil)
    }
  }

  /// A reader who knows that categories of staff add up to the mean at most tries to work out the sum that is not told.
  @Test(arguments: 1...10) func noCauseOfFewClientsCanBeWorkedOut(seed: Int) throws {
    let report = try unevenReport((0..<(15 + 8 * seed)).map { "K\($0)" }, seed: UInt64(seed))
    let last = try #require(report.periods.last)
    let contributions = try #require(report.contributions(last))
    let board = try BoardReport(report, limit: 5)
    let people = Double(last.clients.count)
    guard !board.causes.isEmpty else {
      #expect(people < 20)
      return
    }
    for cause in board.causes {
      let row = try #require(contributions.rows.first { $0.cause == cause.cause })
      #expect(row.clients >= 5 && abs(cause.lowering - (row.lowering?.value ?? 0)) <= 0.05 + 1e-9)
      #expect(cause.cause != .staffCategory("agency"))
    }
    // What is left of the mean for those not told, as far as the decimals tell: one of several whole numbers.
    let mean = try #require(board.shown.last?.total.mean)
    let told = board.causes.filter { if case .staffCategory = $0.cause { true } else { false } }
    let left = mean - told.reduce(0) { $0 + $1.lowering }
    let doubt = 0.05 * Double(told.count + 1)
    let (least, most) = ((left - doubt) * people, (left + doubt) * people)
    #expect(most.rounded(.down) - max(0, least).rounded(.up) >= 1)
    #expect(board.html(.swedish).contains("personal som mötts en gång"))
    #expect(!String(decoding: board.json(), as: UTF8.self).contains("agency"))
  }

  @Test func itsTablesHoldWhatItsJSONHolds() throws {
    let board = try BoardReport(try unevenReport((0..<90).map { "K\($0)" }, periods: 3), limit: 5)
    let periods = try #require(try parsed(board.json())["periods"] as? [[String: Any]])
    let bands = periods.flatMap { $0["distribution"] as? [[String: Any]] ?? [] }.compactMap { $0["clients"] as? Int }
    let table = try #require(board.files(.english).first { $0.name == "distribution.csv" })
    let rows = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    #expect(rows.map { Int($0.split(separator: ",", omittingEmptySubsequences: false)[4]) ?? 0 } == bands)
    #expect(bands.allSatisfy { $0 >= 5 } && bands.count > 2)
    let readAs = try #require(board.files(.english).first { $0.name == "read-as.csv" })
    for row in String(decoding: readAs.bytes, as: UTF8.self).split(separator: "\n") where row.contains("reason-above") {
      #expect((row.split(separator: ",").last.flatMap { Int($0) } ?? 0) >= 5)
    }
  }

  @Test func whatIsShownEqualsTheEditionForWork() throws {
    let report = try unevenReport((0..<80).map { "K\($0)" }, groupings: [.area])
    let board = try BoardReport(report, limit: 5)
    for (period, shown) in zip(report.periods, board.shown.periods) {
      let headline = period.summary.headline
      let mean = try #require(headline.mean?.value)
      #expect(shown.total.clients == headline.clients && shown.total.mean == (mean * 10).rounded() / 10)
      #expect(shown.total.wholeMean == Int(mean.rounded()) && shown.total.median == headline.median?.value)
      #expect(shown.total.above[0] == .exact(headline.share(above: 14)))
    }
  }

  @Test func periodsThatOverlapAndVisitsToldApartAreRefused() throws {
    let rolling = try report(clients: ["K1"], staff: ["P1"], definition: .everyone, rolling: true)
    #expect(throws: BoardRefusal.self) { try BoardReport(rolling, limit: 5) }
    let categories = try unevenReport(["K1", "K2"], groupings: [.category])
    #expect(throws: BoardRefusal.self) { try BoardReport(categories, limit: 5) }
  }

  @Test func theHeadingAndTheFiguresOfOthersStandOnThePageAsGiven() throws {
    var report = try unevenReport((0..<80).map { "K\($0)" })
    report.heading = ReportHeading(title: "A <title>", unit: "North", board: "The board", date: "20 January 2026")
    report.published = [.init(place: "Elsewhere", year: 2021, mean: 14.9, note: "", source: "A source")]
    for page in [report.html(.english), try BoardReport(report, limit: 5).html(.english)] {
      #expect(page.contains("<h1>A &lt;title&gt;</h1>") && page.contains("North · The board · 20 January 2026"))
      #expect(page.contains("<bdi>Elsewhere</bdi>") && page.contains("14.9") && page.contains("<bdi>A source</bdi>"))
    }
    report.published = []
    #expect(!report.html(.english).contains("Figures of others"))
  }

  @Test func theConclusionSaysDirectionTargetAndChange() throws {
    let report = try unevenReport((0..<80).map { "K\($0)" })
    let last = try #require(report.periods.last)
    let sentences = Language.english.conclusion(report.shown)
    let mean = try #require(last.summary.headline.mean)
    #expect(
      sentences[0].hasPrefix(
        "From 2025-03-17 to 2025-03-30, clients met \(Language.english.number(mean, 1)) different staff"))
    #expect(sentences[0].contains("fewer than the target of at most 14") == (mean.value < 14))
    #expect(sentences[1].lowercased().contains("chance between clients"))
    #expect(sentences[2].contains("since the period before"))
    let swedish = Language.swedish.conclusion(report.shown)
    #expect(swedish[0].hasPrefix("Från 2025-03-17 till 2025-03-30 mötte kunderna") && swedish.count == sentences.count)
  }
}
