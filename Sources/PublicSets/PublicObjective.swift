/// What answers to a public problem cost, term by term, and which terms must be nothing.
///
/// The terms are those of S. Ceschia et al. (International Transactions in Operational Research, 2026); the older sets
/// know travel alone.
public struct PublicObjective: Hashable, Sendable {
  /// Something of which answers have an amount, called as in unified JSON.
  public enum Term: String, CaseIterable, Hashable, Sendable {
    /// Travel of all routes.
    case travel = "travel_time"
    /// What all services together are late.
    case tardiness = "total_tardiness"
    /// What the latest service is late.
    case highestTardiness = "highest_tardiness"
    /// What caregivers wait on their routes, all together.
    case waiting = "total_waiting_time"
    /// The longest wait.
    case longestWait = "max_waiting_time"
    /// Work after the end of shifts, all together.
    case extraTime = "total_extra_time"
    /// What the idlest caregiver's shift holds beside services, travel and lunch.
    case idle = "max_idle_time"
    /// What caregivers' services and travel differ from the mean, each rounded up.
    case imbalance = "workload_balance"
    /// Services and travel of all caregivers.
    case work = "working_time"
    /// Services by others than the patient prefers.
    case notPreferred = "caregiver_preferences"
    /// Patients whom nobody serves.
    case leftOut = "optional_patients"
    /// Caregivers who are to have a lunch break and have none.
    case missedLunches = "missed_lunch_break"
  }

  /// What a unit of each term costs; terms without a price cost nothing.
  public private(set) var prices: [Term: Double]
  /// Terms of which a valid answer has nothing.
  public private(set) var rules: Set<Term>

  /// Travel is the cost, everything else that could cost is a rule.
  public static let travelAlone = PublicObjective(prices: [.travel: 1], rules: [])

  /// An objective; what may be neither free nor without end is a rule where it has no price.
  init(prices: [Term: Double], rules: Set<Term>) {
    self.prices = prices.filter { $0.value > 0 }
    self.rules = rules
    if self.prices[.tardiness] == nil && self.prices[.highestTardiness] == nil { self.rules.insert(.tardiness) }
    for term in [Term.extraTime, .leftOut, .missedLunches, .notPreferred] where self.prices[term] == nil {
      self.rules.insert(term)
    }
  }

  /// What a unit of a term costs.
  public func price(of term: Term) -> Double { prices[term] ?? 0 }

  /// Whether a valid answer has nothing of a term.
  public func isRule(_ term: Term) -> Bool { rules.contains(term) }

  /// The terms that cost, in the order of `Term`.
  public var terms: [Term] { Term.allCases.filter { prices[$0] != nil } }
}

extension PublicProblem {
  /// Terms that cost and that an instance's score cannot say: extra time and missed lunches are forbidden instead, the
  /// rest is free.
  public var unweighedTerms: [PublicObjective.Term] {
    objective.terms.filter { term in
      switch term {
      case .travel, .work, .tardiness, .highestTardiness, .notPreferred, .leftOut: false
      case .waiting, .longestWait, .extraTime, .idle, .imbalance, .missedLunches: true
      }
    }
  }
}
