import Foundation
import Store

/// Something that has happened to a unit's plans, in the form in which it is kept.
///
/// What it speaks of, instances, rosters and lists of changes, are kept files in the formats that the commands read.
public struct BoardEvent: Hashable, Sendable, Codable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// An instance came in, with a roster or with every visit unassigned.
    case imported
    /// A run has made a plan.
    case planned
    /// Visits of a plan were moved, or something was allowed for them; or what was taken back was done again.
    case changed
    /// An earlier change was taken back.
    case undone
    /// A plan was handed out: from now on it holds.
    case published
    /// A plan was put away.
    case discarded
  }

  /// What happened.
  public var kind: Kind
  /// The plan that it happened to, by its number.
  public var plan: Int
  /// What a new plan is called.
  public var name: String?
  /// The plan that a run began with.
  public var from: Int?
  /// The revision of the change that is taken back, or of the taking back that is undone.
  public var of: Int?
  /// The instance that the plan answers from now on, where it is another one than before.
  public var instance: FileHash?
  /// The instance that it answered before, where a change is of the instance too.
  public var instanceBefore: FileHash?
  /// The roster as it stands afterwards, where it is kept as a whole.
  public var roster: FileHash?
  /// The list that leads to the roster, of a change.
  public var list: FileHash?
  /// What had happened to which a change answers.
  public var happened: [Happening]?
  /// Whether the plan has other visits, shifts or people from now on.
  public var reshapes: Bool?

  init(_ kind: Kind, plan: Int) {
    self.kind = kind
    self.plan = plan
  }

  init(_ event: StoredEvent) throws(BoardDamage) {
    do { self = try JSONDecoder().decode(Self.self, from: Data(event.body)) } catch {
      throw BoardDamage(revision: event.revision, reason: "it cannot be read as an event")
    }
  }

  /// The event as it is kept; the same bytes for the same event.
  var body: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Numbers and texts alone: nothing that JSON cannot hold.
    return (try? encoder.encode(self)).map { Array($0) } ?? []
  }
}

/// Thrown where what is kept does not make sense, so that a board cannot be made of it.
public struct BoardDamage: Error, Hashable, Sendable, CustomStringConvertible {
  /// The event that does not.
  public var revision: Int
  /// Why.
  public var reason: String

  /// What is wrong and how to mend it.
  public var description: String {
    "revision \(revision) of the unit's events is damaged: \(reason); restore the folder from a copy"
  }
}
