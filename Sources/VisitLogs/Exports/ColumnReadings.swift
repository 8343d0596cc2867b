import Files
import HomeCare

/// How the columns of a table are written, each told from the whole column, and what is worth telling of it.
struct ColumnReadings {
  /// A cell and what it was taken for, once a column.
  struct Note: Hashable {
    /// The header as it stands.
    let header: String
    /// Such as `"0,75" is 75 percent`.
    let reading: String
  }

  private(set) var notes: [Note] = []
  /// In which system the coordinates are.
  private(set) var places = PlaceColumns([], headers: [], named: nil)
  private var dates: [String: DateEvidence.Decision] = [:]
  private var shares: [String: Shares] = [:]

  private static let dateColumns = ["first", "last", "from", "to", "date", "at"]
  private static let lengthColumns = ["minutes", "before", "after", "minGap", "maxGap", "tolerance", "breakMinutes"]
  private static let clockColumns = ["start", "end", "earliest", "latest", "breakFrom", "breakTo"]
  private static let shareColumns = ["contract"]

  /// Columns of which nothing is known.
  init() {}

  /// - Parameters:
  ///   - coordinates: The cells of the two columns of coordinates, of the rows that have both.
  ///   - texts: The cells of a column that are not empty; none where there is no such column.
  ///   - header: What the file calls a column.
  init(
    _ mapping: ExportMapping, coordinates: [(north: String, east: String)], texts: (String) -> [String],
    header: (String) -> String
  ) {
    let pairs = coordinates.compactMap { pair in
      Numbers.decimal(pair.north).flatMap { north in Numbers.decimal(pair.east).map { (north: north, east: $0) } }
    }
    places = PlaceColumns(pairs, headers: [header("lat"), header("lon")], named: mapping.coordinates)
    if places.isWorthTelling, places.system != nil {
      notes.append(Note(header: "\(header("lat")), \(header("lon"))", reading: "coordinates are in \(places.reading)"))
    }
    let columns = Self.dateColumns.map { (name: $0, texts: texts($0)) }
    let evidence = columns.map { MomentParser.evidence(of: $0.texts) }
    for (index, decision) in DateEvidence.decisions(evidence).enumerated() {
      let (name, texts) = columns[index]
      let decision = mapping.dateOrder.map { DateEvidence.Decision.order($0, misfits: 0) } ?? decision
      dates[name] = decision
      guard evidence[index].dates > 0, case .order(let order, _) = decision else { continue }
      note(header(name), texts) { text in
        guard MomentParser.evidence(of: [text]).dates > 0 else { return nil }
        let day = MomentParser.moment(text, order)?.day
        return day.map { "\(Self.date($0)), and so dates have the order \(order.words)" }
      }
    }
    for name in Self.shareColumns {
      let texts = texts(name)
      let kind = Shares(texts)
      shares[name] = kind
      guard kind == .parts else { continue }
      note(header(name), texts) { text in
        Shares.isSettled(text) ? nil : kind.percent(text).map { "\($0.fileText) percent" }
      }
    }
    for name in Self.lengthColumns {
      note(header(name), texts(name)) { text in
        Int(text) != nil ? nil : Lengths.minutes(text).map { "\($0) minutes" }
      }
    }
    for name in Self.clockColumns {
      note(header(name), texts(name)) { text in
        text.contains(":") && !text.contains(" ") ? nil : DayPart.clock(text).map { "the time \(Self.clock($0))" }
      }
    }
  }

  private mutating func note(_ header: String, _ texts: [String], _ reading: (String) -> String?) {
    for text in texts {
      guard let words = reading(text) else { continue }
      notes.append(Note(header: header, reading: "\(quoted(text)) is \(words)"))
      return
    }
  }

  private static func date(_ day: Int) -> String { LocalDate(dayNumber: day).description }

  private static func clock(_ minute: Int) -> String {
    minute == LocalDateTime.minutesPerDay ? "24:00" : LocalDateTime(minuteNumber: minute).clock
  }

  /// How the dates of a column are read.
  func dates(_ column: String) -> DateEvidence.Decision { dates[column] ?? .any }

  /// The columns of dates whose order is open, or of which there are several.
  var doubtfulDates: [String: DateEvidence.Decision] {
    dates.filter { column in
      switch column.value {
      case .any, .order: false
      case .open, .mixed: true
      }
    }
  }

  /// How the shares of a column are written.
  func shares(_ column: String) -> Shares { shares[column] ?? .percent }
}
