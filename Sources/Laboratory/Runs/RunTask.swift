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
      let (roster, snapshots) = (folder.path + "/roster.json", folder.path + "/snapshots")
      try OutputFile.makeFolder(snapshots, for: snapshots)
      let command = Processors.held(
        run.command(samma: samma, roster: roster, snapshots: snapshots), to: processors)
      let begin = MachineUse.current
      let ending = await SolverProcess.run(command, limit: run.limit(grace: grace), snapshots: snapshots)
      record.takenByOthers = MachineUse.current.takenByOthers(
        since: begin, of: processors ?? Processors.allowed, threads: run.threads, own: ending.cpuSeconds,
        in: ending.wallSeconds
      ).map(\.thousandths)
      await TaskEnd.giveWay()
      record.wallSeconds = ending.wallSeconds
      record.cpuSeconds = ending.cpuSeconds
      record.peakMemory = ending.peakMemory
      record.solverVersion = ending.trace.solverVersion
      try RunJudge(run).judge(ending, roster: roster, &record)
    } catch {
      record.failure = String("\(error)".prefix(1000))
    }
    return record
  }
}
