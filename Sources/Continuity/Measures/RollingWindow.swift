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
  /// The visits in the period.
  private var current = 0..<0
  private var contactVisits = 0
  private var knowsContact = false
  /// Groups of which one is the client's; for each part of a visit its group, and the parts of each group in the period.
  private var homes: Partition?
  private var groups: [Int] = []
  private var groupBounds: [Int] = [0]
  private var groupMeetings: [Int32] = []

  init(_ plan: MeasurePlan, from: LocalDate, dayCount: Int) {
    self.plan = plan
    self.from = from
    tally = MeetingTally(staffCount: plan.log.staff.count)
    firstVisit = Array(repeating: 0, count: dayCount + 1)
  }

  var figures: ContinuityFigures { tally.figures }
  var contactShare: Ratio? { knowsContact ? Ratio(contactVisits, of: current.count) : nil }

  var hasVisits: Bool { !current.isEmpty }

  /// Takes up a client and the client's visits; `false` where no visit is on any of the days.
  ///
  /// - Parameters:
  ///   - part: The group whose meetings alone are counted; all where absent.
  ///   - homes: The groups of which one, by most of the period's meetings, is the client's; see `home`.
  mutating func load(
    _ client: Int, _ all: ClientVisits, only part: (partition: Partition, group: Int)? = nil,
    homes partition: Partition? = nil
  ) -> Bool {
    let dayCount = firstVisit.count - 1
    visits.removeAll()
    shares.removeAll(keepingCapacity: true)
    hasContact.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    groupBounds.removeAll(keepingCapacity: true)
    groupBounds.append(0)
    for day in 0..<dayCount { firstVisit[day] = 0 }
    let sequence = all.sequence
    for visit in sequence.visits(in: from..<from.advanced(by: dayCount)) {
      if let part {
        guard visits.append(visit, of: all, part.partition, part.group) else { continue }
      } else {
        visits.append(visit, of: sequence)
      }
      firstVisit[sequence.starts[visit].date.dayNumber - from.dayNumber] += 1
      guard let partition else { continue }
      for place in all.partBounds[visit]..<all.partBounds[visit + 1] {
        groups.append(partition.groupOfTrait[Int(all.parts[place].trait)])
      }
      groupBounds.append(groups.count)
    }
    guard visits.count > 0 else { return false }
    var total = 0
    for day in 0..<dayCount { (firstVisit[day], total) = (total, total + firstVisit[day]) }
    firstVisit[dayCount] = total
    let contact = plan.log.clients[client].contact
    knowsContact = contact != nil
    for visit in 0..<visits.count {
      shares.append(visit > 0 && visits.shareStaff(visit - 1, visit))
      hasContact.append(contact.map { visits.isOn(visit, $0) } ?? false)
    }
    (current, contactVisits) = (0..<0, 0)
    homes = partition
    groupMeetings = Array(repeating: 0, count: partition?.names.count ?? 0)
    return true
  }

  /// The group that the client belongs to in the period, where groups of clients were asked for.
  var home: Int { homes?.home(groupMeetings) ?? 0 }

  /// Empties the tally for the next client.
  mutating func unload() {
    tally.removeAll(of: visits.staff[visits.bounds[current.lowerBound]..<visits.bounds[current.upperBound]])
  }

  /// Lets a day into the period and lets go of the one that is too old for it.
  mutating func move(to day: Int) {
    for visit in firstVisit[day]..<firstVisit[day + 1] {
      visits.append(visit, to: &tally, sharing: !current.isEmpty && shares[visit])
      if hasContact[visit] { contactVisits += 1 }
      if homes != nil { addToGroups(visit, 1) }
      current = current.lowerBound..<visit + 1
    }
    let old = day - plan.definition.periodDays
    guard old >= 0 else { return }
    for visit in firstVisit[old]..<firstVisit[old + 1] {
      visits.removeFirst(visit, from: &tally, sharing: visit + 1 < current.upperBound && shares[visit + 1])
      if hasContact[visit] { contactVisits -= 1 }
      if homes != nil { addToGroups(visit, -1) }
      current = visit + 1..<current.upperBound
    }
  }

  private mutating func addToGroups(_ visit: Int, _ step: Int32) {
    for place in groupBounds[visit]..<groupBounds[visit + 1] { groupMeetings[groups[place]] += step }
  }
}
