import Files
import HomeCare

extension ExportMapping {
  /// The format that a mapping file names.
  public static let format = "samma-mapping/1"

  private static let keys = [
    "format", "preset", "delimiter", "encoding", "headerLine", "dateOrder", "coordinates", "timeZone", "columns",
    "provider", "ignore", "values", "ids", "tables", "slots", "sources", "shifts", "weights",
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
    provider = reader.text(members["provider"], "provider") ?? provider
    ignored = reader.texts(members["ignore"], "ignore") ?? ignored
    if let node = members["values"] { readValues(node, &reader) }
    if let node = members["tables"] { readTables(node, &reader) }
    readWords(members["slots"], "slots", into: \.slots, &reader, expected: "two times of day such as \"07:00-10:00\"") {
      DayPart.range($0)
    }
    let sources = NeedsSource.words.joined(separator: ", ")
    readWords(members["sources"], "sources", into: \.sources, &reader, expected: "one of \(sources)") {
      NeedsSource($0)
    }
    readWords(
      members["shifts"], "shifts", into: \.shiftMarks, &reader,
      expected: "two times such as \"07:00-16:00 rast 30\", \"ledig\" or \"semester\""
    ) { ShiftLegend.meaning($0) }
    if let node = members["weights"] { readWeights(node, &reader) }
    if let node = members["ids"] {
      let keys = [
        "ignoresCase", "dropsLeadingZeros", "ignoresSpaces", "readsPersonalNumbers", "staffIdsAreOfProvider",
      ]
      let rules = reader.members(of: node, keys, of: "ids") ?? [:]
      ids.ignoresCase = reader.flag(rules["ignoresCase"], "ignoresCase") ?? ids.ignoresCase
      ids.dropsLeadingZeros = reader.flag(rules["dropsLeadingZeros"], "dropsLeadingZeros") ?? ids.dropsLeadingZeros
      ids.ignoresSpaces = reader.flag(rules["ignoresSpaces"], "ignoresSpaces") ?? ids.ignoresSpaces
      ids.readsPersonalNumbers =
        reader.flag(rules["readsPersonalNumbers"], "readsPersonalNumbers") ?? ids.readsPersonalNumbers
      ids.staffIDsAreOfProvider = reader.flag(rules["staffIdsAreOfProvider"], "staffIdsAreOfProvider")
    }
    try reader.finish()
  }

  private mutating func readColumns(_ node: Int, _ reader: inout JSONReader) {
    let members = reader.members(of: node, LogColumn.allCases.map(\.rawValue), of: "columns") ?? [:]
    for column in LogColumn.allCases {
      let (node, name) = (members[column.rawValue], column.rawValue)
      // Several columns may hold staff, each somebody else at the visit.
      if column == .staff, let node, !reader.isText(node), let headers = reader.texts(node, name) {
        if headers.isEmpty { reader.refuse(node, name, expected: "a header at least") }
        (columns[column], moreStaff) = (headers.first, Array(headers.dropFirst()))
      } else if let header = reader.text(node, name) {
        columns[column] = header
      }
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

  /// Adds the entries of an object whose keys are words, each with what its text means; what means nothing is refused.
  private mutating func readWords<Meaning>(
    _ node: Int?, _ what: String, into known: WritableKeyPath<Self, [String: Meaning]>, _ reader: inout JSONReader,
    expected: String, _ meaning: (String) -> Meaning?
  ) {
    guard let node else { return }
    for (word, value) in reader.entries(of: node, what: what) {
      guard let text = reader.text(value, word) else { continue }
      if let meaning = meaning(text) {
        self[keyPath: known][LogWords.folded(word)] = meaning
      } else {
        reader.refuse(value, word, expected: expected)
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
    let members = reader.members(of: node, LogColumn.classifying.map(\.rawValue), of: "values") ?? [:]
    for column in LogColumn.classifying {
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
