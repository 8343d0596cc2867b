import ArgumentParser
import HomeCare
import Interchange

/// What the clock shows, for the commands that mend a roster.
struct NowArgument: ParsableArguments {
  @Option(
    help: ArgumentHelp("What the clock shows: visits that start before it have started.", valueName: "date-time"))
  var now: String?

  func validate() throws {
    if let now, LocalDateTime(now) == nil {
      throw ValidationError("--now must be a date-time that exists, such as 2026-03-02T07:30")
    }
  }

  /// The time; none where nothing has started.
  var time: LocalDateTime? { now.flatMap { LocalDateTime($0) } }
}

extension ChangedInstance {
  /// Carries out a file of changes, and tells whom it named and what else a reader should know.
  init(_ instance: Instance, _ roster: Roster, changes path: String, now: LocalDateTime?) throws {
    var file = try ChangesFile(path: path)
    for line in try file.findPersons(in: instance) { StandardStream.error.note(line) }
    do {
      try self.init(instance, roster, file.changes, now: now)
    } catch {
      throw file.located(error)
    }
    for note in notes { StandardStream.error.note(note) }
  }
}
