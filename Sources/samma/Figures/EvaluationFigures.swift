import Interchange
import PublicSets

/// An evaluation by a public set's rules, as text and for `--json`.
struct EvaluationFigures: Encodable, SetEvaluation {
  let problem: String
  let format: String
  let valid: Bool
  let broken: [String]
  let unserved: Int
  let days: Int
  let travel: Double
  let hours: Double?
  let preference: Double?
  /// What the answer costs, all terms of the set's objective together.
  let cost: Double
  /// The terms that cost, where travel is not the only one.
  let terms: [Term]?
  /// The reference's cost over all days, and by how much the cost exceeds it, as a part of it.
  let reference, gap: Double?

  /// A term of the objective: how much there is of it, and what a unit costs.
  struct Term: Encodable {
    let term: String
    let amount, price: Double
  }

  init(_ answers: [PublicAnswer], to problem: PublicProblem, reference: Double?) {
    let evaluations = answers.map { PublicEvaluation(of: $0, to: problem) }
    self.problem = problem.name
    format = problem.format.rawValue
    days = answers.count
    let days = answers.count
    broken = evaluations.enumerated().flatMap { day, evaluation in
      evaluation.broken.map { days == 1 ? $0 : "day \(day + 1): \($0)" }
    }
    valid = broken.isEmpty
    unserved = evaluations.reduce(0) { $0 + $1.unserved }
    travel = evaluations.reduce(0) { $0 + $1.travel }
    hours = problem.hours(travel)
    preference = problem.preferences.isEmpty ? nil : evaluations.reduce(0) { $0 + ($1.preference ?? 0) }
    cost = evaluations.reduce(0) { $0 + $1.cost }
    let objective = problem.objective
    terms =
      objective == .travelAlone
      ? nil
      : objective.terms.map { term in
        Term(
          term: term.rawValue, amount: evaluations.reduce(0) { $0 + ($1.amounts[term] ?? 0) },
          price: objective.price(of: term))
      }
    self.reference = reference.map { $0 * Double(days) }
    gap = self.reference.map { [cost] in (cost - $0) / $0 }
  }

  /// One line a figure.
  var text: String {
    var figures = ["travel \(travel.figure(3))"]
    if let hours { figures.append("hours \(hours.figure(2))") }
    if let preference { figures.append("preference \(preference.figure(3))") }
    if let terms {
      figures += terms.map { "\($0.term) \($0.amount.figure(3)) at \($0.price.figure(3))" }
      figures.append("cost \(cost.figure(3))")
    }
    return text(figures)
  }
}

/// What every evaluation by a public set's rules says of an answer.
protocol SetEvaluation {
  var valid: Bool { get }
  var broken: [String] { get }
  var unserved: Int { get }
  var reference: Double? { get }
  var gap: Double? { get }
}

extension SetEvaluation {
  /// Broken rules first, then the set's own figures, the reference, who is left, and the verdict.
  func text(_ figures: [String]) -> String {
    var lines = broken.map { "BROKEN \($0)".printable } + figures
    if let reference, let gap { lines.append("reference \(reference.figure(3))  gap \((100 * gap).figure(2)) %") }
    if unserved > 0 { lines.append("unserved \(unserved)") }
    lines.append(valid ? "VALID" : "INVALID: \(broken.count) broken rules")
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Double {
  /// A number with at most so many decimals; whole ones without a point.
  func figure(_ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}
