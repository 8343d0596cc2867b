import HomeCare
import Reports
import Rostering

/// What `samma bound` proves, as JSON and as text.
struct BoundFigures: Encodable {
  /// One figure: what no roster goes below, and what the roster has.
  struct Figure: Encodable {
    let bound: Int
    let roster: Int?
    let gap: Double?

    init(_ bound: Int, roster: Int?) {
      self.bound = bound
      self.roster = roster
      gap = roster.map { Bounds.gap(found: $0, bound: bound) }
    }
  }

  let instance: String
  let total: Figure
  let distinct: Figure
  let unassigned: Figure
  /// The `score.unassigned` up to which the bound on distinct holds.
  let unassignedAllowed: Int
  let floors: Int
  let continuityPart: Int
  let travelPart: Int
  let unassignedPart: Int
  let settled: Bool
  let seconds: Double

  init(_ instance: String, _ bounds: Bounds, floors: Int, score: Score?, seconds: Double) {
    self.instance = instance
    total = Figure(bounds.total, roster: score?.total)
    distinct = Figure(bounds.distinct, roster: score?[.distinct])
    unassigned = Figure(bounds.unassigned, roster: score?[.unassigned])
    unassignedAllowed = bounds.unassignedAllowed
    self.floors = floors
    continuityPart = bounds.continuityPart
    travelPart = bounds.travelPart
    unassignedPart = bounds.unassignedPart
    settled = bounds.isSettled
    self.seconds = seconds
  }

  /// A table of the three bounds and what they are made of.
  var text: String {
    let rows = [("total", total), ("distinct", distinct), ("unassigned", unassigned)]
    let hasRoster = total.roster != nil
    var lines = [("", "bound", hasRoster ? "roster" : "", hasRoster ? "gap" : "")]
    for (name, figure) in rows {
      lines.append(
        (name, "\(figure.bound)", figure.roster.map(String.init) ?? "", figure.gap.map { Decimal.percent($0) } ?? ""))
    }
    let table = lines.map { line in
      let cells = [line.1.leftPadded(to: 10), line.2.leftPadded(to: 10), line.3.leftPadded(to: 9)]
      let text = line.0.rightPadded(to: 10) + cells[0] + (hasRoster ? cells[1] + cells[2] : "")
      return text + "\n"
    }.joined()
    let allowed = unassignedAllowed == 0 ? "assign everything" : "leave at most \(unassignedAllowed) unassigned"
    return table + """
      The bound on distinct holds for rosters that \(allowed); the clients' floors sum up to \(floors).
      Of the total's bound, continuity makes \(continuityPart), travel \(travelPart), unassigned visits \(unassignedPart).
      \(settled ? "More time would not raise the bounds." : "The run was cut short: more time may raise the bounds.")

      """
  }
}
