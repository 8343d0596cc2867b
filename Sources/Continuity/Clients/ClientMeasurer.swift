import HomeCare

/// Measures one client after another, keeping its working memory between them.
public struct ClientMeasurer: Sendable {
  private var tally: MeetingTally
  /// For each staff member, the last stamp under which they were seen; a new stamp forgets all.
  private var mark: [Int32]
  private var stamp: Int32 = 0

  /// A measurer for staff numbered from 0 up to, not including, `staffCount`.
  public init(staffCount: Int) {
    tally = MeetingTally(staffCount: staffCount)
    mark = Array(repeating: 0, count: staffCount)
  }

  /// What is known of a client besides the visits.
  public struct Context: Sendable {
    /// The period's last day.
    public var lastDay: LocalDate
    /// The client's fixed contact; `nil` where there is none.
    public var contact: Int32?
    /// Staff met in the previous period; `nil` where that one is not known.
    public var previous: [Int32]?
    /// For each staff number, whether it is a substitute; empty where no one is.
    public var isSubstitute: [Bool]

    /// Nothing known but the period's end.
    public init(lastDay: LocalDate, contact: Int32? = nil, previous: [Int32]? = nil, isSubstitute: [Bool] = []) {
      self.lastDay = lastDay
      self.contact = contact
      self.previous = previous
      self.isSubstitute = isSubstitute
    }
  }

  /// The measures of a client's visits.
  public mutating func measure(_ visits: VisitSequence, _ context: Context) -> ClientMeasure {
    var measure = ClientMeasure()
    measure.figures = visits.figures(using: &tally)
    countDoubles(visits, &measure)
    countContact(visits, context, &measure)
    measure.spreads = StartSpread.perSlot(visits.starts)
    if !context.isSubstitute.isEmpty {
      measure.substitutes = countDistinct(visits.staff) { context.isSubstitute[Int($0)] }
    }
    if let previous = context.previous {
      measure.previousDistinct = countDistinct(previous) { _ in true }
      measure.knownVisits = (0..<visits.count).count { visit in
        visits.staff(ofVisit: visit).contains { mark[Int($0)] == stamp }
      }
      measure.newFaces = visits.staff.count { isFirst($0) }
    }
    return measure
  }

  private mutating func countDoubles(_ visits: VisitSequence, _ measure: inout ClientMeasure) {
    let doubles = (0..<visits.count).filter { visits.staff(ofVisit: $0).count > 1 }
    measure.doubleVisits = doubles.count
    guard !doubles.isEmpty else { return }
    stamp += 1
    for visit in 0..<visits.count where visits.staff(ofVisit: visit).count == 1 {
      for member in visits.staff(ofVisit: visit) { mark[Int(member)] = stamp }
    }
    for visit in doubles {
      measure.metOnlyAtDoubles += visits.staff(ofVisit: visit).count { isFirst($0) }
    }
  }

  private func countContact(_ visits: VisitSequence, _ context: Context, _ measure: inout ClientMeasure) {
    guard let contact = context.contact else { return }
    let met = (0..<visits.count).filter { visits.staff(ofVisit: $0).contains(contact) }
    measure.contactVisits = met.count
    measure.daysSinceContact = met.last.map { context.lastDay.dayNumber - visits.starts[$0].date.dayNumber }
  }

  private mutating func countDistinct(_ staff: [Int32], where isCounted: (Int32) -> Bool) -> Int {
    stamp += 1
    return staff.count { isFirst($0) && isCounted($0) }
  }

  /// Whether a staff member is seen for the first time under the stamp.
  private mutating func isFirst(_ member: Int32) -> Bool {
    defer { mark[Int(member)] = stamp }
    return mark[Int(member)] != stamp
  }
}
