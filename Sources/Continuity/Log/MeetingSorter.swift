/// Brings meetings into the order of client, start and staff, and drops repeated rows.
struct MeetingSorter {
  private(set) var bounds: [Int]
  private(set) var starts: [Int32]
  private(set) var staff: [Int32]
  private(set) var traits: [Int32]
  private(set) var lengths: [UInt16]
  /// Empty where no planned start is known.
  private(set) var plannedAfter: [Int16]
  private(set) var duplicates = 0

  private let knowsPlans: Bool

  /// Puts meetings beside those of the same client, in the order in which they came, and empties the pieces on the way.
  init(clientCount: Int, emptying pieces: inout [[MeetingRow]]) {
    bounds = Array(repeating: 0, count: clientCount + 1)
    var knowsPlans = false
    for piece in pieces {
      for row in piece {
        bounds[Int(row.client) + 1] += 1
        if row.plannedAfter != MeetingRow.unplanned { knowsPlans = true }
      }
    }
    self.knowsPlans = knowsPlans
    for client in 0..<clientCount { bounds[client + 1] += bounds[client] }
    let count = bounds[clientCount]
    starts = Array(repeating: 0, count: count)
    staff = Array(repeating: 0, count: count)
    traits = Array(repeating: 0, count: count)
    lengths = Array(repeating: 0, count: count)
    plannedAfter = knowsPlans ? Array(repeating: 0, count: count) : []
    var next = bounds
    for number in pieces.indices {
      for row in pieces[number] {
        let place = next[Int(row.client)]
        next[Int(row.client)] = place + 1
        starts[place] = row.start
        staff[place] = row.staff
        traits[place] = row.trait
        lengths[place] = row.length
        if knowsPlans { plannedAfter[place] = row.plannedAfter }
      }
      pieces[number] = []
    }
  }

  /// Sorts each client's meetings and drops those that stand there already.
  mutating func sort() {
    var kept = 0
    var scratch: [Row] = []
    for client in 0..<(bounds.count - 1) {
      let range = bounds[client]..<bounds[client + 1]
      if !isSorted(range) { sort(range, using: &scratch) }
      bounds[client] = kept
      for index in range {
        let row = row(index)
        if kept > bounds[client], row == self.row(kept - 1) {
          duplicates += 1
          continue
        }
        if kept != index { put(row, at: kept) }
        kept += 1
      }
    }
    bounds[bounds.count - 1] = kept
    starts.removeLast(starts.count - kept)
    staff.removeLast(staff.count - kept)
    traits.removeLast(traits.count - kept)
    lengths.removeLast(lengths.count - kept)
    if knowsPlans { plannedAfter.removeLast(plannedAfter.count - kept) }
  }

  private typealias Row = (start: Int32, staff: Int32, trait: Int32, length: UInt16, plannedAfter: Int16)

  private func row(_ index: Int) -> Row {
    (starts[index], staff[index], traits[index], lengths[index], knowsPlans ? plannedAfter[index] : 0)
  }

  private mutating func put(_ row: Row, at index: Int) {
    (starts[index], staff[index], traits[index]) = (row.start, row.staff, row.trait)
    lengths[index] = row.length
    if knowsPlans { plannedAfter[index] = row.plannedAfter }
  }

  private func isSorted(_ range: Range<Int>) -> Bool {
    // A log is mostly written in the order of time, which leaves little to do.
    range.dropFirst().allSatisfy { row($0 - 1) <= row($0) }
  }

  private mutating func sort(_ range: Range<Int>, using scratch: inout [Row]) {
    scratch.removeAll(keepingCapacity: true)
    for index in range { scratch.append(row(index)) }
    scratch.sort(by: <)
    for (index, row) in zip(range, scratch) { put(row, at: index) }
  }
}
