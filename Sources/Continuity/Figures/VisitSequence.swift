import HomeCare

/// One client's visits in the order of their start, each with the staff who came, as dense numbers.
public struct VisitSequence: Sendable {
  /// The staff of all visits, visit after visit.
  public let staff: [Int32]
  /// Where each visit's staff begin in `staff`, and after the last visit where they end.
  public let bounds: [Int]
  /// When each visit starts, never decreasing.
  public let starts: [LocalDateTime]

  /// Puts meetings in order: those that start together are one visit, and one staff member is on a visit once.
  public init(_ meetings: some Sequence<(start: LocalDateTime, staff: Int32)>) {
    var staff: [Int32] = []
    var bounds: [Int] = []
    var starts: [LocalDateTime] = []
    for meeting in meetings.sorted(by: { ($0.start, $0.staff) < ($1.start, $1.staff) }) {
      if starts.last != meeting.start {
        bounds.append(staff.count)
        starts.append(meeting.start)
      } else if staff.last == meeting.staff {
        continue
      }
      staff.append(meeting.staff)
    }
    bounds.append(staff.count)
    (self.staff, self.bounds, self.starts) = (staff, bounds, starts)
  }

  /// Number of visits.
  public var count: Int { starts.count }

  /// The staff of a visit.
  public func staff(ofVisit visit: Int) -> ArraySlice<Int32> { staff[bounds[visit]..<bounds[visit + 1]] }

  /// The figures over all visits.
  ///
  /// - Parameter tally: an empty tally with room for every staff number; it is empty again afterwards, so that one can
  ///   serve many clients.
  public func figures(using tally: inout MeetingTally) -> ContinuityFigures {
    for visit in 0..<count {
      tally.append(staff(ofVisit: visit), sharing: visit > 0 && shareStaff(visit - 1, visit))
    }
    let figures = tally.figures
    tally.removeAll(of: staff)
    return figures
  }

  /// Whether two visits have a staff member in common.
  public func shareStaff(_ first: Int, _ second: Int) -> Bool {
    staff(ofVisit: first).contains { staff(ofVisit: second).contains($0) }
  }
}
