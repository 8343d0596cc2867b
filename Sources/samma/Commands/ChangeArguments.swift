import ArgumentParser
import HomeCare
import Interchange
import Reports

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

extension Changes {
  /// Reads a file of changes, Samma's own or tables of people's, and tells whom it named and what was taken for what.
  ///
  /// - Returns: The changes, and how to tell where in the file what does not fit stands.
  static func read(
    path: String, of instance: Instance, in language: Language
  ) throws -> (changes: Changes, located: (InvalidChanges) -> InputError) {
    if ChangesReader.holdsTables(path) {
      let (changes, notes) = try ChangesReader.read(path: path, of: instance)
      for note in notes { StandardStream.error.note(note, in: language) }
      return (changes, { InputError(problems: $0.problems.map { InputProblem($0, file: path) }) })
    }
    var file = try ChangesFile(path: path)
    for note in try file.findPersons(in: instance) { StandardStream.error.note(note, in: language) }
    return (file.changes, file.located)
  }
}

extension ChangedInstance {
  /// Carries out a file of changes, and tells whom it named and what else a reader should know.
  init(
    _ instance: Instance, _ roster: Roster, changes path: String, now: LocalDateTime?, in language: Language
  ) throws {
    let (changes, located) = try Changes.read(path: path, of: instance, in: language)
    do {
      try self.init(instance, roster, changes, now: now)
    } catch {
      throw located(error)
    }
    for note in notes { StandardStream.error.note(note, in: language) }
  }
}
