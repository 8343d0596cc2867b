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
      "OFFSET=0 --array=0-999${AT_ONCE:+%$AT_ONCE} ", "OFFSET=1000 --array=0-999${AT_ONCE:+%$AT_ONCE} ",
      "OFFSET=2000 --array=0-499${AT_ONCE:+%$AT_ONCE} ",
    ] {
      #expect(submit.contains(part))
    }
    try JobArray.writeResubmission(of: [1, 1001, 1002, 2499], count: 2500, in: folder)
    let resubmit = try String(contentsOfFile: folder + "/resubmit.sh", encoding: .utf8)
    for part in [
      "OFFSET=0 --array=1${AT_ONCE:+%$AT_ONCE} ", "OFFSET=1000 --array=1-2${AT_ONCE:+%$AT_ONCE} ",
      "OFFSET=2000 --array=499${AT_ONCE:+%$AT_ONCE} ",
    ] {
      #expect(resubmit.contains(part))
    }
    let job = try String(contentsOfFile: folder + "/job.sbatch", encoding: .utf8)
    #expect(job.contains("#SBATCH --job-name=a-b-c\n"))
    #expect(job.contains("#SBATCH --cpus-per-task=2\n"))
    #expect(job.contains("#SBATCH --time=3\n"))
  }
}
