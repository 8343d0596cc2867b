import HomeCare
import Interchange
import Reports
import Rostering

/// What `samma bound` proves, as JSON and as text.
struct BoundFigures {
  let instance: String
  let bounds: Bounds
  /// The sum of the clients' continuity floors.
  let floors: Int
  /// The score of the roster beside the bounds, where one is given.
  let score: Score?
  let seconds: Double

  /// What no roster goes below, what the roster has, and the gap between them.
  private var rows: [(name: String, bound: Int, roster: Int?, gap: Double?)] {
    [
      ("total", bounds.total, score?.total), ("distinct", bounds.distinct, score?[.distinct]),
      ("unassigned", bounds.unassigned, score?[.unassigned]),
    ].map { name, bound, roster in (name, bound, roster, roster.map { Bounds.gap(found: $0, bound: bound) }) }
  }

  var json: JSONObject {
    let parts = rows.map { row -> JSONObject in ["bound": row.bound, "roster": row.roster, "gap": row.gap] }
    return [
      "instance": instance, "total": parts[0], "distinct": parts[1], "unassigned": parts[2],
      "unassignedAllowed": bounds.unassignedAllowed, "floors": floors, "continuityPart": bounds.continuityPart,
      "travelPart": bounds.travelPart, "jointPart": bounds.jointPart, "unassignedPart": bounds.unassignedPart,
      "certified": bounds.certificate?.bound, "settled": bounds.end == .settled, "end": bounds.end.rawValue,
      "seconds": seconds,
    ]
  }

  /// A table of the three bounds and what they are made of.
  var text: String {
    let hasRoster = score != nil
    var lines = [("", "bound", hasRoster ? "roster" : "", hasRoster ? "gap" : "")]
    for (name, bound, roster, gap) in rows {
      lines.append((name, "\(bound)", roster.map(String.init) ?? "", gap.map { Decimal.percent($0) } ?? ""))
    }
    let table = lines.map { line in
      let cells = [line.1.leftPadded(to: 10), line.2.leftPadded(to: 10), line.3.leftPadded(to: 9)]
      let text = line.0.rightPadded(to: 10) + cells[0] + (hasRoster ? cells[1] + cells[2] : "")
      return text + "\n"
    }.joined()
    let left = bounds.unassignedAllowed
    let allowed = left == 0 ? "assign everything" : "leave at most \(left) unassigned"
    return table + """
      The bound on distinct holds for rosters that \(allowed); the clients' floors sum up to \(floors).
      By themselves, continuity costs \(bounds.continuityPart), travel \(bounds.travelPart) and unassigned visits \(bounds.unassignedPart) at least; continuity and travel together \(bounds.jointPart).
      \(ending)\(certified)

      """
  }

  private var certified: String {
    bounds.certificate.map { "\nThe certificate confirms a bound of \($0.bound) on the total." } ?? ""
  }

  private var ending: String {
    switch bounds.end {
    case .timeUp: "The time was up: more may raise the bounds."
    case .stalled: "The bounds had stopped rising: more time would hardly raise them."
    case .settled: "More time would not raise the bounds."
    }
  }
}
