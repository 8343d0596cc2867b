import Files
import HomeCare

/// Where the columns of one file are.
struct LogLayout: Sendable {
  let delimiter: UInt8
  let encoding: ExportMapping.Encoding
  let reading: LogFileReading
  /// The mapping by which the file is read, and its number among those of all files.
  let mapping: ExportMapping
  var mappingNumber: Int32 = 0
  /// The number of the file's kind, by its headers and its mapping: files of several kinds come from several systems.
  var system: Int32 = 0
  /// What the mapping makes of times with an offset and of statuses.
  let clock: ZoneClock
  let statuses: [String: String]
  /// What the words of categories mean.
  let categories: [String: String]
  /// The line of the header; what `reading` tells is the row of the file.
  let headerLine: Int
  /// The place of each column among the fields; -1 where the file has none.
  let client, staff, start, end, date, plannedStart: Int
  let category, area, provider, staffCategory, status, birthYear, contact: Int
  /// Further fields with staff, each somebody else at the visit.
  let moreStaff: [Int]
  let clientName, staffName: Int
  /// Fields that are no column, whose values are watched lest they be people; and the number of each among those of all files.
  let unread: [Int]
  var watchNumbers: [Int] = []
  /// The field that is no column and says how many staff a visit had; -1 where there is none.
  let staffCount: Int
  /// Whether the first field says what kind of record a row is, of which only some are visits.
  let hasRecordKinds: Bool
  /// The fields that make a trait, where they stand side by side.
  let traitFields: ClosedRange<Int>?
  /// Whether every row must say when its visit ended.
  let requiresEnd: Bool
  /// Fields that a row must have.
  let fewestFields: Int
  /// Fields up to the last one in use.
  let fieldCount: Int

  /// The places of the columns that hold dates, in the order of `LogDates.columns`.
  var datePlaces: [Int] { [start, end, date, plannedStart] }

  /// Recognises the columns of a log by its beginning.
  ///
  /// - Throws: `InputError` where a column that every log has cannot be found.
  init(_ log: ExportBytes, _ mapping: ExportMapping) throws(InputError) {
    let header = Self.header(log, mapping)
    let reading = Self.reading(log, header, mapping)
    let questions = header.questions(log)
    guard questions.isEmpty else { throw InputError(problems: questions) }
    try Self.require(reading, in: log, header)
    guard let clock = ZoneClock(timeZone: mapping.timeZone) else {
      throw InputError(
        file: "mapping", found: "the time zone \(quoted(mapping.timeZone))",
        expected: "an IANA name such as \"Europe/Stockholm\"")
    }
    self.reading = reading
    (self.mapping, self.clock, statuses) = (mapping, clock, mapping.words(.status))
    categories = mapping.words(.category)
    headerLine = header.line
    delimiter = reading.delimiter
    encoding = log.encoding
    func place(_ column: LogColumn) -> Int { reading.columns.firstIndex { $0.column == column } ?? -1 }
    (client, staff, start, end) = (place(.client), place(.staff), place(.start), place(.end))
    (date, plannedStart) = (place(.date), place(.plannedStart))
    (category, area, provider) = (place(.category), place(.area), place(.provider))
    (staffCategory, status) = (place(.staffCategory), place(.status))
    (birthYear, contact) = (place(.birthYear), place(.contact))
    (clientName, staffName) = (place(.clientName), place(.staffName))
    moreStaff = reading.columns.indices.filter { reading.columns[$0].column == .staff && $0 != place(.staff) }
    hasRecordKinds =
      reading.columns.first.map { first in
        first.column == nil && Self.recordKindHeaders.contains(ExportColumn.folded(first.header))
      } ?? false
    let firstUnread = hasRecordKinds ? 1 : 0
    unread = reading.columns.indices.filter { place in
      place >= firstUnread && reading.columns[place].column == nil && reading.columns[place].reason == nil
    }
    staffCount = unread.first { StaffLacking.isHeader(reading.columns[$0].header) } ?? -1
    requiresEnd = mapping.requiresEnd
    fewestFields = max(client, staff, start, date, requiresEnd ? end : -1) + 1
    fieldCount = max(reading.columns.lastIndex { $0.column != nil } ?? 0, unread.last ?? 0) + 1
    let places = [category, area, provider, staffCategory, status].filter { $0 >= 0 }
    let isRun = (places.max() ?? 0) - (places.min() ?? 0) == places.count - 1
    traitFields = places.isEmpty || !isRun ? nil : (places.min() ?? 0)...(places.max() ?? 0)
  }

  /// Refuses an export that lacks a column that every log has.
  static func requireColumns(_ log: ExportBytes, _ mapping: ExportMapping) throws(InputError) {
    let header = header(log, mapping)
    try require(reading(log, header, mapping), in: log, header)
  }

