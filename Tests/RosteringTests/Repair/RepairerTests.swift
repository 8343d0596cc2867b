import Foundation
import HomeCare
import Interchange
import Scenarios
import Testing

@testable import Rostering

@Suite struct RepairerTests {
  private static let isThorough = ProcessInfo.processInfo.environment["SAMMA_THOROUGH"] != nil

  private func roster(of instance: Instance) throws -> Roster {
    try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 3_000)).roster
  }

  private var quick: RepairOptions {
    var options = RepairOptions()
    options.rounds = 300
    options.coverRounds = 600
    options.dayIterations = 2_000
    return options
  }

  @Test(arguments: 0..<(isThorough ? 200 : 12), [false, true])
  func everyOptionKeepsTheRulesAndWhatIsHeld(seed: Int, detoursCanSave: Bool) throws {
    try expectSoundOptions(try BusyInstance.drawn(seed: UInt64(seed), detoursCanSave: detoursCanSave), seed)
  }

  @Test(arguments: 0..<(isThorough ? 200 : 6), [false, true])
  func everyOptionOfFormat2KeepsTheRulesAndWhatIsHeld(seed: Int, detoursCanSave: Bool) throws {
    try expectSoundOptions(try BusyInstance.second(seed: UInt64(seed), detoursCanSave: detoursCanSave), seed)
  }

  /// Drawn change sets on units of 25 visits: every option is sound, changes nothing that could stay, and leads from the
  /// old roster to the new one. In the three behind the first ones, a visit could only start outside the days asked for, and
  /// a day planned anew took more than the hours cap where detours save time.
  @Test(arguments: isThorough ? Array(0..<300) : Array(0..<9) + [71, 90, 273])
  func noOptionChangesWhatCouldStay(seed: Int) throws {
    var draft = try BusyInstance.second(seed: UInt64(500 + seed)).tables
    let kept = Set(draft.visits.prefix(25).map(\.id))
    draft.visits.removeAll { !kept.contains($0.id) }
    draft.links.removeAll { !kept.contains($0.first) || !kept.contains($0.second) }
    draft.alternatives.removeAll { !kept.contains($0.visit) }
    draft.exceptions.removeAll { exception in
      [exception.visit, exception.second].contains { $0.map { !kept.contains($0) } ?? false }
    }
    try expectSoundOptions(try Instance(validating: draft), seed, triesEverything: true)
  }

  private func expectSoundOptions(_ instance: Instance, _ seed: Int, triesEverything: Bool = false) throws {
    let roster = try roster(of: instance)
    var random = SeededGenerator(seed: UInt64(seed), stream: 11)
    let now = random.chance(1, in: 2) ? instance.horizon.firstMinute.advanced(by: random.int(in: 400...3000)) : nil
    var fitting: ChangedInstance?
    // Changes that the instance cannot hold are refused with their place; what is drawn next may fit.
    for _ in 0..<20 where fitting == nil {
      let changes =
        triesEverything
        ? DrawnChanges.drawnWithWork(for: instance, roster, now: now, &random)
        : DrawnChanges.drawn(for: instance, roster, now: now, &random)
      do {
        fitting = try ChangedInstance(instance, roster, changes, now: now)
      } catch {
        #expect(!error.problems.isEmpty)
      }
    }
    let changed = try #require(fitting)
    let scope =
      triesEverything && random.chance(1, in: 2) ? DrawnChanges.drawnScope(of: changed, &random) : RepairScope()
    let repairer = Repairer(changed, roster, now: now, scope: scope)
    let options = repairer.options(quick)
    #expect((1...3).contains(options.count))
    #expect(options.first?.labels.contains(.bestContinuity) == true)
    for option in options {
      try expectSound(option, changed, roster, now, scope, repairer.outOfScope)
      if triesEverything {
        expectInScope(option, changed, scope)
        let needless = NeedlessChanges(changed, roster, option).found()
        #expect(needless == [], "\(option.labels): \(needless) could stay")
        try expectPartsStand(option, changed, roster, &random)
      }
    }
    expectEachLabelOnItsBest(options)
  }

  /// Any part of an option's list gives a valid roster, or is told what it needs; and the whole list gives the option.
  private func expectPartsStand(
    _ option: RepairOption, _ changed: ChangedInstance, _ old: Roster, _ random: inout SeededGenerator
  ) throws {
    let file = try ChangeListFile(json: option.list.json(instance: changed.instance.name))
    #expect(file.list == option.list)
    let whole = try PartOfChanges(of: file.list, on: old, of: changed.instance)
    #expect(whole.roster?.places == option.roster.places && whole.left == [] && whole.dependences == [])
    let undone = try PartOfChanges(of: file.list.reversed, on: option.roster, of: changed.old)
    #expect(undone.roster?.places == old.places)
    let tolerated = RosterChecker(changed.instance).check(option.roster).violations
    for _ in 0..<4 {
      let accepted = Set(option.list.rows.map(\.visit).filter { _ in random.chance(1, in: 2) })
      let part = try PartOfChanges(of: file.list, on: old, of: changed.instance, accepting: accepted)
      #expect((part.roster == nil) == !part.dependences.isEmpty)
      let along = try PartOfChanges(
        of: file.list, on: old, of: changed.instance, accepting: accepted, takesAlong: true)
      let roster = try #require(along.roster)
      #expect(RosterChecker(changed.instance).check(roster).violations.beyond(tolerated) == [])
      #expect(accepted.isSubset(of: along.carriedOut))
      for change in option.list.rows where accepted.contains(change.visit) {
        #expect(roster.places[change.visit] ?? .absent == change.after)
      }
      #expect(Set(along.left).isSubset(of: roster.unassigned))
    }
  }

  /// A unit with its roster: the one of 60 clients where all cases are wanted, else a small one.
  private static let unit = Result<(instance: Instance, roster: Roster), any Error> {
    let instance: Instance
    if isThorough {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      instance = try InstanceSource(argument: root.appending(path: "instances/unit-60.json").path).read()
    } else {
      var options = ScenarioOptions()
      options.clients = 12
      options.days = 5
      instance = try Instance(validating: try Scenario.draft(options))
    }
    let options = SolverOptions(iterations: 100_000)
    return (instance, try SammaSolver.heuristic.plan(instance, options).roster)
  }

  @Test(arguments: 0..<(isThorough ? 200 : 4)) func aUnitIsMendedAndNothingHeldIsTouched(seed: Int) throws {
    let (instance, roster) = try Self.unit.get()
    var random = SeededGenerator(seed: UInt64(seed), stream: 12)
    let now = random.chance(1, in: 2) ? instance.horizon.firstMinute.advanced(by: random.int(in: 400...4000)) : nil
    // Changes that do not fit together are refused; what is drawn next may fit.
    let drawn = (0..<20).lazy.compactMap { _ in
      try? ChangedInstance(instance, roster, DrawnChanges.drawn(for: instance, roster, now: now, &random), now: now)
    }
    let changed = try #require(drawn.first)
    let options = Repairer(changed, roster, now: now).options(quick)
    #expect(!options.isEmpty)
    for option in options { try expectSound(option, changed, roster, now) }
    expectEachLabelOnItsBest(options)
  }

  /// The orders in the figures that people read, written once more.
  private func expectEachLabelOnItsBest(_ options: [RepairOption]) {
    func rank(_ option: RepairOption, _ label: RepairOption.Label) -> [Int] {
      let figures = option.figures
      let (faces, changes, travel) = (figures.newFaces, figures.changedVisits, figures.travelMinutes)
      let aims =
        switch label {
        case .bestContinuity: [faces, figures.addedStaff, changes, travel]
        case .fewestChanges: [changes, faces, figures.addedStaff, travel]
        case .leastTravel: [travel, faces, figures.addedStaff, changes]
        }
      return [option.roster.score[.unassigned], figures.newlyUnassigned, figures.newlyAboveTarget] + aims
    }
    for label in RepairOption.Label.allCases {
      let bearers = options.filter { $0.labels.contains(label) }
      #expect(bearers.count == 1, "\(label)")
      for bearer in bearers {
        for other in options {
          #expect(!rank(other, label).lexicographicallyPrecedes(rank(bearer, label)), "\(label)")
        }
      }
    }
  }

  /// What lies outside the scope stays as it stands, but for what has lost its place and is left.
  private func expectInScope(_ option: RepairOption, _ changed: ChangedInstance, _ scope: RepairScope) {
    let days = scope.days(of: changed)
    let clients = Dictionary(uniqueKeysWithValues: changed.instance.clients.map { ($0.id, $0) })
    // A route goes to whom it is given, wherever it lies.
    for change in option.list.rows where change.extent != .shiftAlone && change.reason != .handedOver {
      let isForOthers = change.reason.map(Self.isSide) == true
      let before = change.before.assignment
      if isForOthers, let start = before?.start {
        #expect(days.contains(start.date), "\(change.visit) stood on another day")
      }
      guard isForOthers || change.after.assignment != nil else { continue }
      #expect(clients[change.client].map(scope.holds) == true, "\(change.visit) of another client")
      guard let after = change.after.assignment else { continue }
      // Where no days are asked for, a visit that has lost its place may go to any of its own days.
      #expect(scope.days?.contains(after.start.date) ?? true, "\(change.visit) now on another day")
      #expect(
        after.staff.allSatisfy {
          scope.holds($0) || before?.staff.contains($0) == true || change.reason == .handedOver
        },
        "\(change.visit) given to others")
    }
  }

  private func expectSound(
    _ option: RepairOption, _ changed: ChangedInstance, _ old: Roster, _ now: LocalDateTime?,
    _ scope: RepairScope = RepairScope(), _ outOfScope: [VisitID] = []
  ) throws {
    let instance = changed.instance
    // What has started is as it is, however long it takes now.
    var started = old
    started.assignments.removeAll { !changed.started.contains($0.visit) }
    started.unassigned = instance.visits.map(\.id).filter { !changed.started.contains($0) }
    let violations = RosterChecker(instance).check(option.roster).violations.beyond(started.breaks(instance))
    #expect(violations == [], "\(violations)")
    // The change list applied to the old roster gives the new one.
    var applied = old.applying(option.list.rows, order: instance.visits.map(\.id))
    applied.score = option.roster.score
    applied.solve = option.roster.solve
    applied.series = option.roster.series
    #expect(Self.sorted(applied) == Self.sorted(option.roster))
    for change in option.list.rows {
      #expect(!changed.started.contains(change.visit), "\(change.visit) had started")
      if let now, let after = change.after.assignment { #expect(after.start >= now, "\(change.visit) in the past") }
      // A pinned visit moves only where what it is pinned to is gone.
      let pinned = instance.visits.first { $0.id == change.visit }.map { !$0.pinned.isEmpty || $0.pinnedStart != nil }
      if pinned == true { #expect(change.reason.map(Self.isSide) == false, "\(change.visit) was pinned") }
    }
    // What was served stays served wherever an exact look finds somebody.
    let suggester = Suggester(instance, option.roster)
    let wasServed = Set(old.assignments.map(\.visit))
    for visit in option.roster.unassigned
    where wasServed.contains(visit) && !changed.started.contains(visit) && !outOfScope.contains(visit) {
      let answer = try suggester.suggestions(for: visit)
      let client = instance.visits.first { $0.id == visit }?.client
      guard instance.clients.contains(where: { $0.id == client && scope.holds($0) }) else { continue }
      let free = answer.options.filter { option in
        guard let assignment = option.assignment, option.kind == .known || option.kind == .newFace else { return false }
        return now.map { assignment.start >= $0 } ?? true && scope.days?.contains(assignment.start.date) ?? true
          && assignment.staff.allSatisfy(scope.holds)
      }
      #expect(free.isEmpty, "\(visit) could go to \(free.map(\.staff))")
    }
  }

  private static func isSide(_ reason: RosterChange.Reason) -> Bool {
    switch reason {
    case .makesRoom, .improvement: true
    default: false
    }
  }

  /// A roster with everything in an order that does not depend on who wrote it.
  private static func sorted(_ roster: Roster) -> Roster {
    var roster = roster
    roster.assignments.sort { $0.visit < $1.visit }
    roster.unassigned.sort()
    return roster
  }

  @Test func nothingChangedLeavesTheRosterAsItWas() throws {
    let instance = try BusyInstance.drawn(seed: 1)
    let roster = try roster(of: instance)
    let full = Roster(
      instance: roster.instance, assignments: roster.assignments, unassigned: roster.unassigned, score: roster.score)
    let changed = try ChangedInstance(instance, full, Changes())
    let option = try #require(Repairer(changed, full).options(quick).first)
    // Only what the old roster left may be touched.
    #expect(option.changes.allSatisfy { $0.reason == .uncovered || $0.reason.map(Self.isSide) == true })
    #expect(option.figures.unassigned <= full.unassigned.count)
  }

  @Test func theSameSeedGivesTheSameOptions() throws {
    let instance = try BusyInstance.drawn(seed: 2)
    let roster = try roster(of: instance)
    var changes = Changes()
    changes.absences = [
      Changes.Absence(
        staff: "S1", from: instance.horizon.firstMinute, to: instance.horizon.firstMinute.advanced(by: 1440))
    ]
    let changed = try ChangedInstance(instance, roster, changes)
    let first = Repairer(changed, roster).options(quick)
    let second = Repairer(changed, roster).options(quick)
    #expect(first.map(\.roster) == second.map(\.roster))
    #expect(first.map(\.changes) == second.map(\.changes))
  }

  @Test func changesThatDoNotFitAreRefusedWithTheirPlaces() throws {
    let instance = try BusyInstance.drawn(seed: 3)
    let roster = try roster(of: instance)
    let begin = instance.horizon.firstMinute
    var changes = Changes()
    changes.absences = [Changes.Absence(staff: "nobody", from: begin, to: begin)]
    changes.cancelled = [Changes.Cancellation(visit: "V0"), Changes.Cancellation(visit: "V0")]
    changes.lengthened = [Changes.Lengthening(visit: "nowhere", minutes: 10)]
    let error = try #require(throws: InvalidChanges.self) { try ChangedInstance(instance, roster, changes) }
    #expect(error.problems.map(\.cell.table) == ["absences", "absences", "cancelled", "lengthened"])
    #expect(error.description.contains("absences row 1, staff: found \"nobody\"; expected the id of a row of"))
  }
}
