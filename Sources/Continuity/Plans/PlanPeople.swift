/// People whom a log calls otherwise than the instance of a plan does: another spelling of the id, or the name.
public struct PlanPeople: Hashable, Sendable {
  /// By the log's id of a client the plan's.
  public let clients: [String: String]
  /// By the log's id of a staff member the plan's.
  public let staff: [String: String]

  /// People by the ids of the log; nobody where absent.
  public init(clients: [String: String] = [:], staff: [String: String] = [:]) {
    (self.clients, self.staff) = (clients, staff)
  }

  /// How many they are.
  public var count: Int { clients.count + staff.count }
}
