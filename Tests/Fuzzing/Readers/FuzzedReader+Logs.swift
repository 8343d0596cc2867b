import Continuity
import Files
import HomeCare
import Reports
import VisitLogs
import Workbooks

extension FuzzedReader {
  /// Settings of measures and exports.
  static let ofSettings = [
    FuzzedReader(name: "definition", shape: .json) { bytes, _ in _ = try Definition(json: bytes) },
    FuzzedReader(name: "mapping", shape: .json) { bytes, _ in _ = try ExportMapping(json: bytes) },
    FuzzedReader(name: "published", shape: .json) { bytes, folder in
      _ = try PublishedFigure.read(folder.file("published.json", bytes))
    },
  ]

  /// Logs of visits and what lies beside them; what is read is measured too.
  static let ofLogs = [
    FuzzedReader(name: "log", shape: .table) { bytes, folder in try measure(folder.file("log.csv", bytes)) },
    FuzzedReader(name: "log-rows", shape: .json) { bytes, folder in try measure(folder.file("log.json", bytes)) },
    FuzzedReader(name: "log-workbook", shape: .archive) { bytes, folder in
      var archive = ZipWriter()
      for (name, content) in FileBundle(bytes).files { archive.append(name, content) }
      try measure(folder.file("log.xlsx", archive.finished()))
    },
    FuzzedReader(name: "workbook", shape: .bytes) { bytes, _ in
      let workbook = try Workbook(bytes, file: "workbook.xlsx")
      for sheet in workbook.sheets { _ = try workbook.text(of: sheet) }
    },
    FuzzedReader(name: "gzip", shape: .bytes) { bytes, folder in
      // What no gzip file begins with is another kind of log.
      try measure(folder.file("log.csv.gz", Gunzip.isPacked(bytes) ? bytes : [0x1F, 0x8B, 8, 0] + bytes))
    },
    FuzzedReader(name: "away", shape: .table) { bytes, folder in _ = try Absence.read(folder.file("away.csv", bytes)) },
    FuzzedReader(name: "addresses", shape: .table) { bytes, folder in
      _ = try Gazetteer.read(folder.file("addresses.csv", bytes), nil)
    },
    FuzzedReader(name: "holidays", shape: .table) { bytes, folder in
      _ = try Holidays.read(path: folder.file("holidays.csv", bytes))
    },
  ]

  private static func measure(_ path: String) throws {
    var options = LogReader.Options()
    options.threads = 1
    let reading = try LogReader.read([path], options)
    let measurer = LogMeasurer(reading.log, .kkik, threads: 1)
    guard let known = reading.log.dates(of: measurer.basis) else { return }
    // A log from the year 1 to the year 9999 has more periods than a run has time for.
    let last = min(known.upperBound, known.lowerBound.advanced(by: 200))
    var resampling = Resampling()
    resampling.count = 20
    let report = MeasureReport(
      measurer, quality: reading.quality, periods: measurer.consecutivePeriods(known.lowerBound...last),
      groupings: [.area, .provider], tellsWhy: true, resampling: resampling)
    _ = report.json()
    _ = report.text()
  }
}
