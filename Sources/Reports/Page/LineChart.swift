import Foundation

/// A chart of several lines over one quantity, for a page or as a picture of its own.
///
/// Lines differ in shade and in dashes, so that they are told apart in print and by those who see no colours.
package struct LineChart {
  /// One line.
  package struct Line {
    /// Stands beside its end.
    package let name: String
    /// In order of x.
    package let points: [(x: Double, y: Double)]
    let isStepped: Bool
    let style: Int

    /// - Parameters:
    ///   - points: In order of x.
    ///   - style: A number that gives its shade and dashes: the same in all charts of a page for what is the same.
    ///   - isStepped: Whether a value holds until the next point; else points are joined.
    package init(_ name: String, _ points: [(x: Double, y: Double)], style: Int, isStepped: Bool) {
      self.name = name
      self.points = points
      self.isStepped = isStepped
      self.style = style
    }
  }

  /// A point with a name.
  package struct Mark {
    let name: String
    let x: Double
    let y: Double

    /// - Parameter name: Stands beside the point; one without a name is a small dot.
    package init(_ name: String, _ x: Double, _ y: Double) {
      self.name = name
      self.x = x
      self.y = y
    }
  }

  private static let width = 720.0
  private static let height = 342.0
  private static let (left, right, top, bottom) = (52.0, 150.0, 42.0, 40.0)
  private static let colours = ["#0072b2", "#d55e00", "#009e73", "#000000", "#cc79a7", "#7a5c00", "#56b4e9"]
  private static let dashes = ["", "7 3", "2 3", "9 3 2 3", "12 4"]

  private let title: String
  private let description: String
  private let axis: (x: String, y: String)
  private let lines: [Line]
  private let isLogarithmic: Bool
  private let marks: [Mark]
  private let xRange: ClosedRange<Double>
  private let yRange: ClosedRange<Double>

  /// A chart; `nil` where no line has a point.
  ///
  /// - Parameters:
  ///   - isLogarithmic: Whether equal steps along x are equal factors; every x is then above 0.
  ///   - yRange: What y shows; from the points where absent.
  ///   - marks: Points to be marked.
  package init?(
    title: String, description: String, axis: (x: String, y: String), lines: [Line], isLogarithmic: Bool = false,
    yRange: ClosedRange<Double>? = nil, marks: [Mark] = []
  ) {
    self.marks = marks
    let points = lines.flatMap(\.points)
    guard let leastX = points.map(\.x).min(), let mostX = points.map(\.x).max(), let leastY = points.map(\.y).min(),
      let mostY = points.map(\.y).max()
    else { return nil }
    self.title = title
    self.description = description
    self.axis = axis
    self.lines = lines.filter { !$0.points.isEmpty }
    self.isLogarithmic = isLogarithmic
    xRange = leastX...max(mostX, leastX * 1.001 + 1e-9)
    self.yRange = yRange ?? min(0, leastY)...max(mostY * 1.04, leastY + 1e-9)
  }

  /// The chart with its caption, for a page.
  package var figure: String {
    "<figure><figcaption>\(HTMLText.escaped(title))</figcaption>\n\(svg(attributes: ""))</figure>\n"
  }

  /// The chart as an SVG file.
  package var file: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + svg(
        attributes: " xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(Self.width))\" height=\"\(Int(Self.height))\""
          + " font-family=\"system-ui, sans-serif\" font-size=\"11\"",
        extra: "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
          + text(title, Self.left, 15, "start", "font-weight=\"600\""))
  }

  private func svg(attributes: String, extra: String = "") -> String {
    let label = HTMLText.escaped(title + ". " + description)
    return """
      <svg\(attributes) viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-label="\(label)">
      <title>\(HTMLText.escaped(title))</title><desc>\(HTMLText.escaped(description))</desc>
      \(extra)\(axes)\(drawnLines)\(drawnMarks)</svg>

      """
  }

  // MARK: Places

  private func x(_ value: Double) -> Double {
    let part =
      isLogarithmic
      ? log(value / xRange.lowerBound) / log(xRange.upperBound / xRange.lowerBound)
      : (value - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound)
    return Self.left + part * (Self.width - Self.left - Self.right)
  }

  private func y(_ value: Double) -> Double {
    let part = (value - yRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
    // What lies outside is drawn at the edge.
    return Self.top + (1 - min(1, max(0, part))) * (Self.height - Self.top - Self.bottom)
  }

  // MARK: Marks

  private var axes: String {
    var marks = ""
    let (start, end) = (Self.left, Self.width - Self.right)
    for tick in Self.ticks(yRange) {
      marks += line(start, y(tick), end, y(tick), "stroke=\"#ddd\"")
      marks += text(Self.number(tick), start - 5, y(tick) + 4, "end")
    }
    let floor = Self.height - Self.bottom
    for tick in isLogarithmic ? Self.powerTicks(xRange) : Self.ticks(xRange) {
      marks += line(x(tick), floor, x(tick), floor + 4, "stroke=\"#111\"")
      marks += text(Self.number(tick), x(tick), floor + 16, "middle")
    }
    marks += line(start, floor, end, floor, "stroke=\"#111\"")
    return marks + text(axis.x, end, Self.height - 6, "end") + text(axis.y, 4, Self.top - 10, "start")
  }

  private var drawnLines: String {
    var marks = ""
    // Names stand beside the lines' ends, moved apart where they would cover one another.
    var names: [(y: Double, index: Int)] = []
    for (index, drawn) in lines.enumerated() {
      var path: [String] = []
      var before: Double?
      for point in drawn.points {
        if drawn.isStepped, let before { path.append("\(Self.short(x(point.x))),\(Self.short(before))") }
        path.append("\(Self.short(x(point.x))),\(Self.short(y(point.y)))")
        before = y(point.y)
      }
      marks += "<polyline points=\"\(path.joined(separator: " "))\" fill=\"none\" \(look(of: drawn))/>\n"
      names.append((before ?? Self.top, index))
    }
    names.sort { ($0.y, $0.index) < ($1.y, $1.index) }
    let end = Self.width - Self.right
    for (name, place) in zip(names, Self.apart(names.map(\.y))) {
      marks += line(end + 4, place, end + 22, place, look(of: lines[name.index]))
      marks += text(String(lines[name.index].name.prefix(22)), end + 26, place + 4, "start")
    }
    return marks
  }

  /// Heights, from the top down, moved apart so that names fit there, and none below the chart's floor.
  private static func apart(_ heights: [Double]) -> [Double] {
    let floor = height - bottom
    let step = min(13, (floor - top) / Double(max(1, heights.count - 1)))
    var places: [Double] = []
    for height in heights { places.append(max(height, places.last.map { $0 + step } ?? top)) }
    return places.enumerated().map { index, place in
      min(place, floor - step * Double(heights.count - 1 - index))
    }
  }

  private var drawnMarks: String {
    marks.map { mark in
      let (x, y) = (x(mark.x), y(mark.y))
      let radius = mark.name.isEmpty ? "3" : "5.5"
      let circle = "<circle cx=\"\(Self.short(x))\" cy=\"\(Self.short(y))\" r=\"\(radius)\""
      return circle + " fill=\"\(mark.name.isEmpty ? "#fff" : "#111")\" stroke=\"#111\"/>\n"
        + (mark.name.isEmpty ? "" : text(mark.name, x + 9, y - 7, "start", "font-weight=\"600\""))
    }.joined()
  }

  private func look(of line: Line) -> String {
    let dash = Self.dashes[line.style % Self.dashes.count]
    let colour = Self.colours[line.style % Self.colours.count]
    return "stroke=\"\(colour)\" stroke-width=\"1.8\"" + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) -> String {
    "<line x1=\"\(Self.short(x1))\" y1=\"\(Self.short(y1))\" x2=\"\(Self.short(x2))\" y2=\"\(Self.short(y2))\" \(style)/>\n"
  }

  private func text(_ text: String, _ x: Double, _ y: Double, _ anchor: String, _ style: String = "") -> String {
    "<text x=\"\(Self.short(x))\" y=\"\(Self.short(y))\" text-anchor=\"\(anchor)\" \(style)>\(HTMLText.escaped(text))</text>\n"
  }

  // MARK: Numbers

  /// About five round numbers in a range.
  private static func ticks(_ range: ClosedRange<Double>) -> [Double] {
    let span = range.upperBound - range.lowerBound
    let power = pow(10, floor(log10(span / 5)))
    let step = [1, 2, 5, 10].map { $0 * power }.first { span / $0 <= 6 } ?? span
    return stride(from: (range.lowerBound / step).rounded(.up), through: range.upperBound / step, by: 1).map {
      $0 * step
    }
  }

  /// 1, 2 and 5 times the powers of ten in a range; the powers alone where there would be many.
  private static func powerTicks(_ range: ClosedRange<Double>) -> [Double] {
    let powers = Int(floor(log10(range.lowerBound)))...Int(ceil(log10(range.upperBound)))
    let all = powers.flatMap { power in [1.0, 2, 5].map { $0 * pow(10, Double(power)) } }.filter(range.contains)
    return all.count <= 12 ? all : all.filter { log10($0).rounded() == log10($0) }
  }

  private static func number(_ value: Double) -> String {
    let places = value == value.rounded() ? 0 : abs(value) < 0.1 ? 2 : abs(value) < 10 ? 2 : 1
    let text = Decimal.text(value, places: places)
    guard text.contains(".") else { return text }
    return String(text.reversed().drop { $0 == "0" }.reversed())
  }

  private static func short(_ value: Double) -> String { Decimal.text(value, places: 1) }
}
