import HomeCare

extension Unit {
  /// Exceptions drawn of each rule, where there are so many to be made.
  private static let exceptionsOfARule = 3

  /// Allows a few exceptions from every rule that has them.
  mutating func allowExceptions() {
    var random = generator(for: .exceptions)
    allowTimes(&random)
    allowStaff(&random)
    allowPairs(&random)
  }

  /// Visits that may begin later, shifts that may end later or have no break, caps that are higher.
  private mutating func allowTimes(_ random: inout SeededGenerator) {
    let unpinned = visits.indices.filter { visits[$0].pinnedStart == nil }
    for visit in drawn(unpinned, &random) {
      exceptions.append(
        DraftException(
          rule: .window, reason: "klienten har sagt ja till en annan tid", visit: visit,
          before: random.pick([0, 10]), after: 20))
    }
    for shift in drawn(Array(shifts.indices), &random) {
      exceptions.append(
        DraftException(
          rule: .shift, reason: "övertid, överenskommen", shift: shift, before: random.pick([0, 15]), after: 30))
    }
    for shift in drawn(shifts.indices.filter { shifts[$0].kind.rest != nil }, &random) {
      exceptions.append(DraftException(rule: .breakRoom, reason: "tar rasten sist på passet", shift: shift))
    }
    for member in drawn(staff.indices.filter { staff[$0].maxMinutes != nil }, &random) {
      exceptions.append(DraftException(rule: .hours, reason: "mertid, överenskommen", staff: member, minutes: 120))
    }
  }

  /// Staff who may come without a skill, or although the client has refused them.
  private mutating func allowStaff(_ random: inout SeededGenerator) {
    let duty = Duty(self)
    for visit in drawn(visits.indices.filter { !visits[$0].skills.isEmpty }, &random) {
      let lacking = duty.shiftsOfDay[visits[visit].day].map { shifts[$0].staff }
        .filter { !staff[$0].has(visits[visit].skills) && !clients[visits[visit].client].blocked.contains($0) }
      guard !lacking.isEmpty else { continue }
      exceptions.append(
        DraftException(
          rule: .skills, reason: "handleds per telefon av sjuksköterskan", visit: visit, staff: random.pick(lacking)))
    }
    for visit in drawn(visits.indices.filter { !clients[visits[$0].client].blocked.isEmpty }, &random) {
      exceptions.append(
        DraftException(
          rule: .blocked, reason: "klienten har sagt ja för den här gången", visit: visit,
          staff: clients[visits[visit].client].blocked[0]))
    }
  }

  /// Pairs of visits: a short cut from one home to the next, and two of a client that may overlap.
  private mutating func allowPairs(_ random: inout SeededGenerator) {
    let ground = Ground(options.setting)
    let after = visits.indices.dropLast().filter { first in
      let (visit, next) = (visits[first], visits[first + 1])
      return visit.day == next.day && clients[visit.client].place != clients[next.client].place
    }
    for first in drawn(after, &random) {
      let way = ground.minutes(
        from: places[clients[visits[first].client].place], to: places[clients[visits[first + 1].client].place])
      exceptions.append(
        DraftException(
          rule: .route, reason: "genvägen över gården", visit: first, second: first + 1, minutes: max(1, way - 2)))
    }
    let linked = Set(links.map { [$0.first, $0.second] })
    var lastOfClient: [Int: Int] = [:]
    var pairs: [(first: Int, second: Int)] = []
    for (index, visit) in visits.enumerated() {
      if let last = lastOfClient[visit.client], visits[last].day == visit.day, !linked.contains([last, index]),
        visit.earliest < visits[last].latest + visits[last].minutes, !visit.alongside, !visits[last].alongside
      {
        pairs.append((last, index))
      }
      lastOfClient[visit.client] = index
    }
    for pair in drawn(pairs, &random) {
      exceptions.append(
        DraftException(
          rule: .ownTime, reason: "en lagar mat medan den andra hjälper till", visit: pair.first, second: pair.second))
    }
  }

  /// A few of many, in their order.
  private func drawn<Element>(_ all: [Element], _ random: inout SeededGenerator) -> [Element] {
    var positions = Array(all.indices)
    random.shuffle(&positions)
    return positions.prefix(Self.exceptionsOfARule).sorted().map { all[$0] }
  }
}
