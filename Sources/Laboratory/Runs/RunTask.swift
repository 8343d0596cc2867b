import Foundation
import HomeCare
import Interchange
import Rostering

/// Makes one run, in this process alone.
///
/// Memory and processor time are those of the process's children, and a child begins with its parent's memory as its
/// peak: so the instance is read only after the solver has ended.
public enum RunTask {
  /// Runs the solver, checks its roster, and returns the record of it; whatever fails is told in the record.
  ///
  /// - Parameters:
  ///   - experiment: The experiment's name.
  ///   - version: The version of `samma`.
  ///   - samma: Path of the `samma` that plans where the run names none.
  ///   - grace: Seconds that the run may take beyond its budget.
  ///   - processors: The processors that the run is held to; all where absent.
  public static func record(
    of run: RunSpec, experiment: String, version: String, samma: String, grace: Double, processors: [Int]? = nil
  ) async -> RunRecord {
    var record = RunRecord(run, experiment: experiment, version: version)
    record.processors = processors
    do {
      let folder = try WorkFolder()
      defer { folder.remove() }
      let roster = folder.path + "/roster.json"
      let command = Processors.held(run.command(samma: samma, roster: roster), to: processors)
      let ending = await SolverProcess.run(command, seconds: run.seconds + grace)
      await TaskEnd.giveWay()
      record.wallSeconds = ending.wallSeconds
      record.cpuSeconds = ending.cpuSeconds
      record.peakMemory = ending.peakMemory
      var trace = ending.trace
      record.solverVersion = trace.solverVersion
      if let failure = ending.failure {
        record.failure = trace.lastWords.isEmpty ? failure : "\(failure): \(trace.lastWords)"
      } else {
        try judge(roster, &record, &trace)
      }
      record.trace = trace.moments
    } catch {
      record.failure = String("\(error)".prefix(1000))
    }
    return record
  }

  /// Checks the roster against the instance and fills in what it says.
  private static func judge(_ path: String, _ record: inout RunRecord, _ trace: inout RunTrace) throws {
    let run = record.run
    guard try InstanceHash.hexadecimal(of: run.file) == run.sha256 else {
      record.failure = "\(run.file) changed after the experiment was listed"
      return
    }
    var roster = try Roster(answer: path)
    let checker = RosterChecker(try InstanceSource(argument: run.file).read())
    // What another program says of its roster is not asked; what `samma` says must be right.
    if run.external != nil { roster = try roster.judged(by: checker) }
    let check = checker.check(roster)
    guard check.isValid else { throw SolverFailure.invalid(check.violations) }
    record.score = Dictionary(uniqueKeysWithValues: check.score.parts.map { ($0.name, check.score[$0]) })
      .merging(["total": check.score.total]) { $1 }
    if let solve = roster.solve {
      record.status = solve.status.rawValue
      record.bound = RunRecord.Bound(
        total: solve.lowerBound, distinct: solve.distinctBound, unassigned: solve.unassignedBound)
      record.iterations = solve.iterations
      record.evaluatedMoves = solve.evaluatedMoves
      if let moves = solve.evaluatedMoves, let seconds = solve.seconds, seconds > 0 {
        record.movesPerSecond = (Double(moves) / seconds).rounded()
      }
    }
    // The roster itself is known for certain only at the end, where the solver told of none as good.
    trace.add(
      RunTrace.Moment(
        seconds: roster.solve?.seconds.map { ($0 * 1000).rounded() / 1000 } ?? record.wallSeconds,
        total: check.score.total, distinct: check.score[.distinct], unassigned: check.score[.unassigned]))
  }
}
