/// Every way to put a visit into a shift, numbered; the bounds price these *arcs*.
final class BoundArcs: Sendable {
  let count: Int
  let visit: Buffer<Int32>
  let shift: Buffer<Int32>
  /// Position of an arc among its shift's arcs.
  let position: Buffer<Int32>
  /// Arcs of each visit, a run per visit.
  let visitStart: Buffer<Int32>
  /// Arcs by shift, a run per shift.
  let ofShift: Buffer<Int32>
  let shiftStart: Buffer<Int32>

  init(_ problem: CompiledProblem) {
    var visits: [Int32] = []
    var shifts: [Int32] = []
    var starts: [Int32] = [0]
    for visit in 0..<Int32(problem.visitCount) {
      let row = problem.visits[visit]
      var possible: Set<Int32> = []
      for slot in row.firstSlot..<row.firstSlot + row.need {
        for index in problem.slots[slot].eligibleStart..<problem.slots[slot].eligibleEnd {
          possible.insert(problem.eligible[index])
        }
      }
      for shift in possible.sorted() {
        visits.append(visit)
        shifts.append(shift)
      }
      starts.append(Int32(visits.count))
    }
    var runs = [[Int32]](repeating: [], count: problem.shiftCount)
    var positions: [Int32] = []
    for (arc, shift) in shifts.enumerated() {
      positions.append(Int32(runs[Int(shift)].count))
      runs[Int(shift)].append(Int32(arc))
    }
    var runStarts: [Int32] = [0]
    for run in runs { runStarts.append(runStarts[runStarts.count - 1] + Int32(run.count)) }
    count = visits.count
    visit = Buffer(visits)
    shift = Buffer(shifts)
    position = Buffer(positions)
    visitStart = Buffer(starts)
    ofShift = Buffer(runs.flatMap { $0 })
    shiftStart = Buffer(runStarts)
  }

  /// The arcs of a shift, in order of position.
  func arcs(ofShift shift: Int) -> [Int32] { (shiftStart[shift]..<shiftStart[shift + 1]).map { ofShift[$0] } }
}
