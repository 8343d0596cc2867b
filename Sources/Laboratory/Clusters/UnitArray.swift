import Foundation
import HomeCare
import Interchange
import Rostering

/// A city as a Slurm job array: each unit planned by a task of its own, and the units' rosters put together.
public struct UnitArray: Sendable {
  /// What is read again of the folder: a file, and all files of a folder in it.
  public static let inputs = ["units.txt", "rosters"]

  private let folder: String
  private let units: [String]

  /// Divides a city and writes an instance for each unit, the batch script and the script that submits it.
  ///
  /// - Parameters:
  ///   - arguments: The options of `samma plan` for each unit.
  ///   - seconds: The time of each unit.
  ///   - samma: Path of the `samma` that plans.
  @discardableResult
  public init(
    splitting city: Instance, into folder: String, arguments: [String], threads: Int, seconds: Double, samma: String
  ) throws {
    self.folder = JobArray.full(folder)
    let instances = try city.regions()
    units = FileName.distinct(instances.map(\.name), .readable)
    try JobArray.makeFolder(self.folder, ["units", "rosters"])
    for (unit, instance) in zip(units, instances) { try OutputFile.write(instance.json(), to: unitFile(unit)) }
    try OutputFile.write(Array(units.map { $0 + "\n" }.joined().utf8), to: self.folder + "/units.txt")
    let words = arguments.map(\.shellWord).joined(separator: " ")
    let work = """
      unit=$(sed -n "$((index + 1))p" "$folder/units.txt")
      exec \(samma.shellWord) plan "$folder/units/$unit.json" -o "$folder/rosters/$unit.json" \(words)
      """
    try JobArray(
      folder: self.folder, name: city.name, count: units.count, threads: threads, seconds: seconds, work: work
    ).write()
  }

  /// The array that was written into a folder.
  ///
  /// - Throws: `InputError` where the folder holds none.
  public init(folder: String) throws(InputError) {
    self.folder = JobArray.full(folder)
    units = try FileBytes.read(self.folder + "/units.txt").split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Units in all.
  public var count: Int { units.count }

  private func unitFile(_ unit: String) -> String { folder + "/units/\(unit).json" }
  private func rosterFile(_ unit: String) -> String { folder + "/rosters/\(unit).json" }

  /// The units without a roster; where there are some, `resubmit.sh` submits them again.
  public func lost() throws -> [String] {
    let lost = units.indices.filter { FileBytes.place(of: rosterFile(units[$0])) != .file }
    try JobArray.writeResubmission(of: lost, count: count, in: folder)
    return lost.map { units[$0] }
  }

  /// The city's roster: all units' assignments, with the city's score.
  ///
  /// - Throws: `InputError` where a roster cannot be read, or what the units give is no valid roster of the city.
  public func collect(for city: Instance) throws(InputError) -> Roster {
    var merged = Roster(instance: city.name, assignments: [], unassigned: [], score: Score())
    for unit in units { merged.assignments += try Roster(path: rosterFile(unit)).assignments }
    let place = Dictionary(uniqueKeysWithValues: city.visits.enumerated().map { ($1.id, $0) })
    merged.assignments.sort { (place[$0.visit] ?? 0) < (place[$1.visit] ?? 0) }
    let assigned = Set(merged.assignments.map(\.visit))
    merged.unassigned = city.visits.map(\.id).filter { !assigned.contains($0) }
    merged.score = RosterChecker(city).check(merged).score
    if let first = RosterChecker(city).check(merged).violations.first {
      throw InputError(
        file: folder, found: "rosters that break \(first)", expected: "rosters of this very instance's units")
    }
    return merged
  }
}
