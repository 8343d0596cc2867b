import HomeCare

/// One client's visits of an outcome beside those of a plan.
///
/// Visits are the same where they start within two hours of each other, the nearest first: those that share staff, then the
/// rest, and last those that the plan left unassigned, by their windows.
struct PlanMatch {
  /// For each visit of the outcome, what each of its meetings is to the plan.
  private(set) var kinds: [[PlanOutcome.Kind]]
  /// Staff whom the plan has for the client on the dates, of those known to the outcome's log.
  private(set) var planned: Set<Int32> = []
  /// How many others it has.
  private(set) var plannedStrangers = 0
  /// Assigned visits on the dates near which none took place.
  private(set) var notMade = 0

  /// - Parameters:
  ///   - dates: The dates for which there is a plan.
  ///   - working: The staff and days on which somebody met anybody.
  init(
    _ outcome: OutcomeVisits, _ plan: [PlannedVisits.Visit], in dates: Range<LocalDate>, _ working: Set<StaffDay>
  ) {
    let plan = plan.filter { visit in visit.windows.contains { dates.contains($0.earliest.date) } }
    let matches = Self.matches(outcome, plan, in: dates)
    var isMade = [Bool](repeating: false, count: plan.count)
    for match in matches { if let match { isMade[match] = true } }
    var strangers: Set<String> = []
    for (visit, isMade) in zip(plan, isMade) where visit.isAssigned {
      planned.formUnion(visit.staff)
      strangers.formUnion(visit.strangers)
      if !isMade { notMade += 1 }
    }
    plannedStrangers = strangers.count
    kinds = zip(outcome.visits, matches).map { visit, match in
      guard let match else {
        let kind = dates.contains(visit.start.date) ? PlanOutcome.Kind.unplanned : .otherDay
        return visit.staff.map { _ in kind }
      }
      return Self.kinds(visit, plan[match], working)
    }
  }

  /// What the meetings of a visit are to the planned one.
  private static func kinds(
    _ visit: OutcomeVisits.Visit, _ planned: PlannedVisits.Visit, _ working: Set<StaffDay>
  ) -> [PlanOutcome.Kind] {
    guard planned.isAssigned else { return visit.staff.map { _ in .vacancy } }
    let day = visit.start.date
    // Whom the plan has and who did not come, those at work first: who is known to have been elsewhere was swapped.
    let missing = planned.staff.filter { !visit.staff.contains($0) }
    var replaced: [PlanOutcome.Kind] =
      missing.map { working.contains(StaffDay(staff: $0, day: day)) ? .swap : .absence }
    replaced.sort { $0 == .swap && $1 != .swap }
    replaced += planned.strangers.map { _ in .absence }
    return visit.staff.map { member in
      if planned.staff.contains(member) { return .asPlanned }
      return replaced.isEmpty ? .extraStaff : replaced.removeFirst()
    }
  }

  /// For each visit of the outcome the planned one that it is.
  private static func matches(
    _ outcome: OutcomeVisits, _ plan: [PlannedVisits.Visit], in dates: Range<LocalDate>
  ) -> [Int?] {
    var pairs: [(rank: Int, minutes: Int, planned: Int, visit: Int)] = []
    for (place, visit) in outcome.visits.enumerated() where dates.contains(visit.start.date) {
      for (number, planned) in plan.enumerated() {
        let minutes = planned.minutes(to: visit.start)
        guard minutes <= PlanOutcome.reach else { continue }
        let shares = planned.staff.contains { visit.staff.contains($0) }
        pairs.append((!planned.isAssigned ? 2 : shares ? 0 : 1, minutes, number, place))
      }
    }
    var (matches, isTaken) = (
      [Int?](repeating: nil, count: outcome.visits.count), [Bool](repeating: false, count: plan.count)
    )
    for pair in pairs.sorted(by: <) where matches[pair.visit] == nil && !isTaken[pair.planned] {
      matches[pair.visit] = pair.planned
      isTaken[pair.planned] = true
    }
    return matches
  }
}
