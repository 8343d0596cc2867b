import HomeCare
import Interchange
import Store

/// An event with what it did, for people.
public struct JournalEntry: Sendable {
  /// Its number.
  public let revision: Int
  /// When it happened, in UTC: `2026-03-02T06:30:00Z`.
  public let at: String
  /// Who did it.
  public let actor: String
  /// What happened.
  public let event: BoardEvent
  /// The visits that changed.
  public let list: ChangeList

  init(_ stored: StoredEvent, _ event: BoardEvent, from store: EventStore) {
    (revision, at, actor) = (stored.revision, stored.at, stored.actor)
    self.event = event
    // A journal tells of what it can, whatever has become of a file.
    let bytes = event.list.flatMap { try? store.file($0) }
    list = bytes.flatMap { try? ChangeListFile(json: $0).list } ?? ChangeList()
  }
}
