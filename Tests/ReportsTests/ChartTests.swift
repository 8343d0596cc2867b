import Foundation
import Testing

@testable import Reports

@Suite struct ChartTests {
  /// The heights at which the lines' names stand, from the picture's top, in the order drawn.
  private func heights(of names: [String], ending end: Double) throws -> [Double] {
    let lines = names.enumerated().map { style, name in
      Chart.Line(name, [(1, 50), (2, end)], look: .style(style))
    }
    let chart = try #require(
      Chart(title: "t", description: "d", axis: ("x", "y"), lines: lines, yRange: 0...100))
    return try names.map { name in
      let before = try #require(chart.file.split(separator: ">\(name)</text>", maxSplits: 1).first)
      let height = try #require(before.split(separator: " y=\"").last)
      return try #require(Double(height.prefix { $0 != "\"" }))
    }
  }

  @Test(arguments: [0.0, 50, 100]) func namesOfManyLinesStandApartInsideThePicture(end: Double) throws {
    let heights = try heights(of: (1...7).map { "line-\($0)" }, ending: end)
    for (above, below) in zip(heights, heights.dropFirst()) { #expect(below - above >= 12.9) }
    #expect(heights.allSatisfy { (40...310).contains($0) })
  }

  @Test func namesOfVeryManyLinesShareTheRoom() throws {
    let heights = try heights(of: (1...60).map { "line-\($0)." }, ending: 0)
    #expect(heights.allSatisfy { (40...310).contains($0) })
    #expect(heights == heights.sorted())
  }

  @Test func namesOfLinesThatEndTogetherStandFromThereDown() throws {
    let heights = try heights(of: ["low", "high"].reversed(), ending: 50)
    #expect(heights[0] < heights[1])
    #expect(abs(heights[0] - 176) < 6)
  }

  @Test func namesOfLevelsStandBeyondThePlotAndApart() throws {
    let line = Chart.Line("", [(0, 3), (1, 4)], look: .plain)
    var chart = try #require(
      Chart(title: "t", description: "d", axis: ("x", "y"), .places(["a", "b"]), lines: [line], yRange: 0...100))
    chart.levels = [(50, "fifty"), (50.5, "more"), (49.5, "less")]
    let places = try ["more", "fifty", "less"].map { name in
      let before = try #require(chart.file.split(separator: ">\(name)</text>", maxSplits: 1).first)
      let text = try #require(before.split(separator: "<text ").last)
      let numbers = text.matches(of: /[xy]="([0-9.]+)"/).compactMap { Double($0.output.1) }
      return (x: numbers[0], y: numbers[1])
    }
    for (above, below) in zip(places, places.dropFirst()) { #expect(below.y - above.y >= 12.9) }
    let end = try #require(chart.file.firstMatch(of: /<polyline points="[^"]* ([0-9.]+),/))
    #expect(places.allSatisfy { $0.x > Double(end.output.1) ?? 0 })
  }

  @Test func aScaleOfTrendsBeginsWhereTheChangeIsSeen() {
    #expect(Chart.closeRange([8.8, 21, 14]).lowerBound >= 5)
    #expect(Chart.closeRange([0.5, 3]).lowerBound == 0)
  }

  @Test func aPointWithoutAValueLeavesAGap() throws {
    let line = Chart.Line("", [(0, 3), (1, 4), (2, nil), (3, 5)], look: .plain)
    let chart = try #require(
      Chart(title: "t", description: "d", axis: ("x", "y"), .places(["a", "b", "c", "d"]), lines: [line]))
    #expect(chart.file.components(separatedBy: "<polyline").count == 3)
    #expect(chart.file.components(separatedBy: "<circle").count == 4)
  }

  @Test func barsStandOnTheFloorAndTheirHeightsFollowTheirValues() throws {
    var chart = try #require(
      Chart(
        title: "t", description: "d", axis: ("x", "y"), .places(["0", "1"]), lines: [],
        yRange: Chart.wholeRange(upTo: 4)))
    chart.bars = [(4, 0), (2, 3)]
    let bars = chart.file.components(separatedBy: "<rect x=").dropFirst()
    let heights = try bars.map { bar in
      let height = try #require(bar.split(separator: "height=\"").dropFirst().first)
      return try #require(Double(height.prefix { $0 != "\"" }))
    }
    #expect(heights.count == 2 && abs(heights[0] - 2 * heights[1]) < 0.11)
  }
}
