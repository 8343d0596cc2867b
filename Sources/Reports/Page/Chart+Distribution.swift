import Continuity

extension Chart {
  /// How many clients met so many staff; what lies above more thresholds is darker.
  static func distribution(of headline: Headline, thresholds: [Int], _ language: Language) -> Chart? {
    let counts = headline.distribution
    let figures = counts.enumerated().filter { $0.element > 0 }.map { "\($0.offset): \($0.element)" }
    var chart = Chart(
      title: language(.distributionTitle),
      description: language(.distributionDescription, figures.joined(separator: "; ")),
      axis: (language(.staff), language(.clients)), .places(counts.indices.map(String.init)), lines: [],
      yRange: Chart.wholeRange(upTo: Double(counts.max() ?? 0)))
    chart?.bars = counts.enumerated().map { staff, clients in (Double(clients), thresholds.count { staff > $0 }) }
    chart?.limits = thresholds.filter { $0 < counts.count }.map { (Double($0) + 0.5, "> \($0)") }
    return chart
  }
}
