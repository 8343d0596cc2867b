import Foundation
import HomeCare
import Interchange
import Testing

/// The optima that `instances/best-known.json` states for the hand-made instances, against brute force.
@Suite struct KnownOptimaTests {
  private struct BestKnown: Decodable {
    struct Entry: Decodable {
      let instance: String
      let total: Int
      let parts: [String: Int]
      let bound: Int?
    }

    let entries: [Entry]
  }

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("instances")

  /// Instances made by hand, small enough for every roster to be tried.
  static let tiny = [
    "tiny-breaks", "tiny-caps", "tiny-double", "tiny-history", "tiny-links", "tiny-periods", "tiny-pool",
    "tiny-unassignable", "tiny-windows",
  ]

  /// One of the instances of the package.
  static func instance(_ name: String) throws -> Instance {
    try InstanceSource.json(path: folder.appendingPathComponent("\(name).json").path).read()
  }

  @Test(arguments: tiny) func noRosterOfATinyInstanceBeatsTheBestKnown(_ name: String) throws {
    let instance = try Self.instance(name)
    let best = BruteForce.best(of: instance).roster
    let known = try JSONDecoder().decode(
      BestKnown.self, from: Data(contentsOf: Self.folder.appendingPathComponent("best-known.json")))
    let entry = try #require(known.entries.first { $0.instance == name })
    #expect(best.score.total == entry.total)
    #expect(entry.bound == entry.total)
    for part in [ScorePart.unassigned, .distinct] {
      #expect(best.score[part] == entry.parts[part.name])
    }
  }
}
