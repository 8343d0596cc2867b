import HomeCare

extension MeetingLog {
  /// The meetings that a roster plans, so that one code path measures plans and logs.
  ///
  /// - Parameter definition: Definition `plan` counts as the score does: visits that do not count are left out, and in a
  ///   single-period horizon the meetings before it are counted.
  public init(_ roster: Roster, of instance: Instance, for definition: Definition) {
    guard definition.isPlan else {
      self.init(roster, of: instance, where: { _ in true }, history: { _ in false })
      return
    }
    let dates = instance.horizon.isSinglePeriod ? instance.horizon.dates(ofPeriod: 0) : nil
    self.init(roster, of: instance, where: \.counts, history: { dates?.contains($0) ?? false })
  }

  /// The meetings that a roster plans on visits of some kind, and those before its horizon on some dates.
  init(
    _ roster: Roster, of instance: Instance, where isCounted: (Visit) -> Bool, history isInPast: (LocalDate) -> Bool
  ) {
    let visits = Dictionary(uniqueKeysWithValues: instance.visits.map { ($0.id, $0) })
    let clients = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, $0) })
    let pool = Set(instance.shifts.filter { $0.kind == .pool }.map(\.id))
    var meetings: [Meeting] = []
    for assignment in roster.assignments {
      guard let visit = visits[assignment.visit], isCounted(visit) else { continue }
      for (position, member) in assignment.staff.enumerated() {
        let isPool = position < assignment.shifts.count && pool.contains(assignment.shifts[position])
        let trait = Trait(
          category: visit.kind, area: clients[visit.client]?.area ?? "",
          staffCategory: isPool ? Trait.substitute : "home-care", status: .planned)
        meetings.append(
          Meeting(
            client: visit.client.rawValue, staff: member.rawValue, start: assignment.start,
            minutes: visit.minutes, trait: trait))
      }
    }
    for (minute, past) in instance.history.enumerated() where isInPast(past.date) {
      // Only the day is known; a minute of its own keeps each meeting a visit of its own.
      let start = past.date.midnight.advanced(by: minute % LocalDateTime.minutesPerDay)
      let trait = Trait(area: clients[past.client]?.area ?? "", staffCategory: "home-care", status: .planned)
      meetings.append(Meeting(client: past.client.rawValue, staff: past.staff.rawValue, start: start, trait: trait))
    }
    let contacts = instance.clients.compactMap { client in
      client.contact.map { (client.id.rawValue, $0.rawValue) }
    }
    self.init(meetings, contacts: Dictionary(uniqueKeysWithValues: contacts))
  }
}
