/// All that leads from one roster to another, visit by visit.
///
/// Carried out on the first roster it gives the second one, to the minute and to the shift; what of it people call a change
/// is told apart from what they would not notice.
public struct ChangeList: Hashable, Sendable {
  /// Every visit with which the two rosters deal otherwise, each once.
  public var rows: [RosterChange]

  /// A list of rows, each of another visit.
  public init(_ rows: [RosterChange] = []) { self.rows = rows }

  /// The list that leads from one roster to another, in the order of the instances' visits.
  ///
  /// The order in which the staff of one visit are listed is no difference.
  ///
  /// - Parameters:
  ///   - old: The instance that the first roster answers.
  ///   - new: The instance that the second one answers.
  public init(from first: Roster, of old: Instance, to second: Roster, of new: Instance) {
    let (before, after) = (first.places, second.places)
    let known = Set(old.visits.map(\.id))
    let tolerances = (old.visitTolerances, new.visitTolerances)
    rows = (old.visits + new.visits.filter { !known.contains($0.id) }).compactMap { visit in
      let places = (before[visit.id] ?? .absent, after[visit.id] ?? .absent)
      if places.0.isSame(as: places.1) { return nil }
      return RosterChange(
        visit: visit.id, client: visit.client, before: places.0, after: places.1,
        tolerance: tolerances.1[visit.id] ?? tolerances.0[visit.id] ?? Series.defaultTolerance)
    }
  }

  /// What people call a change: other staff, another start by more than the tolerance, served no more or only now.
  public var changes: [RosterChange] { rows.filter { $0.extent == .change } }

  /// The same staff at a start within the tolerance.
  public var slight: [RosterChange] { rows.filter { $0.extent == .slight } }

  /// The same staff at the same start, in a shift of another id.
  public var shiftsAlone: [RosterChange] { rows.filter { $0.extent == .shiftAlone } }

  /// The list that takes this one back.
  public var reversed: ChangeList {
    ChangeList(
      rows.map {
        RosterChange(
          visit: $0.visit, client: $0.client, before: $0.after, after: $0.before, reason: $0.reason,
          tolerance: $0.tolerance)
      })
  }
}

extension Instance {
  /// Minutes by which the start of each visit may differ before anybody minds: its series' tolerance.
  package var visitTolerances: [VisitID: Int] {
    let series = Dictionary(series.map { ($0.id, $0.tolerance) }, uniquingKeysWith: { first, _ in first })
    return visits.reduce(into: [:]) { tolerances, visit in
      tolerances[visit.id] = visit.series.flatMap { series[$0] } ?? Series.defaultTolerance
    }
  }
}
