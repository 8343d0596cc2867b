/// Who asks for something, and what they have seen of the unit.
public struct Standpoint: Hashable, Sendable {
  /// Who asks.
  public var actor: String
  /// The last revision that they have seen.
  public var revision: Int

  /// Somebody who has seen everything up to a revision.
  public init(_ actor: String, at revision: Int) {
    self.actor = actor
    self.revision = revision
  }
}
