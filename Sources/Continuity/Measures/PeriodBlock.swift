import HomeCare

/// Measures some of the clients over all periods.
struct PeriodBlock {
  private var measures: [PeriodMeasure]

  private let plan: MeasurePlan
  private let groupings: [Grouping]
  /// By grouping.
  private let partitions: [Partition]
  /// Areas and providers, where there are several, with whether who has several of them is told: of providers always.
  private let places: [(grouping: Grouping, partition: Partition, tellsShared: Bool)]
  /// The period of which is told what became of every row; `nil` where of none.
  private let accounted: Int?
  private let firstDate: LocalDate?
  private let isSubstitute: [Bool]
  private var measurer: ClientMeasurer
  /// By period.
  private var staff: [StaffTally]
  /// The client's visits of all dates, and those of the period.
  private var all: ClientVisits
  private var visits = VisitSequence()
  private var inPeriod = 0..<0
  private var partial = VisitSequence()
  private var visitsOnDay: [Int] = []

  /// - Parameters:
  ///   - firstDate: The first date of the log; `nil` where it has none.
  ///   - accountsLast: Whether it is told what became of every row in the last period.
  ///   - isSubstitute: For each staff number, whether it is a substitute; empty where no one is.
  init(
    _ plan: MeasurePlan, _ periods: [Range<LocalDate>], _ groupings: [Grouping], firstDate: LocalDate?,
    isSubstitute: [Bool], accountsLast: Bool
  ) {
    self.plan = plan
    self.groupings = groupings
    self.firstDate = firstDate
    self.isSubstitute = isSubstitute
    measurer = ClientMeasurer(staffCount: plan.log.staff.count)
    staff = periods.map { _ in StaffTally(staffCount: plan.log.staff.count) }
    all = ClientVisits(plan)
    let partitions = groupings.map { Partition(plan, by: $0) }
    self.partitions = partitions
    places = Grouping.allCases.filter(\.isOfClients).compactMap { grouping in
      let partition = Partition(plan, by: grouping)
      let tells = grouping == .provider || groupings.contains(grouping)
      return partition.names.count > 1 ? (grouping, partition, tells) : nil
    }
    self.accounted = accountsLast ? periods.indices.last : nil
    measures = periods.map { dates in
      var measure = PeriodMeasure(dates: dates)
      for (grouping, partition) in zip(groupings, partitions) {
        measure.groups[grouping] = partition.names.map { GroupMeasure(name: $0, summary: Summary()) }
      }
      return measure
    }
  }

  /// What was found of the clients measured, the staff who met them in any order.
  var found: [PeriodMeasure] {
    zip(measures, staff).map { measure, staff in
      var measure = measure
      measure.staff = staff.measures
      return measure
    }
  }

  mutating func measure(_ client: Int) {
    all.load(client)
    for period in measures.indices { measure(client, in: period) }
    if let accounted {
      let isLeftOut = measures[accounted].clients.last?.client != client
      let account = plan.account(of: client, in: measures[accounted].dates, isLeftOut: isLeftOut, all)
      measures[accounted].account = (measures[accounted].account ?? RowAccount()).merged(with: account)
    }
  }

  private mutating func measure(_ client: Int, in period: Int) {
    let dates = measures[period].dates
    let rows = plan.rows(ofClient: client, in: dates)
    if let rule = plan.exclusion(of: client, during: dates) ?? absence(rows) {
      measures[period].excluded.append(.init(client: client, rule: rule))
      return
    }
    collect(dates)
    if let rule = shortage(in: dates) {
      measures[period].excluded.append(.init(client: client, rule: rule))
      return
    }
    let person = plan.log.clients[client]
    var context = ClientMeasurer.Context(
      lastDay: dates.lastDate, contact: person.contact, isSubstitute: isSubstitute)
    context.previous = previousStaff(before: dates)
    var measure = measurer.measure(visits, context)
    measure.serviceMinutes = all.minutes(ofVisits: inPeriod)
    let reasons = measure.reasons(
      aboveTarget: plan.definition.target, days: dates.dayCount)
    let ageIsUnknown = plan.ageIsUnknown(client)
    let homes = homes(of: client, period)
    measures[period].clients.append(
      .init(client: client, measure: measure, reasons: reasons, homes: homes, ageIsUnknown: ageIsUnknown))
    staff[period].add(visits.staff, of: client, contact: person.contact)
    measures[period].summary.add(measure.figures, contactShare: measure.contactShare)
    if ageIsUnknown { measures[period].summary.unknownAge += 1 }
    for grouping in groupings.indices { addGroups(grouping, measure, homes, context, period) }
  }

