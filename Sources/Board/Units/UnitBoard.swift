import Foundation
import HomeCare
import Rostering
import Store

/// One unit's plans, and everybody's only way to change them.
///
/// Each change is one event in the unit's `EventStore`; what the board shows is a projection of the events. A change is
/// judged on the plan as it is, never as its author saw it last; and nothing is kept that the checker would call invalid.
public actor UnitBoard {
  /// Whole rosters are kept after so many lists of changes, so that a plan is opened quickly however often it was edited.
  static let listsUpToARoster = 20

  let store: EventStore
  let clock: @Sendable () -> Date
  /// Where the plans stand.
  public private(set) var state = BoardState()
  private var events: [BoardEvent] = []
  private var inHand: [Int: PlanInHand] = [:]
  private var suggesters: [Int: (revision: Int, suggester: Suggester)] = [:]
  private var figures: [Int: (revision: Int, figures: BoardFigures)] = [:]
  /// Why visits are left, by plan, as long as it stands as it is.
  var reasons: [Int: (changed: Int, reasons: [UnassignedReason])] = [:]
  private var listeners: [Int: AsyncStream<BoardNotice>.Continuation] = [:]
  private var nextListener = 0
  /// The run that goes on, or the last one.
  var run: PlanRun?
  /// Repairs that are being looked at, by their numbers, and the last number.
  var repairs: [Int: RepairInHand] = [:]
  var lastRepair = 0
  /// How long ways to mend a plan are looked for.
  let repairOptions: RepairOptions

  /// Opens the board of the unit whose events lie in a folder; an empty folder is a new unit.
  ///
  /// - Parameters:
  ///   - repairOptions: How long ways to mend a plan are looked for.
  ///   - clock: What time it is.
  /// - Throws: `StoreError` where the folder cannot be used; `BoardDamage` where its events make no sense.
  public init(
    folder: String, repairOptions: RepairOptions = RepairOptions(), clock: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    self.repairOptions = repairOptions
    store = try EventStore(folder: folder)
    self.clock = clock
    for stored in try store.events() {
      let event = try BoardEvent(stored)
      try state.apply(event, revision: stored.revision)
      events.append(event)
    }
  }

  // MARK: Plans

  /// A plan as it stands.
  public func plan(_ id: Int) throws(PlanRefusal) -> PlanInHand {
    if let plan = inHand[id] { return plan }
    guard let record = state.plan(id), !record.isDiscarded else { throw .noPlan(id) }
    do {
      let plan = try PlanInHand(record, from: store)
      inHand[id] = plan
      return plan
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .damaged("\(error)")
    }
  }

  /// What was handed out last, as it was then.
  public func published() throws(PlanRefusal) -> (publication: Publication, plan: PlanInHand)? {
    guard let publication = state.publication else { return nil }
    do {
      let instance = try Instance(json: store.file(publication.instance))
      return (publication, PlanInHand(instance, try Roster(json: store.file(publication.roster))))
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .damaged("\(error)")
    }
  }

  /// Who could take visits of a plan; kept as long as the plan stands as it is.
  func suggester(_ id: Int) throws(PlanRefusal) -> Suggester {
    let plan = try plan(id)
    let revision = state.plan(id)?.changed ?? 0
    if let known = suggesters[id], known.revision == revision { return known.suggester }
    let suggester = Suggester(plan.instance, plan.roster)
    suggesters[id] = (revision, suggester)
    return suggester
  }

  /// The figures above every page.
  public func figures(of id: Int) throws(PlanRefusal) -> BoardFigures {
    let plan = try plan(id)
    let revision = state.plan(id)?.changed ?? 0
    if let known = figures[id], known.revision == revision { return known.figures }
    let found = BoardFigures(plan)
    figures[id] = (revision, found)
    return found
  }

  // MARK: The journal

  /// What has happened, the latest first.
  ///
  /// - Parameters:
  ///   - plan: The only plan asked about; all by default.
  ///   - revision: Only what happened after it.
  ///   - limit: Entries at most.
  public func journal(
    of plan: Int? = nil, after revision: Int = 0, limit: Int = 200
  ) throws(PlanRefusal) -> [JournalEntry] {
    do throws(StoreError) {
      let stored = try store.events(after: max(0, revision)).reversed().filter {
        plan == nil || events[$0.revision - 1].plan == plan
      }
      return stored.prefix(limit).map { JournalEntry($0, events[$0.revision - 1], from: store) }
    } catch {
      throw .store(error)
    }
  }

  /// The event of a revision.
  func event(_ revision: Int) -> BoardEvent? {
    events.indices.contains(revision - 1) ? events[revision - 1] : nil
  }

  // MARK: Keeping

  /// Keeps an event with its files, and tells everybody.
  ///
  /// - Parameter plan: The plan as it is afterwards, where the event makes or changes one.
  @discardableResult
  func record(
    _ event: BoardEvent, by actor: String, files: [[UInt8]] = [], _ plan: PlanInHand? = nil
  ) throws(PlanRefusal) -> Int {
    var after = state
    let revision = state.revision + 1
    do {
      try after.apply(event, revision: revision)
      try store.append(
        event.body, by: actor, at: clock().formatted(.iso8601), after: state.revision, files: files)
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .damaged("\(error)")
    }
    state = after
    events.append(event)
    inHand[event.plan] = event.kind == .discarded ? nil : plan ?? inHand[event.plan]
    tell(.revision(revision))
    return revision
  }

  // MARK: Listening

  /// What happens from now on; ends when the listener stops listening or the board closes.
  public func notices() -> AsyncStream<BoardNotice> {
    let number = nextListener
    nextListener += 1
    let (stream, continuation) = AsyncStream.makeStream(
      of: BoardNotice.self, bufferingPolicy: .bufferingNewest(64))
    continuation.onTermination = { [weak self] _ in Task { await self?.forget(number) } }
    listeners[number] = continuation
    return stream
  }

  private func forget(_ listener: Int) { listeners[listener] = nil }

  func tell(_ notice: BoardNotice) {
    for listener in listeners.values { listener.yield(notice) }
  }

  /// Ends every stream of notices and the run that goes on.
  public func close() {
    run?.cancellation.cancel()
    for listener in listeners.values { listener.finish() }
    listeners = [:]
  }

  /// Whether what is kept can be read, and is what the board knows.
  public var isWell: Bool { store.holds(state.revision) }

  /// Writes a copy of everything that is kept to a file that is not there yet.
  public func backUp(to file: String) throws(PlanRefusal) {
    do throws(StoreError) { try store.backUp(to: file) } catch { throw .store(error) }
  }
}
