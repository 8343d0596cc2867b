import ArgumentParser
import Interchange
import Laboratory

/// `samma compare`: lays runs side by side.
struct CompareCommand: ParsableCommand, FileUser {
  /// How a comparison is shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, runs, markdown, latex, html, svg, charts
  }

  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compares the runs of samma bench.",
    discussion: """
      Prints, for each instance, budget and solver, medians and quartiles, gaps to the best known and to the bound, the \
      primal integral and the time to a target; over instances wins, ties, Wilcoxon's or Friedman's test; as text, CSV \
      (runs: a row for each run), Markdown, LaTeX, a page with charts, one picture of score over time, or every chart as \
      SVG with its figures as CSV, in the folder that -o names.

      EXAMPLES:
        samma compare runs.jsonl --best-known instances/best-known.json
        samma compare old=before.jsonl new=after.jsonl --format html -o compare.html
        samma compare runs.jsonl --format svg --instance unit-60 -o unit-60.svg
        samma compare runs.jsonl --format charts -o charts
      """)

  @Argument(
    help: ArgumentHelp(
      "Files of runs; NAME=FILE puts NAME before the names of the file's solvers.", valueName: "runs"))
  var files: [String]

  @Option(help: ArgumentHelp("A file of best known totals and bounds.", valueName: "file"))
  var bestKnown: String?

  @Option(
    help: ArgumentHelp("How far above the best a roster may be to have reached the target.", valueName: "percent"))
  var target = 1.0

  @Option(help: "What the tests pair: instances, each with the median over its seeds, or single runs.")
  var pairing = Comparison.Pairing.instance

  @Flag(help: "Let rosters count that came after their budget was used up; else they count as failures.")
  var late = false

  @Option(help: ArgumentHelp("Compare the runs of this instance alone; may be repeated.", valueName: "name"))
  var instance: [String] = []

  @Option(help: "How the comparison is shown.")
  var format = Format.text

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; standard output by default.", valueName: "file"))
  var output: String?

  func validate() throws {
    if format == .charts && output == nil {
      throw ValidationError("--format charts writes several files; name a folder with -o")
    }
    if files.isEmpty { throw ValidationError("name one or more files of runs") }
    try OptionRange("--target", 0...1_000_000).check(target)
  }

  func list(_ files: inout CommandFiles) {
    for (_, path) in named { files.reads("<runs>", path) }
    files.reads("--best-known", bestKnown)
    if format == .charts { files.writesInto("-o", output) } else { files.writes("-o", output) }
  }

  func run() throws {
    var options = Comparison.Options()
    options.target = target / 100
    options.pairing = pairing
    options.countsLate = late
    if let bestKnown { options.bestKnown = try BestKnown(path: bestKnown) }
    let comparison = Comparison(try records(), options)
    if let mixed = comparison.mixedInstances.first {
      throw InvalidRequest("the runs of \(mixed) had different instances of that name; compare them one by one")
    }
    for caution in comparison.cautions { StandardStream.error.warn(caution) }
    if format == .charts, let output { return try write(comparison.pictures, into: output) }
    try Destination(output).write(bytes(comparison))
  }

  /// The files with the names put before them.
  private var named: [(name: String?, path: String)] {
    files.map { file in
      let halves = file.split(separator: "=", maxSplits: 1).map(String.init)
      // A file may have an equals sign in its path, but a name has no slash.
      return halves.count == 2 && !halves[0].contains("/") ? (halves[0], halves[1]) : (nil, file)
    }
  }

  private func records() throws -> [RunRecord] {
    var records: [RunRecord] = []
    for (name, path) in named {
      records += try RunRecord.records(path: path).map { record in
        name.map { record.renamed("\($0) \(record.run.label)") } ?? record
      }
    }
    let known = Set(records.map(\.run.instance))
    if let unknown = instance.first(where: { !known.contains($0) }) {
      throw InvalidRequest("--instance \(unknown): the runs have \(known.sorted().joined(separator: ", "))")
    }
    records.removeAll { !instance.isEmpty && !instance.contains($0.run.instance) }
    if records.isEmpty { throw InvalidRequest("the files hold no runs; samma bench makes them") }
    return records
  }

  private func write(_ pictures: [Comparison.Picture], into folder: String) throws {
    for picture in pictures {
      try Destination("\(folder)/\(picture.name).svg").write(Array(picture.svg.utf8))
      try Destination("\(folder)/\(picture.name).csv").write(picture.csv)
    }
    StandardStream.error.tell("\(pictures.count) charts stand in \(folder), each with its figures as CSV")
  }

  private func bytes(_ comparison: Comparison) throws -> [UInt8] {
    switch format {
    case .text: return Array(comparison.text.utf8)
    case .csv: return comparison.csv
    case .runs: return comparison.runsCSV
    case .markdown: return Array(comparison.markdown.utf8)
    case .latex: return Array(comparison.latex.utf8)
    case .html: return Array(comparison.html.utf8)
    case .svg, .charts:
      guard let svg = comparison.svg() else { throw InvalidRequest("no run has a roster to draw") }
      return Array(svg.utf8)
    }
  }
}

extension Comparison.Pairing: ExpressibleByArgument {}
