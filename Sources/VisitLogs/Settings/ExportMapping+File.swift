import Files
import HomeCare

extension ExportMapping {
  /// The format that a mapping file names.
  public static let format = "samma-mapping/1"

  private static let keys = [
    "format", "preset", "delimiter", "encoding", "headerLine", "dateOrder", "coordinates", "timeZone", "columns",
    "values", "ids", "tables", "slots", "sources", "shifts", "weights",
  ]

  /// The file that an argument names; `nil` where it names a preset.
  package static func file(_ argument: String) -> String? {
    presets.contains { $0.preset == argument } ? nil : argument
  }

  /// The preset of a name, or the mapping in a JSON file.
  ///
  /// - Throws: `InputError` with every problem found.
  public init(argument: String) throws(InputError) {
    if let preset = Self.presets.first(where: { $0.preset == argument }) {
      self = preset
    } else {
      try self.init(json: try FileBytes.read(argument), file: argument)
    }
  }

  /// Reads a mapping from a JSON text; what it leaves out is that of the preset it names, `generic-sv` by default.
  ///
  /// - Parameter file: What messages call the text.
  /// - Throws: `InputError` with every problem found.
  public init(json bytes: [UInt8], file: String = "mapping") throws(InputError) {
    var reader = try JSONReader(bytes, file: file)
    let members = reader.members(of: JSONReader.root, Self.keys, of: "the mapping") ?? [:]
    reader.requireFormat(Self.format, in: members)
    self = .genericSwedish
    if let node = members["preset"], let name = reader.text(node, "preset") {
      if let preset = Self.presets.first(where: { $0.preset == name }) {
        self = preset
      } else {
        reader.refuse(node, "preset", expected: "one of \(Self.presets.map(\.preset).joined(separator: ", "))")
      }
    }
    if let node = members["delimiter"], let text = reader.text(node, "delimiter") {
      if let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80, byte != Byte.quote, byte != Byte.lineFeed {
        delimiter = byte
      } else {
        reader.refuse(node, "delimiter", expected: "one character such as \";\"")
      }
    }
    encoding = reader.choice(members["encoding"], "encoding", as: Encoding.self) ?? encoding
    headerLine = reader.whole(members["headerLine"], "headerLine", 1...1000) ?? headerLine
    dateOrder = reader.choice(members["dateOrder"], "dateOrder", as: DateOrder.self) ?? dateOrder
    coordinates = reader.choice(members["coordinates"], "coordinates", as: CoordinateSystem.self) ?? coordinates
    if let node = members["timeZone"], let name = reader.text(node, "timeZone") {
      timeZone = name
      if ZoneClock(timeZone: name) == nil {
        reader.refuse(node, "timeZone", expected: "an IANA name such as \"Europe/Stockholm\"")
      }
    }
    if let node = members["columns"] { readColumns(node, &reader) }
    if let node = members["values"] { readValues(node, &reader) }
    if let node = members["tables"] { readTables(node, &reader) }
    if let node = members["slots"] { readSlots(node, &reader) }
    if let node = members["sources"] { readSources(node, &reader) }
    if let node = members["shifts"] { readShiftMarks(node, &reader) }
    if let node = members["weights"] { readWeights(node, &reader) }
    if let node = members["ids"] {
      let keys = ["ignoresCase", "dropsLeadingZeros", "ignoresSpaces", "readsPersonalNumbers"]
      let rules = reader.members(of: node, keys, of: "ids") ?? [:]
      ids.ignoresCase = reader.flag(rules["ignoresCase"], "ignoresCase") ?? ids.ignoresCase
      ids.dropsLeadingZeros = reader.flag(rules["dropsLeadingZeros"], "dropsLeadingZeros") ?? ids.dropsLeadingZeros
      ids.ignoresSpaces = reader.flag(rules["ignoresSpaces"], "ignoresSpaces") ?? ids.ignoresSpaces
      ids.readsPersonalNumbers =
        reader.flag(rules["readsPersonalNumbers"], "readsPersonalNumbers") ?? ids.readsPersonalNumbers
    }
    try reader.finish()
  }

  private mutating func readColumns(_ node: Int, _ reader: inout JSONReader) {
    let members = reader.members(of: node, LogColumn.allCases.map(\.rawValue), of: "columns") ?? [:]
    for column in LogColumn.allCases {
      if let header = reader.text(members[column.rawValue], column.rawValue) { columns[column] = header }
    }
  }

  private mutating func readTables(_ node: Int, _ reader: inout JSONReader) {
    let members = reader.members(of: node, NeedsTable.allCases.map(\.rawValue), of: "tables") ?? [:]
    for table in NeedsTable.allCases {
      guard let node = members[table.rawValue] else { continue }
      let names = table.columns.map(\.name)
      let headers = reader.members(of: node, names, of: table.rawValue) ?? [:]
      for name in names {
        if let header = reader.text(headers[name], name) { tables[table, default: [:]][name] = header }
      }
    }
  }

  private mutating func readSources(_ node: Int, _ reader: inout JSONReader) {
    for (name, value) in reader.entries(of: node, what: "sources") {
      guard let word = reader.text(value, name) else { continue }
      if let source = NeedsSource(word) {
        sources[LogWords.folded(name)] = source
      } else {
        reader.refuse(value, name, expected: "one of \(NeedsSource.words.joined(separator: ", "))")
      }
    }
  }

  private mutating func readShiftMarks(_ node: Int, _ reader: inout JSONReader) {
    for (mark, value) in reader.entries(of: node, what: "shifts") {
      guard let text = reader.text(value, mark) else { continue }
      if let meaning = ShiftLegend.meaning(text) {
        shiftMarks[LogWords.folded(mark)] = meaning
      } else {
        reader.refuse(value, mark, expected: "two times such as \"07:00-16:00 rast 30\", \"ledig\" or \"semester\"")
      }
    }
  }

  private mutating func readSlots(_ node: Int, _ reader: inout JSONReader) {
    for (word, value) in reader.entries(of: node, what: "slots") {
      guard let text = reader.text(value, word) else { continue }
      if let slot = DayPart.range(text) {
        slots[LogWords.folded(word)] = slot
      } else {
        reader.refuse(value, word, expected: "two times of day such as \"07:00-10:00\"")
      }
    }
  }

  private mutating func readWeights(_ node: Int, _ reader: inout JSONReader) {
    let members = reader.members(of: node, ScorePart.allCases.map(\.weightName), of: "weights") ?? [:]
    for part in ScorePart.allCases {
      weights[part] = reader.whole(members[part.weightName], part.weightName, InputLimits.weight)
    }
  }

  private mutating func readValues(_ node: Int, _ reader: inout JSONReader) {
    let columns = [LogColumn.category, .staffCategory, .status]
    let members = reader.members(of: node, columns.map(\.rawValue), of: "values") ?? [:]
    for column in columns {
      guard let words = members[column.rawValue] else { continue }
      let meanings = Set(LogWords.standard(column).values)
      for (word, value) in reader.entries(of: words, what: column.rawValue) {
        guard let meaning = reader.text(value, word) else { continue }
        if column == .status, !meanings.contains(meaning) {
          reader.refuse(value, word, expected: "one of \(meanings.sorted().joined(separator: ", "))")
        }
        values[column, default: [:]][LogWords.folded(word)] = meaning
      }
    }
  }
}
