import Continuity
import HomeCare

/// What is measured of a roster beside whom each client meets.
struct RosterMeasures: Sendable {
  let steadiness: RosterSteadiness
  let contact: RosterContact
  let time: TimeUse
  /// `nil` where the instance has no history that reaches back far enough.
  let rolling: RollingMeetings?
  /// The instance's own way first.
  let travel: [TravelUse]
  /// Visits of the instance that the roster leaves unassigned.
  let unassigned: Int
  /// Visits of the instance.
  let visits: Int
  /// How many violations a checker finds in the roster.
  let brokenRules: Int
  /// What the instance's exceptions allow, and whether the roster needs it.
  let exceptions: [ExceptionUse]

  /// The groups of figures that the roster gives anything to measure.
  var groups: [RosterFigure.Group] { RosterFigure.Group.allCases.filter { $0.isMeasured(in: self) } }

  init(_ roster: Roster, of instance: Instance, _ check: RosterCheck) {
    steadiness = RosterSteadiness(roster, of: instance)
    contact = RosterContact(roster, of: instance)
    time = TimeUse(roster, of: instance)
    rolling = RollingMeetings(roster, of: instance)
    travel = TravelUse.all(of: roster, instance)
    // The score's part weighs visits by priority and staff; here each is one.
    let assigned = Set(roster.assignments.map(\.visit))
    unassigned = instance.visits.count { !assigned.contains($0.id) }
    visits = instance.visits.count
    brokenRules = check.violations.count
    exceptions = check.exceptions
  }
}
