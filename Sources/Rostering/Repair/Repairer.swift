import HomeCare

/// Mends a roster after changes: covers what has lost its staff and leaves the rest as it is as far as that goes.
///
/// Cover comes first, then that who was served is not left for who was not, then that nobody is newly above target, then what an option's label says; and no option changes what
/// could as well stay. Visits that have
/// started and pinned visits keep their staff and start.
public struct Repairer {
  private let basis: RepairBasis

  /// A repairer of a roster after changes.
  ///
  /// - Parameters:
  ///   - now: Visits that start before it have started; nothing is planned earlier than it.
  ///   - scope: What may be touched.
  public init(
    _ changed: ChangedInstance, _ roster: Roster, now: LocalDateTime? = nil, scope: RepairScope = RepairScope()
  ) {
    // Visits that the instance does not have are told of with the changes, and stand nowhere.
    basis = RepairBasis(changed, roster.of(changed.old), now: now, scope: scope)
  }

  /// Visits that have lost their place and stay unassigned in every option, since they lie outside the scope.
  public var outOfScope: [VisitID] { basis.outOfScope.map { basis.problem.instance[$0].id } }

  /// What the roster breaks of the instance as it was. It stays as it stands, and no option breaks more but for what the
  /// changes themselves bring about in visits that have started.
  public var broken: BrokenRules { basis.broken }

  /// Up to three options, the one in the order above first; each is the best of them all by its labels' orders.
  public func options(
    _ options: RepairOptions = RepairOptions(), cancellation: Cancellation = Cancellation()
  ) -> [RepairOption] {
    // Cover comes before all that the options differ in, so they share what was found for it.
    let covered = RepairSearch(basis, .bestContinuity, sideShare: options.sideShare, seed: options.seed)
    covered.fill()
    covered.cover(rounds: options.coverRounds, until: cancellation)
    covered.replanDays(iterations: options.dayIterations, until: cancellation)
    var searches: [RepairSearch] = []
    for label in options.labels {
      if cancellation.isCancelled && !searches.isEmpty { break }
      let search = RepairSearch(covered, label, sideShare: options.sideShare, seed: options.seed)
      for other in searches { _ = search.goesOn(from: other) }
      search.improve(rounds: options.rounds, until: cancellation)
      searches.append(search)
    }
    // What a later search found may be better by an earlier one's order too.
    for search in searches where searches.count(where: { search.goesOn(from: $0) }) > 0 {
      search.improve(rounds: options.rounds, until: cancellation)
    }
    let keeper = RuleKeeper(basis)
    let found = searches.map { search in
      let roster = search.state.roster(keepingStarts: true)
      // Where nothing was broken, the search itself keeps every rule.
      return completed(basis.broken.isEmpty ? roster : keeper.kept(roster))
    }
    return labelled(found, options.labels, keeper)
  }

  /// The best roster by each label's order, without needless changes; those that are best by several have their labels.
  private func labelled(_ found: [Roster], _ labels: [RepairOption.Label], _ keeper: RuleKeeper) -> [RepairOption] {
    var pool = Self.unique(found)
    var best: [RepairOption.Label: (roster: Roster, rank: [Int])] = [:]
    var looked: [RepairOption.Label: Int] = [:]
    var isBetter = true
    // What is taken back for one label may be better by another's order too.
    while isBetter {
      isBetter = false
      for label in labels {
        for index in looked[label, default: 0]..<pool.count {
          var takingBack = TakingBack(basis, label, keeper)
          let roster = takingBack.applied(to: pool[index])
          let rank = tally(of: roster).rank(by: label)
          if let held = best[label], !rank.lexicographicallyPrecedes(held.rank) { continue }
          best[label] = (roster, rank)
          isBetter = true
        }
        looked[label] = pool.count
      }
      if isBetter { pool = Self.unique(pool + labels.compactMap { best[$0]?.roster }) }
    }
    var options: [RepairOption] = []
    for label in labels {
      guard let roster = best[label]?.roster else { continue }
      let option = option(roster, label)
      if let same = options.firstIndex(where: { $0.list.rows == option.list.rows }) {
        options[same].labels.append(label)
      } else {
        options.append(option)
      }
    }
    return options
  }

