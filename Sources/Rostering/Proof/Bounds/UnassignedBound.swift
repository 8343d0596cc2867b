/// What no roster can assign: visits that nobody can serve, and visits that rule each other out.
///
/// Two visits rule each other out where their link cannot be kept, where both are the same client's, must not overlap and
/// cannot but, or where both need the same staff member at times that do not go together. Of such a pair one is left out; costs are shared out among the pairs so that no visit's is counted
/// twice, which bounds `score.unassigned`.
struct UnassignedBound {
  /// Lower bound on `score.unassigned` of any valid roster.
  let value: Int
  /// Visits that can be served and are in no such pair. A roster whose `unassigned` equals the bound serves them all.
  let assured: RowArray<VisitRow, Bool>
  /// What the bound is made of.
  let exclusions: [Exclusion]

  /// A visit that nobody can serve, or two of which no roster assigns both.
  struct Exclusion {
    var visit: VisitRow
    /// The other of two.
    var other: VisitRow?
    /// Its part of the bound.
    var left: Int
  }

  init(_ problem: CompiledProblem, arcs: BoundArcs, travel: TravelFloor) {
    let finder = FloorFinder(problem)
    let visits = problem.visitRows
    let ranges = RowArray<VisitRow, [Range]>(
      visits.map { Self.starts(of: $0, problem: problem, arcs: arcs, travel: travel) })
    let candidates = RowArray<VisitRow, FloorFinder.Candidates?>(
      visits.map { visit in
        guard let found = finder.candidatesAlone(for: visit),
          Self.canMeet(Int(problem.visits[visit].need), ranges[visit])
        else { return nil }
        return found
      })
    func cost(_ visit: VisitRow) -> Int { CostModel.left(problem.visits[visit]) }
    var total = 0
    var left = RowArray<VisitRow, Int>(visits.map { candidates[$0] == nil ? 0 : cost($0) })
    var isAssured = RowArray<VisitRow, Bool>(candidates.elements.map { $0 != nil })
    var exclusions: [Exclusion] = []
    for visit in visits where candidates[visit] == nil {
      total += cost(visit)
      exclusions.append(Exclusion(visit: visit, left: cost(visit)))
    }

    func ruleOut(_ first: VisitRow, _ second: VisitRow) {
      let share = min(left[first], left[second])
      total += share
      exclusions.append(Exclusion(visit: first, other: second, left: share))
      left[first] -= share
      left[second] -= share
      isAssured[first] = false
      isAssured[second] = false
    }
    for first in visits {
      for index in problem.links.indices(of: first) {
        let link = problem.links[index]
        guard link.other > first, let own = candidates[first], let theirs = candidates[link.other] else {
          continue
        }
        let canKeep = Self.canKeep(
          link, (own, ranges[first]), (theirs, ranges[link.other]),
          needs: (Int(problem.visits[first].need), Int(problem.visits[link.other].need)))
        if !canKeep { ruleOut(first, link.other) }
      }
      for second in problem.partners.indices(of: first).map({ problem.partners[$0] })
      where second > first && candidates[first] != nil && candidates[second] != nil {
        if problem.alwaysOverlap(first, second) { ruleOut(first, second) }
      }
    }
    // Overtime can make two shifts of one staff member meet; each is a route of its own.
    func mayOverlap(_ one: ShiftRow, _ other: ShiftRow) -> Bool {
      let (a, b) = (problem.shifts[one], problem.shifts[other])
      return one != other && a.start < b.end && b.start < a.end
    }
    // Visits that cannot do without a staff member, against each other.
    var bound = RowArray<StaffRow, [VisitRow]>(count: problem.staffCount, repeating: [])
    for visit in visits {
      guard let found = candidates[visit] else { continue }
      let isForced = found.all.count == Int(problem.visits[visit].need)
      for staff in isForced ? found.all : found.pinned { bound[staff].append(visit) }
    }
    for staff in problem.staffRows {
      let sorted = bound[staff].sorted { (problem.starts(of: $0).earliest, $0) < (problem.starts(of: $1).earliest, $1) }
      for (index, first) in sorted.enumerated() {
        for second in sorted[(index + 1)...] {
          let (a, b) = (problem.visits[first], problem.visits[second])
          if problem.starts(of: second).earliest > problem.starts(of: first).latest + a.minutes + 1440 { break }
          let there = travel.minutes(a.location, b.location)
          let backwards = travel.minutes(b.location, a.location)
          let goes = ranges[first].contains { one in
            one.staff == staff
              && ranges[second].contains { other in
                other.staff == one.staff
                  && (mayOverlap(one.shift, other.shift)
                    || one.starts.lowerBound + a.minutes + (one.shift == other.shift ? there : 0)
                      <= other.starts.upperBound
                    || other.starts.lowerBound + b.minutes + (one.shift == other.shift ? backwards : 0)
                      <= one.starts.upperBound)
              }
          }
          if !goes { ruleOut(first, second) }
        }
      }
    }
    value = total
    assured = isAssured
    self.exclusions = exclusions
  }

  /// When each staff member could start a visit, by shift and window.
  private typealias Range = (staff: StaffRow, shift: ShiftRow, starts: ClosedRange<Minutes>)

  private static func starts(
    of visit: VisitRow, problem: CompiledProblem, arcs: BoundArcs, travel: TravelFloor
  ) -> [Range] {
    let row = problem.visits[visit]
    return arcs.arcs(of: visit).flatMap { arc in
      let number = arcs.shift[arc]
      let shift = problem.shifts[number]
      return problem.windows.indices(of: visit).compactMap { index in
        let window = problem.windows[index]
        let first = max(window.earliest, shift.start + travel.minutes(shift.base, row.location))
        let last = min(window.latest, shift.end - row.minutes - travel.minutes(row.location, shift.base))
        return first <= last ? (shift.staff, number, first...last) : nil
      }
    }
  }

  /// Whether so many staff could ever start together.
  private static func canMeet(_ need: Int, _ ranges: [Range]) -> Bool {
    if need == 1 { return !ranges.isEmpty }
    return ranges.contains { range in
      Set(ranges.filter { $0.starts.contains(range.starts.lowerBound) }.map(\.staff)).count >= need
    }
  }

  private static func canKeep(
    _ link: CompiledLink, _ first: (FloorFinder.Candidates, [Range]), _ second: (FloorFinder.Candidates, [Range]),
    needs: (Int, Int)
  ) -> Bool {
    func fits(_ one: Range, _ other: Range) -> Bool {
      other.starts.upperBound - one.starts.lowerBound >= link.minGap
        && other.starts.lowerBound - one.starts.upperBound <= link.maxGap
    }
    guard first.1.contains(where: { one in second.1.contains { fits(one, $0) } }) else { return false }
    let (own, theirs) = (Set(first.0.all), Set(second.0.all))
    switch link.staffRule {
    case .same:
      guard needs.0 == needs.1 else { return false }
      let both = own.intersection(theirs).filter { staff in
        first.1.contains { one in
          one.staff == staff && second.1.contains { $0.staff == staff && fits(one, $0) }
        }
      }
      return both.count >= needs.0 && Set(first.0.pinned + second.0.pinned).isSubset(of: both)
    case .different:
      return own.union(theirs).count >= needs.0 + needs.1
        && Set(first.0.pinned).isDisjoint(with: second.0.pinned)
    case .any: return true
    }
  }
}
