import Continuity
import Files

extension Definition {
  /// The format that a definition file names.
  public static let format = "samma-definition/1"

  private static let keys = ["format", "name", "version", "purpose", "settings"]
  private static let settingKeys = [
    "periodDays", "weekdays", "clock", "excludedCategories", "excludedStaffCategories", "minimumVisitsPerDay",
    "minimumVisits", "minimumAge", "countsUnknownAge", "excludesAway", "countsAllStaffOfVisit", "thresholds", "target",
  ]

  /// Reads a definition from a JSON file; settings that are left out are those of `everyone`.
  ///
  /// - Throws: `InputError` with every problem found.
  public init(path: String) throws(InputError) { try self.init(json: try FileBytes.read(path), file: path) }

  /// Reads a definition from a JSON text.
  ///
  /// - Parameter file: What messages call the text.
  /// - Throws: `InputError` with every problem found.
  public init(json bytes: [UInt8], file: String = "definition") throws(InputError) {
    var reader = try JSONReader(bytes, file: file)
    let members = reader.members(of: JSONReader.root, Self.keys, of: "the definition") ?? [:]
    reader.requireFormat(Self.format, in: members)
    reader.require("name", in: members, expected: "the key \"name\", which is printed beside every figure")
    reader.require("version", in: members, expected: "the key \"version\", a number raised with every change")
    self.init(
      name: reader.text(members["name"], "name") ?? "",
      version: reader.whole(members["version"], "version", 1...1_000_000) ?? 1,
      purpose: reader.text(members["purpose"], "purpose") ?? "")
    if let settings = members["settings"] { read(settings, &reader) }
    try reader.finish()
  }

  private mutating func read(_ object: Int, _ reader: inout JSONReader) {
    let settings = reader.members(of: object, Self.settingKeys, of: "the settings") ?? [:]
    func node(_ key: String) -> Int? { settings[key] }
    periodDays = reader.whole(node("periodDays"), "periodDays", 1...366) ?? periodDays
    weekdays = reader.wholes(node("weekdays"), "weekdays", 1...7).map { Array(Set($0)).sorted() } ?? weekdays
    if let clock = node("clock") { self.clock = Self.clock(clock, &reader) }
    excludedCategories = reader.texts(node("excludedCategories"), "excludedCategories") ?? excludedCategories
    excludedStaffCategories =
      reader.texts(node("excludedStaffCategories"), "excludedStaffCategories") ?? excludedStaffCategories
    minimumVisitsPerDay =
      reader.whole(node("minimumVisitsPerDay"), "minimumVisitsPerDay", 0...100) ?? minimumVisitsPerDay
    minimumVisits = reader.whole(node("minimumVisits"), "minimumVisits", 1...10_000) ?? minimumVisits
    minimumAge = reader.whole(node("minimumAge"), "minimumAge", 0...130)
    countsUnknownAge = reader.flag(node("countsUnknownAge"), "countsUnknownAge") ?? countsUnknownAge
    excludesAway = reader.flag(node("excludesAway"), "excludesAway") ?? excludesAway
    countsAllStaffOfVisit =
      reader.flag(node("countsAllStaffOfVisit"), "countsAllStaffOfVisit") ?? countsAllStaffOfVisit
    thresholds = reader.wholes(node("thresholds"), "thresholds", 0...10_000) ?? thresholds
    target = reader.whole(node("target"), "target", 0...10_000) ?? target
  }

  private static func clock(_ node: Int, _ reader: inout JSONReader) -> ClosedRange<TimeOfDay>? {
    let members = reader.members(of: node, ["from", "to"], of: "clock") ?? [:]
    func time(_ key: String) -> TimeOfDay? {
      guard let node = members[key], let text = reader.text(node, key) else { return nil }
      if let time = TimeOfDay(text) { return time }
      reader.refuse(node, key, expected: "a time such as \"07:00\"")
      return nil
    }
    guard let from = time("from"), let to = time("to"), from <= to else {
      reader.refuse(node, "clock", expected: "a time \"from\" and a time \"to\" that is no earlier")
      return nil
    }
    return from...to
  }
}
