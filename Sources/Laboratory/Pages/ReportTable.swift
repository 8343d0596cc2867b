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
  /// Cells that are the best of their kind, by row and column.
  private var best: Set<[Int]> = []
  /// What a reader must know to read it right.
  let note: String

  init(_ title: String, _ columns: [(title: String, isNumber: Bool)], note: String = "") {
    self.title = title
    self.columns = columns
    self.note = note
  }

  /// Adds a row.
  ///
  /// - Parameter best: Columns whose cells are the best of their kind.
  mutating func append(_ cells: [Cell], best: [Int] = []) {
    precondition(cells.count == columns.count, "a row has as many cells as the table has columns")
    for column in best { self.best.insert([rows.count, column]) }
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

  /// Rows of a table that still stands on one page.
  private static let rowsOfAPage = 40
  /// Columns from which on a table is set small.
  private static let manyColumns = 8

  /// For a paper, with a label; needs the package booktabs, and longtable where it goes on over pages.
  var latex: String {
    let caption = Self.escapedForLaTeX(title)
    let words = title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.prefix(3)
    let label = "\\label{tab:samma-\(words.joined(separator: "-"))}"
    let kinds = columns.map { $0.isNumber ? "r" : "l" }.joined()
    let head = "\\toprule\n" + Self.line(columns.map { Self.escapedForLaTeX($0.title) }) + "\\midrule\n"
    let body = rows.enumerated().map { row, cells in
      Self.line(
        cells.enumerated().map { column, cell in
          let text = Self.escapedForLaTeX(cell.shown)
          return best.contains([row, column]) ? "\\textbf{\(text)}" : text
        })
    }.joined()
    let small = columns.count >= Self.manyColumns ? "\\scriptsize\\setlength{\\tabcolsep}{3pt}\n" : ""
    let foot = note.isEmpty ? "" : Self.escapedForLaTeX(note)
    if rows.count > Self.rowsOfAPage {
      return "{\(small)\\begin{longtable}{\(kinds)}\n\\caption{\(caption)}\(label)\\\\\n\(head)\\endfirsthead\n"
        + "\(head)\\endhead\n\(body)\\bottomrule\n\\end{longtable}\n\(foot.isEmpty ? "" : "\\noindent\\small \(foot)\n")}\n"
    }
    return "\\begin{table}\n\\centering\n\\caption{\(caption)}\(label)\n\(small)\\begin{tabular}{\(kinds)}\n\(head)"
      + "\(body)\\bottomrule\n\\end{tabular}\n\(foot.isEmpty ? "" : "\\\\[1ex]\\small \(foot)\n")\\end{table}\n"
  }

  private static func line(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\\n" }

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
      case "χ": "$\\chi$"
      case "²": "$^2$"
      case "−": "$-$"
      case "∞": "$\\infty$"
      case "<": "\\textless{}"
      case ">": "\\textgreater{}"
      default: "\(character)"
      }
    }.joined()
  }
}
