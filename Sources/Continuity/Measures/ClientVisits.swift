import HomeCare

/// One client's visits that count, over all dates of the log, put together from its rows by `VisitRule`.
///
/// Rows that do not count by category, staff or status open no visit; time of day and day of the week are those of the
/// visit's first start. Made anew for each client, so that nothing of a large log is held twice.
struct ClientVisits {
  /// The visits in the order of their start, each staff member once.
  private(set) var sequence = VisitSequence()
  /// What the visits' meetings were for: each staff member of a visit once with each trait that a row has, visit after visit.
  private(set) var parts: [Part] = []
  /// Where each visit's parts begin in `parts`, and after the last visit where they end.
  private(set) var partBounds: [Int] = [0]
  /// The rows that tell of each visit.
  private(set) var rowTallies: [RowTally] = []
  /// Of each visit, the minutes that its staff spent together; -1 where a row does not say when it ended.
  private(set) var minutes: [Int32] = []
  /// Visits outside the definition's days and times: the start, and the rows that tell of each.
  private(set) var uncounted: [(start: LocalDateTime, rows: Int)] = []

  /// A staff member and the number of a trait.
  struct Part: Hashable {
    let staff: Int32
    let trait: Int32
  }

  /// The rows that tell of a visit.
  struct RowTally: Hashable {
    /// All of them.
    var rows: Int32
    /// Those of a further task of somebody whose meeting another row tells of.
    var tasks: Int32 = 0
    /// Those of others than the one staff member who counts, where only one does.
    var others: Int32 = 0
  }

  private let plan: MeasurePlan
  // The log's columns by themselves: taking up the log for each row would count all its columns' references each time.
  private let starts: [Int32]
  private let lengths: [UInt16]
  private let staffNumbers: [Int32]
  private let traitNumbers: [Int32]
  private let countsAllStaff: Bool
  private var rule: VisitRule
  /// The rows that can count, by the minute by which they are put together.
  private var rows: [(minute: Int32, row: Int)] = []

  init(_ plan: MeasurePlan) {
    self.plan = plan
    (starts, lengths) = (plan.log.starts, plan.log.lengths)
    (staffNumbers, traitNumbers) = (plan.log.staffNumbers, plan.log.traitNumbers)
    countsAllStaff = plan.definition.countsAllStaffOfVisit
    rule = VisitRule(tolerance: plan.definition.visitTolerance)
  }

  /// Takes up a client.
  mutating func load(_ client: Int) {
    sequence.removeAll()
    parts.removeAll(keepingCapacity: true)
    partBounds.removeAll(keepingCapacity: true)
    partBounds.append(0)
    rowTallies.removeAll(keepingCapacity: true)
    minutes.removeAll(keepingCapacity: true)
    uncounted.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    let log = plan.log
    let isPlanned = !log.plannedAfter.isEmpty
    for row in log.bounds[client]..<log.bounds[client + 1] where plan.canCount[Int(traitNumbers[row])] {
      rows.append((isPlanned ? log.reckonedStart(row) : starts[row], row))
    }
    if isPlanned { rows.sort { $0 < $1 } }
    // The first row of the open visit, and the first of those that start together.
    var (opened, place) = (0, 0)
    while place < rows.count {
      let minute = rows[place].minute
      var end = place + 1
      while end < rows.count, rows[end].minute == minute { end += 1 }
      if !isInside(opened..<place, place..<end) {
        close(opened..<place)
        opened = place
        rule.open(at: minute)
      }
      if rule.tolerance > 0 { stay(opened..<place, place..<end) }
      place = end
    }
    close(opened..<rows.count)
    rule.close()
    if isPlanned { sortByStart() }
  }

  /// The minutes that staff spent at some visits; `nil` where that is not known of all.
  func minutes(ofVisits visits: Range<Int>) -> Int? {
    var sum = 0
    for visit in visits {
      if minutes[visit] < 0 { return nil }
      sum += Int(minutes[visit])
    }
    return sum
  }

  /// Whether rows that start together belong to the open visit.
  private func isInside(_ visit: Range<Int>, _ group: Range<Int>) -> Bool {
    switch rule.standing(rows[group.lowerBound].minute) {
    case .inside: true
    case .outside: false
    case .insideIfTheyStay: group.contains { cameTogether(visit, staffNumbers[rows[$0].row]) }
    }
  }

