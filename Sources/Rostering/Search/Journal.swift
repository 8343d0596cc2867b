/// What a compound move has done, so that it can be undone step by step.
struct Journal {
  private enum Kind: Int32 { case inserted, removed, opened, closed, startChanged }

  private struct Entry {
    var kind: Kind
    var subject: Int32
    var first: Int32
    var second: Int32
  }

  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  mutating func clear() { entries.removeAll(keepingCapacity: true) }

  mutating func insert(_ slot: Int32, into shift: Int32, after position: Int32, in state: SearchState) {
    state.insert(slot, into: shift, after: position)
    entries.append(Entry(kind: .inserted, subject: slot, first: 0, second: 0))
  }

  mutating func remove(_ slot: Int32, in state: SearchState) {
    entries.append(
      Entry(kind: .removed, subject: slot, first: state.slotShift[slot], second: state.slotPosition[slot]))
    state.remove(slot)
  }

  mutating func close(_ visit: Int32, in state: SearchState) {
    state.close(visit)
    entries.append(Entry(kind: .closed, subject: visit, first: 0, second: 0))
  }

  mutating func reopen(_ visit: Int32, in state: SearchState) {
    state.reopen(visit)
    entries.append(Entry(kind: .opened, subject: visit, first: 0, second: 0))
  }

  mutating func chooseStart(_ visit: Int32, _ start: Int32, in state: SearchState) {
    entries.append(
      Entry(kind: .startChanged, subject: visit, first: state.earliestStart[visit], second: state.latestStart[visit]))
    state.chooseStart(visit, start)
  }

  mutating func releaseStart(_ visit: Int32, in state: SearchState) {
    entries.append(
      Entry(kind: .startChanged, subject: visit, first: state.earliestStart[visit], second: state.latestStart[visit]))
    state.releaseStart(visit)
  }

  /// Unassigns a whole visit and gives it its own window again, whatever its start was held to.
  mutating func removeVisit(_ visit: Int32, in state: SearchState) {
    let row = state.problem.visits[visit]
    reopen(visit, in: state)
    for slot in row.firstSlot..<row.firstSlot + row.need { remove(slot, in: state) }
    if state.earliestStart[visit] != row.earliest || state.latestStart[visit] != row.latest {
      releaseStart(visit, in: state)
    }
  }

  /// Adds the steps of another journal behind this one's.
  mutating func append(_ other: Journal) { entries.append(contentsOf: other.entries) }

  /// Takes everything back, last step first.
  mutating func undo(in state: SearchState) {
    while let entry = entries.popLast() {
      switch entry.kind {
      case .inserted: state.remove(entry.subject)
      case .removed: state.insert(entry.subject, into: entry.first, after: entry.second - 1)
      case .opened: state.close(entry.subject)
      case .closed: state.reopen(entry.subject)
      case .startChanged:
        if entry.first == entry.second {
          state.chooseStart(entry.subject, entry.first)
        } else {
          state.releaseStart(entry.subject)
        }
      }
    }
  }
}
