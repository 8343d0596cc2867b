import Continuity
import Files
import HomeCare

/// Why a row of a log could not be used.
public enum BadRowReason: String, CaseIterable, Hashable, Sendable {
  /// Fewer fields than the columns in use need.
  case tooFewFields = "too-few-fields"
  /// A quoted field that is not closed.
  case unclosedQuote = "unclosed-quote"
  /// A byte 0, which no text has.
  case nulByte = "nul-byte"
  /// No client.
  case noClient = "no-client"
  /// No staff member.
  case noStaff = "no-staff"
  /// No number of the client, though a name stands beside.
  case noClientNumber = "no-client-number"
  /// No number of the staff member, though a name stands beside.
  case noStaffNumber = "no-staff-number"
  /// A client or a staff member whose id is a number that a spreadsheet has shortened, such as `1,94503E+11`.
  case shortenedID = "shortened-id"
  /// A start that is no date-time.
  case badStart = "bad-start"
  /// A start that is a time of day alone, where no column says the date.
  case noDate = "no-date"
  /// An end that is no date-time.
  case badEnd = "bad-end"
  /// An end before the start; a time of day alone that lies before it is one of the next day only where the visit then
  /// lasts at most twelve hours.
  case endBeforeStart = "end-before-start"
  /// An end more than a day after the start.
  case tooLong = "longer-than-a-day"
  /// No end, where every row must say one.
  case noEnd = "no-end"
  /// A status of which the meaning is not known.
  case unknownStatus = "unknown-status"
}

/// A row of a log that could not be used.
public struct BadRow: Hashable, Sendable {
  /// The file.
  public var file: String
  /// The line at which the row begins, 1 = first.
  public var line: Int
  /// Why.
  public var reason: BadRowReason
  /// What stands there, shortened; of a shortened id, the id and its column.
  public var found: String
}

/// Several spellings that were taken for one id.
public struct MergedID: Hashable, Sendable {
  /// The column: client or staff.
  public var column: LogColumn
  /// The id used.
  public var id: String
  /// All spellings, in order.
  public var spellings: [String]
}

/// A word that a column of a log holds, and what it was taken for.
public struct LogWord: Hashable, Sendable {
  /// The column.
  public var column: LogColumn
  /// The word, as the log has it.
  public var word: String
  /// What it means; `nil` where that is not known: a status then makes its rows bad, another word stands for itself.
  public var meaning: String?
  /// Rows that hold it, the usable ones, or of an unknown status all.
  public var rows: Int
}

/// Who is away but not in the log.
public struct StrangerAway: Hashable, Sendable, CustomStringConvertible {
  /// The id, as the absence has it.
  public var id: String
  /// The id in the log that comes nearest, where one is near.
  public var nearest: String?
  /// Whether that one is the same but for zeros in front, which a spreadsheet may have taken.
  public var lacksZeros = false

  /// Somebody who is not among the clients of a log.
  init(id: String, among clients: [String]) {
    func plain(_ id: String) -> Substring { id.drop { $0 == "0" } }
    self.id = id
    if let same = clients.first(where: { plain($0) == plain(id) }), !plain(id).isEmpty {
      (nearest, lacksZeros) = (same, true)
    } else {
      nearest = Spelling.nearest(to: id, among: clients)
    }
  }

  /// The id and the nearest, in quotation marks.
  public var description: String { quoted(id) + (nearest.map { " (the nearest is \(quoted($0)))" } ?? "") }
}

/// How one file was understood.
public struct LogFileReading: Hashable, Sendable {
  /// A column and what it is read as.
  public struct Column: Hashable, Sendable {
    /// The header.
    public var header: String
    /// What it is read as; `nil` where it is not used.
    public var column: LogColumn?
    /// Why it is read so; `nil` where it is not used.
    public var reason: ColumnReason?
    /// The first value.
    public var example: String
    /// The order of day, month and year in which its dates were read; `nil` where nothing in it depends on that.
    public var dateOrder: ExportMapping.DateOrder?
  }

  /// The file, as the user named it.
  public var file: String
  /// The encoding.
  public var encoding: ExportMapping.Encoding
  /// The byte between fields.
  public var delimiter: UInt8
  /// The line of the header.
  public var headerLine: Int
  /// Whether it was compressed.
  public var isCompressed: Bool
  /// All columns, in the order of the file.
  public var columns: [Column]
  /// The columns without which nothing is read.
  public var required = LogColumn.required

  /// What must be answered by a mapping before the file can be read, with how.
  public var questions: [InputProblem] = []

