import HomeCare

/// One client's visits of an outcome beside those of a plan.
///
/// Visits are the same where they start within two hours of each other, the nearest first: those that share staff, then the
/// rest, and last those that the plan left unassigned, by their windows. A visit planned for two may have been made by two
/// who came one after the other.
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
    // Of each planned visit the meetings that it is, which may be told as several visits.
    var made = [Set<Int32>](repeating: [], count: plan.count)
    for (visit, match) in zip(outcome.visits, matches) { if let match { made[match].formUnion(visit.staff) } }
    var replaced = plan.indices.map { Self.replaced(plan[$0], made[$0], outcome, matches, $0, working) }
    kinds = zip(outcome.visits, matches).map { visit, match in
      guard let match else {
        let kind = dates.contains(visit.start.date) ? PlanOutcome.Kind.unplanned : .otherDay
        return visit.staff.map { _ in kind }
      }
      guard plan[match].isAssigned else { return visit.staff.map { _ in .vacancy } }
      return visit.staff.map { member in
        if plan[match].staff.contains(member) { return .asPlanned }
        return replaced[match].isEmpty ? .extraStaff : replaced[match].removeFirst()
      }
    }
  }

  /// For each of the planned staff who did not come, why others came instead; those at work elsewhere first, since of them
  /// it is known.
  private static func replaced(
    _ planned: PlannedVisits.Visit, _ made: Set<Int32>, _ outcome: OutcomeVisits, _ matches: [Int?], _ number: Int,
    _ working: Set<StaffDay>
  ) -> [PlanOutcome.Kind] {
    guard let visit = matches.firstIndex(of: number) else { return [] }
    let day = outcome.visits[visit].start.date
    let missing = planned.staff.filter { !made.contains($0) }
    let swaps = missing.count { working.contains(StaffDay(staff: $0, day: day)) }
    let absences = missing.count - swaps + planned.strangers.count
    return Array(repeating: .swap, count: swaps) + Array(repeating: .absence, count: absences)
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
    var (matches, seats) = ([Int?](repeating: nil, count: outcome.visits.count), plan.map(\.seats))
    for pair in pairs.sorted(by: <) where matches[pair.visit] == nil && seats[pair.planned] > 0 {
      matches[pair.visit] = pair.planned
      seats[pair.planned] -= outcome.visits[pair.visit].staff.count
    }
    return matches
  }
}
