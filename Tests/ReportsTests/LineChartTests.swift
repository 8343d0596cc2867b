import Testing

@testable import Reports

@Suite struct LineChartTests {
  /// The heights at which the lines' names stand, from the picture's top, in the order drawn.
  private func heights(of names: [String], ending end: Double) throws -> [Double] {
    let lines = names.enumerated().map { style, name in
      LineChart.Line(name, [(1, 50), (2, end)], style: style, isStepped: false)
    }
    let chart = try #require(
      LineChart(title: "t", description: "d", axis: ("x", "y"), lines: lines, yRange: 0...100))
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
}
