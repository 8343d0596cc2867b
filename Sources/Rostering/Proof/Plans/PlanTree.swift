/// Finds a block's cheapest plan of a given size exactly, by a depth-first search for covers.
///
/// The row that fewest staff could still serve is given one of them after another; whoever was tried is out of what
/// follows, where it would only be found again. Once everything can be served, further staff are tried as long as they save
/// more than meeting them costs: what each saves only shrinks as others join, so whoever does not pay now never will, and
/// the plan without them is one of a smaller size.
/// Branches are cut by the dual bound and what each staff member adds to it, by the staff still needed, and by the size's
/// meetings with the cheapest service of each row.
final class PlanTree {
  private let costs: PlanCosts
  private let words: Int
  /// masks[row · words + w]: the candidates of a row.
  private let masks: Buffer<UInt64>
  /// The candidates of each row, the cheapest first; a run of `staffCount` for each.
  private let ranked: Buffer<Int32>
  // For each depth, a set of staff: those met, and those open to choice.
  private let met: Buffer<UInt64>
  private let open: Buffer<UInt64>
  /// The rows that those met cannot serve, those of fewest candidates first, and how many candidates each has.
  private let lackingRows: Buffer<Int32>
  private let choices: Buffer<Int32>
  private let used: Buffer<UInt64>
  private let kept: Buffer<UInt64>
  /// What each staff member adds to the dual bound.
  private let reduced: Buffer<Int64>
  private var leastOpening: Int64 = 0

  /// How many paid staff plans meet.
  private var size = 0
  /// Nodes that may still be looked at.
  private(set) var nodesLeft = 0
  private var isOver: () -> Bool = { false }
  /// The cost of the best plan known.
  private(set) var best = Int64.max
  /// Whether the staff in `kept` are a better plan's than that known at the beginning.
  private(set) var isBetter = false
  /// The least that plans could cost which were not looked at.
  private(set) var unexplored = Int64.max

  init(_ costs: PlanCosts) {
    self.costs = costs
    let (rows, staff) = (costs.rowCount, costs.staffCount)
    words = (staff + 63) / 64
    masks = Buffer(count: rows * words, repeating: 0)
    ranked = Buffer(count: rows * staff, repeating: 0)
    met = Buffer(count: (staff + 2) * words, repeating: 0)
    open = Buffer(count: (staff + 2) * words, repeating: 0)
    lackingRows = Buffer(count: rows, repeating: 0)
    choices = Buffer(count: rows, repeating: 0)
    used = Buffer(count: words, repeating: 0)
    kept = Buffer(count: words, repeating: 0)
    reduced = Buffer(count: staff, repeating: 0)
    for (row, content) in costs.block.rows.enumerated() {
      for cell in content.cells { masks[row * words + cell.staff >> 6] |= 1 << UInt64(cell.staff & 63) }
    }
  }

  /// The staff of the best plan found, where that is better than the one known at the beginning.
  var staff: [Bool] { (0..<costs.staffCount).map { kept[$0 >> 6] & (1 << UInt64($0 & 63)) != 0 } }

  /// Looks through all plans of a size that cost less than the best known one, as far as the nodes go.
  ///
  /// - Parameter dual: as it bounds plans of the size.
  func search(plansOf size: Int, below known: Int64, dual: PlanDual, nodeLimit: Int, isOver: @escaping () -> Bool) {
    self.size = size
    best = known
    isBetter = false
    unexplored = .max
    nodesLeft = nodeLimit
    self.isOver = isOver
    rank()
    leastOpening = costs.leastOpening
    var metBound = dual.bound
    for word in 0..<words {
      met[word] = 0
      open[word] = 0
    }
    for staff in 0..<costs.staffCount {
      reduced[staff] = dual.reduced[staff]
      if costs.opening[staff] == 0 {
        met[staff >> 6] |= 1 << UInt64(staff & 63)
        metBound += max(0, reduced[staff])
      } else {
        open[staff >> 6] |= 1 << UInt64(staff & 63)
      }
    }
    explore(0, bound: metBound, opened: 0, paid: 0)
    self.isOver = { false }
  }