  /// Whether someone came with those who opened a visit.
  private func cameTogether(_ visit: Range<Int>, _ member: Int32) -> Bool {
    for place in visit where rule.isTogether(rows[place].minute) {
      if staffNumbers[rows[place].row] == member { return true }
    }
    return false
  }

  /// Keeps the open visit open for those of a group who came with the others.
  private mutating func stay(_ visit: Range<Int>, _ group: Range<Int>) {
    let minute = rows[group.lowerBound].minute
    let areTogether = rule.isTogether(minute)
    for place in group {
      let row = rows[place].row
      if areTogether || cameTogether(visit, staffNumbers[row]) { rule.stay(until: minute + Int32(lengths[row])) }
    }
  }

  /// Adds the visit of some rows.
  private mutating func close(_ visit: Range<Int>) {
    guard let opening = visit.first else { return }
    var first = starts[rows[opening].row]
    if visit.count > 1 {
      for place in visit { first = min(first, starts[rows[place].row]) }
      rows.withUnsafeMutableBufferPointer { [staffNumbers] rows in
        rows[visit].sort { (staffNumbers[$0.row], $0.row) < (staffNumbers[$1.row], $1.row) }
      }
    }
    let start = LocalDateTime(minuteNumber: Int(first))
    if plan.counts(startOf: start) {
      sequence.open(at: start)
      // When the member's rows so far have ended; beyond all where that is not known.
      var (last, end) = (Int32(-1), Int32.min)
      // What is registered twice takes its time once: of one member's rows only what lies beyond the rows before.
      var (spent, isKnown) = (Int32(0), true)
      var tally = RowTally(rows: Int32(truncatingIfNeeded: visit.count))
      for place in visit {
        let row = rows[place].row
        let member = staffNumbers[row]
        if member != last {
          if last >= 0, !countsAllStaff {
            tally.others = tally.rows - Int32(truncatingIfNeeded: place - visit.lowerBound)
            break
          }
          sequence.join(member)
          (last, end) = (member, .min)
        } else if end <= starts[row] {
          tally.tasks += 1
        }
        let (from, length) = (starts[row], Int32(lengths[row]))
        if length == 0 { isKnown = false } else if isKnown { spent += max(0, from + length - max(end, from)) }
        end = lengths[row] == 0 ? .max : max(end, starts[row] + Int32(lengths[row]))
        let part = Part(staff: member, trait: traitNumbers[row])
        if parts.count == partBounds[partBounds.count - 1] || !parts[partBounds[partBounds.count - 1]...].contains(part)
        {
          parts.append(part)
        }
      }
      partBounds.append(parts.count)
      rowTallies.append(tally)
      minutes.append(isKnown ? spent : -1)
    } else {
      uncounted.append((start, visit.count))
    }
  }

  /// Puts the visits in the order of their first starts, where they were put together by planned ones.
  private mutating func sortByStart() {
    let starts = sequence.starts
    guard zip(starts, starts.dropFirst()).contains(where: { $0 > $1 }) else { return }
    let order = starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    var sorted = VisitSequence()
    for visit in order { sorted.append(visit, of: sequence) }
    let sortedParts = order.map { parts[partBounds[$0]..<partBounds[$0 + 1]] }
    partBounds = sortedParts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    parts = sortedParts.flatMap(\.self)
    rowTallies = order.map { rowTallies[$0] }
    minutes = order.map { minutes[$0] }
    sequence = sorted
  }
}

extension MeetingLog {
  /// The minute by which a row is put together with others: of the planned start where one is known.
  func reckonedStart(_ row: Int) -> Int32 {
    let after = plannedAfter[row]
    return after == MeetingRow.unplanned ? starts[row] : starts[row] + Int32(after)
  }
}

extension VisitSequence {
  /// Adds the part of a client's visit that lies in a group; `false` where none does.
  mutating func append(_ visit: Int, of all: ClientVisits, _ partition: Partition, _ group: Int) -> Bool {
    var last = Int32(-1)
    for place in all.partBounds[visit]..<all.partBounds[visit + 1]
    where partition.groupOfTrait[Int(all.parts[place].trait)] == group {
      let member = all.parts[place].staff
      if last < 0 { open(at: all.sequence.starts[visit]) }
      if member != last { join(member) }
      last = member
    }
    return last >= 0
  }
}
