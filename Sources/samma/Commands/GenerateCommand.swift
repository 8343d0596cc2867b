import ArgumentParser
import HomeCare
import Interchange
import Scenarios

/// `samma generate`: makes a realistic instance from a seed.
struct GenerateCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Makes a realistic instance from a seed.",
    discussion: """
      Clients, care, staff and shifts are drawn from published figures of Swedish home care. The same options and seed \
      give the same bytes on any machine.

      EXAMPLES:
        samma generate --clients 60 -o unit.json
        samma generate --setting rural --days 7 --history 7 --seed 4 -o week-folder
        samma generate --units 40 -o city.json
        samma generate --log > year.csv
      """)

  @Option(help: "The instance's format, 1 or 2; 2 has series, open days and a second way to travel.")
  var format = InstanceFormat.two

  @Option(help: "Clients of each unit (default 100), or of the log (2000).")
  var clients: Int?

  @Option(help: "Days to plan (14), or of the log (365).")
  var days: Int?

  @Option(help: ArgumentHelp("First day (2026-03-02), or of the log (2025-01-01).", valueName: "date"))
  var start: LocalDate?

  @Option(help: "Where the clients live: urban or rural.")
  var setting = ScenarioOptions.Setting.urban

  @Option(
    help: ArgumentHelp(
      "Service time in percent of the staff's working time; by default as tight as a unit of the size can be served.",
      valueName: "percent"))
  var tightness: Int?

  @Option(help: ArgumentHelp("Share of visits within half an hour of a fixed time.", valueName: "percent"))
  var fixedTimes = ScenarioOptions().fixedTimes

  @Option(help: ArgumentHelp("Days before the first one of which past meetings are known.", valueName: "days"))
  var history = ScenarioOptions().historyDays

  @Option(help: "Units, each with its own base, area, clients and staff.")
  var units = ScenarioOptions().units

  @Flag(
    help: ArgumentHelp(
      "Put every rule to work: links, pins, caps, preferences, priorities, uncounted visits, matrices of travel times, exceptions."
    )
  )
  var rules = false

  @Flag(help: "Make a log of a municipality's visits instead, as CSV.")
  var log = false

  @Option(help: "About how many visits the log has (1000000).")
  var visits: Int?

  @Option(help: "Staff of the log (600).")
  var staff: Int?

  @Option(help: "Seed of every random choice.")
  var seed = ScenarioOptions().seed

  @Option(help: "Name of the instance; by default one that tells the options.")
  var name: String?

  @OptionGroup var destination: InstanceOutputArgument

  func validate() throws {
    if !log, visits != nil || staff != nil { throw ValidationError("--visits and --staff are for a --log") }
    do {
      if log { try logOptions.check() } else { try options.check() }
    } catch {
      throw ValidationError(error.description)
    }
  }

  func list(_ files: inout CommandFiles) {
    if log { files.writes("-o", destination.output) } else { destination.list(&files) }
  }

  func run() throws {
    if log { return try writeLog() }
    try destination.write(instance())
  }

  /// The instance that the options describe.
  func instance() throws -> Instance { try Instance(validating: Scenario.draft(options)) }

  /// Writes the log as it is made, so that a long one needs no more memory than a short one.
  private func writeLog() throws {
    var log = try VisitLog(logOptions)
    guard let output = destination.output, output != "-" else {
      return try log.write { try StandardStream.output.write($0) }
    }
    try OutputFile.write(to: output) { piece throws(OutputError) in try log.write(piece) }
  }

  private var logOptions: VisitLogOptions {
    var options = VisitLogOptions()
    options.clients = clients ?? options.clients
    options.days = days ?? options.days
    options.start = start ?? options.start
    options.staff = staff ?? options.staff
    options.visits = visits ?? options.visits
    options.seed = seed
    return options
  }

  private var options: ScenarioOptions {
    var options = ScenarioOptions()
    options.format = format
    options.clients = clients ?? options.clients
    options.days = days ?? options.days
    options.start = start ?? options.start
    options.setting = setting
    options.tightness = tightness
    options.fixedTimes = fixedTimes
    options.historyDays = history
    options.units = units
    options.allRules = rules
    options.seed = seed
    options.name = name
    return options
  }
}

extension ScenarioOptions.Setting: ExpressibleByArgument {}

extension LocalDate: ExpressibleByArgument {
  /// Reads `2026-03-02`.
  public init?(argument: String) { self.init(argument) }
}
