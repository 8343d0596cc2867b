import Interchange
import PublicSets

/// An evaluation of a roster by the rules of the ConVRP set, as text and for `--json`.
struct ConsistentFigures: Encodable, SetEvaluation {
  let problem: String
  let format: String
  let valid: Bool
  let broken: [String]
  let unserved: Int
  let travel: Double
  let service: Double
  let spread: Double
  /// The reference's travel, and by how much the travel exceeds it, as a part of it.
  let reference, gap: Double?

  init(_ evaluation: ConsistentEvaluation, of problem: ConsistentProblem, reference: Double?) {
    self.problem = problem.name
    format = PublicProblem.Format.convrp.rawValue
    valid = evaluation.isValid
    broken = evaluation.broken
    unserved = evaluation.unserved
    travel = evaluation.travel
    service = evaluation.service
    spread = evaluation.spread
    self.reference = reference
    gap = reference.map { (evaluation.travel - $0) / $0 }
  }

  /// One line a figure.
  var text: String {
    text([
      "travel \(travel.figure(3))", "travel and service \((travel + service).figure(3))",
      "arrivals differ by \(spread.figure(3)) at most",
    ])
  }
}
