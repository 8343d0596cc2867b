import Continuity
import Interchange

extension MeasureReport {
  /// What each cause adds to a period.
  func write(_ contributions: Contributions, _ json: inout JSONWriter) {
    json.newLine()
    json.object { json in
      json.members(contributions.dates)
      json.key("rows")
      json.list(contributions.rows) { json, row in
        json.object { json in
          json.member("cause", row.cause.key)
          json.member("meetings", row.meetings)
          json.member("clients", row.clients)
          json.member("meanWithout", row.without.mean?.value)
          json.member("aboveTargetWithout", row.without.share(above: measurer.definition.target)?.value)
          json.member("lowering", row.lowering?.value)
          json.member("loweringInterval", row.interval)
        }
      }
    }
  }

  /// How many fewer staff a client would meet without each cause, those that bring none left out.
  func write(_ contributions: Contributions, ofClient client: Int, _ json: inout JSONWriter) {
    json.key("lowering")
    json.object { json in
      for (row, lowering) in zip(contributions.rows, contributions.lowerings(ofClient: client) ?? []) where lowering > 0
      {
        json.member(row.cause.key, lowering)
      }
    }
  }

  /// What became of the plan in a period.
  func write(_ outcome: PlanOutcome, _ json: inout JSONWriter) {
    json.newLine()
    json.object { json in
      json.members(outcome.dates)
      json.member("clients", outcome.clients)
      json.member("unknownClients", outcome.unknownClients)
      json.member("unknownStaff", outcome.unknownStaff)
      json.member("otherSpellings", outcome.otherSpellings)
      json.member("planned", outcome.planned)
      json.member("missed", outcome.missed)
      json.member("met", outcome.met)
      json.member("visitsNotMade", outcome.visitsNotMade)
      json.key("rows")
      json.list(outcome.rows) { json, row in
        json.object { json in
          json.member("kind", row.kind.rawValue)
          json.member("meetings", row.meetings)
          json.member("brought", row.brought)
          json.member("lowering", row.lowering)
        }
      }
    }
  }
}
