import HomeCare

/// Nora may work around midnight, Mats only in the morning after; the second visit's window spans both days, each a
/// period of its own.
enum TwoNights {
  static func instance(firstEndsAt end: Int) throws -> Instance {
    var draft = InstanceDraft(
      name: "nights", horizon: Horizon(start: TinyInstance.firstDay, days: 2, window: 1), travel: .matrix([[0]]))
    let midnight = TinyInstance.firstDay.advanced(by: 1).midnight
    draft.locations = [Location(id: "home")]
    draft.staff = [StaffMember(id: "nora"), StaffMember(id: "mats")]
    draft.shifts = [
      Shift(id: "night", staff: "nora", start: midnight.advanced(by: -120), end: midnight.advanced(by: 120)),
      Shift(id: "day", staff: "mats", start: midnight.advanced(by: 420), end: midnight.advanced(by: 900)),
    ]
    draft.clients = [Client(id: "c", location: "home")]
    draft.visits = [
      Visit(
        id: "first", client: "c", earliest: midnight.advanced(by: end - 30), latest: midnight.advanced(by: end - 30),
        minutes: 30),
      Visit(
        id: "second", client: "c", earliest: midnight.advanced(by: -40), latest: midnight.advanced(by: 40), minutes: 20),
      Visit(
        id: "third", client: "c", earliest: midnight.advanced(by: 480), latest: midnight.advanced(by: 500), minutes: 20),
    ]
    return try Instance(validating: draft)
  }
}
