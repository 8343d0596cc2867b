import Continuity
import Foundation
import HomeCare
import Interchange

@testable import Reports

/// A log of some fortnights in which nothing is even: clients come and go, areas and providers are of every size.
func unevenReport(
  _ names: [String], seed: UInt64 = 1, periods: Int = 2, areas: Int = 4, groupings: [Grouping] = [.area, .provider],
  definition: Definition = .everyone
) throws -> MeasureReport {
  var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  func draw(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
  var csv = CSVWriter()
  for title in [
    "client", "clientName", "staff", "staffName", "start", "category", "area", "provider", "staffCategory", "status",
    "contact", "medhjälpare",
  ] {
    csv.append(title)
  }
  csv.endRecord()
  let first = LocalDate("2025-03-03")!
  for (number, client) in names.enumerated() {
    let area = min(draw(areas), draw(areas))
    let reach = 3 + draw(25)
    for visit in 0..<(28 * periods) where (number + visit / 28) % 9 != 0 {
      csv.append(client)
      csv.append(personName(number))
      let member = (number + draw(reach)) % names.count
      let category = member % 7 == 0 ? "substitute" : member % 31 == 5 ? "agency" : "home-care"
      csv.append("staff-\(names[member])")
      csv.append(personName(1000 + member))
      csv.append(first.advanced(by: visit / 2).midnight.advanced(by: 480 + visit % 2 * 600 + draw(5)).description)
      csv.append("care")
      csv.append("ward \(area)")
      csv.append(area == 0 && number % 2 == 0 ? "Nord AB" : "municipal")
      csv.append(category)
      csv.append("performed")
      // Every third client's contact is nobody of the log; who came along stands where nobody reads it.
      csv.append(number % 3 == 0 ? "Contact \(personName(2000 + number))" : "staff-\(names[member])")
      csv.append(visit % 5 == 0 ? "staff-\(names[(member + 1) % names.count])" : "")
      csv.endRecord()
    }
  }
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appendingPathComponent("log.csv")
  try Data(csv.bytes).write(to: path)
  var options = LogReader.Options()
  options.hashes = true
  let reading = try LogReader.read([path.path], options)
  let measurer = LogMeasurer(reading.log, definition)
  let dates = first...first.advanced(by: 14 * periods - 1)
  return MeasureReport(
    measurer, quality: reading.quality, periods: measurer.consecutivePeriods(dates), groupings: groupings,
    tellsWhy: true)
}

/// What somebody is called, beside the id.
func personName(_ number: Int) -> String { "Anna-Lisa Å\(number)berg" }

/// Ids that can be found in a text: numbers that stand nowhere else, names with marks and letters of many kinds.
let oddNames =
  (0..<60).map { number in
    switch number % 6 {
    case 0: "\(7_100_000_003 + 7919 * number)"
    case 1: "Åsa Öberg-\(number)x"
    case 2: "19400301-\(1000 + number)"
    case 3: "O'Neill & Søn <\(number)q>"
    case 4: "ID \(number) / «z»"
    default: "名前\(number)様"
    }
  }
