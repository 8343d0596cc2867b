import HomeCare
import Interchange
import Store

/// A plan as it stands: an instance and a valid roster of it.
public struct PlanInHand: Sendable {
  /// The instance.
  public let instance: Instance
  /// The roster, with its score and usual times.
  public let roster: Roster
  /// What the checker says of it.
  public let check: RosterCheck

  /// A roster of an instance, scored anew; `check` tells whether it is valid.
  init(_ instance: Instance, settling roster: Roster) {
    let checker = RosterChecker(instance)
    var settled = roster
    settled.instance = instance.name
    settled.series = checker.usualTimes(of: settled)
    settled.solve = nil
    settled.score = checker.check(settled).score
    self.instance = instance
    self.roster = settled
    check = checker.check(settled)
  }

  /// A roster of an instance as it came.
  init(_ instance: Instance, _ roster: Roster) {
    self.instance = instance
    self.roster = roster
    check = RosterChecker(instance).check(roster)
  }

  /// A plan out of its files.
  init(_ record: PlanRecord, from store: EventStore) throws {
    let instance = try Instance(json: store.file(record.instance))
    let roster = try Roster(json: store.file(record.roster))
    if record.lists.isEmpty {
      self.init(instance, roster)
      return
    }
    let order = instance.visits.map(\.id)
    let changed = try record.lists.reduce(roster) { roster, hash in
      roster.applying(try ChangeListFile(json: store.file(hash)).list.rows, order: order)
    }
    self.init(instance, settling: changed)
  }

  /// The plan with a list of changes carried out, as a roster of an instance.
  func applying(_ list: ChangeList, in instance: Instance) -> PlanInHand {
    PlanInHand(instance, settling: roster.applying(list.rows, order: instance.visits.map(\.id)))
  }

  /// Every visit of an instance unassigned.
  static func blank(_ instance: Instance) -> PlanInHand {
    PlanInHand(
      instance,
      settling: Roster(
        instance: instance.name, assignments: [], unassigned: instance.visits.map(\.id),
        score: Score(format: instance.format)))
  }
}

extension Instance {
  /// The instance with other exceptions, and all else as it is.
  func excepting(_ exceptions: [RuleException]) throws(InvalidInstance) -> Instance {
    var draft = tables
    draft.exceptions = exceptions
    return try Instance(validating: draft)
  }
}
