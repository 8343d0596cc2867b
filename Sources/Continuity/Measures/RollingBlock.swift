import HomeCare

/// Slides the period over the days for some of the clients.
struct RollingBlock: Sendable {
  let clients: Range<Int>
  let days: Int
  private(set) var summaries: [Summary]
  /// For each day, how many clients each rule left out, in the order of all rules.
  private(set) var excluded: [[Int]]
  /// By grouping and group, the summary of each day.
  private(set) var groups: [[[Summary]]]

  /// What became of a client on a day: counted, or 1 + the rank of the rule.
  private var states: [UInt8]
  private var visitCounts: [UInt16]
  private var meetingCounts: [UInt16]
  private var distinctCounts: [UInt16]

  private let plan: MeasurePlan
  private let from: LocalDate
  private let groupings: [Grouping]
  private let partitions: [Partition]
  /// For each day that any period holds, whether its visits count.
  private let isRequired: [Bool]
  private static let counted: UInt8 = 0

  init(
    _ plan: MeasurePlan, from: LocalDate, days: Int, clients: Range<Int>, _ groupings: [Grouping],
    _ partitions: [Partition]
  ) {
    self.plan = plan
    self.from = from
    self.days = days
    self.clients = clients
    self.groupings = groupings
    self.partitions = partitions
    let none = [Summary](repeating: Summary(), count: days)
    summaries = none
    groups = partitions.map { $0.names.map { _ in none } }
    excluded = Array(repeating: Array(repeating: 0, count: Exclusion.allCases.count), count: days)
    states = Array(repeating: Self.counted, count: days * clients.count)
    visitCounts = Array(repeating: 0, count: states.count)
    meetingCounts = visitCounts
    distinctCounts = visitCounts
    isRequired = (0..<days + plan.definition.periodDays - 1).map { plan.counts(weekdayOf: from.advanced(by: $0)) }
  }

  func cell(_ slot: Int) -> RollingMeasure.Cell {
    RollingMeasure.Cell(
      excluded: states[slot] == Self.counted ? nil : Exclusion.allCases[Int(states[slot]) - 1],
      visits: Int(visitCounts[slot]), meetings: Int(meetingCounts[slot]), distinct: Int(distinctCounts[slot]))
  }

  /// Counts what is in each client's periods, and sums the figures where they are asked for.
  mutating func measure(summarises: Bool) {
    var counts = RollingCounts(plan, from: from, isRequired: isRequired)
    var window = RollingWindow(plan, from: from, dayCount: isRequired.count)
    var visits = ClientVisits(plan)
    for (index, client) in clients.enumerated() {
      visits.load(client)
      guard counts.load(client, visits) else {
        for period in 0..<days {
          leaveOut(period, index * days + period, exclusion(of: client, in: period) ?? .noVisits)
        }
        continue
      }
      count(client, &counts, firstSlot: index * days)
      let firstSlot = index * days
      if summarises, window.load(client, visits) { addSummaries(client, &window, firstSlot, .all) }
      for (grouping, partition) in partitions.enumerated() {
        let groups = partition.groups(ofClient: client, plan)
        if groups.count > 1, groupings[grouping].isOfClients {
          if window.load(client, visits, homes: partition) {
            addSummaries(client, &window, firstSlot, .home(grouping: grouping))
          }
          continue
        }
        for group in groups where window.load(client, visits, only: (partition, group)) {
          addSummaries(client, &window, firstSlot, .group(grouping: grouping, group))
        }
      }
    }
  }

  /// Adds the sums over the block's clients to those over all, and forgets them.
  mutating func moveSums(
    to summaries: inout [Summary], _ groups: inout [[[Summary]]], _ excluded: inout [[Exclusion: Int]]
  ) {
    for day in 0..<days {
      summaries[day].merge(self.summaries[day])
      for (rule, count) in zip(Exclusion.allCases, self.excluded[day]) where count > 0 {
        excluded[day][rule, default: 0] += count
      }
    }
    for (grouping, names) in groups.enumerated() {
      for group in names.indices {
        for day in 0..<days { groups[grouping][group][day].merge(self.groups[grouping][group][day]) }
      }
    }
    (self.summaries, self.groups, self.excluded) = ([], [], [])
  }

  private mutating func leaveOut(_ period: Int, _ slot: Int, _ rule: Exclusion) {
    states[slot] = 1 + UInt8(rule.rank)
    excluded[period][rule.rank] += 1
  }

  /// The rule of age or absence that leaves a client out of a period.
  private func exclusion(of client: Int, in period: Int) -> Exclusion? {
    let first = from.advanced(by: period)
    return plan.exclusion(of: client, during: first..<first.advanced(by: plan.definition.periodDays))
  }

  private mutating func count(_ client: Int, _ counts: inout RollingCounts, firstSlot: Int) {
    // Asking anew every day costs more than the counting; for most clients nobody needs to ask.
    let mayBeExcluded = !plan.log.clients[client].away.isEmpty || plan.definition.minimumAge != nil
    counts.forEachPeriod { period, visits, meetings, distinct, rule in
      let slot = firstSlot + period
      visitCounts[slot] = UInt16(clamping: visits)
      meetingCounts[slot] = UInt16(clamping: meetings)
      distinctCounts[slot] = UInt16(clamping: distinct)
      if let rule = (mayBeExcluded ? exclusion(of: client, in: period) : nil) ?? rule { leaveOut(period, slot, rule) }
    }
  }

  /// Whose figures are added to.
  private enum Sum {
    case all
    case group(grouping: Int, Int)
    /// The group that is the client's in the period.
    case home(grouping: Int)
  }

  /// Adds the figures of the periods in which the client counts.
  private mutating func addSummaries(_ client: Int, _ window: inout RollingWindow, _ firstSlot: Int, _ sum: Sum) {
    let ageIsUnknown = plan.ageIsUnknown(client)
    for day in 0..<isRequired.count {
      window.move(to: day)
      let period = day - (plan.definition.periodDays - 1)
      guard period >= 0, window.hasVisits, states[firstSlot + period] == Self.counted else { continue }
      switch sum {
      case .all:
        summaries[period].add(window.figures, contactShare: window.contactShare)
        if ageIsUnknown { summaries[period].unknownAge += 1 }
      case .group(let grouping, let group):
        groups[grouping][group][period].add(window.figures, contactShare: window.contactShare)
      case .home(let grouping):
        groups[grouping][window.home][period].add(window.figures, contactShare: window.contactShare)
      }
    }
    window.unload()
  }
}
