import HomeCare

/// How the columns of an export, a log of visits or a table of needs, are to be understood; whatever is left open is
/// recognised from the file.
public struct ExportMapping: Hashable, Sendable {
  /// In which order a date that does not begin with a year of four digits is written.
  public enum DateOrder: String, CaseIterable, Hashable, Sendable {
    /// Day, month, year.
    case dayFirst = "dmy"
    /// Month, day, year.
    case monthFirst = "mdy"
    /// Year, month, day, the year with two digits.
    case yearFirst = "ymd"
  }

  /// The text's encoding.
  public enum Encoding: String, CaseIterable, Hashable, Sendable {
    /// UTF-8, with or without a byte-order mark.
    case utf8 = "utf-8"
    /// Windows-1252, of which Latin-1 is a part.
    case windows1252 = "windows-1252"
    /// UTF-16 with a byte-order mark.
    case utf16 = "utf-16"
  }

  /// How the spellings of an id are brought together.
  public struct IDs: Hashable, Sendable {
    /// Whether upper and lower case are the same.
    public var ignoresCase = false
    /// Whether `0012` is `12`.
    public var dropsLeadingZeros = false
    /// Whether white space inside an id is left out, hyphens of every kind are one, and `Ek, Karin` is `Karin Ek`.
    public var ignoresSpaces = false
    /// Whether personal numbers are one, with or without century and hyphen.
    public var readsPersonalNumbers = false
    /// Whether the ids of staff are each provider's own, so that one id is several people; told from the names beside the
    /// ids where absent.
    public var staffIDsAreOfProvider: Bool?

    /// Ids that only lose white space at their ends.
    public init() {}

    /// What any of some mappings brings together: ids of one log are compared across its files.
    init(of mappings: [ExportMapping]) {
      let all = mappings.map(\.ids)
      ignoresCase = all.contains { $0.ignoresCase }
      dropsLeadingZeros = all.contains { $0.dropsLeadingZeros }
      ignoresSpaces = all.contains { $0.ignoresSpaces }
      readsPersonalNumbers = all.contains { $0.readsPersonalNumbers }
      let said = all.compactMap(\.staffIDsAreOfProvider)
      staffIDsAreOfProvider = said.isEmpty ? nil : said.contains(true)
    }
  }

  /// The preset it began as.
  public var preset: String
  /// The header of each column; recognised by name where absent.
  public var columns: [LogColumn: String] = [:]
  /// The headers of columns with further staff at the visit, beside the one that `columns` names.
  public var moreStaff: [String] = []
  /// The headers of columns of which it is decided that nothing is to be read from them.
  public var ignored: [String] = []
  /// The provider of every row of a log that has no column of providers.
  public var provider: String?
  /// The byte between fields; recognised where absent.
  public var delimiter: UInt8?
  /// The encoding; recognised where absent.
  public var encoding: Encoding?
  /// The line of the header, 1 = first; recognised where absent.
  public var headerLine: Int?
  /// The order of dates that do not begin with a year of four digits; told from each column as a whole where absent.
  public var dateOrder: DateOrder?
  /// The system of coordinates, where numbers alone do not tell it; told from the columns as a whole where absent.
  public var coordinates: CoordinateSystem?
  /// IANA name of the zone that times with an offset are brought to.
  public var timeZone = "Europe/Stockholm"
  /// The meaning of words, by column, the words in lower case; added to those known.
  public var values: [LogColumn: [String: String]] = [:]
  /// How ids are brought together.
  public var ids = IDs()
  /// The headers of the columns of needs, by table and column; recognised by name where absent.
  public var tables: [NeedsTable: [String: String]] = [:]
  /// What the words for parts of the day mean, in minutes after midnight, the words in lower case; added to those known.
  public var slots: [String: Range<Int>] = [:]
  /// What files and sheets of needs are, by their names in lower case: a table, a legend, or nothing that is read.
  public var sources: [String: NeedsSource] = [:]
  /// What the marks of schedules drawn as a grid mean, the marks in lower case; added to those known.
  public var shiftMarks: [String: ShiftMeaning] = [:]
  /// What parts of the score cost in instances made of needs, where it is not the standard.
  public var weights = WeightSettings()
  /// Whether every row must say when its visit ended.
  public var requiresEnd = false
  /// Whether headers that are not exact are recognised by the names in use.
  public var recognisesHeaders = true

  /// Names that headers give to columns in this kind of export, lower case without spaces and marks; they go before the
  /// names in use.
  public var names: [LogColumn: [String]] = [:]
  /// Names that are a column's only where no field has a better one.
  var fallbacks: [LogColumn: [String]] = [:]

  /// A mapping that leaves all open.
  ///
  /// - Parameter preset: What it is called.
  init(preset: String) { self.preset = preset }

  /// The columns without which no log is read.
  var required: [LogColumn] { LogColumn.required + (requiresEnd ? [.end] : []) }

  /// The columns of logs, with the names by which this mapping recognises them.
  var logColumns: [ExportColumn] {
    let taken = Set(names.values.joined())
    return LogColumn.allCases.map { column in
      let own = ExportColumn.folded(column.rawValue)
      let inUse = recognisesHeaders ? column.names : [own]
      let fallbacks = fallbacks[column] ?? []
      let named = (names[column] ?? []) + inUse.filter { !taken.contains($0) && !fallbacks.contains($0) }
      let second: [LogColumn: LogColumn] = [.client: .clientName, .staff: .staffName]
      return ExportColumn(
        name: column.rawValue, names: named, fallbacks: fallbacks, second: second[column]?.rawValue,
        personal: column == .client ? LogColumn.birthYear.rawValue : nil,
        isRequired: LogColumn.required.contains(column))
    }
  }

  /// The meaning of every word known for a column.
  func words(_ column: LogColumn) -> [String: String] {
    LogWords.standard(column).merging(values[column] ?? [:]) { $1 }
  }
}
