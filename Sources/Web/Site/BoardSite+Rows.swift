import Board
import HomeCare
import Hummingbird

/// Addresses and forms name visits and people by their rows in the plan's instance: ids may be people's names.
extension BoardSite {
  /// A visit by its row.
  func visitRow(_ text: String?, of plan: PlanInHand) -> VisitID? { Self.row(text, of: plan.instance.visits)?.id }

  /// A staff member by their row.
  func staffRow(_ text: String?, of plan: PlanInHand) -> StaffID? { Self.row(text, of: plan.instance.staff)?.id }

  /// A client by their row.
  func clientRow(_ text: String?, of plan: PlanInHand) -> ClientID? { Self.row(text, of: plan.instance.clients)?.id }

  /// A shift by its row.
  func shiftRow(_ text: String?, of plan: PlanInHand) -> ShiftID? { Self.row(text, of: plan.instance.shifts)?.id }

  /// A staff member by their row, who has to be there where one is named.
  func staff(_ text: String?, of plan: PlanInHand) throws -> StaffID? {
    guard let text else { return nil }
    guard let staff = staffRow(text, of: plan) else { throw HTTPError(.notFound) }
    return staff
  }

  private static func row<Row>(_ text: String?, of rows: [Row]) -> Row? {
    guard let row = text.flatMap({ Int($0) }), rows.indices.contains(row) else { return nil }
    return rows[row]
  }
}
