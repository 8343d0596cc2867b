import ArgumentParser
import Continuity
import HomeCare
import Interchange
import Reports

/// The options of `plan` by which it knows whom clients have met before.
struct HistoryArguments: ParsableArguments, FileUser {
  @Option(
    help: ArgumentHelp(
      "Add the meetings of this roster (.json) or log of visits to the instance's history. Repeatable.",
      valueName: "file"))
  var history: [String] = []

  @Option(help: ArgumentHelp("The instance that the rosters of --history answer.", valueName: "instance"))
  var historyInstance: String?

  @Option(
    help: ArgumentHelp("How the logs of --history are to be read: a preset or a mapping file.", valueName: "mapping"))
  var historyMap: String?

  @Option(help: ArgumentHelp("Write the instance with its added history, which the roster answers.", valueName: "file"))
  var instanceOut: String?

  func validate() throws {
    if history.isEmpty && (historyInstance != nil || historyMap != nil) {
      throw ValidationError("--history-instance and --history-map tell how to read --history; name its file")
    }
    if historyInstance == nil, let roster = history.first(where: LogReader.isRoster) {
      throw ValidationError("--history \(roster) is a roster; name the instance it answers with --history-instance")
    }
  }

  func list(_ files: inout CommandFiles) {
    for path in history { files.reads("--history", path) }
    files.reads("--history-instance", historyInstance)
    files.reads("--history-map", historyMap.flatMap(ExportMapping.file))
    files.writes("--instance-out", instanceOut)
  }

  /// People listed whom the instance does not have.
  private static let listedStrangers = 20

  /// The instance with the meetings of all files; tells how many were taken up.
  func added(to instance: Instance, in language: Language) throws -> Instance {
    if history.isEmpty { return instance }
    let old = try historyInstance.map { try InstanceSource(argument: $0).read() }
    var meetings: [PastMeeting] = []
    for path in history {
      if LogReader.isRoster(path), let old {
        let roster = try Roster(path: path)
        try roster.judge(by: old)
        meetings += roster.pastMeetings(of: old)
      } else {
        var options = LogReader.Options()
        options.mapping = try historyMap.map { try ExportMapping(argument: $0) }
        let reading = try LogReader.read([path], options)
        for note in reading.quality.notes { StandardStream.error.note(note, in: language) }
        let bad = reading.quality.rows - reading.quality.used
        if bad > 0 {
          StandardStream.error.warn(
            "\(bad) of \(counted(reading.quality.rows, "row")) of \(path) could not be used", in: language)
        }
        meetings += reading.log.pastMeetings(without: (old ?? instance).uncountedKinds)
      }
    }
    let match = HistoryMatch(meetings, in: instance)
    if match.foundByName > 0 {
      StandardStream.error.note(
        "--history names \(match.foundByName) clients and staff otherwise than by their ids", in: language)
    }
    if match.left > 0 {
      StandardStream.error.note(
        "\(match.left) of \(meetings.count) meetings are of others than the instance's clients and staff:", in: language
      )
      for stranger in match.strangers.prefix(Self.listedStrangers) {
        StandardStream.error.tell("  \(language.message("\(stranger)"))")
      }
      let more = match.strangers.count - Self.listedStrangers
      if more > 0 { StandardStream.error.tell("  \(language.message("and \(more) more"))") }
    }
    let result = try instance.addingHistory(match.meetings)
    if result.left > 0 {
      StandardStream.error.note(
        "\(result.left) of \(meetings.count) meetings are not before the instance's horizon", in: language)
    }
    if result.added == 0 { StandardStream.error.warn("--history adds no meeting to the instance", in: language) }
    return result.instance
  }
}
