import Foundation
import Interchange

/// An experiment as a Slurm job array: each run a task, its record a file of its own.
public struct BenchArray: Sendable {
  /// One task: a line of the task list.
  private struct Task: Codable {
    var experiment: String
    var grace: Double
    var run: RunSpec
  }

  /// What has come of the tasks.
  public struct Outcome: Sendable {
    /// The records of the tasks that have one, in the order of the tasks.
    public var records: [RunRecord] = []
    /// The tasks without a record: not run yet, ended by the cluster, or lost with a node.
    public var lost: [RunSpec] = []
  }

  /// What is read again of the folder: a file, and all files of a folder in it.
  public static let inputs = ["tasks.jsonl", "results"]

  private let folder: String
  private let tasks: [Task]

  /// An array of runs, to be written into a folder.
  public init(_ experiment: Experiment, runs: [RunSpec], folder: String) {
    self.folder = JobArray.full(folder)
    tasks = runs.map { run in
      var run = run
      run.file = JobArray.full(run.file)
      return Task(experiment: experiment.name, grace: experiment.grace, run: run)
    }
  }

  /// The array that was written into a folder.
  ///
  /// - Throws: `InputError` where the folder holds none.
  public init(folder: String) throws(InputError) {
    self.folder = JobArray.full(folder)
    let path = self.folder + "/tasks.jsonl"
    let decoder = JSONDecoder()
    var tasks: [Task] = []
    for (index, line) in try FileBytes.read(path).split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let task = try? decoder.decode(Task.self, from: Data(line)) else {
        throw InputError(
          file: path, position: TextPosition(line: index + 1), found: "another line",
          expected: "a task, as samma bench --slurm writes it")
      }
      tasks.append(task)
    }
    self.tasks = tasks
  }

  /// Tasks in all.
  public var count: Int { tasks.count }

  /// Writes the task list, the batch script and the script that submits it.
  ///
  /// - Parameter samma: Path of the `samma` that makes each run.
  public func write(samma: String) throws {
    try JobArray.makeFolder(folder, ["results"])
    let lines = try tasks.map { try JSONText.line($0) + "\n" }.joined()
    try OutputFile.write(Array(lines.utf8), to: folder + "/tasks.jsonl")
    try JobArray(
      folder: folder, name: tasks.first?.experiment ?? "samma", count: tasks.count,
      threads: tasks.map(\.run.threads).max() ?? 1,
      seconds: tasks.map { $0.run.limit(grace: $0.grace).wallSeconds }.max() ?? 0,
      work: "exec \(samma.shellWord) run-array-task \"$folder\" \"$index\""
    ).write()
  }

  /// Makes the run of one task in this process and writes its record.
  public func run(_ index: Int, version: String, samma: String) async throws {
    let task = tasks[index]
    let record = await RunTask.record(
      of: task.run, experiment: task.experiment, version: version, samma: samma, grace: task.grace)
    try OutputFile.write(Array((try JSONText.line(record) + "\n").utf8), to: result(index))
  }

  private func result(_ index: Int) -> String { folder + "/results/\(index).json" }

  /// Gathers the records, and writes `resubmit.sh` where tasks are lost or have failed.
  public func collect() throws -> Outcome {
    var outcome = Outcome()
    var again: [Int] = []
    for (index, task) in tasks.enumerated() {
      let path = result(index)
      let records = FileBytes.place(of: path) == .file ? try RunRecord.records(path: path) : []
      // A record of another run is one of an older array in the same folder.
      if let record = records.first, record.run.identity == task.run.identity {
        outcome.records.append(record)
        if !record.isSuccess { again.append(index) }
      } else {
        outcome.lost.append(task.run)
        again.append(index)
      }
    }
    try JobArray.writeResubmission(of: again, count: count, in: folder)
    return outcome
  }
}
