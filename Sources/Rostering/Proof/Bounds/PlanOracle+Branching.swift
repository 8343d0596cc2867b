/// Branch and bound over what the bids leave open.
extension PlanOracle {
  func explore(depth: Int, _ isOver: () -> Bool) {
    nodes += 1
    let bound = improveBids(steps: depth == 0 ? 200 : 40, depth: depth)
    if bound >= incumbentCost {
      if depth == 0 { for row in 0..<rowCount { rootBids[row] = bestBids[row] } }
      return
    }
    if nodes >= nodeLimit || (nodes & 15 == 0 && isOver()) {
      unexplored = min(unexplored, bound)
      nodes = max(nodes, nodeLimit)
      return
    }
    if depth == 0 {
      rootBound = max(0, bound)
      for row in 0..<rowCount { rootBids[row] = bestBids[row] }
    }
    // From the best bids, staff whose worth settles them at this node.
    for row in 0..<rowCount { bids[row] = bestBids[row] }
    _ = evaluate()
    var settled: [Int] = []
    defer { for staff in settled { status[staff] = 0 } }
    for staff in 0..<staffCount where status[staff] == 0 {
      // A staff member not among the taken adds at least the worth beyond the dearest taken one.
      if !taken[staff] && bound + max(0, worth[staff] - max(0, dearestTaken)) >= incumbentCost {
        status[staff] = 2
        settled.append(staff)
      }
    }
    let kept = (0..<rowCount).map { bestBids[$0] }
    guard let row = hardestRow() else {
      branchOnStaff(depth: depth, bids: kept, isOver)
      return
    }
    let options = (0..<staffCount).filter { status[$0] == 0 && cost[$0 * rowCount + row] < Self.absent }
      .sorted { (worth[$0], $0) < (worth[$1], $1) }
    // One of them is met; whoever was tried is not met in what follows.
    for staff in options {
      status[staff] = 1
      for row in 0..<rowCount { bids[row] = kept[row] }
      explore(depth: depth + 1, isOver)
      status[staff] = 2
    }
    for staff in options { status[staff] = 0 }
  }

  /// The row with the fewest staff to choose among, of those that staff met so far cannot serve.
  func hardestRow() -> Int? {
    var best: Int?
    var fewest = Int32.max
    for row in 0..<rowCount {
      var lacking = need[row]
      var choice: Int32 = 0
      for staff in 0..<staffCount where cost[staff * rowCount + row] < Self.absent {
        if status[staff] == 1 { lacking -= 1 }
        if status[staff] == 0 { choice += 1 }
      }
      if lacking > 0 && choice - lacking < fewest {
        fewest = choice - lacking
        best = row
      }
    }
    return best
  }

  /// Everything can be served: what is left is whether more staff save enough.
  func branchOnStaff(depth: Int, bids kept: [Int32], _ isOver: () -> Bool) {
    var set = [Bool](repeating: false, count: staffCount)
    var branch: Int?
    for staff in 0..<staffCount {
      set[staff] = status[staff] == 1
      if status[staff] == 0 && branch.map({ worth[staff] < worth[$0] }) ?? true { branch = staff }
    }
    consider(set)
    guard let branch else { return }
    for choice in worth[branch] < 0 ? [UInt8(1), 2] : [2, 1] {
      status[branch] = choice
      for row in 0..<rowCount { bids[row] = kept[row] }
      explore(depth: depth + 1, isOver)
    }
    status[branch] = 0
  }

