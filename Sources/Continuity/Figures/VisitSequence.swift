import HomeCare

/// One client's visits in the order of their start, each with the staff who came, as dense numbers.
public struct VisitSequence: Sendable {
  /// The staff of all visits, visit after visit.
  public private(set) var staff: [Int32]
  /// Where each visit's staff begin in `staff`, and after the last visit where they end.
  public private(set) var bounds: [Int]
  /// When each visit starts, never decreasing.
  public private(set) var starts: [LocalDateTime]

  /// Puts meetings in order: those that start together are one visit, and one staff member is on a visit once.
  public init(_ meetings: some Sequence<(start: LocalDateTime, staff: Int32)>) {
    self.init()
    for meeting in meetings.sorted(by: { ($0.start, $0.staff) < ($1.start, $1.staff) }) {
      append(start: meeting.start, staff: meeting.staff)
    }
  }

  /// An empty sequence, to which visits in order are added.
  init() { (staff, bounds, starts) = ([], [0], []) }

  /// Adds a meeting that starts no earlier than the last; of those that start together, in the order of staff.
  private mutating func append(start: LocalDateTime, staff member: Int32) {
    if starts.last != start {
      open(at: start)
    } else if staff.last == member {
      return
    }
    join(member)
  }

  /// Adds a visit that starts no earlier than the last; its staff are to join it in order, each once.
  mutating func open(at start: LocalDateTime) {
    starts.append(start)
    bounds.append(staff.count)
  }

  /// Adds a staff member to the last visit.
  mutating func join(_ member: Int32) {
    staff.append(member)
    bounds[bounds.count - 1] = staff.count
  }

  /// Adds a visit of another sequence that starts no earlier than the last.
  mutating func append(_ visit: Int, of other: VisitSequence) {
    starts.append(other.starts[visit])
    for place in other.bounds[visit]..<other.bounds[visit + 1] { staff.append(other.staff[place]) }
    bounds.append(staff.count)
  }

  /// The visits that start on some dates.
  func visits(in dates: Range<LocalDate>) -> Range<Int> {
    let first = firstVisit(from: dates.lowerBound.midnight, in: 0..<count)
    return first..<firstVisit(from: dates.upperBound.midnight, in: first..<count)
  }

  private func firstVisit(from start: LocalDateTime, in visits: Range<Int>) -> Int {
    visits.firstPosition { starts[$0] >= start }
  }

  /// Forgets all visits.
  mutating func removeAll() {
    staff.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    bounds.append(0)
  }

  /// Number of visits.
  public var count: Int { starts.count }

  /// The staff of a visit.
  public func staff(ofVisit visit: Int) -> ArraySlice<Int32> { staff[bounds[visit]..<bounds[visit + 1]] }

  /// The staff of visits that follow one another, visit after visit.
  func staff(ofVisits visits: Range<Int>) -> ArraySlice<Int32> {
    staff[bounds[visits.lowerBound]..<bounds[visits.upperBound]]
  }

  /// The figures over all visits.
  ///
  /// - Parameter tally: an empty tally with room for every staff number; it is empty again afterwards, so that one can
  ///   serve many clients.
  public func figures(using tally: inout MeetingTally) -> ContinuityFigures {
    for visit in 0..<count {
      append(visit, to: &tally, sharing: visit > 0 && shareStaff(visit - 1, visit))
    }
    let figures = tally.figures
    tally.removeAll(of: staff)
    return figures
  }

  /// Whether two visits have a staff member in common.
  public func shareStaff(_ first: Int, _ second: Int) -> Bool {
    // By places rather than by slices, which would be counted in and out for every visit of a log.
    for place in bounds[first]..<bounds[first + 1] where isOn(second, staff[place]) { return true }
    return false
  }

  /// Whether a staff member is on a visit.
  func isOn(_ visit: Int, _ member: Int32) -> Bool {
    for place in bounds[visit]..<bounds[visit + 1] where staff[place] == member { return true }
    return false
  }

  /// Adds a visit after those that a tally counts; `sharing` tells whether it shares a staff member with the one before.
  public func append(_ visit: Int, to tally: inout MeetingTally, sharing: Bool) {
    tally.append(staff, bounds[visit]..<bounds[visit + 1], sharing: sharing)
  }

  /// Removes the first of the visits that a tally counts; `sharing` tells whether it shares a staff member with the next.
  public func removeFirst(_ visit: Int, from tally: inout MeetingTally, sharing: Bool) {
    tally.removeFirst(staff, bounds[visit]..<bounds[visit + 1], sharing: sharing)
  }
}
