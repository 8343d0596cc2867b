import HomeCare

/// Busy instances of format 2: series, further windows, ways to travel, pool minutes and exceptions on top.
extension BusyInstance {
  /// An instance of format 2 drawn from a seed, with every rule of both formats at work.
  static func second(
    seed: UInt64, days: Int = 3, window: Int = 2, detoursCanSave: Bool = false, withExceptions: Bool = true
  ) throws -> Instance {
    var random = SeededGenerator(seed: seed, stream: 79)
    var draft = try drawn(seed: seed, days: days, window: window, detoursCanSave: detoursCanSave).tables
    draft.format = .two
    draft.weights[.poolMinutes] = 2
    draft.weights[.unsteadyMinutes] = random.int(in: 1...4)
    addModes(&draft, &random, detoursCanSave)
    addSeries(&draft, &random)
    addAlternatives(&draft, &random)
    if withExceptions { addExceptions(&draft, &random) }
    return try Instance(validating: draft)
  }

  /// Adds a row where the instance stays sound with it.
  private static func add<Row>(
    _ row: Row, to table: WritableKeyPath<InstanceDraft, [Row]>, of draft: inout InstanceDraft
  ) {
    draft[keyPath: table].append(row)
    if draft.problems().contains(where: { $0.severity == .error }) { draft[keyPath: table].removeLast() }
  }

  private static func addModes(_ draft: inout InstanceDraft, _ random: inout SeededGenerator, _ detoursCanSave: Bool) {
    let legs = detoursCanSave ? 1...45 : 7...18
    let count = draft.locations.count
    let matrix = (0..<count).map { row in (0..<count).map { $0 == row ? 0 : random.int(in: legs) } }
    draft.travelModes = [TravelMode(id: "bike", travel: .matrix(matrix))]
    for row in draft.staff.indices where random.chance(1, in: 3) { draft.staff[row].mode = "bike" }
    for row in draft.shifts.indices where random.chance(1, in: 6) { draft.shifts[row].mode = "bike" }
  }

  private static func addSeries(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    for client in draft.clients {
      for number in 0..<2 {
        draft.series.append(
          Series(
            id: SeriesID("\(client.id)-\(number)"), client: client.id,
            usual: random.chance(1, in: 3) ? random.int(in: 420...1000) : nil, tolerance: random.pick([0, 10, 25])))
      }
    }
    for row in draft.visits.indices {
      let visit = draft.visits[row]
      if random.chance(2, in: 3) { draft.visits[row].series = SeriesID("\(visit.client)-\(random.int(below: 2))") }
      draft.visits[row].alongside = random.chance(1, in: 8)
    }
  }

  private static func addAlternatives(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    for visit in draft.visits where visit.pinnedStart == nil && visit.pinned.isEmpty && random.chance(1, in: 3) {
      for _ in 0..<random.int(in: 1...2) {
        let day = random.int(below: draft.horizon.days)
        let earliest = firstDay.advanced(by: day).midnight.advanced(by: random.int(in: 430...1000))
        add(
          AlternativeWindow(
            visit: visit.id, earliest: earliest, latest: earliest.advanced(by: random.pick([0, 40, 120]))),
          to: \.alternatives, of: &draft)
      }
    }
  }

  private static func addExceptions(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    func allow(_ exception: RuleException) { add(exception, to: \.exceptions, of: &draft) }
    for _ in 0..<4 {
      let (visit, shift) = (random.pick(draft.visits), random.pick(draft.shifts))
      let second = random.pick(draft.visits)
      allow(
        RuleException(
          rule: .window, reason: "agreed", visit: visit.id, before: random.int(in: 0...20),
          after: random.int(in: 0...20)))
      allow(
        RuleException(
          rule: .shift, reason: "agreed", shift: shift.id, before: random.int(in: 0...30),
          after: random.int(in: 0...30)))
      allow(RuleException(rule: .breakRoom, reason: "agreed", shift: random.pick(draft.shifts).id))
      allow(
        RuleException(
          rule: .route, reason: "a short cut", visit: visit.id, second: second.id, minutes: random.int(in: 0...20)))
      let staff = random.pick(draft.staff)
      allow(RuleException(rule: .skills, reason: "accompanied", visit: visit.id, staff: staff.id))
      allow(RuleException(rule: .blocked, reason: "agreed", visit: second.id, staff: staff.id))
      allow(RuleException(rule: .hours, reason: "agreed", staff: staff.id, minutes: random.int(in: 10...90)))
      if let other = draft.visits.first(where: { $0.client == visit.client && $0.id != visit.id }) {
        allow(RuleException(rule: .ownTime, reason: "two hands", visit: visit.id, second: other.id))
      }
    }
  }
}
