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
  /// For each day, the rows of any status.
  private var rowsOnDay: [Int]
  /// For each day, the meetings that took place, counted or not.
  private var meetingsOnDay: [Int]
  /// The visits in the period.
  private var current = 0..<0
  /// Days of the period with too few visits.
  private var shortDays = 0
  private var contactVisits = 0
  private var knowsContact = false
  private var rows = 0
  private var meetings = 0

  init(_ plan: MeasurePlan, from: LocalDate, dayCount: Int) {
    self.plan = plan
    self.from = from
    tally = MeetingTally(staffCount: plan.log.staff.count)
    firstVisit = Array(repeating: 0, count: dayCount + 1)
    rowsOnDay = Array(repeating: 0, count: dayCount)
    meetingsOnDay = rowsOnDay
  }

  var figures: ContinuityFigures { tally.figures }
  var contactShare: Ratio? { knowsContact ? Ratio(contactVisits, of: current.count) : nil }

  var hasVisits: Bool { !current.isEmpty }

  /// Takes up a client; `false` where the client has no row on any of the days.
  ///
  /// - Parameter part: The group whose meetings alone are counted; all where absent.
  mutating func load(_ client: Int, only part: (partition: Partition, group: Int)? = nil) -> Bool {
    let dayCount = meetingsOnDay.count
    let range = plan.rows(ofClient: client, in: from..<from.advanced(by: dayCount))
    guard !range.isEmpty else { return false }
    visits.removeAll()
    shares.removeAll(keepingCapacity: true)
    hasContact.removeAll(keepingCapacity: true)
    for day in 0..<dayCount { (firstVisit[day], rowsOnDay[day], meetingsOnDay[day]) = (0, 0, 0) }
    let log = plan.log
    var lastStart: Int32?
    for row in range {
      let start = LocalDateTime(minuteNumber: Int(log.starts[row]))
      let day = start.date.dayNumber - from.dayNumber
      let trait = Int(log.traitNumbers[row])
      rowsOnDay[day] += 1
      guard plan.tookPlace[trait] else { continue }
      meetingsOnDay[day] += 1
      guard plan.counts(row) else { continue }
      let isSecond = lastStart == log.starts[row]
      lastStart = log.starts[row]
      if isSecond, !plan.definition.countsAllStaffOfVisit { continue }
      if let part, part.partition.groupOfTrait[trait] != part.group { continue }
      if visits.starts.last != start { firstVisit[day] += 1 }
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
    (current, shortDays, contactVisits, rows, meetings) = (0..<0, 0, 0, 0, 0)
    return true
  }

  /// Empties the tally for the next client.
  mutating func unload() {
    tally.removeAll(of: visits.staff[visits.bounds[current.lowerBound]..<visits.bounds[current.upperBound]])
  }

  /// Lets a day into the period and lets go of the one that is too old for it.
  mutating func move(to day: Int, _ isRequired: [Bool]) {
    enter(day, isRequired: isRequired[day])
    let old = day - plan.definition.periodDays
    if old >= 0 { leave(old, isRequired: isRequired[old]) }
  }

  private mutating func enter(_ day: Int, isRequired: Bool) {
    rows += rowsOnDay[day]
    meetings += meetingsOnDay[day]
    if isRequired, isShort(day) { shortDays += 1 }
    for visit in firstVisit[day]..<firstVisit[day + 1] {
      tally.append(visits.staff(ofVisit: visit), sharing: !current.isEmpty && shares[visit])
      if hasContact[visit] { contactVisits += 1 }
      current = current.lowerBound..<visit + 1
    }
  }

  private mutating func leave(_ day: Int, isRequired: Bool) {
    rows -= rowsOnDay[day]
    meetings -= meetingsOnDay[day]
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

  /// The rule on visits that leaves the client out of the period.
  var exclusion: Exclusion? {
    if rows == 0 { return .noVisits }
    if meetings == 0 { return .noneTookPlace }
    if current.isEmpty { return .noCountedVisits }
    if shortDays > 0 { return .tooFewVisitsOnADay }
    return current.count < plan.definition.minimumVisits ? .tooFewVisits : nil
  }
}
