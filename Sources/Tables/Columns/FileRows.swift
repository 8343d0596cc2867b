import Files
import HomeCare

/// The format and the name of an instance, as the row of a table.
struct Heading: Hashable, Sendable {
  /// The newest format stands in where a file's cannot be read.
  var format = InstanceFormat.two
  var name = ""
}

extension InstanceFormat {
  /// The format as files write it.
  var word: String { "samma-instance/\(rawValue)" }

  /// The format that files write so.
  init?(word: some StringProtocol) {
    guard let format = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = format
  }

  /// What a file should be or lack that has something of a later format.
  static let laterExpected = "none in this format; or the format \(quoted(two.word)), which has it"
}

/// The ways of finding travel minutes, as files name them.
enum TravelKind: String, CaseIterable, Sendable {
  case coordinates, matrix
}

/// How travel minutes are found, as the row of a table.
struct TravelRow: Hashable, Sendable {
  var kind = TravelKind.coordinates
  var speedKmh: Double?
  var detour: Double?
  var fixedMinutes: Double?
  var minutes: [[Int]]?

  /// A row without any value.
  init() {}

  /// The row of a way of finding travel minutes.
  init(_ travel: Travel) {
    switch travel {
    case .coordinates(let speedKmh, let detour, let fixedMinutes):
      (self.speedKmh, self.detour, self.fixedMinutes) = (speedKmh, detour, fixedMinutes)
    case .matrix(let minutes):
      (kind, self.minutes) = (.matrix, minutes)
    }
  }

  /// The way of finding travel minutes; what is missing has been reported, and stands in here.
  var travel: Travel {
    switch kind {
    case .coordinates:
      .coordinates(speedKmh: speedKmh ?? 1, detour: detour ?? 1, fixedMinutes: fixedMinutes ?? 0)
    case .matrix: .matrix(minutes ?? [])
    }
  }

  /// The column without which a kind of travel says nothing.
  static func neededColumn(of kind: TravelKind) -> String {
    switch kind {
    case .coordinates: "speedKmh"
    case .matrix: "minutes"
    }
  }

  /// What is wrong with the columns taken together: those that the kind needs, and those that mean nothing with it.
  ///
  /// - Parameter place: The table, and the row in it, to which the columns belong.
  func misfits(
    in place: (table: String, row: Int), unreadable: Set<Cell>
  ) -> [(column: String, problem: (found: String, expected: String))] {
    InstanceTables.travel.columns[1...].compactMap { column -> (String, (String, String))? in
      if column.value(self) != nil {
        let isForKind = (column.name == "minutes") == (kind == .matrix)
        return isForKind ? nil : (column.name, ("a value where kind is \(kind)", "none, or another kind"))
      }
      let isMissing =
        column.name == Self.neededColumn(of: kind)
        && !unreadable.contains(Cell(table: place.table, row: place.row, column: column.name))
      return isMissing ? (column.name, ("nothing", "\(column.kind.expected), since kind is \(kind)")) : nil
    }
  }
}

/// A further way to travel, as the row of a table.
struct TravelModeRow: Hashable, Sendable {
  var id: TravelModeID = ""
  var way = TravelRow()

  /// A row without any value.
  init() {}

  /// The row of a way to travel.
  init(_ mode: TravelMode) { (id, way) = (mode.id, TravelRow(mode.travel)) }

  /// The way to travel.
  var mode: TravelMode { TravelMode(id: id, travel: way.travel) }
}

/// A shift with its break in columns of its own.
struct ShiftRow: Hashable, Sendable {
  /// The shift without its break.
  var shift: Shift
  var breakMinutes: Int?
  var breakFrom: LocalDateTime?
  var breakTo: LocalDateTime?

  /// A row before anything is known of it.
  init() {
    shift = Shift(id: "", staff: "", start: .blank, end: .blank.advanced(by: 1))
  }

  /// The row of a shift.
  init(_ shift: Shift) {
    self.shift = shift
    (breakMinutes, breakFrom, breakTo) = (shift.breakRule?.minutes, shift.breakRule?.from, shift.breakRule?.to)
  }

  /// The shift with its break, where the row has all of it.
  var whole: Shift {
    var shift = shift
    if let breakMinutes, let breakFrom, let breakTo {
      shift.breakRule = Shift.Break(minutes: breakMinutes, from: breakFrom, to: breakTo)
    }
    return shift
  }
}

extension LocalDateTime {
  /// What stands in before a time is known.
  static let blank = LocalDate(dayNumber: 0).midnight
}
