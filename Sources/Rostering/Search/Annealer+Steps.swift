extension Annealer {
  /// Performs a number of moves at the run's temperature.
  func step(_ run: inout Run, moves: Int, mix: MoveMix) {
    if slotTotal.pointee == 0 { return }
    for _ in 0..<moves {
      let draw = Int(run.random.next() >> 48)
      let kind: Int
      let accepted: Bool
      if draw < mix.exchange {
        kind = 1
        accepted = exchange(&run)
      } else if draw < mix.pair {
        kind = 2
        accepted = ruinPair(&run)
      } else if draw < mix.neighbourhood {
        kind = 3
        accepted = ruinNeighbourhood(&run)
      } else if draw < mix.shifts {
        kind = 4
        accepted = ruinShifts(&run)
      } else if draw < mix.start {
        kind = 5
        accepted = shiftStart(&run)
      } else if draw < mix.open {
        kind = 6
        accepted = ruinForOpen(&run)
      } else {
        kind = 0
        accepted = relocate(&run)
      }
      run.tried[kind] += 1
      if accepted { run.accepted[kind] += 1 }
    }
  }
}

/// How often each move is drawn: upper ends of ranges of 0..<65536; the rest relocates.
struct MoveMix {
  var exchange = 20000
  var pair = 20200
  var neighbourhood = 20500
  var shifts = 20600
  var start = 20700
  var open = 20800
}
