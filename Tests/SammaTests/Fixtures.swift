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
