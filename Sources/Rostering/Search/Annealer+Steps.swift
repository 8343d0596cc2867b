extension Annealer {
  /// Moves between two looks at whether the run was told to end.
  private static let movesBetweenLooks = 1_000

  /// Draws and tries a number of moves at the run's temperature; fewer where the run is told to end.
  func step(_ run: inout Run, moves: Int, mix: MoveMix, until cancellation: Cancellation) {
    if problem.slotCount == 0 { return }
    var left = moves
    while left > 0 && !cancellation.isCancelled {
      step(&run, moves: min(left, Self.movesBetweenLooks), mix: mix)
      left -= Self.movesBetweenLooks
    }
  }

  private func step(_ run: inout Run, moves: Int, mix: MoveMix) {
    for _ in 0..<moves {
      let draw = Int(run.random.next() >> 48)
      if draw < mix.exchange {
        _ = exchange(&run, knownChance: mix.exchangeKnown)
      } else if draw >= mix.slide {
        _ = relocate(&run, knownChance: mix.relocateKnown)
      } else {
        compound(&run, draw, mix)
      }
    }
  }

  @inline(never)
  private func compound(_ run: inout Run, _ draw: Int, _ mix: MoveMix) {
    if draw < mix.ruinPair {
      _ = ruinPair(&run)
    } else if draw < mix.ruinNeighbours {
      _ = ruinNeighbours(&run)
    } else if draw < mix.ruinShifts {
      _ = ruinShifts(&run)
    } else if draw < mix.restart {
      _ = restart(&run)
    } else if draw < mix.makeRoom {
      _ = makeRoom(&run)
    } else {
      _ = slide(&run)
    }
  }
}
