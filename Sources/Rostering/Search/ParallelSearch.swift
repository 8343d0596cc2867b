import Foundation
import HomeCare
import Synchronization

/// The anytime search: annealing in epochs, each on a fresh split of the staff into one group per thread.
///
/// Because continuity counts belong to (client, staff) pairs, groups of staff can be searched at the same time without
/// any approximation; a new split every epoch lets every pair of staff come together.
final class ParallelSearch {
  let problem: CompiledProblem
  let main: SearchState
  let best: SearchState
  let annealers: [Annealer]
  var runs: [Annealer.Run]
  var random: RandomSource
  var groups: Buffer<Int32>
  var bestTotal = Int.max

  init(_ problem: CompiledProblem, seed: UInt64, threads: Int) {
    self.problem = problem
    main = SearchState(problem)
    best = SearchState(problem)
    annealers = (0..<threads).map { Annealer(problem, group: Int32($0)) }
    random = RandomSource(seed: seed &* 0x2545_F491_4F6C_DD1D &+ 0x9E37)
    runs = []
    groups = Buffer(count: problem.shiftCount, repeating: 0)
    for thread in 0..<threads {
      runs.append(Annealer.Run(random: random.split(), inserter: Inserter(group: Int32(thread))))
    }
  }
  static func env(_ n: String, _ d: Double) -> Double {
    ProcessInfo.processInfo.environment[n].flatMap(Double.init) ?? d
  }

  func run(options: PlanOptions, cancellation: Cancellation, progress: (@Sendable (PlanProgress) -> Void)?) {
    let clock = ContinuousClock()
    let begin = clock.now
    func elapsed() -> Double {
      let d = (clock.now - begin).components; return Double(d.seconds) + Double(d.attoseconds) * 1e-18
    }
    let env = Self.env
    let tHigh = env("T0", 40), tLow = env("T1", 1.5)
    let mixValue = env("MIX", 1.0)
    let power = env("POW", 0.5)
    let kappa = env("KAPPA", 0.5)
    var mix = MoveMix()
    let x = Int(env("EX", 20000)), p = Int(env("PAIR", 200)), n = Int(env("NB", 300)), s = Int(env("SH", 100)),
      st = Int(env("ST", 100)), op = Int(env("OP", 100))
    mix.exchange = x; mix.pair = x + p; mix.neighbourhood = mix.pair + n; mix.shifts = mix.neighbourhood + s;
    mix.start = mix.shifts + st; mix.open = mix.start + op
    func setGuide(_ lambda: Double) {
      let w = Double(problem.weights.distinct * SearchState.scale)
      main.setGuide { count in
        if count == 0 { return 0 }
        return Int(w * ((1 - lambda) + lambda * kappa * pow(Double(count), power)))
      }
    }
    setGuide(mixValue)
    // Construct: all visits, day by day.
    var order = (0..<Int32(problem.visitCount)).sorted { problem.visits[$0].earliest < problem.visits[$1].earliest }
    order.sort { problem.visits[$0].need > problem.visits[$1].need }
    var journal = Journal()
    var evaluated = 0
    for i in 0..<problem.shiftCount { groups[i] = 0 }
    let inserter = Inserter(group: 0)
    for visit in order where !main.isAssigned(visit) {
      _ = inserter.insert(visit, in: main, groups: groups, journal: &journal, random: &random, evaluated: &evaluated)
      journal.clear()
    }
    best.assign(from: main)
    bestTotal = main.total
    progress?(
      PlanProgress(
        seconds: elapsed(), iterations: 0, evaluatedMoves: evaluated, best: best.fullScore, lowerBound: nil,
        phase: "construct"))
    let seconds = options.seconds ?? .infinity
    let iterationLimit = options.iterations ?? Int.max
    let threads = annealers.count
    var iterations = 0
    var epochMoves = 20000
    var epoch = 0
    var lastReport = 0.0
    let end0 = env("LEND", 0.0)
    while true {
      let now = elapsed()
      let fraction = max(
        seconds.isFinite ? now / seconds : 0,
        iterationLimit == Int.max ? 0 : Double(iterations) / Double(iterationLimit))
      if fraction >= 1 || cancellation.isCancelled { break }
      let temperature = tHigh * pow(tLow / tHigh, fraction) * Double(SearchState.scale)
      setGuide(mixValue + (end0 - mixValue) * fraction)
      var staffGroup = (0..<problem.staffCount).map { _ in Int32(0) }
      var perm = Array(0..<problem.staffCount)
      for i in stride(from: perm.count - 1, to: 0, by: -1) { perm.swapAt(i, random.below(i + 1)) }
      for (i, s) in perm.enumerated() { staffGroup[s] = Int32(i % threads) }
      for shift in 0..<problem.shiftCount { groups[shift] = staffGroup[Int(problem.shifts[shift].staff)] }
      for (i, a) in annealers.enumerated() {
        a.begin(from: main, groups: groups, opensToMe: epoch % threads == i)
        runs[i].temperature = temperature
      }
      let moves = epochMoves
      let t0 = elapsed()
      let work = Work(annealers: annealers, runs: runs, moves: moves, mix: mix)
      DispatchQueue.concurrentPerform(iterations: threads) { work.perform($0) }
      runs = work.runs
      let took = elapsed() - t0
      if options.iterations == nil {
        epochMoves = max(2000, min(2_000_000, Int(Double(moves) * 0.05 / max(took, 1e-4))))
      }
      iterations += moves * threads
      merge()
      epoch += 1
      if main.total < bestTotal {
        bestTotal = main.total
        best.assign(from: main)
      }
      if let progress, elapsed() - lastReport > 2 {
        lastReport = elapsed()
        progress(
          PlanProgress(
            seconds: lastReport, iterations: iterations,
            evaluatedMoves: evaluated + runs.reduce(0) { $0 + $1.evaluated }, best: main.fullScore,
            lowerBound: bestTotal, phase: "T \(temperature / 64)"))
      }
    }
    moves = evaluated + runs.reduce(0) { $0 + $1.evaluated }
    self.iterations = iterations
    if progress != nil { for r in runs { print(r.tried, r.accepted) } }
  }
  var moves = 0
  var iterations = 0

