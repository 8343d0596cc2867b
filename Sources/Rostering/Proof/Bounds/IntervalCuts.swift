/// Finds intervals of a shift into which a fractional solution crams more than fits.
struct IntervalCuts {
  let load: ShiftLoad
  let number: ShiftRow
  private var travelFrom: [Minutes: [Minutes]] = [:]

  init(_ load: ShiftLoad, number: ShiftRow) {
    self.load = load
    self.number = number
  }

  /// The most violated intervals at fractional shares of the shift's visits, at most `limit`, worst first.
  mutating func violated(by shares: [Double], margin: Double, limit: Int) -> [ShiftCut] {
    let present = load.items.indices.filter { shares[$0] > 1e-6 }
    guard present.count > 1 else { return [] }
    var found: [(excess: Double, cut: ShiftCut)] = []
    let begins = Set(present.map { load.items[$0].release } + [load.shift.start]).sorted()
    let ends = Set(present.map { load.items[$0].deadline }).sorted()
    for begin in begins {
      let travelTo = travelFrom[begin] ?? load.leastTravel(begin: begin)
      travelFrom[begin] = travelTo
      for end in ends where end > begin {
        // A look at the visits present tells whether the full cut is worth making.
        var used = 0.0
        var dearest: Minutes = 0
        for index in present where load.items[index].release >= begin && load.items[index].deadline <= end {
          used += shares[index] * Double(load.items[index].minutes + travelTo[index])
          dearest = max(dearest, travelTo[index])
        }
        if used <= Double(end - begin) * 0.8 { continue }
        guard let cut = load.intervalCut(number: number, begin: begin, end: end, travelTo: travelTo) else { continue }
        let excess = (used - Double(cut.capacity)) / Double(max(1, cut.capacity))
        if excess > margin { found.append((excess, cut)) }
      }
    }
    found.sort { ($0.excess, $1.cut.capacity) > ($1.excess, $0.cut.capacity) }
    return found.prefix(limit).map(\.cut)
  }
}
