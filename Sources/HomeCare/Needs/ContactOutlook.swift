/// A fixed contact who leaves, or who cannot meet the client, in an instance made of needs.
public struct ContactOutlook: Hashable, Sendable, CustomStringConvertible {
  /// What keeps the contact from the client.
  public enum Obstacle: Hashable, Sendable {
    /// The contact has no shift in the horizon.
    case noShifts
    /// The contact's last shift is on this date, and an absence goes on to the horizon's end.
    case leaves(after: LocalDate)
    /// The client blocks the contact.
    case blocked
    /// Every visit needs one of these skills, none of which the contact has.
    case skills([String])
    /// This rule, or others of its kind, keeps the contact from each visit.
    case rule(Rule)
    /// The contact is never on shift when the client has a visit that the contact could serve.
    case otherHours
  }

  /// The client.
  public var client: ClientID
  /// The contact.
  public var contact: StaffID
  /// What is in the way.
  public var obstacle: Obstacle
  /// Visits of the client that the contact could serve.
  public var within: Int
  /// Visits of the client.
  public var visits: Int

  /// One line in English, people by their ids.
  public var description: String { description(of: NamedIDs()) }

  /// One line in English.
  func description(of names: NamedIDs) -> String {
    let person = "\(names.title(contact)), the fixed contact of \(names.title(client)),"
    let rest = "\(within) of \(visits) visits are within reach; name another contact where that is too few"
    return switch obstacle {
    case .noShifts: "\(person) has no shift in the horizon; name another contact"
    case .leaves(let date): "\(person) leaves after \(date): \(rest)"
    case .blocked: "\(person) is blocked by the client; take the block away or name another contact"
    case .skills(let skills):
      "\(person) lacks \(skills.joined(separator: ", ")), which each visit needs; name another contact"
    case .rule(let rule): "\(person) may serve none of the visits, by \(rule); name another contact"
    case .otherHours: "\(person) is never on shift when the client has a visit; name another contact"
    }
  }

  /// The contacts of an instance who leave or cannot meet their clients, in the order of the clients.
  ///
  /// - Parameter absences: The absences that were taken out of the instance.
  public static func outlooks(of instance: Instance, _ absences: [Changes.Absence]) -> [ContactOutlook] {
    let canServe = ContactReach(instance).canServe
    let rules = PairRules(instance)
    let shifts = Dictionary(grouping: instance.shifts, by: \.staff)
    let staffRows = Dictionary(uniqueKeysWithValues: instance.staff.enumerated().map { ($1.id, $0) })
    let visits = Dictionary(grouping: instance.visits.indices, by: { instance.visits[$0].client })
    return instance.clients.enumerated().compactMap { clientRow, client in
      guard let contact = client.contact, let contactRow = staffRows[contact], let rows = visits[client.id] else {
        return nil
      }
      let within = rows.count { canServe[$0] ?? false }
      func outlook(_ obstacle: Obstacle) -> ContactOutlook {
        ContactOutlook(client: client.id, contact: contact, obstacle: obstacle, within: within, visits: rows.count)
      }
      guard let last = shifts[contact]?.map(\.start).max()?.date else { return outlook(.noShifts) }
      if client.blocked.contains(contact), within == 0 { return outlook(.blocked) }
      let leaves = absences.contains {
        $0.staff == contact && $0.to > instance.horizon.end && $0.from < instance.horizon.end
      }
      if leaves { return outlook(.leaves(after: last)) }
      guard within == 0 else { return nil }
      let lacking = rows.map { Set(instance.visits[$0].skills).subtracting(instance.staff[contactRow].skills) }
      if lacking.allSatisfy({ !$0.isEmpty }) {
        return outlook(.skills(lacking.reduce(Set()) { $0.union($1) }.sorted()))
      }
      let obstacles = rows.compactMap { rules.obstacle(contactRow, on: $0, of: clientRow) }
      return outlook(obstacles.count == rows.count ? .rule(obstacles[0].rule) : .otherHours)
    }
  }
}
