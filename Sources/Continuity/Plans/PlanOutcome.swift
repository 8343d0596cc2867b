import HomeCare

/// What became of a plan: the meetings of an outcome held against a roster, and what each kind brings in distinct staff.
public struct PlanOutcome: Sendable {
  /// What a meeting is to the plan.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The plan has the staff member on the visit.
    case asPlanned = "as-planned"
    /// Instead of somebody who met nobody that day.
    case absence
    /// Instead of somebody who met others that day.
    case swap
    /// On a visit that the plan left unassigned.
    case vacancy
    /// Beside all whom the plan has on the visit.
    case extraStaff = "extra-staff"
    /// On a visit that the plan does not have.
    case unplanned
    /// On a day for which there is no plan.
    case otherDay = "other-day"
  }

  /// One kind over all clients.
  public struct Row: Hashable, Sendable {
    /// The kind.
    public let kind: Kind
    /// The meetings.
    public internal(set) var meetings = 0
    /// Distinct staff whom the plan does not have for the client and who first came so, summed over clients.
    public internal(set) var brought = 0
    /// How many fewer distinct staff there would be without these meetings, summed over clients.
    public internal(set) var lowering = 0
  }

  /// The dates of the period.
  public let dates: Range<LocalDate>
  /// Counted clients whom the plan knows: those held against it.
  public internal(set) var clients = 0
  /// Counted clients of whom the plan knows nothing: they are left out.
  public internal(set) var unknownClients = 0
  /// Staff of the plan whom the log does not know, by their ids: they are told to have met nobody.
  public internal(set) var unknownStaff = 0
  /// Clients and staff who were found in the plan by another spelling of the id, or by the name.
  public internal(set) var otherSpellings = 0
  /// The kinds, in order.
  public internal(set) var rows = Kind.allCases.map { Row(kind: $0) }
  /// Distinct staff by the plan, summed over the clients.
  public internal(set) var planned = 0
  /// Distinct staff by the plan who never came to the client, summed over the clients.
  public internal(set) var missed = 0
  /// Distinct staff met, summed over the clients: those planned, less those missed, and all that were brought.
  public internal(set) var met = 0
  /// Planned visits of the clients near which none took place.
  public internal(set) var visitsNotMade = 0

  /// Minutes that starts may lie apart for visits to be the same.
  public static let reach = 120

  /// The mean of distinct staff by the plan.
  public var plannedMean: Ratio? { Ratio(planned, of: clients) }
  /// The mean of distinct staff met.
  public var metMean: Ratio? { Ratio(met, of: clients) }
}

extension LogMeasurer {
  /// Holds the meetings of some periods against a roster; periods that share no day with its horizon are left out.
  ///
  /// - Parameters:
  ///   - plan: The measurer of the roster's own meetings, by the same definition.
  ///   - people: Whom the log calls otherwise than the instance does.
  public func outcomes(
    of periods: [PeriodMeasure], against plan: LogMeasurer, _ roster: Roster, of instance: Instance,
    calling people: PlanPeople = PlanPeople()
  ) -> [PlanOutcome] {
    let horizon = instance.horizon.dates
    let held = periods.filter { $0.dates.overlaps(horizon) }
    let known = PlannedVisits(plan, roster, of: instance, staff: log.staff.map { people.staff[$0] ?? $0 })
    let working = workingDays(during: horizon)
    let staffCount = log.staff.count
    let ids = log.clients.map { people.clients[$0.id] ?? $0.id }
    let matched = results(of: held) { visits, inPeriod in
      OutcomeVisits(visits, inPeriod)
    }
    return zip(held, matched).map { period, outcomes in
      var outcome = PlanOutcome(dates: period.dates)
      outcome.unknownStaff = known.unknownStaff
      outcome.otherSpellings = people.count
      for (client, visits) in zip(period.clients, outcomes) {
        guard let planned = known.ofClient[ids[client.client]] else {
          outcome.unknownClients += 1
          continue
        }
        let match = PlanMatch(visits, planned, in: period.dates.clamped(to: horizon), working)
        outcome.add(match, visits, staffCount: staffCount)
      }
      return outcome
    }
  }

  /// The staff and days on which somebody has a meeting that took place: the staff number and the day in one.
  private func workingDays(during dates: Range<LocalDate>) -> Set<StaffDay> {
    var days: Set<StaffDay> = []
    for row in log.starts.indices where plan.tookPlace[Int(log.traitNumbers[row])] {
      let date = MeetingLog.date(ofMinute: log.starts[row])
      if dates.contains(date) { days.insert(StaffDay(staff: log.staffNumbers[row], day: date)) }
    }
    return days
  }
}

extension PlanOutcome {
  /// Adds a client.
  fileprivate mutating func add(_ match: PlanMatch, _ visits: OutcomeVisits, staffCount: Int) {
    clients += 1
    visitsNotMade += match.notMade
    var without = StaffWithout(staffCount: staffCount)
    var isMet = [Bool](repeating: false, count: staffCount)
    for (visit, kinds) in zip(visits.visits, match.kinds) {
      for (member, kind) in zip(visit.staff, kinds) {
        let row = Kind.allCases.firstIndex(of: kind) ?? 0
        rows[row].meetings += 1
        without.add(member, causes: 1 << UInt64(row))
        guard !isMet[Int(member)] else { continue }
        isMet[Int(member)] = true
        met += 1
        if !match.planned.contains(member) { rows[row].brought += 1 }
      }
    }
    for (row, lowering) in without.lowerings(rows.count).enumerated() { rows[row].lowering += lowering }
    planned += match.planned.count + match.plannedStrangers
    missed += match.planned.count { !isMet[Int($0)] } + match.plannedStrangers
  }
}

/// A staff member on a day.
struct StaffDay: Hashable {
  let staff: Int32
  let day: LocalDate
}

/// One client's visits of a period with who came, staff by number.
struct OutcomeVisits: Sendable {
  struct Visit: Sendable {
    let start: LocalDateTime
    let staff: [Int32]
  }

  let visits: [Visit]

  init(_ client: ClientVisits, _ range: Range<Int>) {
    visits = range.map { Visit(start: client.sequence.starts[$0], staff: Array(client.sequence.staff(ofVisit: $0))) }
  }
}
