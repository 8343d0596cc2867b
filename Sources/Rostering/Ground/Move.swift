/// The moves of the search, in the order of the draw: the one list of them.
///
/// A move is a file of the search with a function that tries it; its draw share stands here, where settings, mix and
/// tests read it.
enum Move: Int, CaseIterable {
  case exchange, ruinPair, ruinNeighbours, ruinShifts, restart, makeRoom, slide, relocate

  /// The setting of its draw share, in parts of a thousand moves; none for relocations, which are what the rest leaves.
  var setting: SearchParameters.Setting? {
    let range = 0.0...1_000.0
    return switch self {
    case .exchange: .init("exchange", \.exchange, range, "per thousand moves: exchanges of two visits")
    case .ruinPair: .init("ruinPair", \.ruinPair, range, "per thousand moves: ruins of a (client, staff) pair")
    case .ruinNeighbours: .init("ruinNeighbours", \.ruinNeighbours, range, "per thousand moves: ruins near in time")
    case .ruinShifts: .init("ruinShifts", \.ruinShifts, range, "per thousand moves: ruins of two shifts")
    case .restart: .init("restart", \.restart, range, "per thousand moves: new starts of teams and linked visits")
    case .makeRoom: .init("makeRoom", \.makeRoom, range, "per thousand moves: room for an unassigned visit")
    case .slide: .init("slide", \.slide, range, "per thousand moves: other starts, where many are decisions")
    case .relocate: nil
    }
  }

  /// How many times its share it is drawn.
  ///
  /// - Parameter choosesOften: whether the starts of many visits are decisions.
  func factor(choosesOften: Bool) -> Double {
    switch self {
    case .restart: choosesOften ? 6 : 1
    case .slide: choosesOften ? 1 : 0
    default: 1
    }
  }
}
