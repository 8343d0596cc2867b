import Foundation
import Interchange

/// Tasks alike for a cluster under Slurm: a batch script that does one of them, and a script that submits them all.
///
/// Everything lies in one folder that the cluster's nodes must see under the same path.
struct JobArray {
  /// Slurm takes array indices below `MaxArraySize`, 1001 where nobody has raised it.
  private static let largest = 1000
  /// Seconds that a task may take for starting, reading and writing, beside its work.
  private static let margin = 120.0

  /// The folder, by its full path.
  let folder: String
  /// What queues call the job.
  let name: String
  /// Tasks, numbered from 0.
  let count: Int
  /// Processors of each task.
  let threads: Int
  /// Seconds of each task's work.
  let seconds: Double
  /// Shell lines that do the task whose number is `$index`, in the folder.
  let work: String

  /// Makes the folder and what is to be in it.
  static func makeFolder(_ path: String, _ inner: [String]) throws {
    for folder in [path, path + "/logs"] + inner.map({ path + "/" + $0 }) {
      try OutputFile.makeFolder(folder, for: path)
    }
  }

  /// A path from the root, for nodes that start elsewhere.
  static func full(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }

  /// Writes `job.sbatch` and `submit.sh`.
  func write() throws {
    let minutes = Int(((seconds + Self.margin) / 60).rounded(.up))
    let label = String(name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
    let job = """
      #!/bin/sh
      #SBATCH --job-name=\(label)
      #SBATCH --ntasks=1
      #SBATCH --cpus-per-task=\(threads)
      #SBATCH --time=\(minutes)
      set -eu
      folder=\(folder.shellWord)
      index=$((SLURM_ARRAY_TASK_ID + ${OFFSET:-0}))
      # The last of those that are done one after another: within the list, and before what the next array does.
      last=$((index + ${EACH:-1} - 1))
      for end in \(count - 1) $((${OFFSET:-0} + \(Self.largest - 1))); do if [ "$last" -gt "$end" ]; then last=$end; fi; done
      work() {
        # A task that is started again, by Slurm or by hand, keeps the log of its last attempt.
        exec > "$folder/logs/$index.log" 2>&1
        # Lines of one's own, such as modules to be loaded.
        if [ -f "$folder/prologue.sh" ]; then . "$folder/prologue.sh"; fi
        \(work)
      }
      while [ "$index" -lt "$last" ]; do
        (work) || true
        index=$((index + 1))
      done
      work

      """
    try OutputFile.write(Array(job.utf8), to: folder + "/job.sbatch")
    try Self.writeSubmission(
      "submit.sh", of: Array(0..<count), note: "all \(count) tasks", minutesOfEach: minutes, in: folder)
  }

  /// Writes `resubmit.sh`, which submits some tasks of an array again; none where there are no such.
  static func writeResubmission(of tasks: [Int], count: Int, in folder: String) throws {
    if tasks.isEmpty {
      try? FileManager.default.removeItem(atPath: folder + "/resubmit.sh")
    } else {
      try writeSubmission("resubmit.sh", of: tasks, note: "\(tasks.count) of \(count) tasks again", in: folder)
    }
  }

  /// - Parameter minutesOfEach: the time of a task, where several may be done one after another; one by one where absent.
  private static func writeSubmission(
    _ file: String, of tasks: [Int], note: String, minutesOfEach: Int? = nil, in folder: String
  ) throws {
    var lines = [
      "#!/bin/sh", "# Submits \(note); options given to this script go to sbatch.",
      "# AT_ONCE=50 before it keeps 50 tasks of each array running at a time, at most.",
    ]
    if minutesOfEach != nil {
      lines.append("# EACH=10 before it has every task of an array do 10 of them, one after another.")
    }
    lines.append("set -eu")
    let each = minutesOfEach == nil ? "1" : "${EACH:-1}"
    let time = minutesOfEach.map { "${EACH:+--time=$((\($0) * EACH))} " } ?? ""
    let chunks = Dictionary(grouping: tasks) { $0 / largest }
    for (chunk, tasks) in chunks.sorted(by: { $0.key < $1.key }) {
      let offset = chunk * largest
      let list = ranges(tasks.map { $0 - offset })
      let step = minutesOfEach != nil && tasks.count > 1 ? "${EACH:+:$EACH}" : ""
      lines.append(
        "sbatch \(time)\"$@\" --output=/dev/null --export=ALL,OFFSET=\(offset),EACH=\(each) "
          + "--array=\(list)\(step)${AT_ONCE:+%$AT_ONCE} "
          + (folder + "/job.sbatch").shellWord)
    }
    try OutputFile.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: folder + "/" + file)
  }

  /// Numbers in ascending order as Slurm lists them: `0-3,7`.
  static func ranges(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }
}
