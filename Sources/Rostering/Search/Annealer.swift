import Foundation

/// Simulated annealing over one part of the roster: the shifts of one group of staff.
///
/// The rest of the roster stands still, so several annealers can work on disjoint groups at the same time, each on a
/// state of its own (S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, "Optimization by simulated annealing", Science 220, 1983).
final class Annealer {
  let problem: CompiledProblem
  let state: SearchState
  /// The group of each shift.
  let groups: Buffer<Int32>
  let group: Int32
  /// Slots whose visit lies wholly in this group's shifts, or that are open and this annealer's to assign.
  let slots: Buffer<Int32>
  let slotTotal: UnsafeMutablePointer<Int>
  /// 1 for visits this annealer may touch.
  let isMine: Buffer<UInt8>
  /// Visits of this annealer whose start is a decision.
  let choosing: Buffer<Int32>
  let choosingTotal: UnsafeMutablePointer<Int>
  let visitsOfClient: Buffer<Int32>
  let visitsOfClientStart: Buffer<Int32>

  init(_ problem: CompiledProblem, group: Int32) {
    self.problem = problem
    self.group = group
    state = SearchState(problem)
    groups = Buffer(count: problem.shiftCount, repeating: 0)
    slots = Buffer(count: problem.slotCount, repeating: 0)
    slotTotal = .allocate(capacity: 1)
    slotTotal.initialize(to: 0)
    isMine = Buffer(count: problem.visitCount, repeating: 0)
    choosing = Buffer(count: problem.visitCount, repeating: 0)
    choosingTotal = .allocate(capacity: 1)
    choosingTotal.initialize(to: 0)
    var runs = [[Int32]](repeating: [], count: problem.clientCount)
    for visit in 0..<problem.visitCount { runs[Int(problem.visits[visit].client)].append(Int32(visit)) }
    var starts: [Int32] = [0]
    for run in runs { starts.append(starts[starts.count - 1] + Int32(run.count)) }
    visitsOfClient = Buffer(runs.flatMap { $0 })
    visitsOfClientStart = Buffer(starts)
  }

  deinit {
    slotTotal.deallocate()
    choosingTotal.deallocate()
  }

  /// What changes from one move to the next.
  struct Run {
    var random: RandomSource
    var temperature = 1.0
    var evaluated = 0
    var journal = Journal()
    var inserter: Inserter
    var removed: [Int32] = []

    /// The largest guide increase accepted now, scaled: −T ln u.
    @inline(__always) mutating func threshold() -> Int {
      Int(temperature * Double(NegativeLogarithm.table[Int(random.next() >> 52)]))
    }
  }

  /// Takes over a roster and the group of every shift, and works out what may be touched.
  ///
  /// - Parameter opensToMe: whether open visits are this annealer's to assign.
  func begin(from other: SearchState, groups shiftGroups: borrowing Buffer<Int32>, opensToMe: Bool) {
    state.assign(from: other)
    groups.assign(from: shiftGroups)
    var total = 0
    for visit in 0..<problem.visitCount {
      let row = problem.visits[visit]
      var mine = true
      if state.isAssigned(Int32(visit)) {
        for slot in row.firstSlot..<row.firstSlot + row.need where groups[state.slotShift[slot]] != group {
          mine = false
        }
      } else {
        mine = opensToMe
      }
      isMine[visit] = mine ? 1 : 0
    }
    for visit in 0..<problem.visitCount where isMine[visit] != 0 {
      // A link binds two visits: both or none may be touched here.
      for index in Int(problem.linkStart[visit])..<Int(problem.linkStart[visit + 1])
      where isMine[problem.links[index].other] == 0 { isMine[visit] = 0 }
    }
    for visit in 0..<problem.visitCount where isMine[visit] != 0 {
      for index in Int(problem.linkStart[visit])..<Int(problem.linkStart[visit + 1])
      where isMine[problem.links[index].other] == 0 { isMine[visit] = 0 }
    }
    var choosingCount = 0
    for visit in 0..<problem.visitCount where isMine[visit] != 0 {
      let row = problem.visits[visit]
      for slot in row.firstSlot..<row.firstSlot + row.need {
        slots[total] = slot
        total += 1
      }
      if row.choosesStart != 0 {
        choosing[choosingCount] = Int32(visit)
        choosingCount += 1
      }
    }
    slotTotal.pointee = total
    choosingTotal.pointee = choosingCount
  }
}

/// −ln of 4096 evenly spread numbers in (0, 1): the random part of the Metropolis test without a logarithm a move.
enum NegativeLogarithm {
  static let table: [Float] = (0..<4096).map { Float(-log((Double($0) + 0.5) / 4096)) }
}
