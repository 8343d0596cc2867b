/// What using each arc costs, in parts of a point.
final class ArcPrices: Sendable {
  /// How many parts a point has.
  let unit: Int64
  private let table: Table<ArcRow, Int32>

  init(count: Int, unit: Int64) {
    self.unit = unit
    table = Table(count: count, repeating: 0)
  }

  @inline(__always) subscript(arc: ArcRow) -> Int32 {
    get { table[arc] }
    set { table[arc] = newValue }
  }
}
