import Continuity
import HomeCare
import Testing

@testable import Rostering

@Suite struct ShortageTests {
  private func roster(of instance: Instance) throws -> Roster {
    try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 2_000)).roster
  }

  @Test func hoursAreToldBySkillDayAndSlot() throws {
    var draft = WhyNot.draft()
    draft.visits[0].skills = ["insulin"]
    draft.visits.append(
      Visit(
        id: "V3", client: "C2", earliest: WhyNot.time(60), latest: WhyNot.time(200), minutes: 45, skills: ["insulin"]))
    let instance = try Instance(validating: draft)
    let shortages = try RosterExplainer(instance, roster(of: instance)).shortages()
    // Ten minutes of travel lie between the two clients; one person can serve both.
    let visits = shortages.flatMap(\.visits).sorted()
    #expect(visits == ["V1", "V3"])
    #expect(shortages.reduce(0) { $0 + $1.minutes } == 30 + 45 + 10)
    #expect(shortages.allSatisfy { $0.skills == ["insulin"] && $0.isProven && $0.staff == 1 && $0.slot == .morning })
    #expect(shortages.allSatisfy { $0.date == BusyInstance.firstDay })
  }

  @Test func nothingIsLackingWhereAllIsAssigned() throws {
    let instance = try Instance(validating: WhyNot.draft())
    #expect(try RosterExplainer(instance, roster(of: instance)).shortages().isEmpty)
  }

  @Test func aVisitThatAnotherRosterServesIsNotSaidToLackStaff() throws {
    let instance = try Instance(validating: WhyNot.draft())
    var roster = try roster(of: instance)
    let first = try #require(roster.assignments.first)
    roster.assignments.removeFirst()
    roster.unassigned = [first.visit]
    roster.score = RosterChecker(instance).check(roster).score
    let shortages = RosterExplainer(instance, roster).shortages()
    #expect(shortages.flatMap(\.visits) == [first.visit] && !shortages[0].isProven)
  }

  @Test(arguments: 0..<8)
  func everyUnassignedVisitIsLackingAndNoOther(seed: Int) throws {
    let instance = try BusyInstance.drawn(seed: UInt64(seed))
    let roster = try roster(of: instance)
    let shortages = RosterExplainer(instance, roster).shortages()
    #expect(Set(shortages.flatMap(\.visits)) == Set(roster.unassigned))
    let open = instance.visits.filter { roster.unassigned.contains($0.id) }
    #expect(shortages.reduce(0) { $0 + $1.minutes } >= open.reduce(0) { $0 + $1.minutes * $1.staff })
    let skills = Dictionary(uniqueKeysWithValues: instance.visits.map { ($0.id, $0.skills.sorted()) })
    for shortage in shortages { #expect(shortage.visits.allSatisfy { skills[$0] == shortage.skills }) }
  }

  @Test func aFloorComesWithTheVisitsThatForceIt() throws {
    let instance = try BusyInstance.drawn(seed: 2)
    let explainer = try RosterExplainer(instance, roster(of: instance))
    let all = ContinuityFloor.all(of: instance)
    for client in instance.clients {
      #expect(explainer.floors(of: client.id) == all.filter { $0.client == client.id })
    }
    #expect(explainer.floors(of: "nobody") == nil)
  }

  @Test func anUnassignedVisitHasItsReason() throws {
    var draft = WhyNot.draft()
    draft.visits[0].skills = ["insulin"]
    let instance = try Instance(validating: draft)
    let explainer = try RosterExplainer(instance, roster(of: instance))
    let reasons = try explainer.visit("V1")
    #expect(reasons.unassigned?.isImpossible == true)
    #expect(
      reasons.alternatives.options.allSatisfy { option in
        option.obstacle?.rule == .skills || option.exceptions.contains { $0.rule == .skills }
      })
    #expect(try explainer.visit("V2").unassigned == nil)
  }
}
