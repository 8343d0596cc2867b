import Continuity
import HomeCare
import Rostering
import Scenarios
import Testing

/// Planning with a high price on visits without the fixed contact.
@Suite struct ContactTests {
  @Test(arguments: [UInt64(1), 2, 3]) func noRosterHasMoreVisitsByContactsThanShiftsAllow(seed: UInt64) throws {
    var options = ScenarioOptions()
    (options.format, options.allRules, options.seed) = (.two, true, seed)
    (options.clients, options.days) = (8, 3)
    var draft = try Scenario.draft(options)
    draft.weights[.notContact] = 5_000
    let instance = try Instance(validating: draft)
    let plan = try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 20_000))
    let contact = RosterContact(plan.roster, of: instance)
    #expect(contact.byContact > 0 && contact.byContact <= contact.most)
    let reach = ContactReach(instance).canServe
    let rows = Dictionary(uniqueKeysWithValues: instance.visits.enumerated().map { ($1.id, $0) })
    let contacts = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, $0.contact) })
    for assignment in plan.roster.assignments {
      let row = try #require(rows[assignment.visit])
      guard let contact = contacts[instance.visits[row].client] ?? nil else { continue }
      #expect(!assignment.staff.contains(contact) || reach[row] == true, "\(assignment.visit)")
    }
  }
}
