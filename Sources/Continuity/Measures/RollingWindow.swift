import HomeCare

/// One client's meetings of the period that is being looked at, as days enter it and leave it.
struct RollingWindow {
  private let plan: MeasurePlan
  private let from: LocalDate
  private var tally: MeetingTally
  private var visits = VisitSequence()
  /// For each visit, whether it shares a staff member with the visit before.
  private var shares: [Bool] = []
  /// For each visit, whether the client's contact is on it.
  private var hasContact: [Bool] = []
  /// For each day, its first visit; and one more for the end.
  private var firstVisit: [Int]
  private var meetingsOnDay: [Int]
  /// The visits in the period.
  private var current = 0..<0
  /// Days of the period with too few visits.
  private var shortDays = 0
  private var contactVisits = 0
  private var knowsContact = false
  /// Meetings of the period that took place, counted or not.
  private(set) var meetingsOfAnyKind = 0

  init(_ plan: MeasurePlan, from: LocalDate, dayCount: Int) {
    self.plan = plan
    self.from = from
    tally = MeetingTally(staffCount: plan.log.staff.count)
    firstVisit = Array(repeating: 0, count: dayCount + 1)
    meetingsOnDay = Array(repeating: 0, count: dayCount)
  }

  var figures: ContinuityFigures { tally.figures }
  var contactShare: Ratio? { knowsContact ? Ratio(contactVisits, of: current.count) : nil }

  /// Takes up a client; `false` where the client has no meeting on any of the days.
  mutating func load(_ client: Int) -> Bool {
    let dayCount = meetingsOnDay.count
    let rows = plan.rows(ofClient: client, in: from..<from.advanced(by: dayCount))
    guard !rows.isEmpty else { return false }
    visits.removeAll()
    shares.removeAll(keepingCapacity: true)
    hasContact.removeAll(keepingCapacity: true)
    for day in 0..<dayCount { (firstVisit[day], meetingsOnDay[day]) = (0, 0) }
    let log = plan.log
    for row in rows where plan.tookPlace[Int(log.traitNumbers[row])] {
      let start = LocalDateTime(minuteNumber: Int(log.starts[row]))
      let day = start.date.dayNumber - from.dayNumber
      meetingsOnDay[day] += 1
      guard plan.counts(row) else { continue }
      if visits.starts.last == start {
        if !plan.definition.countsAllStaffOfVisit { continue }
      } else {
        firstVisit[day] += 1
      }
      visits.append(start: start, staff: log.staffNumbers[row])
    }
    var total = 0
    for day in 0..<dayCount { (firstVisit[day], total) = (total, total + firstVisit[day]) }
    firstVisit[dayCount] = total
    let contact = log.clients[client].contact
    knowsContact = contact != nil
    for visit in 0..<visits.count {
      shares.append(visit > 0 && visits.shareStaff(visit - 1, visit))
      hasContact.append(contact.map { visits.staff(ofVisit: visit).contains($0) } ?? false)
    }
    (current, shortDays, contactVisits, meetingsOfAnyKind) = (0..<0, 0, 0, 0)
    return true
  }

  /// Empties the tally for the next client.
  mutating func unload() {
    tally.removeAll(of: visits.staff[visits.bounds[current.lowerBound]..<visits.bounds[current.upperBound]])
  }

  mutating func enter(_ day: Int, isRequired: Bool) {
    meetingsOfAnyKind += meetingsOnDay[day]
    if isRequired, isShort(day) { shortDays += 1 }
    for visit in firstVisit[day]..<firstVisit[day + 1] {
      tally.append(visits.staff(ofVisit: visit), sharing: !current.isEmpty && shares[visit])
      if hasContact[visit] { contactVisits += 1 }
      current = current.lowerBound..<visit + 1
    }
  }

  mutating func leave(_ day: Int, isRequired: Bool) {
    meetingsOfAnyKind -= meetingsOnDay[day]
    if isRequired, isShort(day) { shortDays -= 1 }
    for visit in firstVisit[day]..<firstVisit[day + 1] {
      tally.removeFirst(visits.staff(ofVisit: visit), sharing: visit + 1 < current.upperBound && shares[visit + 1])
      if hasContact[visit] { contactVisits -= 1 }
      current = visit + 1..<current.upperBound
    }
  }

  private func isShort(_ day: Int) -> Bool {
    firstVisit[day + 1] - firstVisit[day] < plan.definition.minimumVisitsPerDay
  }

  /// The rule on the number of visits that leaves the client out of the period.
  var shortage: Exclusion? {
    if current.isEmpty { return .noCountedVisits }
    if shortDays > 0 { return .tooFewVisitsOnADay }
    return current.count < plan.definition.minimumVisits ? .tooFewVisits : nil
  }
}
