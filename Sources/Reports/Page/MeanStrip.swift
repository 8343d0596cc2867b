import Statistics

/// A mean as a dot, with its interval, on a scale that others share, with the target as an upright line.
struct MeanStrip {
  let mean: Double?
  let interval: Interval?
  let target: Double
  let scale: ClosedRange<Double>

  private static let width = 160.0

  private func x(_ value: Double) -> String {
    let part = (value - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
    return Decimal.text(5 + min(1, max(0, part)) * (Self.width - 10), places: 1)
  }

  /// The strip; it shows nothing that does not stand beside it as a number.
  var html: HTML {
    let span: HTML =
      interval.map {
        "<polygon points=\"\(x($0.lower)),6 \(x($0.upper)),6 \(x($0.upper)),10 \(x($0.lower)),10\" fill=\"#999\"/>"
      }
      ?? ""
    let dot: HTML = mean.map { "<circle cx=\"\(x($0))\" cy=\"8\" r=\"4.5\" fill=\"#111\"/>" } ?? ""
    return """
      <svg class="level" viewBox="0 0 \(Int(Self.width)) 16" aria-hidden="true">\
      <rect x="0" y="7.5" width="\(Int(Self.width))" height="1" fill="#999"/>\
      <rect x="\(x(target))" y="1" width="1.5" height="14" fill="#111"/>\(span)\(dot)</svg>
      """
  }
}
