import HomeCare

extension PublicProblem {
  /// A day's instance as a problem of a public set, minutes being its units: windows, travel, skills, refused staff, visits
  /// for two and visits that start together or keep staff apart.
  ///
  /// Weights, targets, contacts, preferences, names and history have no place there and are left out.
  ///
  /// - Throws: `PublicFormatError` where a rule of the instance would be lost.
  public init(_ instance: Instance) throws(PublicFormatError) {
    let origin = instance.horizon.firstMinute
    guard !instance.staff.isEmpty, !instance.visits.isEmpty else {
      throw PublicFormatError("it has no staff or no visits")
    }
    name = instance.name
    format = .uhhc
    windowRule = .start
    places = instance.locations.map(\.id.rawValue)
    distances = instance.locations.map { from in
      instance.locations.map { to in Double(instance.travelMinutes(from: from.id, to: to.id)) }
    }
    var shifts: [StaffID: Shift] = [:]
    for shift in instance.shifts {
      guard shifts.updateValue(shift, forKey: shift.staff) == nil else {
        throw PublicFormatError("\(shift.staff) has several shifts; a set's problem is one day")
      }
      if shift.breakRule != nil { throw PublicFormatError("shift \(shift.id) has a break") }
      if shift.kind == .pool { throw PublicFormatError("shift \(shift.id) is a pool shift") }
    }
    caregivers = []
    for member in instance.staff {
      guard let shift = shifts[member.id] else { continue }
      guard let base = member.location else { throw PublicFormatError("\(member.id) has no base") }
      if member.maxMinutes != nil { throw PublicFormatError("\(member.id) has a cap on minutes") }
      caregivers.append(
        Caregiver(
          id: member.id.rawValue, abilities: member.skills, place: instance.index(of: base),
          start: Double(shift.start.minutes(since: origin)), end: Double(shift.end.minutes(since: origin))))
    }
    if let window = instance.tables.alternatives.first {
      throw PublicFormatError("visit \(window.visit) has several windows")
    }
    tasks = []
    pairs = []
    var places: [VisitID: [Int]] = [:]
    let clients = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, $0) })
    for visit in instance.visits {
      guard let client = clients[visit.client] else { continue }
      places[visit.id] = try add(visit, of: client, at: instance.index(of: client.location), origin)
    }
    for link in instance.links {
      guard let first = places[link.first], let second = places[link.second] else { continue }
      try add(link, first, second)
    }
    alignWindows()
  }

  /// Gives the two tasks of each pair one window, as sets have it, without allowing or forbidding any start.
  private mutating func alignWindows() {
    let isAlike = pairs.allSatisfy { $0.startsTogether || tasks[$0.first].closes == tasks[$0.second].closes }
    if !isAlike {
      windowRule = .service
      for index in tasks.indices { tasks[index].closes += tasks[index].duration }
    }
    for pair in pairs where pair.startsTogether {
      let members = [pair.first, pair.second]
      let opens = members.map { tasks[$0].opens }.max() ?? 0
      let latest = members.map { latestStart(of: tasks[$0]) }.min() ?? 0
      let duration = members.map { tasks[$0].duration }.max() ?? 0
      for index in members where opens <= latest {
        tasks[index].opens = opens
        tasks[index].closes = windowRule == .start ? latest : latest + duration
      }
    }
  }

  /// Adds a visit's tasks and returns their positions.
  private mutating func add(
    _ visit: Visit, of client: Client, at place: Int, _ origin: LocalDateTime
  ) throws(PublicFormatError) -> [Int] {
    if visit.staff > 2 {
      throw PublicFormatError("visit \(visit.id) needs \(visit.staff) staff; sets have two at most")
    }
    if visit.skills.count > 1 { throw PublicFormatError("visit \(visit.id) asks for several skills") }
    if !visit.pinned.isEmpty || visit.pinnedStart != nil { throw PublicFormatError("visit \(visit.id) is pinned") }
    if visit.priority != 1 {
      throw PublicFormatError("visit \(visit.id) has a priority; a set's visits are all served")
    }
    let first = tasks.count
    for number in 0..<visit.staff {
      tasks.append(
        Task(
          id: visit.staff == 1 ? visit.id.rawValue : "\(visit.id):\(number + 1)", patient: visit.id.rawValue,
          place: place, ability: visit.skills.first, duration: Double(visit.minutes),
          opens: Double(visit.earliest.minutes(since: origin)), closes: Double(visit.latest.minutes(since: origin)),
          refused: client.blocked.map(\.rawValue)))
    }
    if visit.staff == 2 { pairs.append(Pair(first: first, second: first + 1, startsTogether: true)) }
    return Array(first..<tasks.count)
  }

  private mutating func add(_ link: Link, _ first: [Int], _ second: [Int]) throws(PublicFormatError) {
    let ids = "\(link.first) and \(link.second)"
    guard link.staff == .different, (link.minGap == nil) == (link.maxGap == nil) else {
      throw PublicFormatError(
        "the link of \(ids) asks for more or less than other staff, with both bounds of a gap or none")
    }
    let gap = link.minGap.flatMap { least in link.maxGap.map { Double(least)...Double($0) } }
    guard first.count == 1, second.count == 1,
      !pairs.contains(where: { [$0.first, $0.second].contains(first[0]) || [$0.first, $0.second].contains(second[0]) })
    else { throw PublicFormatError("\(ids) are in more than one pair") }
    tasks[second[0]].patient = tasks[first[0]].patient
    pairs.append(Pair(first: first[0], second: second[0], gap: gap))
  }
}
