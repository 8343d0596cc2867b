extension UHHCReader {
  /// What a file says of the problem as a whole.
  struct Heading {
    var name: String?
    var rule = PublicProblem.WindowRule.start
    var objective = PublicObjective.travelAlone
    var leavesAtShiftStart = false
  }

  /// The sets whose caregivers set out when their shift starts, so that waiting at the first patient counts.
  private static let earlyOrigins = ["bazirha", "bazirha-caie"]

  /// Costs that are rules of the problem wherever they are not priced, and may not be.
  private static let alwaysRules = [
    "qualification", "incompabilities", "tw_max_dev_in_time", "tw_max_dev_in_desired_time",
  ]

  mutating func metadata(_ node: Int) -> Heading {
    var heading = Heading()
    let names = ["name", "time_window_met", "cost_components", "origin"]
    guard let values = reader.members(of: node, names, of: "metadata", allowsOthers: true) else { return heading }
    if let met = values["time_window_met"] {
      switch text(met, "time_window_met") {
      case "at_service_start": heading.rule = .start
      case "at_service_end": heading.rule = .service
      case nil: break
      case .some: reader.refuse(met, "time_window_met", expected: "\"at_service_start\" or \"at_service_end\"")
      }
    }
    if let costs = values["cost_components"] { heading.objective = objective(costs) }
    heading.name = values["name"].flatMap { text($0, "name") }
    let origin = values["origin"].flatMap { text($0, "origin") }
    heading.leavesAtShiftStart = origin.map(Self.earlyOrigins.contains) ?? false
    return heading
  }

  /// What each component costs: a number, or `"HARD"` for what a valid answer has nothing of.
  private mutating func objective(_ costs: Int) -> PublicObjective {
    var prices: [PublicObjective.Term: Double] = [:]
    var rules: Set<PublicObjective.Term> = []
    for (key, value) in reader.entries(of: costs, what: "cost_components") where reader.isPresent(value) {
      let isHard = reader.isText(value) && reader.document.text(of: value) == "HARD"
      if Self.alwaysRules.contains(key) {
        if !isHard && reader.whole(value) != 0 { reader.refuse(value, key, expected: "\"HARD\": it has no price here") }
        continue
      }
      guard let term = PublicObjective.Term(rawValue: key) else {
        if reader.whole(value) != 0 {
          let names = PublicObjective.Term.allCases.map(\.rawValue).joined(separator: ", ")
          reader.refuse(value, key, expected: "one of \(names)")
        }
        continue
      }
      if isHard {
        switch term {
        case .tardiness, .extraTime, .leftOut, .missedLunches, .notPreferred: rules.insert(term)
        case .highestTardiness: rules.insert(.tardiness)
        case .work: rules.insert(.extraTime)
        case .travel, .waiting, .longestWait, .idle, .imbalance:
          reader.refuse(value, key, expected: "what a unit costs")
        }
      } else if let price = reader.number(value, key, in: 0...Self.largest) {
        prices[term] = price
      }
    }
    return PublicObjective(prices: prices, rules: rules)
  }
}