  private func rank() {
    let (rows, staffCount) = (costs.rowCount, costs.staffCount)
    for row in 0..<rows {
      let first = row * staffCount
      var count = 0
      for staff in 0..<staffCount {
        let cost = costs.cost[staff * rows + row]
        if cost >= PlanCosts.absent { continue }
        var place = count
        while place > 0 && costs.cost[Int(ranked[first + place - 1]) * rows + row] > cost {
          ranked[first + place] = ranked[first + place - 1]
          place -= 1
        }
        ranked[first + place] = Int32(staff)
        count += 1
      }
    }
  }

  // MARK: Nodes

  /// - Parameters:
  ///   - bound: what the dual says of the plans of this node.
  ///   - opened: what meeting those met costs.
  ///   - paid: how many of them cost anything.
  private func explore(_ depth: Int, bound: Int64, opened: Int64, paid: Int) {
    if bound >= best { return }
    if nodesLeft <= 0 || (nodesLeft & 255 == 0 && isOver()) {
      unexplored = min(unexplored, bound)
      nodesLeft = 0
      return
    }
    nodesLeft -= 1
    let at = depth * words
    exclude(at, bound)
    guard let survey = survey(at) else { return }
    let left = size - paid
    if opened + survey.service + Int64(left) * leastOpening >= best { return }
    if survey.lacking == 0 {
      extend(depth, bound: bound, opened: opened, paid: paid)
    } else if left > 0 && stillNeeded(at, survey.lacking) <= left {
      if left == 1 { keepOnlyThoseWhoServeAll(at, survey.lacking) }
      branch(depth, row: Int(lackingRows[0]), bound: bound, opened: opened, paid: paid)
    }
  }

  /// Leaves out of the choice whoever cannot serve every lacking row.
  private func keepOnlyThoseWhoServeAll(_ at: Int, _ lacking: Int) {
    for place in 0..<lacking {
      let row = Int(lackingRows[place])
      for word in 0..<words { open[at + word] &= masks[row * words + word] }
    }
  }

