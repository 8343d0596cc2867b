import HomeCare
import Rostering

extension Plan {
  /// Visits shown in full; what a reader can take in at once.
  private static let shownVisits = 20

  /// The visits that the plan leaves unassigned and why, for people; nothing where every visit is assigned.
  var unassignedLines: [String] {
    let count = roster.unassigned.count
    if count == 0 { return [] }
    var lines = [count == 1 ? "1 visit is unassigned:" : "\(count) visits are unassigned:"]
    for reason in unassignedReasons.prefix(Self.shownVisits) {
      lines.append("  \(reason.visit)\(reason.isImpossible ? " (impossible)" : ""): \(reason.summary)")
      let shown = examples(reason.candidates)
      lines += shown.map { "    shift \($0.shift) of \($0.staff): \($0.obstacle.cause), \($0.obstacle.detail)" }
      let hidden = reason.candidates.count - shown.count
      if hidden > 0 { lines.append("    and \(hidden) more \(hidden == 1 ? "shift" : "shifts")") }
    }
    let hidden = count - Self.shownVisits
    if hidden > 0 { lines.append("  and \(hidden) more; --json lists them all") }
    return lines
  }

  /// The first shift that each rule blocks: a hundred shifts that lack the same skill say no more than one.
  private func examples(_ candidates: [UnassignedReason.Blocked]) -> [UnassignedReason.Blocked] {
    var rules: Set<String> = []
    return candidates.filter { rules.insert($0.obstacle.cause).inserted }
  }
}
