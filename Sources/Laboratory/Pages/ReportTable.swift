import Reports

/// A table that can be shown as text, Markdown, LaTeX or HTML.
struct ReportTable {
  /// What stands in a cell.
  enum Cell {
    case text(String)
    case whole(Int)
    case decimal(Double?, places: Int)
    case percent(Double?, places: Int)

    /// As people read it.
    var shown: String {
      switch self {
      case .text(let text): text
      case .whole(let number): "\(number)"
      case .decimal(let number, let places): number.map { Decimal.text($0, places: places) } ?? Decimal.undefined
      case .percent(let share, let places):
        share.map { $0.isFinite ? Decimal.text($0 * 100, places: places) + " %" : Decimal.undefined }
          ?? Decimal.undefined
      }
    }
  }

  let title: String
  let columns: [(title: String, isNumber: Bool)]
  private(set) var rows: [[Cell]] = []
  /// What a reader must know to read it right.
  let note: String

  init(_ title: String, _ columns: [(title: String, isNumber: Bool)], note: String = "") {
    self.title = title
    self.columns = columns
    self.note = note
  }

  mutating func append(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row has as many cells as the table has columns")
    rows.append(cells)
  }

  /// For a terminal.
  var text: String {
    var table = TextTable(columns.map { ($0.title, $0.isNumber ? .right : .left) })
    for row in rows { table.append(row.map(\.shown)) }
    return title + "\n" + table.text + (note.isEmpty ? "" : note + "\n")
  }

  /// For a README.
  var markdown: String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return line(columns.map(\.title)) + line(columns.map { $0.isNumber ? "---:" : "---" })
      + rows.map { line($0.map(\.shown)) }.joined()
  }

  /// For a paper; needs the package booktabs.
  var latex: String {
    func line(_ cells: [String]) -> String { cells.map(Self.escapedForLaTeX).joined(separator: " & ") + " \\\\\n" }
    let kinds = columns.map { $0.isNumber ? "r" : "l" }.joined()
    return
      "\\begin{table}\n\\centering\n\\caption{\(Self.escapedForLaTeX(title))}\n\\begin{tabular}{\(kinds)}\n\\toprule\n"
      + line(columns.map(\.title)) + "\\midrule\n" + rows.map { line($0.map(\.shown)) }.joined()
      + "\\bottomrule\n\\end{tabular}\n"
      + (note.isEmpty ? "" : "\\\\[1ex]\\small " + Self.escapedForLaTeX(note) + "\n") + "\\end{table}\n"
  }

  /// For a page.
  var html: HTML {
    var table = HTMLTable(caption: title, columns)
    for row in rows { table.append(row.map { "\($0.shown)" }) }
    return table.html + (note.isEmpty ? "" : "<p class=\"lead\">\(note)</p>\n")
  }

  static func escapedForLaTeX(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&", "%", "$", "#", "_", "{", "}": "\\\(character)"
      case "\\": "\\textbackslash{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "–": "--"
      case "−": "$-$"
      case "∞": "$\\infty$"
      case "<": "\\textless{}"
      case ">": "\\textgreater{}"
      default: "\(character)"
      }
    }.joined()
  }
}
