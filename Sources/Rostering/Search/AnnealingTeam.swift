import Dispatch

/// Several annealers that work at the same time, each on the shifts of its own group of staff.
///
/// Continuity counts belong to (client, staff) pairs and routes to staff, so disjoint groups of staff can be searched
/// side by side without approximation. Every epoch splits the staff afresh, so every two of them come together.
final class AnnealingTeam {
  private let problem: CompiledProblem
  private let annealers: [Annealer]
  private let runs: UnsafeMutablePointer<Annealer.Run>
  private let groups: Buffer<Int32>
  private var random: RandomSource
  private var epoch = 0

  init(_ problem: CompiledProblem, threads: Int, random: inout RandomSource) {
    self.problem = problem
    annealers = (0..<threads).map { Annealer(problem, group: Int32($0)) }
    runs = .allocate(capacity: threads)
    for thread in 0..<threads {
      (runs + thread).initialize(to: Annealer.Run(random: random.split(), inserter: Inserter(group: Int32(thread))))
    }
    groups = Buffer(count: problem.shiftCount, repeating: 0)
    self.random = random.split()
  }

  deinit {
    runs.deinitialize(count: annealers.count)
    runs.deallocate()
  }

  /// Moves evaluated by all annealers so far.
  var evaluated: Int { (0..<annealers.count).reduce(0) { $0 + runs[$1].evaluated } }

  /// Anneals a roster for a number of moves per thread at one temperature.
  func anneal(
    _ state: SearchState, temperature: Double, moves: Int, mix: MoveMix, until cancellation: Cancellation
  ) {
    split()
    for (index, annealer) in annealers.enumerated() {
      annealer.begin(from: state, groups: groups, opensToMe: epoch % annealers.count == index)
      runs[index].temperature = temperature * Double(SearchState.scale)
    }
    epoch += 1
    if annealers.count == 1 {
      annealers[0].step(&runs[0], moves: moves, mix: mix, until: cancellation)
      state.assign(from: annealers[0].state)
      return
    }
    let work = Work(annealers: annealers, runs: runs, moves: moves, mix: mix, cancellation: cancellation)
    DispatchQueue.concurrentPerform(iterations: annealers.count) { work.perform($0) }
    merge(into: state)
  }

  /// Deals the staff out at random, equally many to each annealer.
  private func split() {
    var order = (0..<problem.staffCount).map { $0 }
    for index in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(index, random.below(index + 1)) }
    var groupOfStaff = [Int32](repeating: 0, count: problem.staffCount)
    for (index, staff) in order.enumerated() { groupOfStaff[staff] = Int32(index % annealers.count) }
    for shift in 0..<problem.shiftCount { groups[shift] = groupOfStaff[Int(problem.shifts[shift].staff)] }
  }

  /// Puts the groups' shifts together again.
  private func merge(into state: SearchState) {
    state.clear()
    for shift in 0..<problem.shiftCount {
      let owner = annealers[Int(groups[shift])].state
      for position in 0..<owner.length[shift] {
        let slot = owner.stops[owner.stopIndex(Int32(shift), position + 1)].slot
        let visit = problem.slots[slot].visit
        if problem.visits[visit].choosesStart != 0 { state.chooseStart(visit, owner.low[visit]) }
        state.insert(slot, into: Int32(shift), after: position)
      }
    }
    for visit in 0..<problem.visitCount where state.isAssigned(Int32(visit)) { state.close(Int32(visit)) }
  }

  /// What the threads share: each touches its own annealer and run only.
  private struct Work: @unchecked Sendable {
    let annealers: [Annealer]
    let runs: UnsafeMutablePointer<Annealer.Run>
    let moves: Int
    let mix: MoveMix
    let cancellation: Cancellation

    func perform(_ index: Int) { annealers[index].step(&runs[index], moves: moves, mix: mix, until: cancellation) }
  }
}
