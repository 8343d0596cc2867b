import HomeCare

extension Unit {
  /// Puts every rule of the problem to work on a unit that is otherwise done, keeping each visit servable.
  mutating func applyAllRules() {
    var random = generator(for: .rules)
    setClientWishes(&random)
    capHours(&random)
    askForCatheterSkill(&random)
    markAlarmsAndPriorities(&random)
    pinVisits(&random)
    linkVisits(&random)
  }

  /// Lower targets for a quarter of the clients, and preferred staff for an eighth.
  private mutating func setClientWishes(_ random: inout SeededGenerator) {
    for client in clients.indices {
      if random.chance(25, in: 100) { clients[client].target = random.int(in: 3...5) }
      guard random.chance(12, in: 100) else { continue }
      var liked = staff.indices.filter { !clients[client].blocked.contains($0) && $0 != clients[client].contact }
      random.shuffle(&liked)
      clients[client].preferred = Array(liked.prefix(3)) + [clients[client].contact].compactMap(\.self)
    }
  }

  /// A cap on service and travel for a third of the staff, at 45 to 65 % of their working minutes.
  private mutating func capHours(_ random: inout SeededGenerator) {
    for member in staff.indices where random.chance(1, in: 3) {
      let worked = shifts.reduce(0) { $0 + ($1.staff == member ? $1.kind.workingMinutes : 0) }
      let share = random.int(in: 45...65)
      if worked > 0 { staff[member].maxMinutes = worked * share / 6000 * 60 + 60 }
    }
  }

  /// A second skill, held by half of the staff and asked for by one in fifty visits, some of which ask for both.
  private mutating func askForCatheterSkill(_ random: inout SeededGenerator) {
    let skill = "catheter"
    for member in staff.indices where random.chance(1, in: 2) {
      staff[member].skills = (staff[member].skills + [skill]).sorted()
    }
    let duty = Duty(self)
    for index in visits.indices where random.chance(1, in: 50) {
      var harder = visits[index]
      harder.skills = (harder.skills + [skill]).sorted()
      if duty.eligible(harder).count > harder.staff { visits[index] = harder }
    }
  }

  /// Alarm calls do not count as meetings; a visit in twenty is worth three.
  private mutating func markAlarmsAndPriorities(_ random: inout SeededGenerator) {
    for index in visits.indices {
      if random.chance(6, in: 100) {
        visits[index].kind = "alarm"
        visits[index].counts = false
      }
      if random.chance(5, in: 100) { visits[index].priority = 3 }
    }
  }

  /// Pins the start of some visits and a staff member of others, no one more than once a day.
  private mutating func pinVisits(_ random: inout SeededGenerator) {
    let duty = Duty(self)
    var pinnedOnDay = Array(repeating: Set<Int>(), count: options.days)
    for index in visits.indices {
      let visit = visits[index]
      if random.chance(35, in: 1000) {
        var pinned = visit
        pinned.pinnedStart = random.int(in: visit.earliest...visit.latest)
        if duty.eligible(pinned).count > visit.staff { visits[index] = pinned }
      }
      if random.chance(25, in: 1000) {
        let free = duty.eligible(visits[index]).filter { !pinnedOnDay[visit.day].contains($0) }
        guard let member = free.isEmpty ? nil : random.pick(free) else { continue }
        visits[index].pinned = [member]
        pinnedOnDay[visit.day].insert(member)
      }
    }
  }

  /// Ties together visits of one client on one day, at gaps and with staff rules that can be kept.
  private mutating func linkVisits(_ random: inout SeededGenerator) {
    let duty = Duty(self)
    var visitsOfClientDay: [[Int]: [Int]] = [:]
    for index in visits.indices {
      visitsOfClientDay[[visits[index].client, visits[index].day], default: []].append(index)
    }
    let pairs = visitsOfClientDay.sorted { ($0.key[1], $0.key[0]) < ($1.key[1], $1.key[0]) }.map(\.value)
    for candidates in pairs where candidates.count >= 2 && random.chance(15, in: 100) {
      let at = random.int(below: candidates.count - 1)
      let (first, second) = (visits[candidates[at]], visits[candidates[at + 1]])
      guard first.pinnedStart == nil, second.pinnedStart == nil, first.pinned.isEmpty, second.pinned.isEmpty else {
        continue
      }
      let gap = (second.earliest + second.latest) / 2 - (first.earliest + first.latest) / 2
      // The first has to be over before the second begins where one person is to do both.
      guard gap >= first.minutes else { continue }
      let (able, ableToo) = (Set(duty.eligible(first)), Set(duty.eligible(second)))
      var rule = random.pick([Link.StaffRule.any, .same, .different])
      if rule == .same && (first.staff != second.staff || able.intersection(ableToo).count <= first.staff) {
        rule = .any
      }
      if rule == .different && able.union(ableToo).count < first.staff + second.staff + 1 { rule = .any }
      let bounds = random.int(below: 4)
      links.append(
        DraftLink(
          first: candidates[at], second: candidates[at + 1],
          minGap: bounds == 0 ? nil : max(first.minutes, gap - 30), maxGap: bounds == 1 ? nil : gap + 45, rule: rule))
    }
  }
}
