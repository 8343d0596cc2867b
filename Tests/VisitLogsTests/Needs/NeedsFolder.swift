import Files
import Foundation
import HomeCare
import Testing

@testable import VisitLogs

/// A folder of needs in a temporary place, removed with its owner.
final class NeedsFolder {
  let path: String

  init(_ files: [String: String], encoding: String.Encoding = .utf8) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "samma-needs-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.data(using: encoding)?.write(to: URL(filePath: "\(path)/\(name)"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The instance of some days from Monday 2026-03-02, the Monday of week 10.
  func instance(days: Int = 14, _ mapping: ExportMapping? = nil) throws -> Instance {
    let travel = Travel.coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
    let horizon = Horizon(start: try #require(LocalDate("2026-03-02")), days: days)
    return try NeedsReader.read(folder: path, mapping, travel: travel, start: horizon.start).instance(
      over: horizon, name: "needs")
  }

  /// What refuses the folder, each line without the folder's path.
  func problems(_ mapping: ExportMapping? = nil) throws -> [String] {
    do {
      _ = try instance(mapping)
      return []
    } catch let error as InputError {
      return error.problems.map { $0.description.replacingOccurrences(of: "\(path)/", with: "") }
    }
  }

  /// A sound folder, with some files exchanged.
  static func sound(_ files: [String: String] = [:]) throws -> NeedsFolder {
    let base = [
      "needs.csv": """
      client,recurrence,slot,start,before,after,minutes,double,skills,lat,lon,contact,first
      C1,varje dag,morgon,,,,30,,insulin,57.49,12.08,Karin Ek,
      C1,"varannan vecka, ons",,12:00,15,30,20,ja,,,,,2026-02-25
      C2,jämna veckor mån-fre,kväll,,,,45,,,57.50,12.09,S2,
      """,
      "staff.csv": """
      staff,name,skills,contract,lat,lon
      S1,Karin Ek,insulin;delegering,75,57.48,12.07
      S2,Anders Al,insulin,100%,57.48,12.07
      """,
      "shifts.csv": """
      staff,recurrence,start,end,breakMinutes,kind
      S1,varje dag,07:00,16:00,30,
      S2,vardagar,15:00,22:00,,vikarie
      """,
    ]
    return try NeedsFolder(base.merging(files) { $1 })
  }
}
