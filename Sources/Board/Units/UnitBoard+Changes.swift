import HomeCare
import Interchange
import Rostering
import Store

extension UnitBoard {
  // MARK: Who could take a visit

  /// Every staff member for a visit of a plan, best first; where only an exception would allow it, the smallest one.
  ///
  /// - Parameter replacing: Whose place is to be taken, where several serve the visit.
  public func suggestions(
    for visit: VisitID, of plan: Int, replacing: StaffID? = nil
  ) throws(PlanRefusal) -> Suggestions {
    let suggester = try suggester(plan)
    // Format 1 has no table that could hold what somebody allows.
    let exceptions: OfferedExceptions = try self.plan(plan).instance.format == .one ? .none : .usual
    do throws(VisitQuestionError) {
      return try suggester.suggestions(for: visit, replacing: replacing, exceptions: exceptions)
    } catch {
      throw .noAnswer(error)
    }
  }

  // MARK: Moving visits

  /// Gives a visit to a staff member, with whatever else has to move, as `suggestions` tells.
  ///
  /// - Parameters:
  ///   - replacing: Whose place is taken, where several serve the visit.
  ///   - reason: Why what it takes is allowed; needed where it takes an exception.
  /// - Returns: The revision, now that it is done.
  @discardableResult
  public func give(
    _ visit: VisitID, to staff: StaffID, insteadOf replacing: StaffID? = nil, reason: String = "", in id: Int,
    as who: Standpoint
  ) throws(PlanRefusal) -> Int {
    try carryOut(in: id, as: who) { () throws(PlanRefusal) in
      let found = try suggestions(for: visit, of: id, replacing: replacing)
      guard let option = found.options.first(where: { $0.staff == staff }) else {
        throw .noAnswer(.notServing(staff, visit))
      }
      guard option.kind != .blocked else { throw .blocked(staff, option.obstacle) }
      let instance = try plan(id).instance
      return Decision(
        ChangeList(option.changes),
        option.exceptions.isEmpty
          ? instance : try allowing(option.exceptions, reason: reason, by: who.actor, in: instance))
    }
  }

  /// Takes a visit from whoever serves it and leaves it unassigned.
  @discardableResult
  public func leave(_ visit: VisitID, in plan: Int, as who: Standpoint) throws(PlanRefusal) -> Int {
    try carryOut(in: plan, as: who) { () throws(PlanRefusal) in
      let now = try self.plan(plan)
      guard let place = now.roster.places[visit], let row = now.instance.visits.first(where: { $0.id == visit }) else {
        throw .noAnswer(.unknownVisit(visit))
      }
      return Decision(
        ChangeList([
          RosterChange(visit: visit, client: row.client, before: place, after: .unassigned, reason: .handedOver)
        ]), now.instance)
    }
  }

  /// What is to become of a plan.
  struct Decision {
    let list: ChangeList
    /// The instance that the plan answers afterwards.
    let instance: Instance
    let happened: [Happening]?

    init(_ list: ChangeList, _ instance: Instance, happened: [Happening]? = nil) {
      (self.list, self.instance, self.happened) = (list, instance, happened)
    }
  }

  /// Judges a change on the plan as it is, and keeps it where nothing stands in the way and nobody was there before.
  func carryOut(
    in id: Int, as who: Standpoint, _ decide: () throws(PlanRefusal) -> Decision
  ) throws(PlanRefusal) -> Int {
    let meanwhile = try journal(of: id, after: who.revision)
    let change: (decision: Decision, before: PlanInHand, after: PlanInHand)
    do throws(PlanRefusal) {
      let decision = try decide()
      let before = try plan(id)
      change = (decision, before, try valid(decision.list, on: before, in: decision.instance))
    } catch {
      throw meanwhile.isEmpty ? error : .stale(meanwhile: meanwhile, now: error)
    }
    if !meanwhile.isEmpty { throw .stale(meanwhile: meanwhile, now: nil) }
    // The visit is where it is asked to be.
    let decision = change.decision
    if decision.list.rows.isEmpty && decision.instance.tables == change.before.instance.tables { return state.revision }
    var event = BoardEvent(.changed, plan: id)
    event.happened = decision.happened
    return try keep(decision.list, from: change.before, to: change.after, event, by: who.actor)
  }

  /// An instance in which somebody allows something.
  ///
  /// - Throws: `PlanRefusal.needsReason` where no reason is given.
  func allowing(
    _ exceptions: [RuleException], reason: String, by actor: String, in instance: Instance
  ) throws(PlanRefusal) -> Instance {
    let reason = reason.trimmedOfSpace
    if reason.isEmpty { throw .needsReason(exceptions) }
    let allowed = exceptions.map { exception in
      var exception = exception
      (exception.reason, exception.by) = (reason, actor)
      return exception
    }
    do throws(InvalidInstance) { return try instance.excepting(instance.tables.exceptions + allowed) } catch {
      throw .unsound(error.errors)
    }
  }

