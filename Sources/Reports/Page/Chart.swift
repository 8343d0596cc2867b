import Foundation

/// A chart as SVG, for a page or as a file: lines, bars, levels and marks over one quantity or over named places.
///
/// Lines differ in shade and in dashes, so that they are told apart in print and by those who see no colours; the figures
/// stand as text for those who cannot see the chart.
package struct Chart {
  /// One line.
  package struct Line {
    /// How a line looks.
    package enum Look {
      /// A colour and dashes of its own; the same number looks the same in all charts of a page.
      case style(Int)
      /// Black, with a dot for each point where there are few.
      case plain
      /// Black and dotted, to stand beside a plain one.
      case dotted
    }

    /// Stands beside its end; nothing where empty.
    package let name: String
    /// In order of x; a point without y leaves a gap.
    package let points: [(x: Double, y: Double?)]
    /// How far values spread about the line, at its points; none where empty.
    package let band: [(low: Double, high: Double)]
    let look: Look
    let isStepped: Bool

    /// - Parameters:
    ///   - band: How far values spread about the line, for each of its points.
    ///   - isStepped: Whether a value holds until the next point; else points are joined.
    package init(
      _ name: String, _ points: [(x: Double, y: Double?)], band: [(low: Double, high: Double)] = [], look: Look,
      isStepped: Bool = false
    ) {
      precondition(band.isEmpty || band.count == points.count, "a band has a spread for each point")
      (self.name, self.points, self.band, self.look, self.isStepped) = (name, points, band, look, isStepped)
    }
  }

  /// A point with a name beside it; one without a name is a small dot.
  package typealias Mark = (name: String, x: Double, y: Double)

  /// What x shows.
  package enum Horizontal {
    /// A quantity, from its least to its greatest value.
    case linear
    /// A quantity above 0, of which equal steps are equal factors.
    case logarithmic
    /// Places beside one another with these names, the first at x = 0.
    case places([String])
  }

  private let title: String
  private let description: String
  private let axis: (x: String, y: String)
  private let horizontal: Horizontal
  /// The lines that have points.
  package let lines: [Line]
  private let xRange: ClosedRange<Double>
  private let yRange: ClosedRange<Double>

  /// Heights of bars by place, each with a shade from 0, the lightest, to 3.
  package var bars: [(height: Double, shade: Int)] = []
  /// Dashed lines at values of y, with names at their right ends.
  package var levels: [(y: Double, name: String)] = []
  /// Dashed lines at values of x, with names above.
  package var limits: [(x: Double, name: String)] = []
  /// Points to be marked.
  package var marks: [Mark] = []
  /// Upright lines from a low to a high value of y, such as intervals.
  package var spans: [(x: Double, low: Double, high: Double)] = []
  /// What a reader of the file must know, in a few words below the chart.
  package var note = ""
  /// How wide a chart is: for a page, for phones, and for three beside one another.
  package enum Size {
    case wide, narrow, small
  }
  package var size = Size.wide

  /// A chart; `nil` where a quantity is shown of which no line has a point.
  ///
  /// - Parameter yRange: What y shows; from the points where absent.
  package init?(
    title: String, description: String, axis: (x: String, y: String), _ horizontal: Horizontal = .linear,
    lines: [Line], yRange: ClosedRange<Double>? = nil
  ) {
    (self.title, self.description, self.axis, self.horizontal) = (title, description, axis, horizontal)
    self.lines = lines.filter { !$0.points.isEmpty }
    let (xs, ys) = (lines.flatMap { $0.points.map(\.x) }, lines.flatMap { $0.points.compactMap(\.y) })
    if case .places(let names) = horizontal {
      xRange = -0.5...(Double(max(1, names.count)) - 0.5)
    } else {
      guard let least = xs.min(), let most = xs.max() else { return nil }
      xRange = least...max(most, least * 1.001 + 1e-9)
    }
    let (least, most) = (ys.min() ?? 0, ys.max() ?? 1)
    self.yRange = yRange ?? min(0, least)...max(most * 1.04, least + 1e-9)
  }

  /// From 0 to a whole number of ticks of at least 1.
  package static func wholeRange(upTo most: Double) -> ClosedRange<Double> {
    let step = max(1, tickStep(max(1, most)))
    return 0...(max(1, most) / step).rounded(.up) * step
  }

  /// From a tick below the least value to one above the greatest, so that the change of values can be seen; never from
  /// below 0.
  package static func closeRange(_ values: [Double]) -> ClosedRange<Double> {
    guard let least = values.min(), let most = values.max() else { return 0...1 }
    let step = max(1, tickStep(max(1, most - least)))
    let from = ((least - step / 2) / step).rounded(.down) * step
    return max(0, from)...max(from + step, ((most + step / 2) / step).rounded(.up) * step)
  }

  /// The chart with its caption, for a page.
  package var figure: HTML { "<figure><figcaption>\(title)</figcaption>\n\(svg())</figure>\n" }

  /// The chart with its caption and what is to be noted of it; drawn twice, so that it can be read on a phone.
  package func figure(note: String) -> HTML {
    var narrow = self
    narrow.size = .narrow
    return """
      <figure><figcaption>\(title)</figcaption>
      <div class="wide">\(svg())</div><div class="narrow">\(narrow.svg())</div>
      <p class="note">\(note)</p></figure>

      """
  }

  /// The chart as an SVG file.
  package var file: String {
    let attributes: HTML = """
       xmlns="http://www.w3.org/2000/svg" width="\(Int(width))" height="\(Int(height))" \
      font-family="system-ui, sans-serif" font-size="11"
      """
    let ground: HTML = "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    let heading = text(title, left, 15, "start", " font-weight=\"600\"")
    let foot = note.isEmpty ? "" : text(note, 3, height - 4, "start")
    let file: HTML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(svg(attributes, ground + heading + foot))"
    return file.text
  }

  private func svg(_ attributes: HTML = "", _ ground: HTML = "") -> HTML {
    """
    <svg\(attributes) viewBox="0 0 \(Int(width)) \(Int(height))" role="img" aria-label="\(title). \(description)">
    <title>\(title)</title><desc>\(description)</desc>
    \(ground)\(axes)\(drawnBars)\(drawnLevels)\(drawnSpans)\(drawnBands)\(drawnLines)\(drawnMarks)</svg>

    """
  }

  // MARK: Places

  /// Whether lines have names at their right ends, which take room.
  private var isNamed: Bool { lines.contains { !$0.name.isEmpty } }
  private var isOfPlaces: Bool { if case .places = horizontal { true } else { false } }
  private var width: Double {
    switch size {
    case .wide: isNamed ? 720 : 680
    case .narrow: 340
    case .small: 240
    }
  }
  private var height: Double {
    switch size {
    case .wide: isNamed ? 342 : 224
    case .narrow: 220
    case .small: 136
    }
  }
  private var left: Double { size != .wide ? 26 : isNamed ? 52 : 44 }
  private var right: Double { width - (isNamed ? 150 : levels.isEmpty ? 12 : 36) }
  private var top: Double { isNamed ? 42 : 28 }
  private var floor: Double { height - (isNamed ? 40 : size == .small ? 22 : 34) }

  private func x(_ value: Double) -> Double {
    let part =
      if case .logarithmic = horizontal {
        log(value / xRange.lowerBound) / log(xRange.upperBound / xRange.lowerBound)
      } else {
        (value - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound)
      }
    return left + part * (right - left)
  }

  private func y(_ value: Double) -> Double {
    let part = (value - yRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
    // What lies outside is drawn at the edge.
    return top + (1 - min(1, max(0, part))) * (floor - top)
  }

  // MARK: Parts

  private var axes: HTML {
    var marks: HTML = ""
    for tick in Self.ticks(yRange, least: isOfPlaces ? 1 : 0) {
      marks += line(left, y(tick), right, y(tick), "stroke=\"#d8d8d8\"")
      marks += text(Self.number(tick), left - 6, y(tick) + 4, "end")
    }
    switch horizontal {
    case .places(let names):
      // Few enough for their length to have room.
      let room = max(28, 10 + 7 * Double(names.map(\.count).max() ?? 0))
      let most = max(1, Int((right - left) / room))
      let every = max(1, (names.count + most - 1) / most)
      for place in stride(from: 0, to: names.count, by: every) {
        marks += text(names[place], x(Double(place)), floor + 16, "middle")
      }
    case .linear: marks += xTicks(Self.ticks(xRange))
    case .logarithmic: marks += xTicks(Self.powerTicks(xRange))
    }
    marks += line(left, floor, right, floor, "stroke=\"#111\"")
    // Three beside one another have no room for what all three have below.
    let below = size == .small ? "" : text(axis.x, right, height - 4, "end")
    return marks + below + text(axis.y, 3, isNamed ? top - 10 : top - 16, "start")
  }

  private func xTicks(_ ticks: [Double]) -> HTML {
    ticks.map { tick in
      line(x(tick), floor, x(tick), floor + 4, "stroke=\"#111\"")
        + text(Self.number(tick), x(tick), floor + 16, "middle")
    }.joined()
  }

  private var drawnBars: HTML {
    let shades: [HTML] = ["#c4c4c4", "#7d7d7d", "#4d4d4d", "#1a1a1a"]
    return bars.enumerated().filter { $0.element.height > 0 }.map { place, bar -> HTML in
      let (start, end) = (x(Double(place) - 0.4), x(Double(place) + 0.4))
      let fill = shades[min(3, max(0, bar.shade))]
      return """
        <rect x="\(short(start))" y="\(short(y(bar.height)))" width="\(short(end - start))" \
        height="\(short(floor - y(bar.height)))" fill="\(fill)" stroke="#000"/>

        """
    }.joined()
  }

  private var drawnLevels: HTML {
    let dashed: HTML = "stroke=\"#000\" stroke-dasharray=\"6 4\""
    // Names stand beyond the plot, where no line can cross them.
    let named = levels.sorted { $0.y > $1.y }
    let across = zip(named, apart(named.map { y($0.y) })).map { level, place in
      line(left, y(level.y), right, y(level.y), dashed) + text(level.name, right + 4, place + 4, "start")
    }
    let upwards = limits.map { limit in
      line(x(limit.x), top, x(limit.x), floor, dashed) + text(limit.name, x(limit.x), top - 5, "middle")
    }
    return (across + upwards).joined()
  }

  private var drawnSpans: HTML {
    spans.map { span in
      line(x(span.x), y(span.low), x(span.x), y(span.high), "stroke=\"#777\" stroke-width=\"3\" stroke-opacity=\"0.5\"")
    }.joined()
  }

  private var drawnBands: HTML {
    lines.filter { !$0.band.isEmpty }.map { line -> HTML in
      func edge(_ height: (Int) -> Double) -> [(x: Double, y: Double)] {
        line.points.indices.flatMap { place -> [(x: Double, y: Double)] in
          let (at, level) = (x(line.points[place].x), y(height(place)))
          return line.isStepped && place > 0 ? [(at, y(height(place - 1))), (at, level)] : [(at, level)]
        }
      }
      let outline = edge { line.band[$0].high } + edge { line.band[$0].low }.reversed()
      let path = outline.map { "\(short($0.x)),\(short($0.y))" }.joined(separator: " ")
      return "<polygon points=\"\(path)\" fill=\"\(colour(of: line))\" fill-opacity=\"0.13\"/>\n"
    }.joined()
  }

  private var drawnLines: HTML {
    var marks: HTML = ""
    // Names stand beside the lines' ends, moved apart where they would cover one another.
    var names: [(y: Double, index: Int)] = []
    for (index, drawn) in lines.enumerated() {
      // A point without a value leaves a gap.
      for run in drawn.points.split(whereSeparator: { $0.y == nil }) {
        let points = run.map { (x: x($0.x), y: y($0.y ?? 0)) }
        let path = points.indices.map { place in
          let (x, y) = (short(points[place].x), short(points[place].y))
          return drawn.isStepped && place > 0 ? "\(x),\(short(points[place - 1].y)) \(x),\(y)" : "\(x),\(y)"
        }
        marks += "<polyline points=\"\(path.joined(separator: " "))\" fill=\"none\" \(strokes(of: drawn))/>\n"
        if drawn.name.isEmpty, drawn.points.count <= 60 { marks += points.map { circle($0.x, $0.y, 2.5) }.joined() }
      }
      if !drawn.name.isEmpty { names.append((drawn.points.last?.y.map(y) ?? top, index)) }
    }
    names.sort { ($0.y, $0.index) < ($1.y, $1.index) }
    for (name, place) in zip(names, apart(names.map(\.y))) {
      marks += line(right + 4, place, right + 22, place, strokes(of: lines[name.index]))
      marks += text(String(lines[name.index].name.prefix(22)), right + 26, place + 4, "start")
    }
    return marks
  }

  /// Heights, from the top down, moved apart so that names fit there, and none below the chart's floor.
  private func apart(_ heights: [Double]) -> [Double] {
    let step = min(13, (floor - top) / Double(max(1, heights.count - 1)))
    var places: [Double] = []
    for height in heights { places.append(max(height, places.last.map { $0 + step } ?? top)) }
    return places.enumerated().map { index, place in
      min(place, floor - step * Double(heights.count - 1 - index))
    }
  }

  private var drawnMarks: HTML {
    marks.map { mark in
      let (x, y) = (x(mark.x), y(mark.y))
      if mark.name.isEmpty { return circle(x, y, 3, " fill=\"#fff\" stroke=\"#111\"") }
      return circle(x, y, 5.5, " fill=\"#111\" stroke=\"#111\"")
        + text(mark.name, x + 9, y - 7, "start", " font-weight=\"600\"")
    }.joined()
  }

  private func colour(of line: Line) -> HTML {
    let colours: [HTML] = ["#0072b2", "#d55e00", "#009e73", "#000000", "#cc79a7", "#7a5c00", "#56b4e9"]
    if case .style(let style) = line.look { return colours[style % colours.count] }
    return "#000"
  }

  private func strokes(of line: Line) -> HTML {
    let dashes: [HTML] = [
      "", " stroke-dasharray=\"7 3\"", " stroke-dasharray=\"2 3\"", " stroke-dasharray=\"9 3 2 3\"",
      " stroke-dasharray=\"12 4\"",
    ]
    return switch line.look {
    case .style(let style):
      "stroke=\"\(colour(of: line))\" stroke-width=\"1.8\"\(dashes[style % dashes.count])"
    case .plain: "stroke=\"#000\" stroke-width=\"2\""
    case .dotted: "stroke=\"#000\" stroke-width=\"1.5\" stroke-dasharray=\"1.5 3\""
    }
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: HTML) -> HTML {
    "<line x1=\"\(short(x1))\" y1=\"\(short(y1))\" x2=\"\(short(x2))\" y2=\"\(short(y2))\" \(style)/>\n"
  }

  private func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: HTML = "") -> HTML {
    "<circle cx=\"\(short(x))\" cy=\"\(short(y))\" r=\"\(short(radius))\"\(style)/>\n"
  }

  private func text(_ text: String, _ x: Double, _ y: Double, _ anchor: HTML, _ style: HTML = "") -> HTML {
    "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\"\(style)>\(text)</text>\n"
  }

  // MARK: Numbers

  /// A step of 1, 2 or 5 times a power of ten that gives about five lines.
  private static func tickStep(_ span: Double) -> Double {
    let power = pow(10, log10(span / 5).rounded(.down))
    return [1, 2, 5, 10].map { $0 * power }.first { span / $0 <= 6 } ?? span
  }

  private static func ticks(_ range: ClosedRange<Double>, least: Double = 0) -> [Double] {
    let step = max(least, tickStep(range.upperBound - range.lowerBound))
    return stride(from: (range.lowerBound / step).rounded(.up), through: range.upperBound / step, by: 1).map {
      $0 * step
    }
  }

  /// 1, 2 and 5 times the powers of ten in a range; the powers alone where there would be many.
  private static func powerTicks(_ range: ClosedRange<Double>) -> [Double] {
    let powers = Int(log10(range.lowerBound).rounded(.down))...Int(log10(range.upperBound).rounded(.up))
    let all = powers.flatMap { power in [1.0, 2, 5].map { $0 * pow(10, Double(power)) } }.filter(range.contains)
    return all.count <= 12 ? all : all.filter { log10($0).rounded() == log10($0) }
  }

  private static func number(_ value: Double) -> String {
    let places = value == value.rounded() ? 0 : abs(value) < 10 ? 2 : 1
    let text = Decimal.text(value, places: places)
    guard text.contains(".") else { return text }
    return String(text.reversed().drop { $0 == "0" }.reversed())
  }

  private func short(_ value: Double) -> String { Decimal.text(value, places: 1) }
}
