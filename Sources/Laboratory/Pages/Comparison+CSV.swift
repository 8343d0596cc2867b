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
      ("instance", { $0.result.instance }), ("seconds", { $0.result.seconds.fileText }), ("solver", { $0.own.solver }),
      ("runs", { "\($0.own.runs.count)" }), ("failed", { "\($0.own.runs.count - $0.own.successes.count)" }),
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
      ("primalIntegral", { $0.own.primalIntegral.fileText }),
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
      ("seed", { "\($0.run.seed)" }), ("seconds", { $0.run.seconds.fileText }), ("failure", { $0.failure ?? "" }),
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
      ("date", \.date),
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
    isSuccess ? reference.map { PrimalIntegral.mean(trace, reference: $0, seconds: run.seconds) } : nil
  }
}