  /// Leaves out all who cannot be in a plan better than the best known.
  private func exclude(_ at: Int, _ bound: Int64) {
    for word in 0..<words {
      var rest = open[at + word]
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest - 1
        if bound + max(0, reduced[word << 6 + bit]) >= best { open[at + word] &= ~(1 << UInt64(bit)) }
      }
    }
  }

  /// Sorts out which rows those met leave, and sums up the cheapest service of each row; `nil` where one cannot be served.
  private func survey(_ at: Int) -> (lacking: Int, service: Int64)? {
    let (rows, staffCount) = (costs.rowCount, costs.staffCount)
    var lackingCount = 0
    var service: Int64 = 0
    for row in 0..<rows {
      var has: Int32 = 0
      var choice: Int32 = 0
      for word in 0..<words {
        let mask = masks[row * words + word]
        has += Int32((mask & met[at + word]).nonzeroBitCount)
        choice += Int32((mask & open[at + word]).nonzeroBitCount)
      }
      var left = costs.need[row]
      let lacking = left - has
      if lacking > 0 {
        let spare = choice - lacking
        if spare < 0 { return nil }
        var place = lackingCount
        while place > 0 && choices[place - 1] > spare {
          choices[place] = choices[place - 1]
          lackingRows[place] = lackingRows[place - 1]
          place -= 1
        }
        choices[place] = spare
        lackingRows[place] = Int32(row)
        lackingCount += 1
      }
      var index = row * staffCount
      while left > 0 {
        let staff = Int(ranked[index])
        if (met[at + staff >> 6] | open[at + staff >> 6]) & (1 << UInt64(staff & 63)) != 0 {
          service += Int64(costs.cost[staff * rows + row])
          left -= 1
        }
        index += 1
      }
    }
    return (lackingCount, service)
  }

  /// At least so many more staff are needed: rows that share no candidates each ask for their own.
  private func stillNeeded(_ at: Int, _ lacking: Int) -> Int {
    for word in 0..<words { used[word] = 0 }
    var needed = 0
    for place in 0..<lacking {
      let row = Int(lackingRows[place])
      var has: Int32 = 0
      var meets = false
      for word in 0..<words {
        let mask = masks[row * words + word]
        has += Int32((mask & met[at + word]).nonzeroBitCount)
        if mask & open[at + word] & used[word] != 0 { meets = true }
      }
      if meets { continue }
      needed += Int(costs.need[row] - has)
      for word in 0..<words { used[word] |= masks[row * words + word] & open[at + word] }
    }
    return needed
  }

  /// Gives the row each of its candidates in turn.
  private func branch(_ depth: Int, row: Int, bound: Int64, opened: Int64, paid: Int) {
    let at = depth * words
    var bound = bound
    while bound < best {
      var pick = -1
      for word in 0..<words {
        var rest = open[at + word] & masks[row * words + word]
        while rest != 0 {
          let staff = word << 6 + rest.trailingZeroBitCount
          rest &= rest - 1
          if pick < 0 || reduced[staff] < reduced[pick] { pick = staff }
        }
      }
      if pick < 0 { return }
      descend(depth, pick, bound: bound, opened: opened, paid: paid)
      open[at + pick >> 6] &= ~(1 << UInt64(pick & 63))
      bound += max(0, -reduced[pick])
    }
  }

  /// Looks at the plans that meet a staff member more.
  private func descend(_ depth: Int, _ staff: Int, bound: Int64, opened: Int64, paid: Int) {
    let (at, next) = (depth * words, (depth + 1) * words)
    for word in 0..<words {
      met[next + word] = met[at + word]
      open[next + word] = open[at + word]
    }
    met[next + staff >> 6] |= 1 << UInt64(staff & 63)
    open[next + staff >> 6] &= ~(1 << UInt64(staff & 63))
    explore(
      depth + 1, bound: bound + max(0, reduced[staff]), opened: opened + costs.opening[staff], paid: paid + 1)
  }

  /// Those met can serve everything: notes the plan, and tries whoever could still save more than they cost.
  private func extend(_ depth: Int, bound: Int64, opened: Int64, paid: Int) {
    let at = depth * words
    let (rows, staffCount) = (costs.rowCount, costs.staffCount)
    // The cost of each row as it is, and its dearest service, below which another staff member saves.
    var total = opened
    for row in 0..<rows {
      var left = costs.need[row]
      var index = row * staffCount
      var dearest: Int32 = 0
      while left > 0 {
        let staff = Int(ranked[index])
        if met[at + staff >> 6] & (1 << UInt64(staff & 63)) != 0 {
          dearest = costs.cost[staff * rows + row]
          total += Int64(dearest)
          left -= 1
        }
        index += 1
      }
      choices[row] = dearest
    }
    if total < best {
      best = total
      isBetter = true
      for word in 0..<words { kept[word] = met[at + word] }
    }
    var hope = total
    var pick = -1
    var most: Int64 = 0
    for word in 0..<words {
      var rest = open[at + word]
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest - 1
        let staff = word << 6 + bit
        var saved = -costs.opening[staff]
        for row in 0..<rows { saved += Int64(max(0, choices[row] &- costs.cost[staff * rows + row])) }
        if saved <= 0 {
          open[at + word] &= ~(1 << UInt64(bit))
          continue
        }
        hope -= saved
        if saved > most { (pick, most) = (staff, saved) }
      }
    }
    if pick < 0 || hope >= best || paid >= size { return }
    descend(depth, pick, bound: bound, opened: opened, paid: paid)
    open[at + pick >> 6] &= ~(1 << UInt64(pick & 63))
    // The same staff, and never the one just tried.
    extend(depth, bound: bound + max(0, -reduced[pick]), opened: opened, paid: paid)
  }
}