  final class Work: @unchecked Sendable {
    let annealers: [Annealer]
    let base: UnsafeMutablePointer<Annealer.Run>
    let moves: Int
    let mix: MoveMix
    init(annealers: [Annealer], runs: [Annealer.Run], moves: Int, mix: MoveMix) {
      self.annealers = annealers
      base = .allocate(capacity: runs.count)
      for (i, r) in runs.enumerated() { (base + i).initialize(to: r) }
      self.moves = moves
      self.mix = mix
    }
    deinit { base.deinitialize(count: annealers.count); base.deallocate() }
    func perform(_ i: Int) {
      var run = base[i]
      annealers[i].step(&run, moves: moves, mix: mix)
      base[i] = run
    }
    var runs: [Annealer.Run] { (0..<annealers.count).map { base[$0] } }
  }

  /// Rebuilds the main state from the groups' shifts.
  func merge() {
    if annealers.count == 1 {
      main.assign(from: annealers[0].state)
      return
    }
    main.clear()
    for shift in 0..<problem.shiftCount {
      let owner = annealers[Int(groups[shift])].state
      for position in 0..<owner.length[shift] {
        let slot = owner.stops[owner.stopIndex(Int32(shift), position + 1)].slot
        let visit = problem.slots[slot].visit
        if problem.visits[visit].choosesStart != 0 { main.chooseStart(visit, owner.low[visit]) }
        main.insert(slot, into: Int32(shift), after: position)
      }
    }
    for visit in 0..<problem.visitCount where main.isAssigned(Int32(visit)) { main.close(Int32(visit)) }
  }
}
