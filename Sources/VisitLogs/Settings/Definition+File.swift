import Continuity
import Files

extension Definition {
  /// The format that a definition file names.
  public static let format = "samma-definition/1"

  private static let keys = ["format", "name", "version", "purpose", "settings"]
  private static let settingKeys = [
    "periodDays", "weekdays", "clock", "excludedCategories", "excludedStaffCategories", "minimumVisitsPerDay",
    "minimumVisits", "minimumAge", "countsUnknownAge", "excludesAway", "visitTolerance", "countsAllStaffOfVisit",
    "hourStrata", "thresholds", "target",
  ]

  /// The file that an argument names; `nil` where it names a standard definition.
  package static func file(_ argument: String) -> String? {
    standard.contains { $0.name == argument } ? nil : argument
  }

  /// The standard definition of a name, or the definition in a JSON file.
  ///
  /// - Throws: `InputError` with every problem found.
  package init(argument: String) throws(InputError) {
    if let known = Self.standard.first(where: { $0.name == argument }) {
      self = known
    } else {
      try self.init(path: argument)
    }
  }

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
    func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? { reader.whole(settings[key], key, range) }
    func flag(_ key: String) -> Bool? { reader.flag(settings[key], key) }
    func texts(_ key: String) -> [String]? { reader.texts(settings[key], key) }
    periodDays = whole("periodDays", 1...366) ?? periodDays
    weekdays = reader.wholes(settings["weekdays"], "weekdays", 1...7).map { Array(Set($0)).sorted() } ?? weekdays
    if let node = settings["clock"] { clock = Self.clock(node, &reader) }
    excludedCategories = texts("excludedCategories") ?? excludedCategories
    excludedStaffCategories = texts("excludedStaffCategories") ?? excludedStaffCategories
    minimumVisitsPerDay = whole("minimumVisitsPerDay", 0...100) ?? minimumVisitsPerDay
    minimumVisits = whole("minimumVisits", 1...10_000) ?? minimumVisits
    minimumAge = whole("minimumAge", 0...130)
    countsUnknownAge = flag("countsUnknownAge") ?? countsUnknownAge
    excludesAway = flag("excludesAway") ?? excludesAway
    visitTolerance = whole("visitTolerance", 0...60) ?? visitTolerance
    countsAllStaffOfVisit = flag("countsAllStaffOfVisit") ?? countsAllStaffOfVisit
    if let bounds = reader.wholes(settings["hourStrata"], "hourStrata", 1...72) {
      hourStrata = bounds
      if let node = settings["hourStrata"], zip(bounds, bounds.dropFirst()).contains(where: { $0 >= $1 }) {
        reader.refuse(node, "hourStrata", expected: "hours a day that increase, such as [3, 7]")
      }
    }
    thresholds = reader.wholes(settings["thresholds"], "thresholds", 0...10_000) ?? thresholds
    target = whole("target", 0...10_000) ?? target
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