  /// The rule that leaves out a client none of whose rows tells of a visit that took place.
  private func absence(_ rows: Range<Int>) -> Exclusion? {
    if rows.isEmpty { return .noVisits }
    return rows.contains { plan.tookPlace[Int(plan.log.traitNumbers[$0])] } ? nil : .noneTookPlace
  }

  /// Keeps the visits of a period.
  private mutating func collect(_ dates: Range<LocalDate>) {
    visits.removeAll()
    inPeriod = all.sequence.visits(in: dates)
    for visit in inPeriod { visits.append(visit, of: all.sequence) }
  }

  /// The rule on the number of visits that leaves the client out.
  private mutating func shortage(in dates: Range<LocalDate>) -> Exclusion? {
    if visits.count == 0 { return .noCountedVisits }
    let minimum = plan.definition.minimumVisitsPerDay
    if minimum > 0 {
      let days = dates.dayCount
      visitsOnDay.removeAll(keepingCapacity: true)
      for _ in 0..<days { visitsOnDay.append(0) }
      for start in visits.starts { visitsOnDay[start.date.dayNumber - dates.lowerBound.dayNumber] += 1 }
      for day in 0..<days where visitsOnDay[day] < minimum {
        if plan.counts(weekdayOf: dates.lowerBound.advanced(by: day)) { return .tooFewVisitsOnADay }
      }
    }
    return visits.count < plan.definition.minimumVisits ? .tooFewVisits : nil
  }

  /// Staff whom the client met in as many days before; `nil` where the log does not reach back so far.
  private func previousStaff(before dates: Range<LocalDate>) -> [Int32]? {
    let begin = dates.lowerBound.advanced(by: -dates.dayCount)
    guard let firstDate, firstDate <= begin else { return nil }
    return Array(all.sequence.staff(ofVisits: all.sequence.visits(in: begin..<dates.lowerBound)))
  }

  private mutating func addGroups(
    _ number: Int, _ whole: ClientMeasure, _ homes: PeriodMeasure.Homes, _ context: ClientMeasurer.Context,
    _ period: Int
  ) {
    let (grouping, partition) = (groupings[number], partitions[number])
    if grouping.isOfClients { return add(whole, to: homes[grouping], of: grouping, period) }
    let meetings = partition.meetings(of: all, inPeriod)
    let groups = meetings.indices.filter { meetings[$0] > 0 }
    if groups.count == 1 { return add(whole, to: groups[0], of: grouping, period) }
    for group in groups {
      collect(group, of: partition)
      add(measurer.measure(partial, context), to: group, of: grouping, period)
    }
  }

  /// Where most of the client's meetings in a period are; notes whoever has several providers or areas.
  private mutating func homes(of client: Int, _ period: Int) -> PeriodMeasure.Homes {
    var homes = PeriodMeasure.Homes()
    for place in places {
      let meetings = place.partition.meetings(of: all, inPeriod)
      homes[place.grouping] = place.partition.home(meetings)
      if place.tellsShared { note(place.grouping, place.partition, meetings, client, period) }
    }
    return homes
  }

  /// Notes a client who has meetings in several groups with a name.
  private mutating func note(
    _ grouping: Grouping, _ partition: Partition, _ meetings: [Int32], _ client: Int, _ period: Int
  ) {
    let named = meetings.indices.filter { meetings[$0] > 0 && !partition.names[$0].isEmpty }
    guard named.count > 1 else { return }
    let groups = named.sorted { (-meetings[$0], $0) < (-meetings[$1], $1) }.map { group in
      PeriodMeasure.Shared.Part(
        name: partition.names[group], meetings: Int(meetings[group]),
        staff: partition.staff(of: all, inPeriod, in: group))
    }
    measures[period].shared[grouping, default: []].append(.init(client: client, groups: groups))
  }

  private mutating func add(_ measure: ClientMeasure, to group: Int, of grouping: Grouping, _ period: Int) {
    measures[period].groups[grouping]?[group].summary.add(measure.figures, contactShare: measure.contactShare)
  }

  /// Keeps the part of the period's visits that lies in a group.
  private mutating func collect(_ group: Int, of partition: Partition) {
    partial.removeAll()
    for visit in inPeriod { _ = partial.append(visit, of: all, partition, group) }
  }
}