  private static func unique(_ rosters: [Roster]) -> [Roster] {
    rosters.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What a roster comes to.
  private func tally(of roster: Roster) -> RepairTally {
    let state = SearchState(basis.problem)
    _ = state.hold(state.assignments(of: roster))
    return basis.tally(of: state)
  }

  /// Visits that have lost their place, or had none.
  public var visitsToPlace: [VisitID] { basis.orphans.map { basis.problem.instance[$0].id } }

  /// Assigns what an exact look at every staff member still finds room for.
  private func completed(_ roster: Roster) -> Roster {
    var roster = roster
    let order = basis.problem.instance.visits.map(\.id)
    var open = visitsToPlace.filter(Set(roster.unassigned).contains)
    while !open.isEmpty {
      let suggester = Suggester(basis.problem.instance, roster, isFixed: basis.isFixed)
      let found = open.lazy.compactMap { visit -> Suggestion? in
        (try? suggester.suggestions(for: visit, exceptions: .none))?.options.first {
          $0.kind != .blocked && $0.changes.allSatisfy(isInScope)
        }
      }.first
      guard let found else { break }
      roster = roster.applying(found.changes, order: order)
      open.removeAll { $0 == found.assignment?.visit }
    }
    return roster
  }

  /// Whether a change gives a visit to nobody whom the scope leaves out.
  private func isInScope(_ change: RosterChange) -> Bool {
    let stays = change.before.assignment?.staff ?? []
    return change.after.assignment?.staff.allSatisfy { basis.scope.holds($0) || stays.contains($0) } ?? true
  }

  // MARK: What an option comes to

  private func option(_ unscored: Roster, _ label: RepairOption.Label) -> RepairOption {
    var roster = keepingOrder(unscored)
    let (old, new) = (basis.changed.old, basis.changed.instance)
    let check = RosterChecker(new).check(roster)
    roster.score = check.score
    roster.solve = SolveSummary(solver: "repair", status: .feasible, seed: 0)
    let list = list(to: roster)
    let tally = tally(of: roster)
    let effects = effects(of: list.changes, RosterChecker(old).check(basis.oldRoster), check)
    return RepairOption(
      labels: [label], roster: roster, list: list, effects: effects,
      figures: RepairOption.Figures(
        unassigned: roster.unassigned.count,
        newlyUnassigned: list.rows.count { $0.before.assignment != nil && $0.after == .unassigned },
        newlyAboveTarget: newlyAboveTarget(check), newFaces: tally.newFaces,
        addedStaff: tally.addedStaff, changedVisits: list.changes.count,
        sideChanges: list.changes.count { isSide($0) }, travelMinutes: check.score[.travel]),
      unassignedReasons: reasons(for: roster), broken: BrokenRules(new, roster))
  }

  /// Why visits are left, and what exceptions would place them.
  private func reasons(for roster: Roster) -> [UnassignedReason] {
    if roster.unassigned.isEmpty { return [] }
    return Suggester(basis.problem.instance, roster, isFixed: basis.isFixed).reasons()
  }

  /// The roster with the staff of visits that do not change listed as they were, so that the changes tell all.
  private func keepingOrder(_ roster: Roster) -> Roster {
    let before = basis.oldRoster.places
    var roster = roster
    roster.assignments = roster.assignments.map { assignment in
      guard let old = before[assignment.visit], old.isSame(as: .served(assignment)) else { return assignment }
      return old.assignment ?? assignment
    }
    return roster
  }

  private func isSide(_ change: RosterChange) -> Bool {
    switch change.reason {
    case .makesRoom, .improvement: true
    default: false
    }
  }

  private func newlyAboveTarget(_ check: RosterCheck) -> Int {
    let clients = ClientRow.byID(basis.problem.instance.clients.map(\.id))
    return check.meetings.reduce(0) { sum, meeting in
      guard let client = clients[meeting.client] else { return sum }
      let ceiling = basis.ceiling[basis.problem.term(of: client, in: Int32(meeting.period))]
      return sum + max(0, meeting.distinct - Int(ceiling))
    }
  }

  private func list(to roster: Roster) -> ChangeList {
    var list = ChangeList(from: basis.oldRoster, of: basis.changed.old, to: roster, of: basis.changed.instance)
    let placed = Set(visitsToPlace + outOfScope)
    let newcomers = roster.assignments.filter { placed.contains($0.visit) }
    for index in list.rows.indices { list.rows[index].reason = reason(of: list.rows[index], placed, newcomers) }
    return list
  }

  private func reason(
    of change: RosterChange, _ placed: Set<VisitID>, _ newcomers: [Roster.Assignment]
  ) -> RosterChange.Reason {
    if let cause = basis.changed.causes[change.visit] { return cause }
    if change.before == .unassigned { return .uncovered }
    guard let before = change.before.assignment else { return .improvement }
    if before.shifts.contains(where: { basis.changed.takenOver[$0] != nil }) { return .handedOver }
    if placed.contains(change.visit), let absent = before.staff.first(where: basis.changed.absent.contains) {
      return .absent(absent)
    }
    if placed.contains(change.visit) { return .displaced }
    // The visit that now stands nearest to where this one stood.
    let nearest = newcomers.filter { $0.visit != change.visit && !Set($0.shifts).isDisjoint(with: before.shifts) }.min {
      (abs($0.start.minutes(since: before.start)), $0.visit) < (abs($1.start.minutes(since: before.start)), $1.visit)
    }
    return nearest.map { .makesRoom($0.visit) } ?? .improvement
  }

  private func effects(of changes: [RosterChange], _ old: RosterCheck, _ new: RosterCheck) -> [RepairOption.Effect] {
    let touched = Set(changes.map(\.client))
    let horizon = basis.changed.instance.horizon
    func counts(_ check: RosterCheck) -> [ClientID: [Int: Int]] {
      check.meetings.reduce(into: [:]) { $0[$1.client, default: [:]][$1.period] = $1.distinct }
    }
    let (before, after) = (counts(old), counts(new))
    return basis.changed.instance.clients.filter { touched.contains($0.id) }.flatMap { client in
      (0..<horizon.periodCount).compactMap { period in
        let (first, second) = (before[client.id]?[period] ?? 0, after[client.id]?[period] ?? 0)
        // Of several periods, those are told in which something changes.
        if horizon.periodCount > 1 && first == second { return nil }
        return RepairOption.Effect(
          client: client.id, period: period, before: first, after: second, target: client.targetStaff)
      }
    }
  }
}

extension Roster {
  /// The roster without visits that an instance does not have.
  fileprivate func of(_ instance: Instance) -> Roster {
    let known = Set(instance.visits.map(\.id))
    var roster = self
    roster.assignments.removeAll { !known.contains($0.visit) }
    roster.unassigned.removeAll { !known.contains($0) }
    return roster
  }
}
