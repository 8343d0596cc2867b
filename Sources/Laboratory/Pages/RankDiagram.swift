import Interchange
import Reports
import Statistics

/// Mean ranks on a line, with bars across those that do not differ: a critical-difference diagram (J. Demšar, "Statistical
/// comparisons of classifiers over multiple data sets", JMLR 7, 2006).
struct RankDiagram {
  let title: String
  /// The solvers from the smallest mean rank on.
  let ranked: [(solver: String, rank: Double)]
  let difference: Double

  /// `nil` where no test of mean ranks can be made.
  init?(_ tests: SolverTests) {
    guard let friedman = tests.friedman,
      let difference = Nemenyi.criticalDifference(treatments: tests.solvers.count, blocks: tests.blocks)
    else { return nil }
    self.difference = difference
    title = "Mean ranks, \(tests.budget.title)"
    ranked = zip(tests.solvers, friedman.meanRanks).map { ($0, $1) }.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }

  private static let (width, left, right) = (720.0, 190.0, 530.0)
  private static let (axis, firstBar, barStep, rowStep) = (60.0, 74.0, 9.0, 22.0)

  private var groups: [ClosedRange<Int>] { Nemenyi.groups(ofSorted: ranked.map(\.rank), within: difference) }
  private var firstRow: Double { Self.firstBar + Double(groups.count) * Self.barStep + 18 }
  private var height: Double { firstRow + Double((ranked.count + 1) / 2) * Self.rowStep + 8 }

  private func x(_ rank: Double) -> Double {
    Self.left + (rank - 1) / Double(max(1, ranked.count - 1)) * (Self.right - Self.left)
  }

  /// The diagram with its caption, for a page.
  var figure: HTML { "<figure><figcaption>\(title)</figcaption>\n\(svg(""))</figure>\n" }

  /// The diagram as an SVG file.
  var file: String {
    let attributes: HTML =
      " xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(Self.width))\" height=\"\(Int(height))\" font-family=\"system-ui, sans-serif\" font-size=\"11\""
    let file: HTML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(svg(attributes))"
    return file.text
  }

  private func svg(_ attributes: HTML) -> HTML {
    let told = ranked.map { "\($0.solver): \(Decimal.text($0.rank, places: 2))" }.joined(separator: "; ")
    return """
      <svg\(attributes) viewBox="0 0 \(Int(Self.width)) \(Int(height))" role="img" aria-label="\(title). \(told)">
      <title>\(title)</title><rect width="100%" height="100%" fill="#fff"/>
      \(scale)\(bars)\(names)</svg>

      """
  }

  private var scale: HTML {
    var marks = line(x(1), Self.axis, x(Double(ranked.count)), Self.axis)
    for rank in 1...max(1, ranked.count) {
      marks += line(x(Double(rank)), Self.axis - 5, x(Double(rank)), Self.axis)
      marks += text("\(rank)", x(Double(rank)), Self.axis - 9, "middle")
    }
    let end = x(1 + min(difference, Double(ranked.count - 1)))
    marks += line(x(1), 22, end, 22, "2")
    return marks + text("critical difference \(Decimal.text(difference, places: 2)), 5 %", x(1), 15, "start")
  }

  private var bars: HTML {
    groups.enumerated().map { index, group in
      let y = Self.firstBar + Double(index) * Self.barStep
      return line(x(ranked[group.lowerBound].rank) - 3, y, x(ranked[group.upperBound].rank) + 3, y, "4")
    }.joined()
  }

  /// The better half to the left, the best on top; the others to the right, the worst on top, so that no lines cross.
  private var names: HTML {
    let half = (ranked.count + 1) / 2
    return ranked.enumerated().map { place, solver in
      let isLeft = place < half
      let y = firstRow + Double(isLeft ? place : ranked.count - 1 - place) * Self.rowStep
      let end = isLeft ? Self.left - 20 : Self.right + 20
      let label = "\(String(solver.solver.prefix(24)))  \(Decimal.text(solver.rank, places: 2))"
      return line(x(solver.rank), Self.axis, x(solver.rank), y) + line(x(solver.rank), y, end, y)
        + text(label, isLeft ? end - 4 : end + 4, y + 4, isLeft ? "end" : "start")
    }.joined()
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ width: HTML = "1") -> HTML {
    "<line x1=\"\(short(x1))\" y1=\"\(short(y1))\" x2=\"\(short(x2))\" y2=\"\(short(y2))\" stroke=\"#111\" stroke-width=\"\(width)\"/>\n"
  }

  private func text(_ text: String, _ x: Double, _ y: Double, _ anchor: HTML) -> HTML {
    "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\" font-size=\"11\">\(text)</text>\n"
  }

  private func short(_ value: Double) -> String { Decimal.text(value, places: 1) }

  /// The ranks, and the difference from which on they differ.
  var csv: [UInt8] {
    var writer = CSVWriter()
    for title in ["solver", "meanRank", "criticalDifference"] { writer.append(title) }
    writer.endRecord()
    for (solver, rank) in ranked {
      writer.append(solver)
      writer.append(rank.fileText)
      writer.append(difference.fileText)
      writer.endRecord()
    }
    return writer.bytes
  }
}
