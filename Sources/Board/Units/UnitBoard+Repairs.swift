import Foundation
import HomeCare
import Interchange
import Rostering

extension UnitBoard {
  /// Repairs that are kept to be looked at and taken; the oldest give way.
  private static let mostRepairs = 16

  /// What has happened and how it can be mended, by its number; `nil` where it has given way to later ones, or the program
  /// was started anew.
  public func repair(_ number: Int) -> RepairInHand? { repairs[number] }

  /// Looks for the ways to mend a plan after what has happened.
  ///
  /// - Throws: `PlanRefusal.unsound` where what has happened does not fit the plan.
  public func findRepair(after happenings: [Happening], in id: Int) async throws(PlanRefusal) -> RepairInHand {
    let plan = try plan(id)
    let changed = state.plan(id)?.changed ?? 0
    let (now, options) = (time(in: plan.instance.horizon), repairOptions)
    let found = await OwnThread.result { () -> Result<RepairInHand.Ways, InvalidChanges> in
      do throws(InvalidChanges) {
        return .success(try RepairInHand.Ways(plan, happenings, now: now, options))
      } catch {
        return .failure(error)
      }
    }
    switch found {
    case .failure(let error): throw .unsound(error.problems)
    case .success(let ways):
      lastRepair += 1
      let repair = RepairInHand(id: lastRepair, plan: id, changed: changed, happenings: happenings, ways: ways)
      repairs[repair.id] = repair
      repairs[repair.id - Self.mostRepairs] = nil
      return repair
    }
  }

  /// Mends a plan by an option, or by a part of it.
  ///
  /// - Parameters:
  ///   - option: Its place among the options, 0 = first.
  ///   - rows: The rows of the option's list that are accepted, 0 = first; all by default.
  ///   - takesAlong: Whether rows that the accepted ones need are carried out too.
  ///   - reason: Why what it takes is allowed; needed where visits that have started cannot keep a rule any more.
  /// - Returns: The revision, now that it is done.
  @discardableResult
  public func mend(
    by number: Int, option: Int = 0, accepting rows: Set<Int>? = nil, takesAlong: Bool = false, reason: String = "",
    as who: Standpoint
  ) throws(PlanRefusal) -> Int {
    guard let repair = repairs[number], repair.ways.options.indices.contains(option) else { throw .noRepair }
    let chosen = repair.ways.options[option].list
    let accepted = rows.map { rows in
      Set(rows.filter(chosen.rows.indices.contains).map { chosen.rows[$0].visit })
    }
    return try carryOut(in: repair.plan, as: who) { () throws(PlanRefusal) in
      let before = try plan(repair.plan)
      let part: PartOfChanges
      let instance: Instance
      do throws(InvalidChanges) {
        // What others have done since does not stand in the way as long as the list still leads from where the plan is.
        instance =
          state.plan(repair.plan)?.changed == repair.changed
          ? repair.ways.instance.instance
          : try ChangedInstance(
            before.instance, before.roster, Changes(repair.happenings), now: repair.ways.now
          ).instance
        part = try PartOfChanges(
          of: chosen, on: before.roster, of: instance, accepting: accepted, takesAlong: takesAlong)
      } catch {
        throw .unsound(error.problems)
      }
      guard let roster = part.roster else { throw .needsOthers(part.dependences) }
      var list = ChangeList(from: before.roster, of: before.instance, to: roster, of: instance)
      let reasons = Dictionary(chosen.rows.map { ($0.visit, $0.reason) }, uniquingKeysWith: { first, _ in first })
      for row in list.rows.indices { list.rows[row].reason = reasons[list.rows[row].visit] ?? nil }
      return Decision(
        list, try covered(instance, roster, reason: reason, by: who.actor), happened: repair.happenings)
    }
  }

  /// An instance with the exceptions that a roster needs because of visits that have started.
  private func covered(
    _ instance: Instance, _ roster: Roster, reason: String, by actor: String
  ) throws(PlanRefusal) -> Instance {
    let broken = BrokenRules(instance, roster)
    if broken.isEmpty { return instance }
    if instance.format == .one || !broken.uncovered.isEmpty { throw .breaksRules(broken.violations) }
    return try allowing(broken.exceptions, reason: reason, by: actor, in: instance)
  }

  /// Who is absent by what has happened to a plan and is in force, and by what is being looked at.
  public func absences(in id: Int, repair number: Int? = nil) -> [Changes.Absence] {
    let kept = (state.plan(id)?.changes ?? []).flatMap { event($0)?.happened ?? [] }
    return Changes(kept + (number.flatMap { repairs[$0] }?.happenings ?? [])).absences
  }

  /// What time it is for a plan; `nil` where its days are over.
  private func time(in horizon: Horizon) -> LocalDateTime? {
    let now = LocalDateTime(clock())
    return now.date > horizon.lastDate ? nil : now
  }
}

extension LocalDateTime {
  /// What the clock on the wall shows at a moment, where the machine is.
  public init(_ moment: Date) {
    let seconds = Int(moment.timeIntervalSince1970.rounded(.down)) + TimeZone.current.secondsFromGMT(for: moment)
    self.init(minuteNumber: Int((Double(seconds) / 60).rounded(.down)))
  }
}
