import Foundation
import HomeCare
import Interchange

/// What uploaded files came to: an instance, with a roster where one came along, and what they were taken for.
public struct ImportReading: Sendable {
  /// The instance.
  public let instance: Instance
  /// The roster of it, where one came along.
  public let roster: Roster?
  /// What was taken for what, left out or guessed, a sentence each, in English as messages are.
  public let notes: [String]

  /// How needs become an instance.
  public struct Period: Hashable, Sendable {
    /// The first day.
    public var start: LocalDate
    /// How many days are planned.
    public var days: Int

    /// A period.
    public init(start: LocalDate, days: Int = 14) {
      self.start = start
      self.days = days
    }
  }

  /// Why files cannot be read in.
  public enum Refusal: Error, Sendable {
    /// No files at all.
    case nothing
    /// More than one instance or roster.
    case several
    /// A roster, but not the instance that it answers.
    case rosterAlone
    /// Every problem of the files, each with its place.
    case problems(InputError)
  }

  /// Reads files: an instance with or without a roster, or tables of needs in any of the usual dialects.
  ///
  /// - Parameters:
  ///   - period: The days for which needs are planned; an instance has its own.
  ///   - name: What the instance of needs is called.
  public init(_ files: [UploadedFile], over period: Period, name: String) throws(Refusal) {
    if files.isEmpty { throw .nothing }
    let formats = files.map { Self.format($0) }
    let instances = files.indices.filter { formats[$0]?.hasPrefix("samma-instance/") == true }
    let rosters = files.indices.filter { formats[$0]?.hasPrefix("samma-roster/") == true }
    if instances.count > 1 || rosters.count > 1 { throw .several }
    do throws(InputError) {
      if let place = instances.first {
        instance = try Instance(json: files[place].bytes, file: files[place].name)
        roster = try rosters.first.map { (place) throws(InputError) in
          try Roster(json: files[place].bytes, file: files[place].name)
        }
        let used = Set(instances + rosters)
        notes =
          instance.warnings.map(\.description)
          + files.indices.filter { !used.contains($0) }.map { "\(files[$0].name): not read, beside an instance" }
        return
      }
      if !rosters.isEmpty { throw InputError(problems: []) }
      (instance, notes) = try Self.needs(files, over: period, name: name)
      roster = nil
    } catch {
      throw error.problems.isEmpty && !rosters.isEmpty ? .rosterAlone : .problems(error)
    }
  }

  /// The format that a JSON file of Samma's names.
  private static func format(_ file: UploadedFile) -> String? {
    guard file.name.lowercased().hasSuffix(".json"),
      let object = try? JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
    else { return nil }
    return object["format"] as? String
  }

  /// A name in a folder for each file, with the ending by which its kind is known.
  private static func names(of files: [UploadedFile]) -> [String] {
    var seen: Set<String> = []
    let given = files.enumerated().map { number, file in
      let name = String(file.name.suffix(100))
      return seen.insert(name.lowercased()).inserted ? name : "\(number + 1) \(name)"
    }
    let halves = given.map { name -> (stem: String, ending: String) in
      guard let dot = name.lastIndex(of: ".") else { return (name, "") }
      let ending = name[name.index(after: dot)...]
      let isPlain = (1...5).contains(ending.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      return isPlain ? (String(name[..<dot]), ".\(ending)") : (name, "")
    }
    return zip(FileName.distinct(halves.map(\.stem), .readable), halves).map { $0 + $1.ending }
  }

  /// The instance of needs, by way of a folder of their own that nobody else can look into.
  private static func needs(
    _ files: [UploadedFile], over period: Period, name: String
  ) throws(InputError) -> (Instance, [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "samma-import-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      for (file, name) in zip(files, names(of: files)) {
        try Data(file.bytes).write(to: folder.appending(path: name))
      }
    } catch {
      throw InputError(problems: [
        InputProblem(
          file: folder.path, found: "no room for uploaded files", expected: "a folder for them that can be written")
      ])
    }
    let prefix = folder.path + "/"
    func named(_ text: String) -> String { text.replacing(prefix, with: "") }
    do throws(InputError) {
      let travel = Travel.coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
      let reading = try NeedsReader.read(folder: folder.path, nil, travel: travel, start: period.start)
      let horizon = Horizon(start: period.start, days: period.days, timeZone: ExportMapping.genericSwedish.timeZone)
      let years = (period.start.components.year - 1)...(horizon.lastDate.components.year + 1)
      let expanded = try reading.expanded(
        over: horizon, name: name,
        holidays: SwedishHolidays.holidays(of: years, eves: Set(SwedishHolidays.Eve.allCases)))
      return (expanded.instance, (reading.told + expanded.told).map(named))
    } catch {
      var refused = error
      for place in refused.problems.indices {
        refused.problems[place].file = named(refused.problems[place].file)
        refused.problems[place].found = named(refused.problems[place].found)
      }
      throw refused
    }
  }
}
