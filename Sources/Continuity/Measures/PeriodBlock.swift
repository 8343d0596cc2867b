import HomeCare

/// Measures some of the clients over all periods.
struct PeriodBlock {
  private(set) var measures: [PeriodMeasure]

  private let plan: MeasurePlan
  private let groupings: [Grouping]
  /// By grouping, for each trait its group's number.
  private let groupOfTrait: [[Int]]
  private let firstDate: LocalDate?
  private let isSubstitute: [Bool]
  private var measurer: ClientMeasurer
  private var visits = VisitSequence()
  private var partial = VisitSequence()
  private var countedRows: [Int] = []
  private var visitsOnDay: [Int] = []

  /// - Parameters:
  ///   - firstDate: The first date of the log; `nil` where it has none.
  ///   - isSubstitute: For each staff number, whether it is a substitute; empty where no one is.
  init(
    _ plan: MeasurePlan, _ periods: [Range<LocalDate>], _ groupings: [Grouping], firstDate: LocalDate?,
    isSubstitute: [Bool]
  ) {
    self.plan = plan
    self.groupings = groupings
    self.firstDate = firstDate
    self.isSubstitute = isSubstitute
    measurer = ClientMeasurer(staffCount: plan.log.staff.count)
    let partitions = groupings.map { Partition(plan, by: $0) }
    groupOfTrait = partitions.map(\.groupOfTrait)
    measures = periods.map { dates in
      var measure = PeriodMeasure(dates: dates)
      for (grouping, partition) in zip(groupings, partitions) {
        measure.groups[grouping] = partition.names.map { GroupMeasure(name: $0, summary: Summary()) }
      }
      return measure
    }
  }

  mutating func measure(_ client: Int) {
    for period in measures.indices { measure(client, in: period) }
  }

  private mutating func measure(_ client: Int, in period: Int) {
    let dates = measures[period].dates
    let rows = plan.rows(ofClient: client, in: dates)
    if let rule = plan.exclusion(of: client, during: dates) ?? absence(rows) {
      measures[period].excluded.append(.init(client: client, rule: rule))
      return
    }
    collect(rows)
    if let rule = shortage(in: dates) {
      measures[period].excluded.append(.init(client: client, rule: rule))
      return
    }
    let person = plan.log.clients[client]
    var context = ClientMeasurer.Context(
      lastDay: dates.upperBound.advanced(by: -1), contact: person.contact, isSubstitute: isSubstitute)
    context.previous = previousStaff(of: client, before: dates)
    let measure = measurer.measure(visits, context)
    let reasons = measure.reasons(
      aboveTarget: plan.definition.target, days: dates.upperBound.dayNumber - dates.lowerBound.dayNumber)
    let ageIsUnknown = plan.ageIsUnknown(client)
    measures[period].clients.append(
      .init(client: client, measure: measure, reasons: reasons, ageIsUnknown: ageIsUnknown))
    measures[period].summary.add(measure.figures, contactShare: measure.contactShare)
    if ageIsUnknown { measures[period].summary.unknownAge += 1 }
    for grouping in groupings.indices { addGroups(grouping, measure, context, period) }
  }

  /// The rule that leaves out a client none of whose rows tells of a visit that took place.
  private func absence(_ rows: Range<Int>) -> Exclusion? {
    if rows.isEmpty { return .noVisits }
    return rows.contains { plan.tookPlace[Int(plan.log.traitNumbers[$0])] } ? nil : .noneTookPlace
  }

  /// Keeps the rows that count, as visits.
  private mutating func collect(_ rows: Range<Int>) {
    visits.removeAll()
    countedRows.removeAll(keepingCapacity: true)
    for row in rows where plan.counts(row) {
      let start = LocalDateTime(minuteNumber: Int(plan.log.starts[row]))
      if !plan.definition.countsAllStaffOfVisit, visits.starts.last == start { continue }
      visits.append(start: start, staff: plan.log.staffNumbers[row])
      countedRows.append(row)
    }
  }

  /// The rule on the number of visits that leaves the client out.
  private mutating func shortage(in dates: Range<LocalDate>) -> Exclusion? {
    if visits.count == 0 { return .noCountedVisits }
    let minimum = plan.definition.minimumVisitsPerDay
    if minimum > 0 {
      let days = dates.upperBound.dayNumber - dates.lowerBound.dayNumber
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
  private func previousStaff(of client: Int, before dates: Range<LocalDate>) -> [Int32]? {
    let begin = dates.lowerBound.advanced(by: dates.lowerBound.dayNumber - dates.upperBound.dayNumber)
    guard let firstDate, firstDate <= begin else { return nil }
    return plan.rows(ofClient: client, in: begin..<dates.lowerBound).filter(plan.counts).map {
      plan.log.staffNumbers[$0]
    }
  }

  private mutating func addGroups(
    _ grouping: Int, _ whole: ClientMeasure, _ context: ClientMeasurer.Context, _ period: Int
  ) {
    let groupOfTrait = groupOfTrait[grouping]
    let groups = Set(countedRows.map { groupOfTrait[Int(plan.log.traitNumbers[$0])] }).sorted()
    for group in groups {
      var measure = whole
      if groups.count > 1 {
        partial.removeAll()
        for row in countedRows where groupOfTrait[Int(plan.log.traitNumbers[row])] == group {
          partial.append(
            start: LocalDateTime(minuteNumber: Int(plan.log.starts[row])), staff: plan.log.staffNumbers[row])
        }
        measure = measurer.measure(partial, context)
      }
      measures[period].groups[groupings[grouping]]?[group].summary.add(
        measure.figures, contactShare: measure.contactShare)
    }
  }
}
