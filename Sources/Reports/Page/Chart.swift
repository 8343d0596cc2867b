/// Charts as SVG: black and greys alone, each with its title and its figures as text for those who cannot see it.
enum Chart {
  private static let width = 680
  private static let height = 244
  private static let (left, right, top, bottom) = (44, 12, 28, 34)

  private static var plotWidth: Double { Double(width - left - right) }
  private static var plotHeight: Double { Double(height - top - bottom) }

  /// Bars of how many clients met so many staff; those above the thresholds are darker.
  static func distribution(
    _ counts: [Int], thresholds: [Int], title: String, description: String, axis: (x: String, y: String)
  ) -> String {
    let most = counts.max() ?? 0
    let step = tickStep(Double(max(1, most)))
    let limit = (Double(max(1, most)) / step).rounded(.up) * step
    let slot = plotWidth / Double(max(1, counts.count))
    var marks = horizontalAxis(limit: limit, step: step)
    for (staff, clients) in counts.enumerated() where clients > 0 {
      let shade = thresholds.count { staff > $0 }
      let fill = ["#c4c4c4", "#7d7d7d", "#4d4d4d", "#1a1a1a"][min(3, shade)]
      let barHeight = plotHeight * Double(clients) / limit
      marks +=
        "<rect x=\"\(short(Double(left) + slot * (Double(staff) + 0.1)))\" y=\"\(short(Double(top) + plotHeight - barHeight))\""
        + " width=\"\(short(slot * 0.8))\" height=\"\(short(barHeight))\" fill=\"\(fill)\" stroke=\"#000\"/>\n"
    }
    let every = max(1, counts.count / 20)
    for staff in stride(from: 0, to: counts.count, by: every) {
      marks += label(
        "\(staff)", x: Double(left) + slot * (Double(staff) + 0.5), y: Double(height - 18), anchor: "middle")
    }
    for threshold in thresholds where threshold < counts.count {
      let x = Double(left) + slot * Double(threshold + 1)
      marks += "<line x1=\"\(short(x))\" x2=\"\(short(x))\" y1=\"\(top)\" y2=\"\(height - bottom)\" stroke=\"#000\""
      marks += " stroke-dasharray=\"5 4\"/>\n" + label("> \(threshold)", x: x, y: Double(top) - 5, anchor: "middle")
    }
    return frame(marks, title: title, description: description, axis: axis)
  }

  /// A line of a value by period, with the target as a dashed one and, where given, a second value as a dotted line.
  static func trend(
    _ values: [Double?], second: [Double?] = [], names: [String], target: Int, title: String, description: String,
    axis: (x: String, y: String)
  ) -> String {
    let largest = max((values + second).compactMap(\.self).max() ?? 0, Double(target)) * 1.08
    let step = tickStep(max(1, largest))
    let limit = (max(1, largest) / step).rounded(.up) * step
    let slot = plotWidth / Double(max(1, values.count))
    func x(_ index: Int) -> Double { Double(left) + slot * (Double(index) + 0.5) }
    func y(_ value: Double) -> Double { Double(top) + plotHeight * (1 - value / limit) }
    var marks = horizontalAxis(limit: limit, step: step)
    marks +=
      "<line x1=\"\(left)\" x2=\"\(width - right)\" y1=\"\(short(y(Double(target))))\" y2=\"\(short(y(Double(target))))\""
      + " stroke=\"#000\" stroke-dasharray=\"6 4\"/>\n"
    marks += label("\(target)", x: Double(width - right), y: y(Double(target)) - 4, anchor: "end")
    for (line, style) in [(values, "stroke-width=\"2\""), (second, "stroke-width=\"1.5\" stroke-dasharray=\"1.5 3\"")] {
      // A period without a value leaves a gap.
      for run in runs(line) where !run.isEmpty {
        let points = run.map { "\(short(x($0.index))),\(short(y($0.value)))" }.joined(separator: " ")
        marks += "<polyline points=\"\(points)\" fill=\"none\" stroke=\"#000\" \(style)/>\n"
        guard line.count <= 60 else { continue }
        for point in run {
          marks += "<circle cx=\"\(short(x(point.index)))\" cy=\"\(short(y(point.value)))\" r=\"2.5\"/>\n"
        }
      }
    }
    let every = max(1, (names.count + 7) / 8)
    for index in stride(from: 0, to: names.count, by: every) {
      marks += label(names[index], x: x(index), y: Double(height - 18), anchor: "middle")
    }
    return frame(marks, title: title, description: description, axis: axis)
  }

  private static func runs(_ values: [Double?]) -> [[(index: Int, value: Double)]] {
    var runs: [[(index: Int, value: Double)]] = [[]]
    for (index, value) in values.enumerated() {
      if let value { runs[runs.count - 1].append((index, value)) } else { runs.append([]) }
    }
    return runs
  }

  /// A step of 1, 2 or 5 times a power of ten that gives about five lines.
  private static func tickStep(_ limit: Double) -> Double {
    var step = 1.0
    while limit / step > 6 {
      let leading = Int(step / powerOfTen(below: step))
      step *= leading == 2 ? 2.5 : 2
    }
    return step
  }

  private static func powerOfTen(below value: Double) -> Double {
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    return power
  }

  private static func horizontalAxis(limit: Double, step: Double) -> String {
    var marks = ""
    for tick in stride(from: 0, through: limit, by: step) {
      let y = Double(top) + plotHeight * (1 - tick / limit)
      marks +=
        "<line x1=\"\(left)\" x2=\"\(width - right)\" y1=\"\(short(y))\" y2=\"\(short(y))\" stroke=\"#d8d8d8\"/>\n"
      marks += label("\(Int(tick))", x: Double(left) - 6, y: y + 4, anchor: "end")
    }
    return marks
  }

  private static func label(_ text: String, x: Double, y: Double, anchor: String = "start") -> String {
    "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\">\(HTMLText.escaped(text))</text>\n"
  }

  private static func frame(
    _ marks: String, title: String, description: String, axis: (x: String, y: String)
  ) -> String {
    let axes =
      label(axis.x, x: Double(width - right), y: Double(height - 3), anchor: "end")
      + label(axis.y, x: 2, y: 11)
    return """
      <figure><figcaption>\(HTMLText.escaped(title))</figcaption>
      <svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\(HTMLText.escaped(title + ". " + description))">
      <title>\(HTMLText.escaped(title))</title><desc>\(HTMLText.escaped(description))</desc>
      \(marks)\(axes)</svg></figure>

      """
  }

  private static func short(_ value: Double) -> String { Decimal.text(value, places: 1) }
}
