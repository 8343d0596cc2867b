/// Routes with the links between them, as least distances between the starts of their timed stops.
///
/// Such a system has a solution exactly if no cycle of distances is longer than nothing (the longest-path form of
/// Bellman and Ford's method); its earliest solution is made of whole minutes, and a cycle names the few facts that
/// cannot stand together.
struct TimedRoutes {
  /// What a route implies for the starts of its stops.
  enum Fact: Hashable {
    case present(visit: VisitRow)
    /// The visit starts in the part of its windows that the task is.
    case measured(visit: VisitRow, task: Int32)
    case notBefore(visit: VisitRow, minute: Minutes)
    case notAfter(visit: VisitRow, minute: Minutes)
    case apart(first: VisitRow, second: VisitRow, least: Minutes)

    /// Whether a route with these timed stops implies the fact.
    func isImplied(by chain: ArraySlice<TimedStop>) -> Bool {
      switch self {
      case .present(let visit): return chain.contains { $0.visit == visit }
      case .measured(_, let task): return chain.contains { $0.task == task }
      case .notBefore(let visit, let minute): return chain.contains { $0.visit == visit && $0.earliest >= minute }
      case .notAfter(let visit, let minute): return chain.contains { $0.visit == visit && $0.latest <= minute }
      case .apart(let first, let second, let least):
        guard let from = chain.firstIndex(where: { $0.visit == first }),
          let to = chain.firstIndex(where: { $0.visit == second })
        else { return false }
        if chain[to].earliest - chain[from].latest >= least { return true }
        return from < to && chain[from..<to].reduce(0) { $0 + $1.toNext } >= least
      }
    }

    /// The visits that the fact speaks of.
    var visits: [VisitRow] {
      switch self {
      case .present(let visit), .measured(let visit, _), .notBefore(let visit, _), .notAfter(let visit, _): [visit]
      case .apart(let first, let second, _): [first, second]
      }
    }
  }

  /// Facts that cannot all hold, with the shift whose route implies each.
  typealias Conflict = [(shift: ShiftRow, fact: Fact)]

  /// A least distance between two starts, and what it comes of; no fact where it holds wherever both visits are served.
  struct Distance {
    var from: Int
    var to: Int
    var least: Minutes
    var shift: ShiftRow
    var fact: Fact?
  }

  let visits: [VisitRow]
  let chosen: [(shift: ShiftRow, chain: [TimedStop])]
  private(set) var distances: [Distance] = []

  /// - Parameter orders: visits of one client that are to be over before another one starts.
  init(chains: [(shift: ShiftRow, chain: [TimedStop])], links: TimedLinks, orders: [TimedLinks.Gap] = []) {
    chosen = chains
    visits = Array(Set(chains.flatMap { $0.chain.map(\.visit) })).sorted()
    var node: [VisitRow: Int] = [:]
    // Node 0 is minute 0.
    for (index, visit) in visits.enumerated() { node[visit] = index + 1 }
    for (shift, chain) in chains {
      for (index, stop) in chain.enumerated() {
        guard let here = node[stop.visit] else { continue }
        distances.append(
          Distance(
            from: 0, to: here, least: stop.earliest, shift: shift,
            fact: .notBefore(visit: stop.visit, minute: stop.earliest)))
        distances.append(
          Distance(
            from: here, to: 0, least: -stop.latest, shift: shift,
            fact: .notAfter(visit: stop.visit, minute: stop.latest)))
        guard index + 1 < chain.count, let next = node[chain[index + 1].visit] else { continue }
        distances.append(
          Distance(
            from: here, to: next, least: stop.toNext, shift: shift,
            fact: .apart(first: stop.visit, second: chain[index + 1].visit, least: stop.toNext)))
      }
    }
    for gap in links.gaps(among: visits) + orders {
      guard let first = node[gap.first], let second = node[gap.second] else { continue }
      distances.append(Distance(from: first, to: second, least: gap.least, shift: .none, fact: nil))
    }
  }

  /// The earliest start of every timed visit; `nil` where the routes do not fit together.
  func starts() -> [VisitRow: Minutes]? {
    guard case .starts(let starts) = solve() else { return nil }
    return starts
  }

  /// The earliest start of every timed visit, or the facts that keep the routes from fitting together.
  enum Solution {
    case starts([VisitRow: Minutes])
    case conflict(Conflict)
  }

  /// Looks for starts that fit.
  func solve() -> Solution {
    let count = visits.count + 1
    // No start is earlier than the earliest, which an exception may have moved before the first midnight.
    let floor = min(0, chosen.flatMap(\.chain).map(\.earliest).min() ?? 0)
    var time = [Int64](repeating: Int64(floor), count: count)
    time[0] = 0
    var cause = [Int](repeating: -1, count: count)
    var changed = -1
    for _ in 0...count {
      changed = -1
      for (index, distance) in distances.enumerated() {
        let reached = time[distance.from] + Int64(distance.least)
        if reached > time[distance.to] {
          time[distance.to] = reached
          cause[distance.to] = index
          changed = distance.to
        }
      }
      if changed < 0 { break }
    }
    if changed < 0 { return .starts(starts(at: time)) }
    // Still changing after as many rounds as nodes: going back along the causes leads into a cycle.
    var node = changed
    for _ in 0..<count { node = distances[cause[node]].from }
    var cycle: [Distance] = []
    var at = node
    repeat {
      cycle.append(distances[cause[at]])
      at = distances[cause[at]].from
    } while at != node
    return .conflict(conflict(of: cycle))
  }

  /// Times of the nodes as starts of their visits.
  func starts(at times: [some BinaryInteger]) -> [VisitRow: Minutes] {
    Dictionary(uniqueKeysWithValues: visits.enumerated().map { ($1, Minutes(clamping: times[$0 + 1])) })
  }

  /// The facts of a cycle, each as weak as still conflicts, and the presence of visits only links speak of.
  private func conflict(of cycle: [Distance]) -> Conflict {
    var spare = cycle.reduce(Int64(0)) { $0 + Int64($1.least) } - 1
    var conflict: Conflict = []
    var spokenOf: Set<VisitRow> = []
    for distance in cycle {
      guard var fact = distance.fact else { continue }
      spokenOf.formUnion(fact.visits)
      // One fact may give up all that the cycle is too long by, less a minute.
      let slack = Minutes(clamping: spare)
      switch fact {
      case .present, .measured: break
      case .notBefore(let visit, let minute): fact = .notBefore(visit: visit, minute: minute - slack)
      case .notAfter(let visit, let minute): fact = .notAfter(visit: visit, minute: minute + slack)
      case .apart(let first, let second, let least):
        fact = .apart(first: first, second: second, least: least - slack)
      }
      spare = 0
      conflict.append((distance.shift, fact))
    }
    let linked = cycle.filter { $0.fact == nil }.flatMap { [$0.from, $0.to] }.filter { $0 > 0 }.map { visits[$0 - 1] }
    return conflict + presence(of: linked.filter { spokenOf.insert($0).inserted })
  }
}
