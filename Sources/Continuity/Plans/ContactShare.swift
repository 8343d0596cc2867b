import HomeCare

/// The share of visits by fixed contacts, told from a score alone, as while a roster is being searched for.
public struct ContactShare: Sendable {
  /// Visits of clients who have a contact.
  private let visits: Int

  /// What there is to know of an instance; `nil` where no visit is of a client with a contact.
  public init?(of instance: Instance) {
    let clients = Set(instance.clients.filter { $0.contact != nil }.map(\.id))
    visits = instance.visits.count { clients.contains($0.client) }
    if visits == 0 { return nil }
  }

  /// The share in a roster with a score; `nil` where visits are unassigned, of which a score does not say whose they are.
  public func share(under score: Score) -> Ratio? {
    score[.unassigned] > 0 ? nil : Ratio(visits - score[.notContact], of: visits)
  }
}
