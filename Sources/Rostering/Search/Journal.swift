/// What a compound move has done, so that it can be undone step by step.
struct Journal {
  private enum Step {
    case inserted(SlotRow)
    case removed(SlotRow, from: ShiftRow, position: Int32)
    case opened(VisitRow)
    case closed(VisitRow)
    case held(VisitRow, before: HeldWindow)
    case refitted(VisitRow, before: HeldWindow)
    case usualChanged(SeriesRow, before: Minutes)
  }

  private var steps: [Step] = []

  var isEmpty: Bool { steps.isEmpty }

  mutating func clear() { steps.removeAll(keepingCapacity: true) }

  mutating func insert(_ slot: SlotRow, into shift: ShiftRow, after position: Int32, in state: SearchState) {
    state.insert(slot, into: shift, after: position)
    steps.append(.inserted(slot))
  }

  /// Puts a slot into a shift, its visit first held to a window where there is one.
  mutating func insert(
    _ slot: SlotRow, into shift: ShiftRow, after position: Int32, holding window: HeldWindow, in state: SearchState
  ) {
    if window.exists { hold(state.problem.slots[slot].visit, to: window, in: state) }
    insert(slot, into: shift, after: position, in: state)
  }

  mutating func remove(_ slot: SlotRow, in state: SearchState) {
    steps.append(.removed(slot, from: state.slotShift[slot], position: state.slotPosition[slot]))
    state.remove(slot)
  }

  mutating func close(_ visit: VisitRow, in state: SearchState) {
    state.close(visit)
    steps.append(.closed(visit))
  }

  mutating func reopen(_ visit: VisitRow, in state: SearchState) {
    state.reopen(visit)
    steps.append(.opened(visit))
  }

  mutating func chooseStart(_ visit: VisitRow, _ start: Minutes, in state: SearchState) {
    steps.append(.held(visit, before: state.held(visit)))
    state.chooseStart(visit, start)
  }

  mutating func releaseStart(_ visit: VisitRow, in state: SearchState) {
    steps.append(.held(visit, before: state.held(visit)))
    state.releaseStart(visit)
  }

  /// Holds a visit that is not in any route to a window.
  mutating func hold(_ visit: VisitRow, to window: HeldWindow, in state: SearchState) {
    steps.append(.held(visit, before: state.held(visit)))
    state.hold(visit, to: window)
  }

  /// Holds an assigned visit to another window where it stands; returns whether its routes still work.
  mutating func refit(_ visit: VisitRow, to window: HeldWindow, in state: SearchState) -> Bool {
    steps.append(.refitted(visit, before: state.held(visit)))
    return state.refit(visit, to: window)
  }

  /// Changes the usual time of a series; its visits are still held as they were.
  mutating func setUsual(_ series: SeriesRow, _ minutes: Minutes, in state: SearchState) {
    steps.append(.usualChanged(series, before: state.usual[series]))
    state.usual[series] = minutes
  }

  /// Unassigns a whole visit and gives it its own window again, whatever its start was held to.
  mutating func removeVisit(_ visit: VisitRow, in state: SearchState) {
    let row = state.problem.visits[visit]
    reopen(visit, in: state)
    for slot in row.slots { remove(slot, in: state) }
    if state.earliestStart[visit] != row.earliest || state.latestStart[visit] != row.latest
      || state.deviation[visit] != 0
    {
      releaseStart(visit, in: state)
    }
  }

  /// Adds the steps of another journal behind this one's.
  mutating func append(_ other: Journal) { steps.append(contentsOf: other.steps) }

  /// Takes everything back, last step first.
  mutating func undo(in state: SearchState) {
    while let step = steps.popLast() {
      switch step {
      case .inserted(let slot): state.remove(slot)
      case .removed(let slot, let shift, let position): state.insert(slot, into: shift, after: position - 1)
      case .opened(let visit): state.close(visit)
      case .closed(let visit): state.reopen(visit)
      case .held(let visit, let before): state.hold(visit, to: before)
      case .refitted(let visit, let before): state.refit(visit, to: before)
      case .usualChanged(let series, let before): state.usual[series] = before
      }
    }
  }
}
