/// The moves of the search, in the order of the draw: the one list of them.
///
/// A move is a file of the search with a function that tries it; its draw share stands here, where settings, mix and
/// tests read it.
enum Move: Int, CaseIterable {
  case exchange, ruinPair, ruinNeighbours, ruinShifts, restart, makeRoom, slide
  case relocateBundle, exchangeBundles, ruinBundles, usualTime, ruinSeries, takeOver, emptyShift, leave, relocate

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
    case .relocateBundle:
      .init("relocateBundle", \.relocateBundle, range, "per thousand moves: other staff for visits tied by same")
    case .exchangeBundles:
      .init("exchangeBundles", \.exchangeBundles, range, "per thousand moves: exchanges of visits tied by same")
    case .ruinBundles:
      .init("ruinBundles", \.ruinBundles, range, "per thousand moves: ruins of visits tied by same")
    case .usualTime: .init("usualTime", \.usualTime, range, "per thousand moves: other usual times of series")
    case .ruinSeries: .init("ruinSeries", \.ruinSeries, range, "per thousand moves: ruins of series")
    case .takeOver: .init("takeOver", \.takeOver, range, "per thousand moves: visits taken over by one person")
    case .emptyShift: .init("emptyShift", \.emptyShift, range, "per thousand moves: ruins of a whole pool shift")
    case .leave: .init("leave", \.leave, range, "per thousand moves: visits left or taken up, where leaving may pay")
    case .relocate: nil
    }
  }

  /// How many times its share it is drawn.
  func factor(_ traits: MoveTraits) -> Double {
    switch self {
    case .restart: traits.choosesOften ? traits.restartFactor : 1
    case .slide: traits.choosesOften ? 1 : 0
    case .relocateBundle, .exchangeBundles, .ruinBundles: traits.bundled
    case .usualTime, .ruinSeries, .takeOver: traits.steadies ? 1 : 0
    case .emptyShift: traits.paysForPool ? 1 : 0
    case .leave: traits.leavingPays ? 1 : 0
    default: 1
    }
  }
}

/// What decides of an instance how often moves are drawn.
struct MoveTraits {
  /// Whether the starts of many visits are decisions.
  var choosesOften = false
  /// How many times its share `restart` is drawn there.
  var restartFactor = SearchParameters().restartFactor
  /// The part of all visits that links tie to others, for one staff member.
  var bundled = 0.0
  /// Whether there are pool shifts, and calling one in costs something.
  var paysForPool = false
  /// Whether starts beside usual times cost something.
  var steadies = false
  /// Whether leaving a visit could cost less than serving it.
  var leavingPays = false
}
