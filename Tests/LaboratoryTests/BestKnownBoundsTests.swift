import Foundation
import Interchange
import TestSupport
import Testing

@testable import Laboratory

@Suite struct BestKnownBoundsTests {
  private static let text = """
    {
      "format": "samma-best-known/1",
      "entries": [
        {"instance": "a", "total": 80, "parts": {"distinct": 3}, "bound": 70, "seed": 1},
        {"instance": "b \\u00e5", "total": 50, "note": "kept"}
      ]
    }

    """

  private func raised(_ instance: String, to bound: Int) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("samma-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("best.json").path
    try Data(Self.text.utf8).write(to: URL(fileURLWithPath: path))
    return try BestKnownBounds(path: path).raising(instance, to: bound).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func aHigherBoundTakesThePlaceOfTheOldOneAndAllElseStays() throws {
    let expected = Self.text.replacingOccurrences(of: "\"bound\": 70", with: "\"bound\": 75")
    #expect(try raised("a", to: 75) == expected)
    #expect(try raised("a", to: 80) != nil)
  }

  @Test func aBoundIsAddedBehindTheTotalWhereThereIsNone() throws {
    let expected = Self.text.replacingOccurrences(of: "\"total\": 50", with: "\"total\": 50, \"bound\": 49")
    #expect(try raised("b å", to: 49) == expected)
  }

  @Test func aLowerBoundChangesNothing() throws {
    #expect(try raised("a", to: 70) == nil)
    #expect(try raised("a", to: 12) == nil)
  }

  @Test func aBoundAboveTheBestKnownTotalIsRefused() throws {
    #expect(throws: InputError.self) { try raised("a", to: 81) }
    #expect(throws: InputError.self) { try raised("c", to: 1) }
  }
}
