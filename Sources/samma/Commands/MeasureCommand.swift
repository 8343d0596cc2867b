import ArgumentParser
import Continuity
import HomeCare
import Interchange
import Reports

/// `samma measure`: measures continuity in logs of visits.
struct MeasureCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measures continuity in logs of visits, or in a roster, or both.",
    discussion: """
      Reads exports of visits in any of the usual dialects, CSV plain or gzip, workbooks (.xlsx) or rows in JSON, and \
      measures by a named definition how many distinct staff each client met. A roster (.json, with --instance) is \
      measured alone, or laid beside the logs.

      Rows that cannot be used are counted by reason; above --max-bad percent of them the command ends with exit code 2, \
      after the report.

      EXAMPLES:
        samma measure visits.csv
        samma measure visits.csv.gz --definition kkik --away away.csv -o report.html
        samma measure 2025-*.csv --from 2025-01-01 --to 2025-12-31 --by area,provider --json
        samma measure visits.csv --rolling --csv > days.csv
        samma measure 2025.csv --edition board --unit "North home care" --date 2026-01-20 -o board.html
        samma measure visits.csv --explain-columns
      """)

  @Argument(help: "CSV, workbooks or rows in JSON, - for standard input; and a roster (.json).")
  var logs: [String]

  @OptionGroup var reading: LogArguments
  @OptionGroup var measuring: MeasuringArguments
  @OptionGroup var edition: EditionArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report as one HTML page.", valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write every figure with its interval, changes in their parts and control limits, as CSV.", valueName: "path"))
  var figures: String?

  @OptionGroup var language: LanguageArgument

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Print a CSV row for each client and period; with --rolling, for each client and day.")
  var csv = false

  @Option(
    help: ArgumentHelp(
      "Write all tables as a workbook: clients, periods and groups, staff, figures, and what the log was read as.",
      valueName: "path"))
  var xlsx: String?

  @Option(help: ArgumentHelp("Write the tables of --xlsx as CSV files into this folder.", valueName: "folder"))
  var tables: String?

  @Option(help: "Clients listed at most in the text and the page.")
  var clients = 20

  @Option(
    help: ArgumentHelp(
      "Show pseudonyms made with the key in this file instead of ids; a file that is not there is made, with a new key.",
      valueName: "key-file"))
  var anonymous: String?

  @Flag(help: "Show how each column is understood and what is missing, and end.")
  var explainColumns = false

  func validate() throws {
    if json, csv { throw ValidationError("--json and --csv exclude each other") }
    try OptionRange.howMany("--clients").check(clients)
    if edition.isForBoard, measuring.compareDefinition != nil {
      throw ValidationError("--compare-definition is of the edition for work: leave it out, or --edition board")
    }
    if edition.isForBoard, anonymous != nil {
      throw ValidationError("--edition board shows no ids, so --anonymous has none to replace; leave one of them out")
    }
    if edition.isForBoard, figures != nil {
      throw ValidationError(
        "--figures tells of few clients, which --edition board must not: --tables writes those that it may tell")
    }
  }

  func list(_ files: inout CommandFiles) {
    for log in logs { files.reads("<logs>", log) }
    reading.list(&files)
    measuring.list(&files)
    edition.list(&files)
    files.writes("-o", output)
    files.writes("--figures", figures)
    files.writes("--xlsx", xlsx)
    files.writesInto("--tables", tables)
    files.keeps("--anonymous", anonymous)
  }

  func run() throws {
    do {
      try measure()
    } catch let error as InputError {
      throw InvalidRequest(language.ofText.text(of: error))
    }
  }

  private func measure() throws {
    let rosters = logs.filter(LogReader.isRoster)
    let files = logs.filter { !rosters.contains($0) }
    if explainColumns { return try explain(files) }
    guard rosters.count <= 1 else { throw InvalidRequest("several rosters: one is measured at a time") }
    let definition = try measuring.chosenDefinition()
    let plan = try rosters.first.map { try reading.plan($0, definition) }
    let measured = files.isEmpty ? nil : try LogReader.read(files, reading.options(of: files, hashes: !csv))
    var report = try measuring.report(
      measured, plan: plan, definition,
      forCSVOnly: csv && output == nil && figures == nil && xlsx == nil && tables == nil && !edition.isForBoard,
      showsPlaces: output != nil || xlsx != nil || tables != nil || edition.isForBoard,
      groupsDays: json || xlsx != nil || tables != nil, language: language.ofText)
    report.producer = "samma \(Program.version)"
    report.mostBad = reading.maxBad / 100
    report.floors = try reading.floors(in: report.measurer.log)
    report.pseudonyms = try anonymous.map { try PseudonymKey.read(orMakeAt: $0) }
    report.heading = edition.heading
    report.published = try edition.published()
    if let figures { try OutputFile.write(report.figuresCSV(language.ofText), to: figures) }
    let shown = try edition.output(of: report)
    try write(shown)
    if !showsWarnings { for warning in shown.warnings(language.ofText) { StandardStream.error.note(warning) } }
    try reading.judge(measured?.quality, showsContent: showsContent, language.ofText)
  }

  /// Whether ids and words of the log may be shown.
  private var showsContent: Bool { anonymous == nil && !edition.isForBoard }

  /// Whether warnings stand in what is written: rows of clients alone have no room for them.
  private var showsWarnings: Bool { !csv || output != nil || xlsx != nil || tables != nil }

  private func explain(_ files: [String]) throws {
    let options = try reading.mappings(of: files)
    let known = try LogReader.explain(files, options)
    for file in known {
      try StandardStream.output.write(file.text(language.ofText, showsExamples: showsContent))
    }
    // What only all rows tell is asked too, of files that can be read twice.
    let canBeRead = known.allSatisfy { $0.questions.isEmpty && !$0.required.contains(where: $0.missing.contains) }
    guard canBeRead, !files.contains("-") else { return }
    do {
      let quality = try LogReader.read(files, options).quality
      try StandardStream.output.write(quality.decisions(language.ofText, showsIDs: showsContent))
    } catch let error as InputError {
      try StandardStream.output.write(LogQuality.text(of: error.problems, language.ofText))
    }
  }

  private func write(_ report: any MeasureOutput) throws {
    if let output { try OutputFile.write(Array(report.html(language.ofPages, limit: clients).utf8), to: output) }
    if let xlsx { try OutputFile.write(report.workbook(language.ofPages), to: xlsx) }
    if let tables { try DestinationFolder(tables, of: self).write(report.files(language.ofPages)) }
    if json {
      try StandardStream.output.write(report.json())
    } else if csv {
      try report.writeCSV(language.ofText.csvDialect) { try StandardStream.output.write($0) }
    } else if (output == nil && xlsx == nil && tables == nil) || output == "-" {
      try StandardStream.output.write(report.text(language.ofText, limit: clients))
    }
  }
}
