import ArgumentParser
import HomeCare
import Interchange
import Laboratory

/// `samma features`: tells what instances are like, in numbers.
struct FeaturesCommand: ParsableCommand, FileUser {
  /// How the features are shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, markdown, latex
  }

  static let configuration = CommandConfiguration(
    commandName: "features", abstract: "Tells what instances are like, in numbers.",
    discussion: """
      Sizes, visits and their windows, staff who could take a visit, load and peaks, continuity floors and history, for \
      grouping instances and explaining results. CSV has a row for each instance, the others one for each feature.

      EXAMPLES:
        samma features unit.json
        samma features instances/*-60.json --format csv -o features.csv
      """)

  @Argument(help: "JSON files, folders of CSV files, or - for JSON on standard input.")
  var instances: [String]

  @Option(help: "How the features are shown.")
  var format = Format.text

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; standard output by default.", valueName: "file"))
  var output: String?

  func list(_ files: inout CommandFiles) {
    for instance in instances { files.reads("<instances>", instance) }
    files.writes("-o", output)
  }

  func run() throws {
    let destination = Destination(output)
    let report = FeatureReport(
      try instances.map { InstanceFeatures(try InstanceSource(argument: $0).read()) })
    switch format {
    case .text: try destination.write(Array(report.text.utf8))
    case .csv: try destination.write(report.csv)
    case .markdown: try destination.write(Array(report.markdown.utf8))
    case .latex: try destination.write(Array(report.latex.utf8))
    }
  }
}
