import Foundation
import Testing

@testable import Rostering

/// Keeps `docs/search.md` in step with the search's parameters and moves.
@Suite struct SearchDocumentTests {
  private func document() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/search.md"), encoding: .utf8)
  }

  private func text(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }

  @Test func theDocumentTellsEveryParameterWithItsDefaultAndRange() throws {
    let rows = SearchParameters.all.map { setting in
      let (usual, range) = (SearchParameters()[keyPath: setting.path], setting.range)
      return "| `\(setting.name)` | \(text(usual)) | \(text(range.lowerBound)) | \(text(range.upperBound)) "
        + "| \(setting.meaning) |"
    }
    let head = ["| parameter | default | from | to | meaning |", "| --- | ---: | ---: | ---: | --- |"]
    #expect(try document().contains((head + rows).joined(separator: "\n")))
  }

  @Test func theDocumentTellsEveryMoveWithItsShare() throws {
    let shown = try document().split(separator: "\n")
    let usual = SearchParameters()
    func shares(choosesOften: Bool) -> [Double] {
      let drawn = Move.allCases.compactMap { move in
        move.setting.map { usual[keyPath: $0.path] * move.factor(MoveTraits(choosesOften: choosesOften)) }
      }
      return drawn + [1_000 - drawn.reduce(0, +)]
    }
    for (move, share) in zip(Move.allCases, zip(shares(choosesOften: false), shares(choosesOften: true))) {
      #expect(shown.contains { $0.hasPrefix("| `\(move)` | \(text(share.0)) | \(text(share.1)) | ") }, "\(move)")
    }
  }
}
