import Reports

extension Comparison {
  /// The comparison as one HTML page that needs no network and runs no script.
  public var html: String {
    let profiles = solvers.count > 1 ? budgets.compactMap { profile(within: $0)?.figure } : []
    let instances = Self.firsts(results.map(\.instance))
    let single = instances.count > 1 ? instances.compactMap { scoreOverTime(instance: $0)?.figure } : []
    let count = "\(runs.count) runs, \(runs.count { !$0.isSuccess }) failed; \(instances.count) instances, "
    let sections = [
      HTMLPage.section(
        "Over all instances", "\(overallTable.html)\(scoreOverTime()?.figure ?? "")\(profiles.joined())"),
      HTMLPage.section("By instance", "\(resultTable.html)\(timeTable.html)\(single.joined())"),
      HTMLPage.section(
        "Tests and configurations", (testTables + [configurationTable]).map(\.html).joined() + failures),
    ]
    return HTMLPage("Comparison of solvers", .english, style: " body { max-width: 64rem; }").text(
      lead: HTMLText.escaped(count + "\(solvers.count) solvers"), sections.joined())
  }

  private var failures: String {
    let failed = runs.filter { !$0.isSuccess }
    if failed.isEmpty { return "" }
    var table = ReportTable(
      "Failed runs", [("instance", false), ("seconds", true), ("solver", false), ("seed", true), ("reason", false)])
    for run in failed {
      table.append([
        .text(run.run.instance), .text(run.run.seconds.shortest), .text(run.run.label), .text("\(run.run.seed)"),
        .text(run.failure ?? "no score"),
      ])
    }
    return table.html
  }
}
