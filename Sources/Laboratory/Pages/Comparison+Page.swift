import Reports

extension Comparison {
  /// The comparison as one HTML page that needs no network and runs no script.
  public var html: String {
    let profiles = solvers.count > 1 ? budgets.compactMap { profile(within: $0)?.figure } : []
    let instances = Self.firsts(results.map(\.instance))
    let single = instances.count > 1 ? instances.compactMap { scoreOverTime(instance: $0)?.figure } : []
    let count = "\(runs.count) runs, \(runs.count { !$0.isSuccess }) failed; \(instances.count) instances, "
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="icon" href="data:,">
      <title>Comparison of solvers</title>
      <style>\(PageStyle.css) body { max-width: 64rem; }</style></head><body>
      <h1>Comparison of solvers</h1>
      <p class="lead">\(HTMLText.escaped(count + "\(solvers.count) solvers"))</p>
      <section><h2>Over all instances</h2>
      \(overallTable.html)\(scoreOverTime()?.figure ?? "")\(profiles.joined())</section>
      <section><h2>By instance</h2>
      \(resultTable.html)\(timeTable.html)\(single.joined())</section>
      <section><h2>Tests and configurations</h2>
      \((testTables + [configurationTable]).map(\.html).joined())\(failures)</section>
      </body></html>

      """
  }

  private var failures: String {
    let failed = runs.filter { !$0.isSuccess }
    if failed.isEmpty { return "" }
    var table = ReportTable(
      "Failed runs", [("instance", false), ("seconds", true), ("solver", false), ("seed", true), ("reason", false)])
    for run in failed {
      table.append([
        .text(run.run.instance), .text(run.run.seconds.shortest), .text(run.run.solver), .text("\(run.run.seed)"),
        .text(run.failure ?? "no score"),
      ])
    }
    return table.html
  }
}
