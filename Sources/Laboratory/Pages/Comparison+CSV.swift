import HomeCare
import Interchange
import Statistics

extension Comparison {
  /// One row for each instance, budget and solver.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    let quartiles = ["total", "distinct", "unassigned", "travelMinutes"].flatMap {
      ["\($0)Lower", "\($0)", "\($0)Upper"]
    }
    for title in ["instance", "seconds", "solver", "runs", "failed"] + quartiles
      + [
        "best", "gapToBest", "bound", "gapToBound", "gapToDistinctBound", "primalIntegral", "secondsToTarget",
        "reachedTarget",
        "movesPerSecond", "cpuSeconds", "peakMemory",
      ]
    {
      writer.append(title)
    }
    writer.endRecord()
    for result in results {
      for solver in result.solvers {
        writer.append(result.instance)
        writer.append(result.seconds)
        writer.append(solver.solver)
        writer.append(solver.runs.count)
        writer.append(solver.runs.count - solver.successes.count)
        for part in [solver.total, solver.distinct, solver.unassigned, solver.travel] {
          for value in [part?.lower, part?.median, part?.upper] { writer.append(optional: value) }
        }
        writer.append(result.reference)
        writer.append(optional: solver.gapToBest)
        writer.append(optional: result.bound.map(Double.init))
        writer.append(optional: solver.gapToBound)
        writer.append(optional: solver.gapToDistinctBound)
        writer.append(solver.primalIntegral)
        writer.append(optional: solver.secondsToTarget)
        writer.append(solver.reachedTarget)
        writer.append(optional: solver.movesPerSecond)
        writer.append(optional: solver.runs.map(\.cpuSeconds).median)
        writer.append(optional: solver.runs.map { Double($0.peakMemory) }.max())
        writer.endRecord()
      }
    }
    return writer.bytes
  }

  /// One row for each run, with the machine, date, seed and version that made it.
  public var runsCSV: [UInt8] {
    var writer = CSVWriter()
    for title in ["instance", "sha256", "solver", "configuration", "threads", "seed", "seconds", "failure", "total"]
      + ScorePart.allCases.map(\.name)
      + [
        "status", "bound", "distinctBound", "unassignedBound", "gapToBound", "gapToBest", "firstRosterSeconds",
        "primalIntegral", "iterations", "evaluatedMoves", "movesPerSecond", "wallSeconds", "cpuSeconds", "peakMemory",
        "version", "processor", "cores", "system", "load", "date",
      ]
    {
      writer.append(title)
    }
    writer.endRecord()
    for record in runs { append(record, to: &writer) }
    return writer.bytes
  }

  private func append(_ record: RunRecord, to writer: inout CSVWriter) {
    let run = record.run
    let score = record.scored
    let reference = results.first { $0.instance == run.instance }?.reference
    for text in [run.instance, run.sha256, run.label, Self.configuration(run)] { writer.append(text) }
    writer.append(run.threads)
    writer.append("\(run.seed)")
    writer.append(run.seconds)
    writer.append(record.failure ?? "")
    writer.append(optional: score.map { Double($0.total) })
    for part in ScorePart.allCases { writer.append(optional: score.map { Double($0[part]) }) }
    writer.append(record.status ?? "")
    for bound in [record.bound?.total, record.bound?.distinct, record.bound?.unassigned] {
      writer.append(optional: bound.map(Double.init))
    }
    let toBound = score.flatMap { score in
      record.bound?.total.map { score.total == 0 ? 0 : 1 - Double($0) / Double(score.total) }
    }
    let toBest = score.flatMap { score in
      reference.map { $0 == score.total ? 0 : Double(score.total) / Double($0) - 1 }
    }
    writer.append(optional: toBound)
    writer.append(optional: toBest)
    writer.append(optional: record.trace.first?.seconds)
    writer.append(
      optional: score == nil
        ? nil : reference.map { PrimalIntegral.mean(record.trace, reference: $0, seconds: run.seconds) })
    for number in [record.iterations, record.evaluatedMoves] { writer.append(optional: number.map(Double.init)) }
    writer.append(optional: record.movesPerSecond)
    writer.append(record.wallSeconds)
    writer.append(record.cpuSeconds)
    writer.append(record.peakMemory)
    writer.append(record.solverVersion ?? record.version)
    writer.append(record.machine.processor)
    writer.append(record.machine.cores)
    writer.append(record.machine.system)
    writer.append(optional: record.load)
    writer.append(record.date)
    writer.endRecord()
  }
}

extension CSVWriter {
  /// Adds a number rounded to a millionth, or an empty field where there is none.
  fileprivate mutating func append(optional value: Double?) {
    guard let value, value.isFinite else { return append("") }
    append((value * 1_000_000).rounded() / 1_000_000)
  }
}
