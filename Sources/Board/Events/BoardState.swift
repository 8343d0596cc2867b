import Store

/// A plan of the unit: which instance and roster it is, by the files that make them up.
public struct PlanRecord: Hashable, Sendable {
  /// Its number, 1 for the first.
  public let id: Int
  /// What it is called.
  public let name: String
  /// Whether it was imported or planned.
  public let origin: BoardEvent.Kind
  /// The plan that the run began with which made it.
  public let from: Int?
  /// The revision that made it.
  public let made: Int
  /// The revision that changed it last.
  public internal(set) var changed: Int
  /// The last revision that gave it other visits, shifts or people, so that their rows are others than before.
  public internal(set) var reshaped: Int
  /// The instance that it answers.
  public internal(set) var instance: FileHash
  /// The roster that was kept last as a whole.
  public internal(set) var roster: FileHash
  /// The lists of changes since then, in their order.
  public internal(set) var lists: [FileHash] = []
  /// The revisions of changes that are in force, in their order.
  public internal(set) var changes: [Int] = []
  /// Whether the last thing that happened to it is that a change was taken back, so that it can be done again.
  public internal(set) var canRedo = false
  /// Whether it was put away.
  public internal(set) var isDiscarded = false
}

/// What was handed out, as it was then.
public struct Publication: Hashable, Sendable {
  /// The revision that handed it out.
  public let revision: Int
  /// The plan.
  public let plan: Int
  /// The instance.
  public let instance: FileHash
  /// The roster.
  public let roster: FileHash
}

/// Where a unit's plans stand: what all events together come to, and nothing else.
public struct BoardState: Hashable, Sendable {
  /// The last event.
  public private(set) var revision = 0
  /// All plans, those put away included, by number.
  public private(set) var plans: [PlanRecord] = []
  /// What was handed out last.
  public private(set) var publication: Publication?

  /// A unit to which nothing has happened.
  public init() {}

  /// A plan by its number.
  public func plan(_ id: Int) -> PlanRecord? { plans.indices.contains(id - 1) ? plans[id - 1] : nil }

  /// Plans that are not put away, the newest first.
  public var drafts: [PlanRecord] { plans.reversed().filter { !$0.isDiscarded } }

  /// Takes the next event in.
  mutating func apply(_ event: BoardEvent, revision: Int) throws(BoardDamage) {
    guard revision == self.revision + 1 else {
      throw BoardDamage(revision: revision, reason: "it follows revision \(self.revision)")
    }
    switch event.kind {
    case .imported, .planned:
      guard event.plan == plans.count + 1, let instance = event.instance, let roster = event.roster else {
        throw BoardDamage(revision: revision, reason: "a new plan lacks its number or its files")
      }
      plans.append(
        PlanRecord(
          id: event.plan, name: event.name ?? "", origin: event.kind, from: event.from, made: revision,
          changed: revision, reshaped: revision, instance: instance, roster: roster))
    case .changed, .undone, .published, .discarded:
      guard plans.indices.contains(event.plan - 1) else {
        throw BoardDamage(revision: revision, reason: "there is no plan \(event.plan)")
      }
      plans[event.plan - 1].apply(event, revision: revision)
      if event.kind == .published, let instance = event.instance, let roster = event.roster {
        publication = Publication(revision: revision, plan: event.plan, instance: instance, roster: roster)
      }
    }
    self.revision = revision
  }
}

extension PlanRecord {
  fileprivate mutating func apply(_ event: BoardEvent, revision: Int) {
    if event.kind == .discarded { isDiscarded = true }
    if event.kind == .published || event.kind == .discarded { return }
    (changed, canRedo) = (revision, event.kind == .undone)
    if event.reshapes == true { reshaped = revision }
    if let instance = event.instance { self.instance = instance }
    if let roster = event.roster {
      (self.roster, lists) = (roster, [])
    } else if let list = event.list {
      lists.append(list)
    }
    if event.kind == .undone {
      changes.removeAll { $0 == event.of }
    } else {
      changes.append(revision)
    }
  }
}
