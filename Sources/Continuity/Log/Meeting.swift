import HomeCare

/// One staff member at one visit of a client.
public struct Meeting: Hashable, Sendable {
  /// Who was visited.
  public var client: String
  /// Who came.
  public var staff: String
  /// When the visit starts.
  public var start: LocalDateTime
  /// How many minutes it lasts; 0 where that is not known.
  public var minutes: Int
  /// When it was planned to start; `nil` where that is not known.
  public var plannedStart: LocalDateTime?
  /// What it has in common with others.
  public var trait: Trait

  /// A meeting.
  public init(
    client: String, staff: String, start: LocalDateTime, minutes: Int = 0, plannedStart: LocalDateTime? = nil,
    trait: Trait = Trait()
  ) {
    self.client = client
    self.staff = staff
    self.start = start
    self.minutes = minutes
    self.plannedStart = plannedStart
    self.trait = trait
  }
}

extension MeetingLog {
  /// A log of meetings in any order; clients and staff are numbered in the order of their ids.
  ///
  /// - Parameters:
  ///   - clients: What is known of clients besides their meetings; others are added.
  ///   - contacts: The fixed contact of clients, by ids.
  public init(_ meetings: [Meeting], clients known: [LoggedClient] = [], contacts: [String: String] = [:]) {
    let people = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    let staff = Set(meetings.map(\.staff)).union(contacts.values).sorted()
    let ids = Set(meetings.map(\.client)).union(people.keys).sorted()
    let staffNumbers = Dictionary(uniqueKeysWithValues: staff.enumerated().map { ($1, Int32($0)) })
    let clientNumbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, Int32($0)) })
    var traits: [Trait] = []
    var traitNumbers: [Trait: Int32] = [:]
    var rows: [MeetingRow] = []
    for meeting in meetings {
      if traitNumbers[meeting.trait] == nil {
        traitNumbers[meeting.trait] = Int32(traits.count)
        traits.append(meeting.trait)
      }
      guard let client = clientNumbers[meeting.client], let member = staffNumbers[meeting.staff],
        let trait = traitNumbers[meeting.trait]
      else { continue }
      let plannedAfter = meeting.plannedStart.flatMap {
        Int16(exactly: $0.minuteNumber - meeting.start.minuteNumber)
      }
      rows.append(
        .init(
          client: client, staff: member, start: Int32(clamping: meeting.start.minuteNumber), trait: trait,
          length: UInt16(clamping: meeting.minutes), plannedAfter: plannedAfter ?? MeetingRow.unplanned))
    }
    let clients = ids.map { id in
      var client = people[id] ?? LoggedClient(id: id)
      client.contact = contacts[id].flatMap { staffNumbers[$0] } ?? client.contact
      return client
    }
    self.init(clients: clients, staff: staff, traits: traits, pieces: [rows])
  }
}
