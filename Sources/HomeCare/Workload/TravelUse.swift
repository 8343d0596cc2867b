/// How much a roster's staff travel in one way.
public struct TravelUse: Hashable, Sendable {
  /// The travel mode; `nil` for the instance's own.
  public var mode: TravelModeID?
  /// Shifts that serve a visit.
  public var shifts = 0
  /// Ways that take a minute or more, those from and to the base included.
  public var ways = 0
  /// Minutes of all ways.
  public var minutes = 0

  /// The travel of a roster: the instance's own way first, then each travel mode in the order of the instance.
  ///
  /// Assignments of visits, staff or shifts that the instance does not know are left out: a checker reports them.
  public static func all(of roster: Roster, _ instance: Instance) -> [TravelUse] {
    var uses = [TravelUse(mode: nil)] + instance.travelModes.map { TravelUse(mode: $0.id) }
    for route in RosterFacts(roster, InstanceRows(instance)).routes {
      let mode = instance.mode(of: route.shift)
      guard let place = uses.firstIndex(where: { $0.mode == mode }) else { continue }
      uses[place].shifts += 1
      uses[place].ways += route.gaps.count { $0.travel > 0 }
      uses[place].minutes += route.travel
    }
    return uses
  }
}
