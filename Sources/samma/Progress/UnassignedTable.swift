import HomeCare
import Rostering

/// The visits that a plan leaves unassigned and why, for people.
struct UnassignedTable {
  /// Visits shown in full; what a reader can take in at once.
  private static let shownVisits = 20
  /// Shifts shown for each visit.
  private static let shownShifts = 5

  private let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  /// The table, empty where every visit is assigned.
  var lines: [String] {
    let count = plan.roster.unassigned.count
    if count == 0 { return [] }
    var lines = [count == 1 ? "1 visit is unassigned:" : "\(count) visits are unassigned:"]
    for reason in plan.unassignedReasons.prefix(Self.shownVisits) {
      lines.append("  \(reason.visit)\(reason.isImpossible ? " (impossible)" : ""): \(reason.summary)")
      lines += reason.candidates.prefix(Self.shownShifts).map { candidate in
        "    shift \(candidate.shift) of \(candidate.staff): \(candidate.rule), \(candidate.detail)"
      }
      let hidden = reason.candidates.count - Self.shownShifts
      if hidden > 0 { lines.append("    and \(hidden) more shifts") }
    }
    let hidden = count - Self.shownVisits
    if hidden > 0 { lines.append("  and \(hidden) more; --json lists them all") }
    return lines
  }
}
