/// How the columns of an export, a log of visits or a table of needs, are to be understood; whatever is left open is
/// recognised from the file.
public struct ExportMapping: Hashable, Sendable {
  /// In which order a date that does not begin with its year is written.
  public enum DateOrder: String, CaseIterable, Hashable, Sendable {
    /// Day, month, year.
    case dayFirst = "dmy"
    /// Month, day, year.
    case monthFirst = "mdy"
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
    /// Whether white space inside an id is left out.
    public var ignoresSpaces = false

    /// Ids that only lose white space at their ends.
    public init() {}
  }

  /// The preset it began as.
  public var preset: String
  /// The header of each column; recognised by name where absent.
  public var columns: [LogColumn: String] = [:]
  /// The byte between fields; recognised where absent.
  public var delimiter: UInt8?
  /// The encoding; recognised where absent.
  public var encoding: Encoding?
  /// The line of the header, 1 = first; recognised where absent.
  public var headerLine: Int?
  /// The order of dates that do not begin with the year.
  public var dateOrder = DateOrder.dayFirst
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
  /// Whether every row must say when its visit ended.
  public var requiresEnd = false
  /// Whether headers that are not exact are recognised by the names in use.
  public var recognisesHeaders = true

  private init(preset: String) { self.preset = preset }

  /// The columns of this project's own logs, by their exact names.
  public static let samma: ExportMapping = {
    var mapping = ExportMapping(preset: "samma")
    mapping.recognisesHeaders = false
    mapping.requiresEnd = true
    return mapping
  }()

  /// Swedish exports in any dialect.
  public static let genericSwedish: ExportMapping = {
    var mapping = ExportMapping(preset: "generic-sv")
    mapping.ids.ignoresCase = true
    mapping.ids.ignoresSpaces = true
    return mapping
  }()

  /// English exports in any dialect.
  public static let genericEnglish: ExportMapping = {
    var mapping = genericSwedish
    mapping.preset = "generic-en"
    mapping.timeZone = "Europe/London"
    return mapping
  }()

  /// Electronic visit verification as in the United States: the provider is the person, times carry an offset.
  public static let electronicVisitVerification: ExportMapping = {
    var mapping = ExportMapping(preset: "evv")
    mapping.dateOrder = .monthFirst
    mapping.timeZone = "America/New_York"
    mapping.values[.category] = ["personal care services": "care", "home health": "nursing", "homemaker": "service"]
    return mapping
  }()

  /// All presets.
  public static let presets = [samma, genericSwedish, genericEnglish, electronicVisitVerification]

  /// The columns without which nothing is read.
  var required: [LogColumn] { LogColumn.required + (requiresEnd ? [.end] : []) }

  /// What the header of a column says in this mapping, besides the names in use.
  func column(named folded: String) -> LogColumn? {
    if preset == "evv" {
      switch folded {
      case "provider", "providerid", "individualprovider": return .staff
      case "agency", "agencyid", "organization": return .provider
      case "location": return .area
      default: break
      }
    }
    return recognisesHeaders ? LogColumn.named[folded] : LogColumn.ownNames[folded]
  }

  /// The meaning of every word known for a column.
  func words(_ column: LogColumn) -> [String: String] {
    LogWords.standard(column).merging(values[column] ?? [:]) { $1 }
  }
}
