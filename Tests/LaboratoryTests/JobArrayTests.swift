import Foundation
import TestSupport
import Testing

@testable import Laboratory

@Suite struct JobArrayTests {
  @Test func runsOfNumbersAreListedAsRanges() {
    #expect(JobArray.ranges([0, 1, 2, 5, 7, 8]) == "0-2,5,7-8")
    #expect(JobArray.ranges([3]) == "3")
  }

  @Test func tasksBeyondSlurmsLargestIndexAreSubmittedWithAnOffset() throws {
    let place = try TemporaryFolder()
    let folder = place["array"].path
    try JobArray.makeFolder(folder, [])
    let array = JobArray(folder: folder, name: "a b/c", count: 2500, threads: 2, seconds: 60, work: "true")
    try array.write()
    let submit = try String(contentsOfFile: folder + "/submit.sh", encoding: .utf8)
    for part in [
      "OFFSET=0,EACH=${EACH:-1} --array=0-999${EACH:+:$EACH}${AT_ONCE:+%$AT_ONCE} ",
      "OFFSET=1000,EACH=${EACH:-1} --array=0-999${EACH:+:$EACH}${AT_ONCE:+%$AT_ONCE} ",
      "OFFSET=2000,EACH=${EACH:-1} --array=0-499${EACH:+:$EACH}${AT_ONCE:+%$AT_ONCE} ",
    ] {
      #expect(submit.contains(part))
    }
    try JobArray.writeResubmission(of: [1, 1001, 1002, 2499], count: 2500, in: folder)
    let resubmit = try String(contentsOfFile: folder + "/resubmit.sh", encoding: .utf8)
    for part in [
      "OFFSET=0,EACH=1 --array=1${AT_ONCE:+%$AT_ONCE} ", "OFFSET=1000,EACH=1 --array=1-2${AT_ONCE:+%$AT_ONCE} ",
      "OFFSET=2000,EACH=1 --array=499${AT_ONCE:+%$AT_ONCE} ",
    ] {
      #expect(resubmit.contains(part))
    }
    let job = try String(contentsOfFile: folder + "/job.sbatch", encoding: .utf8)
    #expect(job.contains("#SBATCH --job-name=a-b-c\n"))
    #expect(job.contains("#SBATCH --cpus-per-task=2\n"))
    #expect(job.contains("#SBATCH --time=3\n"))
    #expect(submit.contains("${EACH:+--time=$((3 * EACH))} "))
  }

  @Test(arguments: [
    ("0", "0", nil, "0"), ("0", "4", "3", "4 5 6"), ("1000", "998", "5", "1998 1999"), ("2000", "3", "9", "2003 2004"),
  ])
  func aTaskDoesAsManyAsItIsToldAndNoneOfAnothers(_ task: (offset: String, index: String, each: String?, done: String))
    throws
  {
    let place = try TemporaryFolder()
    let folder = place["array"].path
    try JobArray.makeFolder(folder, [])
    let work = "[ \"$index\" != 5 ] || exit 1\n  exec sh -c 'echo \"$0\" >> \"$1/done\"' \"$index\" \"$folder\""
    try JobArray(folder: folder, name: "a", count: 2005, threads: 1, seconds: 60, work: work).write()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [folder + "/job.sbatch"]
    process.environment = ["PATH": "/usr/bin:/bin", "OFFSET": task.offset, "SLURM_ARRAY_TASK_ID": task.index]
    process.environment?["EACH"] = task.each
    try process.run()
    process.waitUntilExit()
    let done = try String(contentsOfFile: folder + "/done", encoding: .utf8).split(separator: "\n")
    // One that fails does not keep the next from being done.
    let asked: [Substring] = task.done.split(separator: " ")
    let good: [Substring] = asked.filter { $0 != "5" }
    #expect(done == good)
    for index in asked {
      #expect(FileManager.default.fileExists(atPath: folder + "/logs/\(index).log"))
    }
  }
}
