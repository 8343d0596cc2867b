import HomeCare

/// Slides the period over the days for some of the clients.
struct RollingBlock: Sendable {
  let clients: Range<Int>
  let days: Int
  private(set) var summaries: [Summary]
  /// For each day, how many clients each rule left out, in the order of all rules.
  private(set) var excluded: [[Int]]

  /// What became of a client on a day: absent, counted, or 2 + the rank of the rule.
  private var states: [UInt8]
  private var visitCounts: [UInt16]
  private var meetingCounts: [UInt16]
  private var distinctCounts: [UInt16]

  private let plan: MeasurePlan
  private let from: LocalDate
  /// For each day that any period holds, whether its visits count.
  private let isRequired: [Bool]
  private static let absent: UInt8 = 0
  private static let counted: UInt8 = 1

  init(_ plan: MeasurePlan, from: LocalDate, days: Int, clients: Range<Int>) {
    self.plan = plan
    self.from = from
    self.days = days
    self.clients = clients
    summaries = Array(repeating: Summary(), count: days)
    excluded = Array(repeating: Array(repeating: 0, count: Exclusion.allCases.count), count: days)
    states = Array(repeating: Self.absent, count: days * clients.count)
    visitCounts = Array(repeating: 0, count: states.count)
    meetingCounts = visitCounts
    distinctCounts = visitCounts
    isRequired = (0..<days + plan.definition.periodDays - 1).map { plan.counts(weekdayOf: from.advanced(by: $0)) }
  }

  func cell(_ slot: Int) -> RollingMeasure.Cell? {
    guard states[slot] != Self.absent else { return nil }
    return RollingMeasure.Cell(
      excluded: states[slot] == Self.counted ? nil : Exclusion.allCases[Int(states[slot]) - 2],
      visits: Int(visitCounts[slot]), meetings: Int(meetingCounts[slot]), distinct: Int(distinctCounts[slot]))
  }

  mutating func measure() {
    var window = RollingWindow(plan, from: from, dayCount: isRequired.count)
    for (index, client) in clients.enumerated() where window.load(client) {
      slide(client, &window, firstSlot: index * days)
    }
  }

  private mutating func slide(_ client: Int, _ window: inout RollingWindow, firstSlot: Int) {
    let length = plan.definition.periodDays
    let ageIsUnknown = plan.ageIsUnknown(client)
    // Asking anew every day costs more than the sliding; for most clients nobody needs to ask.
    let mayBeExcluded = !plan.log.clients[client].away.isEmpty || plan.definition.minimumAge != nil
    for day in 0..<isRequired.count {
      window.enter(day, isRequired: isRequired[day])
      if day >= length { window.leave(day - length, isRequired: isRequired[day - length]) }
      guard day >= length - 1, window.meetingsOfAnyKind > 0 else { continue }
      let period = day - (length - 1)
      let figures = window.figures
      let first = from.advanced(by: period)
      let rule =
        (mayBeExcluded ? plan.exclusion(of: client, during: first..<first.advanced(by: length)) : nil)
        ?? window.shortage
      let slot = firstSlot + period
      visitCounts[slot] = UInt16(clamping: figures.visits)
      meetingCounts[slot] = UInt16(clamping: figures.meetings)
      distinctCounts[slot] = UInt16(clamping: figures.distinct)
      if let rule {
        states[slot] = 2 + UInt8(rule.rank)
        excluded[period][rule.rank] += 1
      } else {
        states[slot] = Self.counted
        summaries[period].add(figures, contactShare: window.contactShare)
        if ageIsUnknown { summaries[period].unknownAge += 1 }
      }
    }
    window.unload()
  }
}

extension Exclusion {
  /// The rule's place among all.
  var rank: Int {
    switch self {
    case .underAge: 0
    case .unknownAge: 1
    case .away: 2
    case .noCountedVisits: 3
    case .tooFewVisitsOnADay: 4
    case .tooFewVisits: 5
    }
  }
}
