import HomeCare
import Interchange
import Statistics

extension Comparison {
  /// The columns of a table, each with what it says of a row.
  private typealias Columns<Row> = [(title: String, field: (Row) -> String)]

  /// One row for each instance, budget and solver.
  public var csv: [UInt8] {
    let quartiles: [(String, KeyPath<SolverResult, Quartiles?>)] = [
      ("total", \.total), ("distinct", \.distinct), ("unassigned", \.unassigned), ("travelMinutes", \.travel),
    ]
    var columns: Columns<(result: InstanceResult, own: SolverResult)> = [
      ("instance", { $0.result.instance }), ("seconds", { Self.seconds($0.result.budget) }),
      ("iterationBudget", { Self.iterations($0.result.budget) }), ("clock", { Self.clock($0.result.budget) }),
      ("solver", { $0.own.solver }),
      ("runs", { "\($0.own.runs.count)" }), ("failed", { "\($0.own.runs.count { !$0.isSuccess })" }),
      ("late", { "\($0.own.late)" }), ("disturbed", { "\($0.own.runs.count(where: \.isDisturbed))" }),
    ]
    for (name, part) in quartiles {
      columns += [
        ("\(name)Lower", { Self.rounded($0.own[keyPath: part]?.lower) }),
        (name, { Self.rounded($0.own[keyPath: part]?.median) }),
        ("\(name)Upper", { Self.rounded($0.own[keyPath: part]?.upper) }),
      ]
    }
    columns += [
      ("best", { "\($0.result.reference)" }), ("gapToBest", { Self.rounded($0.own.gapToBest) }),
      ("bound", { Self.text($0.result.bound) }), ("gapToBound", { Self.rounded($0.own.gapToBound) }),
      ("gapToDistinctBound", { Self.rounded($0.own.gapToDistinctBound) }),
      ("primalIntegral", { Self.rounded($0.own.primalIntegral) }),
      ("secondsToTarget", { Self.rounded($0.own.secondsToTarget) }), ("reachedTarget", { "\($0.own.reachedTarget)" }),
      ("movesPerSecond", { Self.rounded($0.own.movesPerSecond) }),
      ("cpuSeconds", { Self.rounded($0.own.runs.map(\.cpuSeconds).median) }),
      ("peakMemory", { Self.text($0.own.runs.map(\.peakMemory).max()) }),
    ]
    return Self.table(columns, solverResults)
  }

  /// One row for each run, with the machine, date, seed and version that made it.
  public var runsCSV: [UInt8] {
    let references = Dictionary(results.map { ($0.instance, $0.reference) }) { first, _ in first }
    var columns: Columns<RunRecord> = [
      ("instance", \.run.instance), ("sha256", \.run.sha256), ("solver", \.run.label),
      ("configuration", { Self.configuration($0.run) }), ("threads", { "\($0.run.threads)" }),
      ("seed", { "\($0.run.seed)" }), ("seconds", { Self.seconds($0.run.budget) }),
      ("iterationBudget", { Self.iterations($0.run.budget) }), ("clock", { Self.clock($0.run.budget) }),
      ("failure", { $0.failure ?? "" }),
      ("total", { Self.text($0.scored?.total) }),
    ]
    let format = runs.lazy.compactMap { $0.scored?.format }.max() ?? .one
    for part in ScorePart.parts(of: format) { columns.append((part.name, { Self.text($0.scored?[part]) })) }
    columns += [
      ("status", { $0.status ?? "" }), ("bound", { Self.text($0.bound?.total) }),
      ("distinctBound", { Self.text($0.bound?.distinct) }), ("unassignedBound", { Self.text($0.bound?.unassigned) }),
      ("gapToBound", { Self.rounded($0.gapToBound) }),
      ("gapToBest", { Self.rounded($0.gap(to: references[$0.run.instance])) }),
      ("firstRosterSeconds", { Self.rounded($0.trace.first?.seconds) }),
      ("primalIntegral", { Self.rounded($0.primalIntegral(references[$0.run.instance])) }),
      ("iterations", { Self.text($0.iterations) }), ("evaluatedMoves", { Self.text($0.evaluatedMoves) }),
      ("movesPerSecond", { Self.rounded($0.movesPerSecond) }), ("wallSeconds", { $0.wallSeconds.fileText }),
      ("cpuSeconds", { $0.cpuSeconds.fileText }), ("peakMemory", { "\($0.peakMemory)" }),
      ("version", { $0.solverVersion ?? $0.version }), ("processor", \.machine.processor),
      ("cores", { "\($0.machine.cores)" }), ("system", \.machine.system), ("load", { Self.rounded($0.load) }),
      ("date", \.date), ("late", { $0.isLate ? "yes" : "no" }), ("resultSeconds", { Self.rounded($0.resultSeconds) }),
      ("end", { $0.end?.rawValue ?? "" }), ("processorShare", { Self.rounded($0.processorShare) }),
      ("takenByOthers", { Self.rounded($0.takenByOthers) }),
      ("processors", { ($0.processors ?? []).map(String.init).joined(separator: " ") }),
      ("remarks", { ($0.remarks ?? []).joined(separator: "; ") }),
    ]
    return Self.table(columns, runs)
  }

  private static func table<Row>(_ columns: Columns<Row>, _ rows: [Row]) -> [UInt8] {
    var writer = CSVWriter()
    for column in columns { writer.append(column.title) }
    writer.endRecord()
    for row in rows {
      for column in columns { writer.append(column.field(row)) }
      writer.endRecord()
    }
    return writer.bytes
  }

  private static func seconds(_ budget: RunBudget) -> String {
    if case .seconds(let seconds, _) = budget { seconds.fileText } else { "" }
  }

  private static func iterations(_ budget: RunBudget) -> String {
    if case .iterations(let iterations) = budget { "\(iterations)" } else { "" }
  }

  private static func clock(_ budget: RunBudget) -> String {
    if case .seconds(_, let clock) = budget { clock.rawValue } else { "" }
  }

  private static func text(_ value: Int?) -> String { value.map(String.init) ?? "" }

  /// A number rounded to a millionth, or nothing where there is none.
  private static func rounded(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return ((value * 1_000_000).rounded() / 1_000_000).fileText
  }
}

extension RunRecord {
  fileprivate var gapToBound: Double? {
    scored.flatMap { score in bound?.total.map { score.total == 0 ? 0 : 1 - Double($0) / Double(score.total) } }
  }

  fileprivate func gap(to reference: Int?) -> Double? {
    scored.flatMap { score in reference.map { $0 == score.total ? 0 : Double(score.total) / Double($0) - 1 } }
  }

  fileprivate func primalIntegral(_ reference: Int?) -> Double? {
    isSuccess ? reference.flatMap { PrimalIntegral.mean(trace, reference: $0, run.budget) } : nil
  }
}
