import Rostering

/// How much a run may use.
public enum RunBudget: Hashable, Comparable, Sendable {
  /// Iterations of the search, however long they take.
  case iterations(Int)
  /// Seconds of a clock.
  case seconds(Double, RunClock)

  /// Seconds beyond a budget, and part of it, that a solver may take for reading and writing.
  private static let tolerance = (seconds: 1.0, part: 0.05)

  /// Whether a result that was there after so many seconds came in time; nothing is late by iterations.
  public func isKept(after seconds: Double) -> Bool {
    guard case .seconds(let budget, _) = self else { return true }
    return seconds <= budget * (1 + Self.tolerance.part) + Self.tolerance.seconds
  }

  /// As tables have it: `60 s`, `60 s CPU` or `1000 it`.
  public var title: String {
    switch self {
    case .seconds(let seconds, .wall): "\(seconds.shortest) s"
    case .seconds(let seconds, .cpu): "\(seconds.shortest) s CPU"
    case .iterations(let iterations): "\(iterations) it"
    }
  }

  /// What is counted, as axes have it.
  var amountUnit: String {
    switch self {
    case .seconds(_, .wall): "seconds since the solver was started"
    case .seconds(_, .cpu): "seconds of processor time by thread"
    case .iterations: "iterations"
    }
  }

  /// Seconds of the budget, or iterations.
  var amount: Double {
    switch self {
    case .seconds(let seconds, _): seconds
    case .iterations(let iterations): Double(iterations)
    }
  }

  /// Where a moment of a run stands on the way from 0 to `amount`; `nil` where that is not known.
  func place(of moment: RunTrace.Moment) -> Double? {
    if case .iterations = self { moment.iterations.map(Double.init) } else { moment.seconds }
  }

  /// Budgets by iterations first, then by the wall's clock, then by processor time; each kind by its amount.
  public static func < (left: Self, right: Self) -> Bool {
    (left.kind, left.amount) < (right.kind, right.amount)
  }

  private var kind: Int {
    switch self {
    case .iterations: 0
    case .seconds(_, .wall): 1
    case .seconds(_, .cpu): 2
    }
  }
}
