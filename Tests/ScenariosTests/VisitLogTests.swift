import HomeCare
import Testing

@testable import Scenarios

@Suite struct VisitLogTests {
  private static func log(seed: UInt64 = 1, visits: Int = 5_000) throws -> String {
    var options = VisitLogOptions()
    options.clients = 40
    options.staff = 100
    options.days = 60
    options.visits = visits
    options.seed = seed
    var log = try VisitLog(options)
    var bytes: [UInt8] = []
    log.write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func theSameSeedGivesTheSameLogAndAnotherOneAnother() throws {
    let log = try Self.log()
    #expect(try Self.log() == log)
    #expect(try Self.log(seed: 2) != log)
  }

  @Test func rowsAreInTheOrderOfTimeAndAboutAsManyAsAskedFor() throws {
    let lines = try Self.log().split(separator: "\n")
    #expect(lines[0] == VisitLog.header[...])
    let rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect((4_000...6_500).contains(rows.count))
    var last = LocalDateTime(minuteNumber: 0)
    for row in rows {
      #expect(row.count == 10)
      let start = try #require(LocalDateTime(String(row[2])))
      let end = try #require(LocalDateTime(String(row[3])))
      #expect(start >= last && end > start)
      last = start
    }
    let performed = rows.count { $0[8] == "performed" }
    #expect(performed * 100 > rows.count * 94 && performed < rows.count)
    #expect(Set(rows.map { $0[4] }) == ["care", "service", "alarm", "meal", "nursing"])
  }

  @Test func optionsThatMakeNoLogAreRefused() {
    var options = VisitLogOptions()
    options.staff = 3
    #expect(throws: ScenarioOptionError.self) { try VisitLog(options) }
  }
}
