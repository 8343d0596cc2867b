import Foundation
import HomeCare
import Interchange
import Scenarios

/// Instances that the tests hand to the command.
enum Fixtures {
  /// Two clients, two staff and three visits on one day; all can be served.
  static let twoClients = """
    {
      "format": "samma-instance/1", "name": "two-clients",
      "horizon": {"start": "2026-03-02", "days": 1},
      "travel": {"kind": "matrix", "minutes": [[0, 10], [10, 0]]},
      "locations": [{"id": "k1"}, {"id": "k2"}],
      "staff": [{"id": "S1", "skills": ["insulin"]}, {"id": "S2"}],
      "shifts": [
        {"id": "A", "staff": "S1", "start": "2026-03-02T07:00", "end": "2026-03-02T16:00"},
        {"id": "B", "staff": "S2", "start": "2026-03-02T07:00", "end": "2026-03-02T16:00"}
      ],
      "clients": [{"id": "C1", "location": "k1"}, {"id": "C2", "location": "k2"}],
      "visits": [
        {"id": "V1", "client": "C1", "earliest": "2026-03-02T08:00", "latest": "2026-03-02T09:00", "minutes": 30},
        {"id": "V2", "client": "C1", "earliest": "2026-03-02T12:00", "latest": "2026-03-02T13:00", "minutes": 30,
         "skills": ["insulin"]},
        {"id": "V3", "client": "C2", "earliest": "2026-03-02T08:00", "latest": "2026-03-02T09:00", "minutes": 45}
      ]
    }
    """

  /// A valid roster of the two clients: S1 serves the first client twice, S2 the second.
  static let twoClientsRoster = """
    {"format": "samma-roster/1", "instance": "two-clients",
     "assignments": [
       {"visit": "V1", "start": "2026-03-02T08:00", "staff": ["S1"], "shifts": ["A"]},
       {"visit": "V2", "start": "2026-03-02T12:00", "staff": ["S1"], "shifts": ["A"]},
       {"visit": "V3", "start": "2026-03-02T08:30", "staff": ["S2"], "shifts": ["B"]}],
     "unassigned": [],
     "score": {"total": 200, "unassigned": 0, "distinct": 2, "overTarget": 0, "newFace": 0, "notContact": 0,
               "notPreferred": 0, "travelMinutes": 0, "poolShifts": 0}}
    """

  /// The two clients, of whom one needs a skill that nobody has.
  static let unservable = twoClients.replacingOccurrences(of: #""S1", "skills": ["insulin"]"#, with: #""S1""#)

  /// A generated ward, large enough that a search on it does not run out of things to try.
  static func ward() throws -> String {
    var options = ScenarioOptions()
    options.clients = 12
    options.days = 7
    return String(decoding: try Scenario.draft(options).json(), as: UTF8.self)
  }
}
