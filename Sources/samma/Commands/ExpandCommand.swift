import ArgumentParser
import HomeCare
import Interchange
import Reports

/// `samma expand`: makes an instance of recurring needs.
struct ExpandCommand: ParsableCommand, FileUser, Speaker {
  static let configuration = CommandConfiguration(
    commandName: "expand", abstract: "Makes an instance of recurring needs, shift patterns and absences.",
    discussion: """
      The instance is of format 2, with a series for each need, unless --format says 1.

      NEEDS is a folder of CSV exports, workbooks (.xlsx) and rows in JSON in any of the usual dialects, or one such file. \
      Its tables are found by what they hold: needs, staff and shifts, and where there are such, clients, absences, away and \
      history. Shifts may be a schedule with a row for each staff member and a column for each day. What was taken for what \
      is told. The same need has the same visit id whenever it is expanded.

      EXAMPLES:
        samma expand needs --from 2026-03-02 --days 14 -o unit.json
        samma expand unit.xlsx --from 2026-03-02 -o unit.json
        samma expand needs --from 2026-03-02 --days 7 --map mapping.json -o week
        samma expand needs --from 2026-03-02 --weights unit-weights.json -o unit.json
        samma expand needs --from 2026-03-05 --days 11 --clients C12 --as-changes -o home.json
      """)

  @Argument(help: "A folder of tables, or a workbook.")
  var needs: String

  @Option(help: ArgumentHelp("First day.", valueName: "date"))
  var from: LocalDate

  @Option(help: "Days to plan.")
  var days = 14

  @Option(
    help: ArgumentHelp(
      "A mapping file, or a preset: \(ExportMapping.presets.map(\.preset).joined(separator: ", ")).",
      valueName: "mapping")
  )
  var map: String?

  @Option(
    help: ArgumentHelp(
      "Addresses with coordinates, for clients without: a table in any dialect, in degrees, SWEREF 99 or RT 90.",
      valueName: "file"))
  var addresses: String?

  @Option(help: "Name of the instance; by default the folder's and the first day.")
  var name: String?

  @Option(help: "The format of the instance.")
  var format = InstanceFormat.two

  @Option(help: ArgumentHelp("Travel in kilometres an hour.", valueName: "number"))
  var speedKmh = 15.0

  @Option(help: ArgumentHelp("Kilometres of road for each kilometre of the crow's flight.", valueName: "number"))
  var detour = 1.3

  @Option(help: ArgumentHelp("Minutes that every leg takes beside the distance.", valueName: "number"))
  var fixedMinutes = 2.0

  @Option(
    help: ArgumentHelp(
      "With --as-changes: whose visits are written; an id or a name, may be repeated.", valueName: "client"))
  var clients: [String] = []

  @Flag(
    help: "Write the visits of --clients as a file of changes, such as of a client who comes home, for samma repair.")
  var asChanges = false

  @OptionGroup var holidays: HolidayArguments

  @OptionGroup(title: "What counts") var weights: WeightArguments

  @OptionGroup var language: LanguageArgument

  @OptionGroup var destination: InstanceOutputArgument

  func validate() throws {
    if asChanges == clients.isEmpty { throw ValidationError("--clients and --as-changes go together") }
    if asChanges, let path = destination.output, path != "-", !path.hasSuffix(".json") {
      throw ValidationError("-o must end in .json with --as-changes")
    }
    try OptionRange("--days", InputLimits.days).check(days)
    try OptionRange("--speed-kmh", InputLimits.speedKmh).check(speedKmh)
    try OptionRange("--detour", InputLimits.detour).check(detour)
    try OptionRange("--fixed-minutes", InputLimits.fixedMinutes).check(fixedMinutes)
  }

  func list(_ files: inout CommandFiles) {
    // An instance may lie beside the tables of needs.
    files.reads("<needs>", needs, endings: NeedsSources.endings.filter { $0 != "json" })
    files.reads("--map", map.flatMap(ExportMapping.file))
    files.reads("--addresses", addresses)
    holidays.list(&files)
    weights.list(&files)
    destination.list(&files)
  }

  func run() throws {
    let mapping = try map.map { try ExportMapping(argument: $0) }
    let travel = Travel.coordinates(speedKmh: speedKmh, detour: detour, fixedMinutes: fixedMinutes)
    let gazetteer = try addresses.map { try Gazetteer.read($0, mapping) }
    let reading = try NeedsReader.read(
      folder: needs, mapping, travel: travel, start: from, addresses: gazetteer)
    // What the files were taken for helps to mend them, and so is told even where they are refused.
    for note in reading.told { StandardStream.error.note(note, in: language.ofText) }
    StandardStream.error.note(
      "travel at \(speedKmh.fileText) km/h, \(detour.fileText) times the distance, \(fixedMinutes.fileText) minutes more a "
        + "way; --speed-kmh, --detour and --fixed-minutes say otherwise", in: language.ofText)
    let horizon = Horizon(
      start: from, days: days, timeZone: (mapping ?? .genericSwedish).timeZone)
    let file = needs.split(separator: "/").last.map(String.init) ?? "needs"
    let folder = file.split(separator: ".").first.map(String.init) ?? file
    let expanded = try reading.expanded(
      over: horizon, name: name ?? "\(folder)-\(from)", format: format,
      holidays: holidays.chosen(around: horizon, mapping ?? .genericSwedish))
    let instance = try weights.applied(to: expanded.instance)
    for note in expanded.told { StandardStream.error.note(note, in: language.ofText) }
    guard asChanges else { return try destination.write(instance) }
    let named = try clients.map(instance.client(named:))
    let changes = Changes(addingVisitsOf: Set(named), of: instance)
    StandardStream.error.note(
      "\(counted(changes.added.count, "visit is", "visits are")) written as changes", in: language.ofText)
    for client in named where !changes.added.contains(where: { $0.client == client }) {
      let away = reading.away(client).map { "away \($0.from) to \($0.to == .openEnd ? "no known end" : "\($0.to)")" }
      let why = away.isEmpty ? "no need falls on them" : away.joined(separator: ", ")
      StandardStream.error.note("\(client) has no visit in these days: \(why)", in: language.ofText)
    }
    try Destination(destination.output).write(changes.json())
  }
}

extension Instance {
  /// The client that an id or a name means.
  fileprivate func client(named text: String) throws -> ClientID {
    var people = NamedPersons(of: self)
    let id = people.find(ClientID(text), at: Cell(table: "clients", row: 0, column: "client"))
    try people.refuseAmbiguous()
    guard clients.contains(where: { $0.id == id }) else {
      throw InvalidRequest("the needs have no client \(text)")
    }
    return id
  }
}
