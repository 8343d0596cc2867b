@testable import Rostering

// Tests that recompute something by themselves count from 0 in the instance's own lists, and name rows of the small
// instances that they make by their numbers.

extension Row {
  /// A row by its number.
  public init(integerLiteral number: Int32) { self.init(number: number) }
}

extension VisitRow: ExpressibleByIntegerLiteral {}
extension SlotRow: ExpressibleByIntegerLiteral {}
extension ShiftRow: ExpressibleByIntegerLiteral {}
extension StaffRow: ExpressibleByIntegerLiteral {}

extension Table where Key: Row {
  subscript(index: Int) -> Element { self[Key(index)] }
}
