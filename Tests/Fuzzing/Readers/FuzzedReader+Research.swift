import Files
import Foundation
import Laboratory
import PublicSets

extension FuzzedReader {
  /// Problems and answers of public sets.
  static let ofPublicSets = [
    FuzzedReader(name: "public-ampl", shape: .text) { bytes, _ in try convert(bytes, .bredstromRonnqvist) },
    FuzzedReader(name: "public-json", shape: .json) { bytes, _ in try convert(bytes, .uhhc) },
    FuzzedReader(name: "public-days", shape: .text) { bytes, _ in try convert(bytes, .convrp) },
    FuzzedReader(name: "public-answer", shape: .files) { bytes, folder in
      let files = FileBundle(bytes).files
      guard files.count == 2 else { return }
      let problem = try PublicProblem(files[0].bytes, file: "problem.json")
      let answers = try PublicAnswer.read(path: folder.file("answer.json", files[1].bytes), to: problem)
      for answer in answers { _ = PublicEvaluation(of: answer, to: problem) }
    },
  ]

  private static func convert(_ bytes: [UInt8], _ format: PublicProblem.Format) throws {
    switch try PublicFile(bytes, file: "problem", format: format) {
    case .day(let problem): _ = try problem.instance(days: 1, file: "problem")
    case .days(let problem): _ = try problem.instance(file: "problem")
    }
  }

  /// Experiments and their runs.
  static let ofExperiments = [
    FuzzedReader(name: "experiment", shape: .yaml) { bytes, folder in
      _ = try Experiment(path: folder.file("experiment.yaml", bytes))
    },
    FuzzedReader(name: "runs", shape: .json) { bytes, folder in
      let records = try RunRecord.records(path: folder.file("runs.jsonl", bytes))
      _ = records.map(\.isSuccess)
    },
    FuzzedReader(name: "best-known", shape: .json) { bytes, folder in
      _ = try BestKnown(path: folder.file("best-known.json", bytes))
    },
  ]
}