  /// A plan after a list of changes, as a roster of an instance.
  ///
  /// - Throws: `PlanRefusal` where the result would not be valid.
  private func valid(
    _ list: ChangeList, on plan: PlanInHand, in instance: Instance
  ) throws(PlanRefusal) -> PlanInHand {
    let after = plan.applying(list, in: instance)
    if !after.check.isValid { throw .breaksRules(after.check.violations) }
    return after
  }

  private func keep(
    _ list: ChangeList, from before: PlanInHand, to after: PlanInHand, _ kept: BoardEvent, by actor: String
  ) throws(PlanRefusal) -> Int {
    var event = kept
    let bytes = list.json(instance: after.instance.name)
    var files = [bytes]
    event.list = FileHash(of: bytes)
    if before.instance.tables != after.instance.tables {
      let instance = after.instance.json()
      files.append(instance)
      (event.instance, event.instanceBefore) = (FileHash(of: instance), state.plan(event.plan)?.instance)
      if !before.instance.hasRows(of: after.instance) { event.reshapes = true }
    }
    if (state.plan(event.plan)?.lists.count ?? 0) + 1 >= UnitBoard.listsUpToARoster {
      let roster = after.roster.json()
      files.append(roster)
      event.roster = FileHash(of: roster)
    }
    return try record(event, by: actor, files: files, after)
  }

  // MARK: Taking back

  /// Takes a change back, by default the last one of the plan that is in force; what was allowed for it alone is allowed
  /// no longer.
  @discardableResult
  public func undo(_ revision: Int? = nil, in id: Int, as who: Standpoint) throws(PlanRefusal) -> Int {
    guard let record = state.plan(id), !record.isDiscarded else { throw .noPlan(id) }
    guard let revision = revision ?? record.changes.last, record.changes.contains(revision) else {
      throw .nothingToUndo
    }
    return try reverse(revision, in: id, as: who)
  }

  /// Does again what was taken back.
  ///
  /// - Parameter revision: That of the taking back; by default the plan's last event, where it is one.
  @discardableResult
  public func redo(_ revision: Int? = nil, in id: Int, as who: Standpoint) throws(PlanRefusal) -> Int {
    guard let record = state.plan(id), !record.isDiscarded else { throw .noPlan(id) }
    guard let event = event(revision ?? record.changed), event.kind == .undone, event.plan == id else {
      throw .nothingToUndo
    }
    return try reverse(revision ?? record.changed, in: id, as: who)
  }

  private func reverse(_ revision: Int, in id: Int, as who: Standpoint) throws(PlanRefusal) -> Int {
    guard let event = event(revision), let hash = event.list else { throw .nothingToUndo }
    let meanwhile = try journal(of: id, after: who.revision)
    let before = try plan(id)
    let change: (list: ChangeList, after: PlanInHand)
    do throws(PlanRefusal) {
      let (done, instance) = try inverse(hash, event, before.instance)
      let places = before.roster.places
      let moved = Set(done.rows.filter { !(places[$0.visit] ?? .absent).isSame(as: $0.before) }.map(\.visit))
      if !moved.isEmpty {
        throw .builtUpon(
          by: try journal(of: id, after: revision).filter { $0.list.rows.contains { moved.contains($0.visit) } })
      }
      change = (done, try valid(done, on: before, in: instance))
    } catch {
      throw meanwhile.isEmpty ? error : .stale(meanwhile: meanwhile, now: error)
    }
    if !meanwhile.isEmpty { throw .stale(meanwhile: meanwhile, now: nil) }
    var kept = BoardEvent(event.kind == .undone ? .changed : .undone, plan: id)
    (kept.of, kept.happened) = (revision, event.happened)
    return try keep(change.list, from: before, to: change.after, kept, by: who.actor)
  }

  /// The list that takes an event back, and the instance without what came with it.
  private func inverse(
    _ list: FileHash, _ event: BoardEvent, _ now: Instance
  ) throws(PlanRefusal) -> (ChangeList, Instance) {
    do {
      let done = try ChangeListFile(json: store.file(list)).list.reversed
      guard let before = event.instanceBefore, let after = event.instance else { return (done, now) }
      let tables = now.tables.takingBack(
        try Instance(json: store.file(after)).tables, to: try Instance(json: store.file(before)).tables)
      return (done, try Instance(validating: tables))
    } catch let error as StoreError {
      throw .store(error)
    } catch let error as InvalidInstance {
      throw .unsound(error.errors)
    } catch {
      throw .damaged("\(error)")
    }
  }
}

extension Instance {
  /// Whether another instance has the same visits, shifts and people, row by row.
  fileprivate func hasRows(of other: Instance) -> Bool {
    visits.map(\.id) == other.visits.map(\.id) && staff.map(\.id) == other.staff.map(\.id)
      && shifts.map(\.id) == other.shifts.map(\.id) && clients.map(\.id) == other.clients.map(\.id)
  }
}

extension String {
  /// The text without space at its ends.
  fileprivate var trimmedOfSpace: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
