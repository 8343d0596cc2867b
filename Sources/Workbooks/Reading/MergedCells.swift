/// The values of merged cells: the first cell holds what all of them show.
struct MergedCells {
  private let areas: [ClosedRange<CellPlace>]
  /// The places in `areas` by their first row.
  private let areasFrom: [Int: [Int]]
  private var values: [Int: [UInt8]] = [:]
  private var open: [Int] = []
  private var lastRow = 0

  /// Cells of an area at most: what covers more, such as whole columns, is a layout and no value.
  private static let mostCells = 2_000

  init(_ areas: [ClosedRange<CellPlace>]) {
    self.areas = areas.filter { $0.cellCount <= Self.mostCells }
    areasFrom = Dictionary(grouping: self.areas.indices) { [areas = self.areas] in areas[$0].lowerBound.row }
  }

  /// Takes down what a cell holds, where it is the first of merged ones.
  mutating func note(_ place: CellPlace, _ text: ArraySlice<UInt8>) {
    for area in areasFrom[place.row] ?? [] where areas[area].lowerBound == place { values[area] = Array(text) }
  }

  /// What merged cells show in a row, except in the columns that hold something themselves.
  mutating func filled(inRow row: Int, beside taken: [Int]) -> [(column: Int, text: [UInt8])] {
    for first in (lastRow + 1)..<max(lastRow + 1, row + 1) { open += areasFrom[first] ?? [] }
    lastRow = max(lastRow, row)
    open.removeAll { areas[$0].upperBound.row < row }
    var filled: [(column: Int, text: [UInt8])] = []
    var columns = Set(taken)
    for area in open {
      guard let text = values[area] else { continue }
      for column in areas[area].lowerBound.column...areas[area].upperBound.column
      where columns.insert(column).inserted {
        filled.append((column, text))
      }
    }
    return filled
  }
}

extension ClosedRange<CellPlace> {
  /// How many cells the area has.
  fileprivate var cellCount: Int {
    (upperBound.row - lowerBound.row + 1) * (upperBound.column - lowerBound.column + 1)
  }
}
