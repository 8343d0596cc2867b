import HomeCare

/// Meetings sorted by client, start and staff: what every measure is taken from.
///
/// Built once; measuring reads it from several threads.
public struct MeetingLog: Sendable {
  /// All clients, in the order of their numbers.
  public let clients: [LoggedClient]
  /// The ids of all staff, in the order of their numbers.
  public let staff: [String]
  /// What staff are called beside their ids, in the order of their numbers; empty where nobody's name is known.
  public let staffNames: [String?]
  /// All traits, in the order of their numbers.
  public let traits: [Trait]
  /// Rows left out because an equal one stands in the log.
  public let duplicates: Int

  /// Where each client's meetings begin, and after the last client where they end.
  let bounds: [Int]
  let starts: [Int32]
  let staffNumbers: [Int32]
  let traitNumbers: [Int32]
  /// Minutes that each meeting lasts; 0 where the end is not known.
  let lengths: [UInt16]
  /// Minutes from each start to the planned one; empty where no planned start is known.
  let plannedAfter: [Int16]

  /// For each trait the first and the last start of its meetings; `nil` where it has none.
  private let spans: [ClosedRange<Int32>?]

  /// Number of meetings.
  public var count: Int { starts.count }

  /// The first and the last date on which a meeting with one of some statuses starts; `nil` where there is none.
  public func dates(of basis: MeetingBasis) -> ClosedRange<LocalDate>? {
    let known = zip(traits, spans).compactMap { basis.includes($0.status) ? $1 : nil }
    guard let least = known.map(\.lowerBound).min(), let most = known.map(\.upperBound).max() else { return nil }
    return Self.date(ofMinute: least)...Self.date(ofMinute: most)
  }

  static func date(ofMinute minute: Int32) -> LocalDate { LocalDateTime(minuteNumber: Int(minute)).date }

  /// Sorts meetings whose numbers are all valid.
  ///
  /// - Parameters:
  ///   - staffNames: A name for each staff member, or none at all.
  ///   - pieces: Meetings; emptied on the way, so that only one copy of a large log is in memory.
  public init(
    clients: [LoggedClient], staff: [String], staffNames: [String?] = [], traits: [Trait],
    pieces: consuming [[MeetingRow]]
  ) {
    self.clients = clients
    self.staff = staff
    self.staffNames = staffNames
    self.traits = traits
    var pieces = pieces
    var sorter = MeetingSorter(clientCount: clients.count, emptying: &pieces)
    sorter.sort()
    bounds = sorter.bounds
    starts = sorter.starts
    staffNumbers = sorter.staff
    traitNumbers = sorter.traits
    lengths = sorter.lengths
    plannedAfter = sorter.plannedAfter
    duplicates = sorter.duplicates
    spans = Self.spans(of: sorter.traits, sorter.starts, count: traits.count)
  }

  private static func spans(of traits: [Int32], _ starts: [Int32], count: Int) -> [ClosedRange<Int32>?] {
    var first = [Int32](repeating: .max, count: count)
    var last = [Int32](repeating: .min, count: count)
    for (trait, start) in zip(traits, starts) {
      first[Int(trait)] = min(first[Int(trait)], start)
      last[Int(trait)] = max(last[Int(trait)], start)
    }
    return zip(first, last).map { $0 <= $1 ? $0...$1 : nil }
  }
}

/// Which meetings a log is measured by.
public enum MeetingBasis: String, Hashable, Sendable {
  /// Those performed.
  case performed
  /// Those planned, where none is known to be performed.
  case planned

  /// Whether meetings of a status are measured.
  public func includes(_ status: MeetingStatus) -> Bool { status.rawValue == rawValue }
}

extension MeetingLog {
  /// Performed meetings where there are any, and planned ones otherwise.
  public var basis: MeetingBasis {
    zip(traits, spans).contains { $0.status == .performed && $1 != nil } ? .performed : .planned
  }

  /// The meetings as history of an instance: one for each client, staff member and date, performed ones where any are
  /// known to be and planned ones otherwise.
  ///
  /// - Parameter kinds: What visits are for that do not count, such as an instance's `uncountedKinds`: so a log gives the
  ///   history that the roster it tells of would give.
  public func pastMeetings(without kinds: Set<String> = []) -> [PastMeeting] {
    let basis = basis
    let counts = traits.map { basis.includes($0.status) && !kinds.contains($0.category) }
    var meetings: Set<PastMeeting> = []
    for (row, client) in clients.enumerated() {
      for index in bounds[row]..<bounds[row + 1] where counts[Int(traitNumbers[index])] {
        meetings.insert(
          PastMeeting(
            client: ClientID(client.id), staff: StaffID(staff[Int(staffNumbers[index])]),
            date: Self.date(ofMinute: starts[index])))
      }
    }
    return meetings.sorted { ($0.date, $0.client, $0.staff) < ($1.date, $1.client, $1.staff) }
  }
}
