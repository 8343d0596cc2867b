import HomeCare

/// A roster under change: routes with their timing, who has met whom, and the score's parts kept up to date.
///
/// All of it lives in flat buffers. Nothing here decides anything; moves evaluate and apply through it.
final class SearchState {
  /// Fixed-point factor of guide costs, so that a fraction of a face can be told apart.
  static let scale = 64
  /// Face counts start here where history already counts the face: it costs nothing to meet the person again.
  static let countedByHistory: UInt16 = 0x4000

  let problem: CompiledProblem
  /// What the score's parts cost the guide, scaled: as they cost the score, but for `pullToContacts`.
  private(set) var costs: CostModel

  /// Stops of each shift in a stretch of `stride`: base, visits, base; one more stretch behind them is scratch.
  let stops: Buffer<Stop>
  let stride: Int
  /// Number of visits in each shift.
  let length: Table<ShiftRow, Int32>
  /// Where each slot is served; no shift while unassigned.
  let slotShift: Table<SlotRow, ShiftRow>
  let slotPosition: Table<SlotRow, Int32>
  /// The window each visit is held to now: its own, a part of one of its windows, or one minute where its start has been
  /// chosen.
  let earliestStart: Table<VisitRow, Minutes>
  let latestStart: Table<VisitRow, Minutes>
  /// The most minutes by which a start in that window lies beside the tolerated time of the visit's series.
  let deviation: Table<VisitRow, Minutes>
  /// The usual time of each series now, in minutes from midnight.
  let usual: Table<SeriesRow, Minutes>
  /// The continuity period each visit counts in now.
  let period: Table<VisitRow, Int32>
  /// Service and travel minutes of each staff member.
  let load: Table<StaffRow, Minutes>
  /// Minutes with clients of each staff member; kept only where balance is weighed.
  let served: Table<StaffRow, Minutes>
  /// Visits per (client, staff) pair, and counted visits per (period, client, staff).
  let met: Table<PairRow, UInt16>
  let countedMeetings: Buffer<UInt16>
  /// Distinct staff per (period, client), history included.
  let distinct: Table<ClientTerm, Int32>
  /// Staff each client meets now: a list of up to staffCount per client.
  let known: Buffer<StaffRow>
  let knownCount: Table<ClientRow, Int32>
  let knownPosition: Table<PairRow, Int32>
  /// Visits unassigned now, in no particular order.
  let open: Buffer<VisitRow>
  let openPosition: Table<VisitRow, Int32>
  /// What the search is guided by for each further meeting of a pair: G(n+1) − G(n), scaled; the last entry is 0.
  let gain: Buffer<Int>
  private let scalars: UnsafeMutablePointer<Scalars>
  /// Room in which `findOpenings` tells what it has found.
  let openings: Buffer<Opening>

  /// The score's parts and the guide's value.
  struct Scalars: BitwiseCopyable {
    var unassigned = 0
    var distinct = 0
    var overTarget = 0
    var newFace = 0
    var notContact = 0
    var notPreferred = 0
    var travel = 0
    var poolShifts = 0
    var poolMinutes = 0
    /// Σ of the deviations of all visits: at least as much as the part `unsteadyMinutes` in the end.
    var unsteady = 0
    var imbalance = 0
    /// Σ of G over counted pairs, scaled.
    var meetingGuide = 0
    var openCount = 0
  }

  init(_ problem: CompiledProblem) {
    self.problem = problem
    costs = problem.costs.scaled(by: Self.scale)
    stride = problem.maxStops + 3
    stops = Buffer(
      count: stride * (problem.shiftCount + 1),
      repeating: Stop(slot: .none, location: .none, endBefore: 0, endAfter: 0, latestBefore: 0, latestAfter: 0))
    length = Table(count: problem.shiftCount, repeating: 0)
    slotShift = Table(count: problem.slotCount, repeating: .none)
    slotPosition = Table(count: problem.slotCount, repeating: -1)
    earliestStart = Table(count: problem.visitCount, repeating: 0)
    latestStart = Table(count: problem.visitCount, repeating: 0)
    deviation = Table(count: problem.visitCount, repeating: 0)
    usual = Table(count: problem.series.count, repeating: 0)
    openings = Buffer(
      count: problem.maxOpenings + 1, repeating: Opening(earliest: 0, latest: 0, bandEarliest: 0, bandLatest: 0))
    period = Table(count: problem.visitCount, repeating: 0)
    load = Table(count: problem.staffCount, repeating: 0)
    served = Table(count: problem.staffCount, repeating: 0)
    let pairs = problem.staffCount * problem.clientCount
    met = Table(count: pairs, repeating: 0)
    countedMeetings = Buffer(count: pairs * problem.periodCount, repeating: 0)
    distinct = Table(count: problem.periodCount * problem.clientCount, repeating: 0)
    known = Buffer(count: pairs, repeating: .none)
    knownCount = Table(count: problem.clientCount, repeating: 0)
    knownPosition = Table(count: pairs, repeating: -1)
    open = Buffer(count: problem.visitCount, repeating: .none)
    openPosition = Table(count: problem.visitCount, repeating: -1)
    gain = Buffer(count: 4096, repeating: 0)
    scalars = .allocate(capacity: 1)
    scalars.initialize(to: Scalars())
    clear()
  }

  deinit { scalars.deallocate() }

  @inline(__always) var score: Scalars {
    get { scalars.pointee }
    set { scalars.pointee = newValue }
  }

