import Foundation
import Interchange
import Testing

@testable import Laboratory

@Suite struct RunFileTests {
  private let path = FileManager.default.temporaryDirectory.appending(path: "samma-runs-\(UUID().uuidString)").path

  private func record(seed: UInt64, failure: String? = nil) -> RunRecord {
    let run = RunSpec(
      instance: "i", file: "i.json", sha256: "00", label: "s", parameters: ["exchange": 1.5], threads: 1, seed: seed,
      seconds: 2)
    var record = RunRecord(run, experiment: "e", version: "0")
    record.failure = failure
    record.score = failure == nil ? ["total": 7, "distinct": 1] : nil
    record.trace = [.init(seconds: 0.5, total: 9), .init(seconds: 1, total: 7, distinct: 1, unassigned: 0)]
    return record
  }

  @Test func runsAreReadBackAsTheyWereWritten() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try RunFile(path: path)
    let records = [record(seed: 1), record(seed: 2, failure: "a \"reason\"\nof two lines")]
    for record in records { try file.append(record) }
    #expect(try RunRecord.records(path: path) == records)
  }

  @Test func aLineCutShortIsRemovedAndTheRunsBeforeItStay() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let file = try RunFile(path: path)
      try file.append(record(seed: 1))
      try file.append(record(seed: 2))
    }
    let whole = try Data(contentsOf: URL(filePath: path))
    try whole.dropLast(40).write(to: URL(filePath: path))
    #expect(try RunRecord.records(path: path) == [record(seed: 1)].map { expected($0, like: path) })
    let reopened = try RunFile(path: path)
    #expect(reopened.records.map(\.run.seed) == [1])
    try reopened.append(record(seed: 3))
    #expect(try RunRecord.records(path: path).map(\.run.seed) == [1, 3])
  }

  /// The record with the date and load that the file's has.
  private func expected(_ record: RunRecord, like path: String) -> RunRecord {
    var record = record
    let first = try? RunRecord.records(path: path).first
    record.date = first?.date ?? ""
    record.load = first?.load
    return record
  }

  @Test func twoExperimentsCannotWriteOneFile() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try RunFile(path: path)
    #expect(throws: InputError.self) { try RunFile(path: path) }
    try file.append(record(seed: 1))
  }

  @Test(arguments: [
    "name,age\nAnna,7\n", "one line without an end", "{\"format\": \"samma-instance/1\"}", "{\"bound\": 1}\n",
  ])
  func anotherFileIsRefusedAndLeftAlone(text: String) throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(filePath: path))
    #expect(throws: InputError.self) { try RunFile(path: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func aFileOfOneLineCutShortIsBegunAgain() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let file = try RunFile(path: path)
      try file.append(record(seed: 1))
    }
    for length in [1, 12, 100] {
      let whole = try Data(contentsOf: URL(filePath: path))
      try whole.prefix(length).write(to: URL(filePath: path))
      let file = try RunFile(path: path)
      #expect(file.records.isEmpty)
      try file.append(record(seed: 2))
      #expect(try RunRecord.records(path: path).map(\.run.seed) == [2])
    }
  }

  @Test func onlyMissingRunsAreMade() throws {
    let runs = (1...3).map { record(seed: $0).run }
    let bench = Bench(
      Experiment(name: "e", instances: [], solvers: [], seeds: [], budgets: []), runs: runs, version: "0",
      samma: "samma")
    let made = [record(seed: 2), record(seed: 3, failure: "it broke")]
    #expect(bench.missing(in: made, retryFailed: false).map(\.seed) == [1])
    #expect(bench.missing(in: made, retryFailed: true).map(\.seed) == [1, 3])
  }
}