  /// Columns that no header was recognised for.
  public var missing: [LogColumn] {
    LogColumn.allCases.filter { wanted in !columns.contains { $0.column == wanted } }
  }
}

/// What was read, and what was wrong with it.
public struct LogQuality: Sendable {
  /// How each file was understood.
  public var files: [LogFileReading] = []
  /// Rows below the headers, blank lines left out.
  public var rows = 0
  /// Rows that became meetings, whatever their status.
  public var used = 0
  /// How many rows could not be used, by reason.
  public var bad: [BadRowReason: Int] = [:]
  /// The rows that could not be used, by file and line; at most `badRowLimit`.
  public var badRows: [BadRow] = []
  /// Ids that were found in several spellings.
  public var merged: [MergedID] = []
  /// The words of the columns that classify, each with its meaning, those of one column after another.
  public var words: [LogWord] = []
  /// Words of a column that have no known meaning and stand for themselves, in order.
  public var unknownWords: [LogColumn: [String]] {
    Dictionary(grouping: words.filter { $0.meaning == nil && $0.column != .status }, by: \.column).mapValues {
      $0.map(\.word).sorted()
    }
  }
  /// Absences of clients who are not in the log, and so change nothing.
  public var absencesOfOthers = 0
  /// What else is to be told of the files, a sentence each: sheets passed over, hidden rows, cells with errors.
  public var notes: [String] = []
  /// The clients of those absences, in the order of their ids.
  public var strangersAway: [StrangerAway] = []
  /// Absences whose clients were found by their names instead of their ids.
  public var absencesByName = 0
  /// Absences that lie outside the dates of the log, and so change nothing.
  public var absencesOutside = 0
  /// Contacts who are no staff of the log in any spelling: of their clients no contact is known.
  public var unmatchedContacts: [String] = []
  /// Cells that name several staff, of which each was met.
  public var staffLists: [String] = []
  /// Cells that look like lists of staff, but were taken for one person each.
  public var unsplitStaff: [String] = []
  /// Columns that hold staff, or what looks like people, and are not read as such: whom they name nobody counts.
  public var unreadPeople: [UnreadPeople] = []
  /// Columns of areas or providers most of whose values are of one person each: names of people, as far as anybody can tell.
  public var groupsOfOne: Set<LogColumn> = []
  /// Visits of no length, which begin and end at the same minute.
  public var withoutLength = 0
  /// Visits that had more staff than the log names, by a column that is not read.
  public var staffLacking: StaffLacking?
  /// Files that have no visit on days on which those beside them have.
  public var silentFiles: [SilentDays] = []
  /// Columns that are not read and hold words for visits that did not take place.
  public var unreadStatuses: [UnreadStatus] = []
  /// Ids and names that differ from others as one and the same does that is written in two ways.
  public var nearIDs: [NearIDs] = []
  /// Staff numbers that occur at several providers.
  public var sharedStaff = SharedStaffNumbers()
  /// Staff numbers that occur in files of several kinds, of which no provider is known.
  public var sharedAcrossFiles: StaffAcrossFiles?
  /// Clients whose year of birth was taken from a personal number.
  public var birthYearsFromNumbers = 0
  /// Those of whom the number does not say the century and who would be children: read as born a hundred years before.
  public var centuriesGuessed = 0
  /// Rows that are the head or the tail of a file, or of no client and no visit, such as travel.
  public var otherRecords = 0
  /// Meetings beyond one a row, where rows name several staff.
  public var extraMeetings = 0
  /// SHA-256 of the files' bytes, one file after another, in hexadecimal digits; `nil` where not asked for.
  public var sha256: String?

  /// Bad rows listed at most.
  public static let badRowLimit = 100_000

  /// Nothing read.
  public init() {}

  /// Refuses a log in which a spreadsheet has shortened ids: nobody can tell how many clients are behind one.
  func refuseShortenedIDs() throws(InputError) {
    guard bad[.shortenedID] != nil else { return }
    // One problem for each number, however many rows have it: whoever mends the column mends all.
    var (first, rows): ([BadRow], [String: Int]) = ([], [:])
    for row in badRows where row.reason == .shortenedID {
      if rows[row.found] == nil { first.append(row) }
      rows[row.found, default: 0] += 1
    }
    throw InputError(
      problems: first.map { row in
        let count = rows[row.found] ?? 0
        return InputProblem(
          file: row.file, position: TextPosition(line: row.line),
          found: "\(row.found)" + (count > 1 ? ", and so in \(count) rows" : ""), expected: ShortenedNumber.expected)
      })
  }

  /// The share of rows that could not be used.
  public var badShare: Double { rows == 0 ? 0 : Double(rows - used) / Double(rows) }
}
