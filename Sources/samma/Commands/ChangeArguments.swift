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

/// Changes as they were read, and what to say of them.
struct ReadChanges {
  /// The changes.
  let changes: Changes
  /// What is wrong with them, at its places in the file; nothing where they can be carried out as far as is known.
  let refusal: (InvalidChanges?) -> InputError?

  /// Reads a file of changes, Samma's own or tables of people's, and tells whom it named and what was taken for what.
  init(path: String, of instance: Instance, in language: Language) throws {
    let told: [String]
    if ChangesReader.holdsTables(path) {
      (changes, told) = try ChangesReader.read(path: path, of: instance)
      refusal = { error in error.map { InputError(problems: $0.problems.map { InputProblem($0, file: path) }) } }
    } else {
      var file = try ChangesFile(path: path)
      told = file.findPersons(in: instance)
      changes = file.changes
      refusal = { [file] in file.refusal($0) }
    }
    for note in told { StandardStream.error.note(note, in: language) }
  }

  /// Absences and stays away that change nothing of an instance.
  func idle(in instance: Instance) -> [String] {
    func words(_ from: LocalDateTime, _ to: LocalDateTime) -> String { "from \(from) to \(to)" }
    let absences = changes.absences.filter { absence in
      instance.staff.contains { $0.id == absence.staff }
        && !instance.shifts.contains { $0.staff == absence.staff && $0.start < absence.to && absence.from < $0.end }
    }
    let away = changes.away.filter { away in
      instance.clients.contains { $0.id == away.client }
        && !instance.visits.contains { $0.client == away.client && $0.earliest < away.to && away.from <= $0.latest }
    }
    return absences.map { "\($0.staff) has no shift \(words($0.from, $0.to)): the absence changes nothing" }
      + away.map { "\($0.client) has no visit \(words($0.from, $0.to)): nothing changes" }
  }

  /// The instance with the changes carried out; tells what else a reader should know.
  ///
  /// - Throws: `InputError` with everything that is wrong with the changes.
  func carriedOut(
    on instance: Instance, _ roster: Roster, now: LocalDateTime?, in language: Language
  ) throws -> ChangedInstance {
    let changed: ChangedInstance
    do {
      changed = try ChangedInstance(instance, roster, changes, now: now)
    } catch {
      throw refusal(error) ?? InputError(problems: [])
    }
    if let refusal = refusal(nil) { throw refusal }
    for note in changed.notes { StandardStream.error.note(note, in: language) }
    return changed
  }
}
