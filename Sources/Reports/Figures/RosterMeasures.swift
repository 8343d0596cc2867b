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
  /// What the instance's exceptions allow, and whether the roster needs it.
  let exceptions: [ExceptionUse]

  init(_ roster: Roster, of instance: Instance) {
    steadiness = RosterSteadiness(roster, of: instance)
    contact = RosterContact(roster, of: instance)
    time = TimeUse(roster, of: instance)
    rolling = RollingMeetings(roster, of: instance)
    travel = TravelUse.all(of: roster, instance)
    exceptions = instance.exceptions.isEmpty ? [] : RosterChecker(instance).check(roster).exceptions
  }
}