  /// Raises and lowers the bids by subgradient steps towards the incumbent's cost; returns the best bound, rounded up
  /// to nothing.
  func improveBids(steps: Int, depth: Int) -> Int64 {
    var best = Int64.min
    var scale = depth == 0 ? 1.0 : 0.5
    var stalled = 0
    for row in 0..<rowCount {
      var candidates: Int32 = 0
      for staff in 0..<staffCount where status[staff] != 2 && cost[staff * rowCount + row] < Self.absent {
        candidates += 1
      }
      if candidates < need[row] { return .max }
    }
    required = max(block.leastStaff, leastCover())
    for step in 0..<steps {
      let bound = evaluate()
      if bound > best {
        if bound > best + unit / 2000 { stalled = 0 }
        best = bound
        for row in 0..<rowCount { bestBids[row] = bids[row] }
        if best >= incumbentCost { return best }
      } else {
        stalled += 1
        if stalled >= 8 {
          scale *= 0.5
          stalled = 0
          if scale < 0.01 { break }
        }
      }
      if depth == 0 ? step & 31 == 3 : step == 20 { consider(repaired((0..<staffCount).map { taken[$0] })) }
      var norm: Int32 = 0
      for row in 0..<rowCount {
        let lack = need[row] - served[row]
        norm += lack * lack
      }
      if norm == 0 {
        consider(repaired((0..<staffCount).map { taken[$0] }))
        break
      }
      let target = incumbentCost == .max ? best + unit : incumbentCost
      let length = scale * 1.02 * Double(max(target - bound, unit / 64)) / Double(norm)
      for row in 0..<rowCount {
        let lack = need[row] - served[row]
        if lack != 0 {
          let change = Int64(length * Double(lack))
          bids[row] = Int32(clamping: max(0, min(Int64(bidLimit[row]), Int64(bids[row]) + change)))
        }
      }
    }
    return best
  }

  /// A bound on the paid staff of any plan at the present node: those met already, and a fractional packing of the rows
  /// that they leave.
  func leastCover() -> Int {
    let share: Int32 = 720_720
    var met = 0
    for staff in 0..<staffCount {
      ordered[staff] = 0
      if status[staff] == 1 && opening[staff] > 0 { met += 1 }
    }
    for row in 0..<rowCount {
      served[row] = need[row]
      for staff in 0..<staffCount where status[staff] == 1 && cost[staff * rowCount + row] < Self.absent {
        served[row] -= 1
      }
      guard served[row] > 0 else { continue }
      for staff in 0..<staffCount where status[staff] == 0 && cost[staff * rowCount + row] < Self.absent {
        ordered[staff] += 1
      }
    }
    var total: Int64 = 0
    for staff in 0..<staffCount { worth[staff] = Int64(share) }
    for row in 0..<rowCount where served[row] > 0 {
      var most: Int64 = 1
      for staff in 0..<staffCount where status[staff] == 0 && cost[staff * rowCount + row] < Self.absent {
        most = max(most, ordered[staff])
      }
      for staff in 0..<staffCount where cost[staff * rowCount + row] < Self.absent {
        worth[staff] -= Int64(share) / most
      }
      total += Int64(share) / most * Int64(served[row])
    }
    for row in 0..<rowCount where served[row] > 0 {
      var room = Int64(share)
      for staff in 0..<staffCount where status[staff] == 0 && cost[staff * rowCount + row] < Self.absent {
        room = min(room, worth[staff])
      }
      for staff in 0..<staffCount where cost[staff * rowCount + row] < Self.absent { worth[staff] -= room }
      total += room * Int64(served[row])
    }
    return met + Int((total + Int64(share) - 1) / Int64(share))
  }

  /// The Lagrangian bound at the present bids; leaves who is taken and how often each row is served.
  func evaluate() -> Int64 {
    var total: Int64 = 0
    for row in 0..<rowCount {
      total += Int64(need[row]) * Int64(bids[row])
      served[row] = 0
    }
    var required = required
    var spare = 0
    for staff in 0..<staffCount {
      if status[staff] == 2 {
        taken[staff] = false
        continue
      }
      let start = staff * rowCount
      var gain: Int32 = 0
      for row in 0..<rowCount { gain &+= max(0, bids[row] &- cost[start + row]) }
      worth[staff] = opening[staff] - Int64(gain)
      let isTaken = status[staff] == 1 || worth[staff] < 0
      taken[staff] = isTaken
      if isTaken {
        total += worth[staff]
        if opening[staff] > 0 { required -= 1 }
      } else {
        ordered[spare] = worth[staff]
        spare += 1
      }
    }
    dearestTaken = 0
    // Every plan meets so many: those that pay least join although they do not pay.
    while required > 0 {
      var pick = -1
      for staff in 0..<staffCount where status[staff] == 0 && !taken[staff] && opening[staff] > 0 {
        if pick < 0 || worth[staff] < worth[pick] { pick = staff }
      }
      if pick < 0 { return .max }
      taken[pick] = true
      total += worth[pick]
      dearestTaken = worth[pick]
      required -= 1
    }
    for staff in 0..<staffCount where taken[staff] {
      let start = staff * rowCount
      for row in 0..<rowCount { served[row] &+= bids[row] > cost[start + row] ? 1 : 0 }
    }
    return total
  }
}
