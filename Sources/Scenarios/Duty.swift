import HomeCare

/// Who is at work when, for questions about which shifts can take a visit.
struct Duty {
  private let unit: Unit
  private let ground: Ground
  /// The ground of those who travel by the second way; `nil` where nobody does.
  private let otherGround: Ground?
  /// Positions of shifts by day.
  private(set) var shiftsOfDay: [[Int]]

  init(_ unit: Unit) {
    self.unit = unit
    let ground = Ground(unit.options.setting)
    let someGoOtherWay = unit.staff.contains(where: \.goesOtherWay) || unit.shifts.contains(where: \.goesOtherWay)
    self.ground = ground
    otherGround = someGoOtherWay ? ground.byOtherWay(in: unit.options.setting) : nil
    shiftsOfDay = Array(repeating: [], count: unit.options.days)
    for (index, shift) in unit.shifts.enumerated() { shiftsOfDay[shift.day].append(index) }
  }

  /// The staff who can serve a visit alone, in the order of their shifts: able, not blocked, and there and back in time.
  func eligible(_ visit: DraftVisit) -> [Int] {
    let kinds = ShiftKind.allCases.filter { fits(visit, in: $0, on: ground) }
    let kindsOtherWay = otherGround.map { other in ShiftKind.allCases.filter { fits(visit, in: $0, on: other) } } ?? []
    let blocked = unit.clients[visit.client].blocked
    var able: [Int] = []
    for index in shiftsOfDay[visit.day] {
      let shift = unit.shifts[index]
      let member = shift.staff
      let goesOtherWay = shift.goesOtherWay || unit.staff[member].goesOtherWay
      guard (goesOtherWay ? kindsOtherWay : kinds).contains(shift.kind) else { continue }
      if unit.staff[member].has(visit.skills) && !blocked.contains(member) { able.append(member) }
    }
    return able
  }

  /// Whether a shift of some kind on the visit's day has time for the visit and the way from the base and back.
  func fits(_ visit: DraftVisit, in kind: ShiftKind) -> Bool { fits(visit, in: kind, on: ground) }

  private func fits(_ visit: DraftVisit, in kind: ShiftKind, on ground: Ground) -> Bool {
    let home = unit.places[unit.clients[visit.client].place]
    let way = ground.minutesAtMost(from: unit.places[0], to: home)
    let wayBack = ground.minutesAtMost(from: home, to: unit.places[0])
    let midnight = visit.day * LocalDateTime.minutesPerDay
    let earliest = visit.pinnedStart ?? visit.earliest
    let latest = visit.pinnedStart ?? visit.latest
    return max(earliest, midnight + kind.start + way) <= min(latest, midnight + kind.end - wayBack - visit.minutes)
  }
}

extension Unit {
  /// Staff able to take each visit beyond those it needs, so that no visit hangs on a single person's time.
  private static let spareStaff = 1

  /// Adds shifts, failing that skills, and failing that substitutes, where a visit could not be served, as a coordinator would.
  mutating func coverEveryVisit() {
    var random = generator(for: .substitutes)
    var duty = Duty(self)
    var kindsOfStaff = Array(repeating: [Int: ShiftKind](), count: staff.count)
    for shift in shifts { kindsOfStaff[shift.staff][shift.day] = shift.kind }
    for visit in visits {
      var missing = visit.staff + Self.spareStaff - duty.eligible(visit).count
      if missing <= 0 { continue }
      // Staff with the fewest shifts are asked first.
      let order = staff.indices.sorted { (kindsOfStaff[$0].count, $0) < (kindsOfStaff[$1].count, $1) }
      for member in order where missing > 0 && staff[member].has(visit.skills) {
        guard
          let kind = [ShiftKind.day, .evening]
            .first(where: { duty.fits(visit, in: $0) && Rest.allows($0, on: visit.day, beside: kindsOfStaff[member]) })
        else { continue }
        kindsOfStaff[member][visit.day] = kind
        shifts.append(DraftShift(staff: member, day: visit.day, kind: kind))
        missing -= 1
      }
      duty = Duty(self)
      // The delegation is given to those at work where no one with it could come.
      var unskilled = visit
      unskilled.skills = []
      for member in duty.eligible(unskilled) where missing > 0 && !staff[member].has(visit.skills) {
        staff[member].skills = Set(staff[member].skills).union(visit.skills).sorted()
        missing -= 1
      }
      duty = Duty(self)
      // In a very small unit no one may be left to ask: a substitute comes for the one visit.
      guard let kind = [ShiftKind.day, .evening].first(where: { duty.fits(visit, in: $0) }) else { continue }
      for _ in 0..<max(0, visit.staff - duty.eligible(visit).count) {
        kindsOfStaff.append([visit.day: kind])
        shifts.append(DraftShift(staff: staff.count, day: visit.day, kind: kind))
        let name = Names.draw(&random)
        staff.append(DraftStaff(name: name, skills: visit.skills, isPool: true))
      }
      duty = Duty(self)
    }
    sortShifts()
  }
}
