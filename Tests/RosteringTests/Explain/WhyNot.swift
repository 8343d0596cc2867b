import HomeCare

/// A small instance that tests of unassigned visits change: staff A and B with base and one shift each of four hours,
/// clients C1 and C2 ten minutes from the base and from each other, with one visit each of half an hour.
enum WhyNot {
  static func time(_ minute: Int) -> LocalDateTime { BusyInstance.firstDay.midnight.advanced(by: 420 + minute) }

  static func draft() -> InstanceDraft {
    var draft = InstanceDraft(
      name: "why-not", horizon: Horizon(start: BusyInstance.firstDay, days: 1),
      travel: .matrix([[0, 10, 10], [10, 0, 10], [10, 10, 0]]))
    draft.locations = [Location(id: "base"), Location(id: "home1"), Location(id: "home2")]
    draft.staff = [StaffMember(id: "A", location: "base"), StaffMember(id: "B", location: "base")]
    draft.shifts = draft.staff.map {
      Shift(id: ShiftID("\($0.id)1"), staff: $0.id, start: time(0), end: time(240))
    }
    draft.clients = [Client(id: "C1", location: "home1"), Client(id: "C2", location: "home2")]
    draft.visits = [
      Visit(id: "V1", client: "C1", earliest: time(60), latest: time(120), minutes: 30),
      Visit(id: "V2", client: "C2", earliest: time(60), latest: time(180), minutes: 30),
    ]
    return draft
  }
}
