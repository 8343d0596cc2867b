import HomeCare
import Interchange

extension RosterChange {
  /// The change for JSON.
  var figures: JSONObject {
    [
      "visit": visit.rawValue, "client": client.rawValue, "from": before.figures, "to": after.figures,
      "reason": reason.map { Language.english.name($0) },
    ]
  }
}

extension ChangeList {
  /// What leads from one roster to the other beside changes.
  var besides: [RosterChange] { slight + shiftsAlone }
}

extension RosterChange.Place {
  /// What a roster does with the visit, for JSON.
  var figures: JSONObject {
    let state =
      switch self {
      case .served: "served"
      case .unassigned: "unassigned"
      case .absent: "absent"
      }
    return [
      "state": state, "start": assignment?.start.description, "staff": assignment?.staff.map(\.rawValue),
      "shifts": assignment?.shifts.map(\.rawValue),
    ]
  }
}