  private static func require(
    _ reading: LogFileReading, in log: ExportBytes, _ header: ExportHeader
  ) throws(InputError) {
    let missing = reading.required.filter { reading.missing.contains($0) }
    guard missing.isEmpty else {
      let refusal = ExportHeader.refusal(
        log, line: header.line, headers: reading.columns.map(\.header),
        missing: [missing.map(\.rawValue).joined(separator: ", ")])
      throw InputError(
        problems: refusal.problems.map { problem in
          var problem = problem
          problem.expected += ", such as \(mappingExample(reading, missing))"
          return problem
        })
    }
  }

  /// A mapping that gives columns what they are missing, of headers that nothing is read from: of times those below which a
  /// time stands.
  private static func mappingExample(_ reading: LogFileReading, _ missing: [LogColumn]) -> String {
    var free = reading.columns.filter { $0.column == nil && !$0.header.isEmpty }
    let columns = missing.map { column -> String in
      let isTime = ![.client, .staff].contains(column)
      let place = free.firstIndex { free in
        free.example.isEmpty ? false : (MomentParser.moment(free.example, .dayFirst)?.minute != nil) == isTime
      }
      return "\(quoted(column.rawValue)): \(quoted(place.map { free.remove(at: $0).header } ?? "…"))"
    }
    return "{\"format\": \"samma-mapping/1\", \"columns\": {\(columns.joined(separator: ", "))}}"
  }

  /// What headers call the kind of a record, or what stands in its place in a header.
  private static let recordKindHeaders = ["recordtype", "rectype", "recordid", "record", "posttyp", "hdr"]

  /// Whether a row of a kind is none of a visit: a head or a tail of the file.
  static func isHeadOrTail(_ kind: UnsafeRawBufferPointer) -> Bool {
    kind.elementsEqual("HDR".utf8) || kind.elementsEqual("TRL".utf8)
  }

  /// How the file is understood, whether or not that is enough.
  static func recognise(_ log: ExportBytes, _ mapping: ExportMapping) -> LogFileReading {
    let header = header(log, mapping)
    var reading = reading(log, header, mapping)
    reading.questions = header.questions(log)
    return reading
  }

  private static func header(_ log: ExportBytes, _ mapping: ExportMapping) -> ExportHeader {
    let staff = LogColumn.staff.rawValue
    let given = ColumnRoles.Given(
      named: Dictionary(uniqueKeysWithValues: mapping.columns.map { ($0.rawValue, $1) }),
      further: [staff: mapping.moreStaff], ignored: mapping.ignored)
    return ExportHeader(log, mapping.logColumns, given, mapping, numbered: staff)
  }

  private static func reading(_ log: ExportBytes, _ header: ExportHeader, _ mapping: ExportMapping) -> LogFileReading {
    let (names, reasons) = (header.columnOfField, header.reasonOfField)
    let columns = header.fields.indices.map { index in
      LogFileReading.Column(
        header: header.fields[index], column: names[index].flatMap { LogColumn(rawValue: $0) }, reason: reasons[index],
        example: index < header.example.count ? header.example[index] : "")
    }
    return LogFileReading(
      file: log.name, encoding: log.writtenEncoding, delimiter: header.delimiter,
      headerLine: log.row(ofLine: header.line),
      isCompressed: log.isCompressed, columns: columns, required: mapping.required)
  }
}

extension LogLayout {
  /// What a header of a field that is no column is compared by: fields of one header are watched together.
  private func watchName(_ place: Int) -> String {
    let header = ExportColumn.folded(reading.columns[place].header)
    return header.isEmpty ? "\(place + 1)" : header
  }

  /// Layouts with their kinds of file numbered, and their unread fields, those of one header by one number in all files.
  static func numbered(_ layouts: [LogLayout]) -> [LogLayout] {
    var numbers: [String: Int] = [:]
    var systems: [[String]] = []
    return layouts.map { layout in
      var layout = layout
      let kind = layout.reading.columns.map { ExportColumn.folded($0.header) } + ["\(layout.mappingNumber)"]
      layout.system = Int32(systems.firstIndex(of: kind) ?? systems.count)
      if layout.system == systems.count { systems.append(kind) }
      layout.watchNumbers = layout.unread.map { place in
        let name = layout.watchName(place)
        let number = numbers[name] ?? numbers.count
        numbers[name] = number
        return number
      }
      return layout
    }
  }

  /// The headers under which unread fields are watched, by their numbers; of one without a text, its place.
  static func watchedHeaders(_ layouts: [LogLayout]) -> [String] {
    var headers: [Int: String] = [:]
    for layout in layouts {
      for (place, number) in zip(layout.unread, layout.watchNumbers) where headers[number] == nil {
        let header = layout.reading.columns[place].header
        headers[number] = header.isEmpty ? "\(place + 1)" : header
      }
    }
    return headers.sorted { $0.key < $1.key }.map(\.value)
  }
}