  /// Leaves every visit unassigned.
  func clear() {
    score = Scalars()
    for shift in problem.shiftRows {
      length[shift] = 0
      retime(shift)
    }
    for slot in problem.slotRows { slotShift[slot] = .none }
    for visit in problem.visitRows { deviation[visit] = 0 }
    for series in problem.seriesRows { usual[series] = problem.series[series].usual }
    for staff in problem.staffRows {
      load[staff] = 0
      served[staff] = 0
    }
    for client in problem.clientRows { knownCount[client] = 0 }
    for term in problem.terms { distinct[term] = 0 }
    for pair in problem.pairs {
      met[pair] = 0
      knownPosition[pair] = -1
      for period in 0..<Int32(problem.periodCount) { countedMeetings[countedIndex(pair, period: period)] = 0 }
      if problem.pairFlags[pair].contains(.alreadyCounted) {
        // The one period there is.
        countedMeetings[countedIndex(pair, period: 0)] = Self.countedByHistory
        distinct[problem.term(of: problem.client(of: pair), in: 0)] += 1
        addKnown(pair)
      }
    }
    for term in problem.terms {
      score.distinct += Int(distinct[term])
      score.overTarget += CostModel.above(distinct[term], problem.clients[problem.client(of: term)].target)
    }
    for visit in problem.visitRows {
      releaseStart(visit)
      openPosition[visit] = visit.number
      open[visit.index] = visit
      score.unassigned += CostModel.left(problem.visits[visit])
    }
    score.openCount = problem.visitCount
  }

  /// Sets the guide's cost of the n-th meeting of a pair and recomputes what depends on it.
  ///
  /// - Parameter cost: scaled cost of a pair that meets n times; 0 at n = 0.
  func setGuide(_ cost: (Int) -> Int) {
    for n in 0..<gain.count - 1 { gain[n] = cost(n + 1) - cost(n) }
    gain[gain.count - 1] = 0
    var total = 0
    for index in 0..<countedMeetings.count {
      let count = Int(countedMeetings[index])
      if count > 0 && count < Int(Self.countedByHistory) {
        for n in 0..<count { total += gain[min(n, gain.count - 1)] }
      }
    }
    score.meetingGuide = total
  }

  /// Sets how many times its weight a visit without its contact costs the guide.
  func pullToContacts(_ factor: Double) {
    costs.notContact = Int(Double(problem.costs.notContact * Self.scale) * factor)
  }

  /// Takes over all that another state of the same problem holds.
  func assign(from other: SearchState) {
    stops.assign(from: other.stops)
    length.assign(from: other.length)
    slotShift.assign(from: other.slotShift)
    slotPosition.assign(from: other.slotPosition)
    earliestStart.assign(from: other.earliestStart)
    latestStart.assign(from: other.latestStart)
    deviation.assign(from: other.deviation)
    usual.assign(from: other.usual)
    period.assign(from: other.period)
    load.assign(from: other.load)
    served.assign(from: other.served)
    met.assign(from: other.met)
    countedMeetings.assign(from: other.countedMeetings)
    distinct.assign(from: other.distinct)
    known.assign(from: other.known)
    knownCount.assign(from: other.knownCount)
    knownPosition.assign(from: other.knownPosition)
    open.assign(from: other.open)
    openPosition.assign(from: other.openPosition)
    gain.assign(from: other.gain)
    costs = other.costs
    score = other.score
  }

  /// The score as files state it, but that `unsteadyMinutes` may still be less once starts are settled.
  var fullScore: Score {
    var result = Score(format: problem.instance.format)
    let parts = score
    result[.unassigned] = parts.unassigned
    result[.distinct] = parts.distinct
    result[.overTarget] = parts.overTarget
    result[.newFace] = parts.newFace
    result[.notContact] = parts.notContact
    result[.notPreferred] = parts.notPreferred
    result[.travel] = parts.travel
    result[.poolShifts] = parts.poolShifts
    result[.poolMinutes] = parts.poolMinutes
    result[.unsteadyMinutes] = parts.unsteady
    result[.imbalance] = parts.imbalance
    // What the state keeps of a part that the format lacks, or that is counted only where weighed, is nobody's.
    for part in ScorePart.allCases
    where part.format > result.format || part.isOptional && problem.weights[part] == 0 { result[part] = 0 }
    result.total = result.total(under: problem.weights)
    return result
  }

  /// The true total.
  @inline(__always) var total: Int { problem.costs.total(of: score) }

  /// What the search minimises, scaled: the total with G in place of the distinct count, and contacts pulled to.
  @inline(__always) var guide: Int {
    let parts = score
    return costs.total(of: parts) - costs.distinct * parts.distinct + parts.meetingGuide
  }

  @inline(__always) func isAssigned(_ visit: VisitRow) -> Bool { slotShift[problem.visits[visit].firstSlot].exists }

  /// Where the staff whom a client meets now stand.
  @inline(__always) func knownPlaces(_ client: ClientRow) -> Range<Int> {
    let first = client.index * problem.staffCount
    return first..<first + Int(knownCount[client])
  }

  @inline(__always) func stopIndex(_ shift: ShiftRow, _ position: Int32) -> Int { shift.index * stride + Int(position) }
  @inline(__always) func staff(of slot: SlotRow) -> StaffRow { problem.shifts[slotShift[slot]].staff }
  @inline(__always) func countedIndex(_ pair: PairRow, period: Int32) -> Int {
    Int(period) * problem.staffCount * problem.clientCount + pair.index
  }
}

extension CostModel {
  /// The weighted sum of a roster's parts.
  @inline(__always)
  func total(of parts: SearchState.Scalars) -> Int {
    unassigned * parts.unassigned + distinct * parts.distinct + overTarget * parts.overTarget
      + newFace * parts.newFace + notContact * parts.notContact + notPreferred * parts.notPreferred
      + travel * parts.travel + poolShift * parts.poolShifts + poolMinute * parts.poolMinutes
      + unsteady * parts.unsteady + imbalance * parts.imbalance
  }
}
