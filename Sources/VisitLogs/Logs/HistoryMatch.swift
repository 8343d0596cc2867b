import Files
import HomeCare

/// Past meetings with the people of an instance found in them, by id or by name.
public struct HistoryMatch: Sendable {
  /// A text that means nobody of the instance, or several.
  public struct Stranger: Hashable, Sendable, CustomStringConvertible {
    /// The text.
    public let text: String
    /// Meetings in which it stands.
    public let meetings: Int
    /// Who may be meant: the nearest, or the several of that name.
    public let candidates: [String]
    /// Whether all of the candidates have the name.
    public let isAmbiguous: Bool

    /// One line.
    public var description: String {
      let hint =
        isAmbiguous
        ? "; \(PersonFinder.namesakes(candidates)): write the id"
        : candidates.first.map { "; the nearest is \($0)" } ?? ""
      return "\(quoted(text)) in \(meetings)\(hint)"
    }
  }

  /// The meetings of which both people were found.
  public let meetings: [PastMeeting]
  /// Meetings of which one was not.
  public let left: Int
  /// Clients, and after them staff, who were not found, those of the most meetings first.
  public let strangers: [Stranger]
  /// How many clients and staff were found by another text than their id.
  public let foundByName: Int

  /// Finds the people of meetings.
  public init(_ meetings: [PastMeeting], in instance: Instance) {
    let (clients, staff) = (instance.clientFinder, instance.staffFinder)
    var (clientTexts, staffTexts): ([String: Int], [String: Int]) = ([:], [:])
    for meeting in meetings {
      clientTexts[meeting.client.rawValue, default: 0] += 1
      staffTexts[meeting.staff.rawValue, default: 0] += 1
    }
    let found = (
      clients: clientTexts.keys.reduce(into: [:]) { $0[$1] = clients.find($1) },
      staff: staffTexts.keys.reduce(into: [:]) { $0[$1] = staff.find($1) }
    )
    self.meetings = meetings.compactMap { meeting in
      guard case .person(let client) = found.clients[meeting.client.rawValue],
        case .person(let member) = found.staff[meeting.staff.rawValue]
      else { return nil }
      return PastMeeting(client: ClientID(client), staff: StaffID(member), date: meeting.date)
    }
    left = meetings.count - self.meetings.count
    strangers =
      Self.strangers(clientTexts, found.clients, clients) + Self.strangers(staffTexts, found.staff, staff)
    foundByName =
      found.clients.count { $1 != .person($0) && $1.isPerson } + found.staff.count { $1 != .person($0) && $1.isPerson }
  }

  private static func strangers(
    _ texts: [String: Int], _ found: [String: PersonFinder.Found], _ finder: PersonFinder
  ) -> [Stranger] {
    texts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.compactMap { text, meetings in
      switch found[text] {
      case .several(let persons):
        Stranger(text: text, meetings: meetings, candidates: persons.map(\.id), isAmbiguous: true)
      case .nobody:
        Stranger(
          text: text, meetings: meetings, candidates: [finder.nearest(to: text)?.description].compactMap(\.self),
          isAmbiguous: false)
      case .person, nil: nil
      }
    }
  }
}

extension PersonFinder.Found {
  /// Whether it is one person.
  fileprivate var isPerson: Bool { if case .person = self { true } else { false } }
}
