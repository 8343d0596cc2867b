/// A way to put a visit into a shift.
struct ArcRow: Row { let number: Int32 }

/// Every way to put a visit into a shift, numbered; the bounds price these *arcs*.
final class BoundArcs: Sendable {
  let count: Int
  let visit: Table<ArcRow, VisitRow>
  let shift: Table<ArcRow, ShiftRow>
  /// Position of an arc among its shift's arcs.
  let position: Table<ArcRow, Int32>
  private let ofVisit: Runs<VisitRow, ShiftRow>
  private let ofShift: Runs<ShiftRow, ArcRow>

  init(_ problem: CompiledProblem) {
    let shiftsOf = problem.visitRows.map { visit in
      Set(problem.visits[visit].slots.flatMap { problem.slots[$0].eligible.map { problem.eligible[$0] } }).sorted()
    }
    let visits = zip(problem.visitRows, shiftsOf).flatMap { visit, shifts in shifts.map { _ in visit } }
    let shifts = shiftsOf.flatMap(\.self)
    var runs = [[ArcRow]](repeating: [], count: problem.shiftCount)
    var positions: [Int32] = []
    for (arc, shift) in shifts.enumerated() {
      positions.append(Int32(runs[shift.index].count))
      runs[shift.index].append(ArcRow(arc))
    }
    count = visits.count
    visit = Table(visits)
    shift = Table(shifts)
    position = Table(positions)
    ofVisit = Runs(shiftsOf)
    ofShift = Runs(runs)
  }

  var rows: Range<ArcRow> { ArcRow.first(count) }

  /// The arcs of a visit.
  func arcs(of visit: VisitRow) -> Range<ArcRow> {
    let range = ofVisit.indices(of: visit)
    return ArcRow(range.lowerBound)..<ArcRow(range.upperBound)
  }

  /// The arcs of a shift, in order of position.
  func arcs(ofShift shift: ShiftRow) -> [ArcRow] { ofShift.indices(of: shift).map { ofShift[$0] } }

  /// The arc of a shift at a position.
  @inline(__always) func arc(ofShift shift: ShiftRow, at position: Int) -> ArcRow {
    ofShift[ofShift.indices(of: shift).lowerBound + position]
  }
}
