/// Something that has happened, as it is kept for good.
public struct StoredEvent: Hashable, Sendable {
  /// Its number: 1 for the first, without gaps.
  public let revision: Int
  /// When it happened, as whoever kept it wrote the time.
  public let at: String
  /// Who did it.
  public let actor: String
  /// What happened, in whatever form the caller gives events.
  public let body: [UInt8]

  /// An event.
  public init(revision: Int, at: String, actor: String, body: [UInt8]) {
    self.revision = revision
    self.at = at
    self.actor = actor
    self.body = body
  }
}
