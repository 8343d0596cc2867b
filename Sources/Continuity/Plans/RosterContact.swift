import HomeCare

/// How often clients are visited by their fixed contact (*fast omsorgskontakt*), beside the most that shifts allow.
///
/// Counts every assigned visit of a client who has a contact, as the score's `notContact` does.
public struct RosterContact: Sendable {
  /// One client who has a contact.
  public struct Row: Hashable, Sendable {
    /// The client.
    public var client: ClientID
    /// The client's contact.
    public var contact: StaffID
    /// Assigned visits.
    public var visits = 0
    /// Assigned visits with the contact on them.
    public var byContact = 0
    /// Visits of the instance that the contact could serve, each by itself.
    public var canServe = 0
  }

  /// Clients who have a contact and a visit, in the order of the instance.
  public let rows: [Row]
  /// The most visits by contacts that any roster can have; see `ContactReach`.
  public let most: Int

  /// Measures a roster.
  ///
  /// Assignments of visits that the instance does not know are left out: a checker reports them.
  public init(_ roster: Roster, of instance: Instance) {
    let reach = ContactReach(instance)
    let assignments = Dictionary(roster.assignments.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(uniqueKeysWithValues: instance.clients.enumerated().map { ($1.id, $0) })
    var rows = instance.clients.map { client in client.contact.map { Row(client: client.id, contact: $0) } }
    var hasVisit = [Bool](repeating: false, count: rows.count)
    for (number, visit) in instance.visits.enumerated() {
      guard let place = places[visit.client], let contact = rows[place]?.contact else { continue }
      hasVisit[place] = true
      if reach.canServe[number] == true { rows[place]?.canServe += 1 }
      guard let assignment = assignments[visit.id] else { continue }
      rows[place]?.visits += 1
      if assignment.staff.contains(contact) { rows[place]?.byContact += 1 }
    }
    self.rows = zip(rows, hasVisit).compactMap { $1 ? $0 : nil }
    most = reach.most
  }

  /// Assigned visits of clients who have a contact.
  public var visits: Int { rows.reduce(0) { $0 + $1.visits } }
  /// Those of them with the contact.
  public var byContact: Int { rows.reduce(0) { $0 + $1.byContact } }
  /// The share of visits with the contact.
  public var share: Ratio? { Ratio(byContact, of: visits) }
  /// The share of visits with the contact that would be the most.
  public var mostShare: Ratio? { Ratio(min(most, visits), of: visits) }
  /// Visits with the contact as a part of the most.
  public var shareOfMost: Ratio? { Ratio(byContact, of: most) }
  /// The share of clients who meet their contact at all.
  public var clientsMeeting: Ratio? { Ratio(rows.count { $0.byContact > 0 }, of: rows.count) }
  /// The share of clients who have a visit that their contact could serve.
  public var clientsWithin: Ratio? { Ratio(rows.count { $0.canServe > 0 }, of: rows.count) }

  /// Clients who never meet their contact though a visit could be served so, those with the most such visits first.
  public var missed: [Row] {
    rows.filter { $0.byContact == 0 && $0.canServe > 0 }.sorted { ($1.canServe, $0.client) < ($0.canServe, $1.client) }
  }
}
