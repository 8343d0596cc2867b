import Files
import HomeCare

extension PublicProblem {
  /// The first day of imported instances: a Monday without a change of clocks in the weeks after it.
  static let firstDay = LocalDate(dayNumber: 20_458)

  /// How many days an instance may repeat the problem for.
  public static let repetitions = 1...365

  /// The problem as an instance: one minute is one unit of the set, or a tenth, hundredth or thousandth of one where the
  /// set's times have decimals. It is exact unless `isExact` says that it is not.
  ///
  /// A single day is weighed as the set does, as far as a score can say it (`unweighedTerms`). Repeated days have the usual
  /// weights, so that each client should keep the staff of the first day.
  ///
  /// - Parameter days: How many times the day is repeated.
  /// - Throws: `InputError` where the instance's limits do not hold the problem.
  public func instance(days: Int = 1, file: String) throws(InputError) -> Instance {
    guard let scale else {
      throw InputError(
        file: file, found: "times that no thousandth of a unit divides", expected: "at most three decimals")
    }
    if days > 1 && objective != .travelAlone {
      throw InputError(file: file, found: "costs beside travel", expected: "one day of a problem that has them")
    }
    let longest = InputLimits.tolerance.upperBound
    if let wide = tasks.first(where: { isLateAllowed($0, scale) && Self.span(of: $0) * Double(scale) > Double(longest) }
    ) {
      throw InputError(
        file: file, found: "a window of \(Self.span(of: wide).fileText) for \(wide.id), which may be served late",
        expected: "at most \(longest)")
    }
    do throws(InvalidInstance) {
      return try Instance(validating: draft(days: days, scale: scale))
    } catch {
      throw InputError(error, file: file)
    }
  }

  /// Days of the clock that a day of the set takes: one, unless it is longer than that.
  private func length(scale: Int) -> Int {
    let ends = caregivers.map { shiftEnd(of: $0, scale) } + tasks.flatMap { starts(of: $0, scale).map(\.upperBound) }
    return max(1, ((ends.max() ?? 0) + LocalDateTime.minutesPerDay) / LocalDateTime.minutesPerDay)
  }

  /// When each repetition begins.
  func midnights(days: Int, scale: Int) -> [LocalDateTime] {
    let length = length(scale: scale)
    return (0..<days).map { Self.firstDay.advanced(by: $0 * length).midnight }
  }

  /// The minutes in which a task may start, one range for each window; those that touch are one.
  ///
  /// Where lateness is allowed the last goes on to the end of all shifts; a late start between windows is left out.
  private func starts(of task: Task, _ scale: Int) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for (index, window) in task.windows.enumerated() {
      let opens = ceiling(window.opens, scale)
      var closes = floor(latestStart(of: task, in: window), scale)
      if index == task.windows.count - 1 && isLateAllowed(task, scale) {
        closes = max(opens, (caregivers.map { shiftEnd(of: $0, scale) }.max() ?? 0) - ceiling(task.duration, scale))
      }
      if closes < opens && task.windows.count > 1 { continue }
      if let last = ranges.last, opens <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, closes)
      } else {
        ranges.append(opens...max(opens, closes))
      }
    }
    return ranges
  }

  /// Whether the instance lets a task be late for a price: where lateness is no rule and, since usual times are counted
  /// from the midnight of a window, all of its windows open on one day of the clock.
  private func isLateAllowed(_ task: Task, _ scale: Int) -> Bool {
    !objective.isRule(.tardiness)
      && Set(task.windows.map { ceiling($0.opens, scale) / LocalDateTime.minutesPerDay }).count == 1
  }

  private func draft(days: Int, scale: Int) -> InstanceDraft {
    let length = length(scale: scale)
    let hasChoice = tasks.contains { !$0.laterWindows.isEmpty }
    var draft = InstanceDraft(
      format: !objective.isRule(.tardiness) || hasChoice ? .two : .one, name: days == 1 ? name : "\(name)-x\(days)",
      horizon: Horizon(start: Self.firstDay, days: length * days, window: max(14, length * days), timeZone: "UTC"),
      travel: .matrix([]))
    let groups = groups
    let used = Set(groups.map { tasks[$0.tasks[0]].place } + caregivers.map(\.place)).sorted()
    draft.locations = used.map { Location(id: LocationID(places[$0])) }
    draft.travel = .matrix(travel(among: used).map { $0.map { ceiling($0, scale) } })
    draft.staff = caregivers.map {
      StaffMember(id: StaffID($0.id), skills: $0.abilities, location: LocationID(places[$0.place]))
    }
    draft.clients = clients(groups)
    for (day, midnight) in midnights(days: days, scale: scale).enumerated() {
      func id(_ text: String) -> VisitID { VisitID(Self.id(text, day: day, of: days)) }
      draft.shifts += caregivers.map { shift(of: $0, id: Self.id($0.id, day: day, of: days), midnight, scale) }
      for group in groups {
        let task = tasks[group.tasks[0]]
        let ranges = starts(of: task, scale).map { range in
          VisitWindow(
            earliest: midnight.advanced(by: range.lowerBound), latest: midnight.advanced(by: range.upperBound))
        }
        var visit = Visit(
          id: id(group.id), client: ClientID(group.client), earliest: ranges[0].earliest, latest: ranges[0].latest,
          minutes: ceiling(task.duration, scale), staff: group.tasks.count, skills: task.ability.map { [$0] } ?? [])
        draft.alternatives += ranges.dropFirst().map {
          AlternativeWindow(visit: visit.id, earliest: $0.earliest, latest: $0.latest)
        }
        if isLateAllowed(task, scale) {
          draft.series.append(series(of: task, visit, at: midnight, scale))
          visit.series = draft.series.last?.id
        }
        draft.visits.append(visit)
      }
      let ofTask = Dictionary(uniqueKeysWithValues: groups.flatMap { group in group.tasks.map { ($0, group.id) } })
      for pair in pairs {
        guard let first = ofTask[pair.first], let second = ofTask[pair.second], first != second else { continue }
        draft.links.append(
          Link(
            first: id(first), second: id(second), minGap: pair.gap.map { ceiling($0.lowerBound, scale) },
            maxGap: pair.gap.map { floor($0.upperBound, scale) }, staff: .different))
      }
    }
    if days == 1 { weigh(&draft, scale) }
    return draft
  }

  private func weigh(_ draft: inout InstanceDraft, _ scale: Int) {
    let (weights, priority) = weights(of: draft, scale: scale)
    draft.weights = weights
    for index in draft.visits.indices where priority > 1 && !isOptional(draft.visits[index]) {
      draft.visits[index].priority = priority
    }
  }

  private func shift(of caregiver: Caregiver, id: String, _ midnight: LocalDateTime, _ scale: Int) -> Shift {
    var shift = Shift(
      id: ShiftID(id), staff: StaffID(caregiver.id), start: midnight.advanced(by: ceiling(caregiver.start, scale)),
      end: midnight.advanced(by: shiftEnd(of: caregiver, scale)))
    if let lunch, caregiver.hasLunch {
      let minutes = ceiling(lunch.duration, scale)
      let closes = floor(lunch.closes, scale) - (windowRule == .start ? 0 : minutes)
      shift.breakRule = Shift.Break(
        minutes: minutes, from: max(shift.start, midnight.advanced(by: ceiling(lunch.opens, scale))),
        to: min(shift.end.advanced(by: -minutes), midnight.advanced(by: closes)))
    }
    return shift
  }

  /// A series of this visit alone, whose minutes beside the usual time are what the visit is late: no start is before the
  /// window, and all of the window is as near the usual time as costs nothing.
  private func series(of task: Task, _ visit: Visit, at midnight: LocalDateTime, _ scale: Int) -> Series {
    let first = visit.earliest.date.midnight
    let opens = visit.earliest.minutes(since: first)
    let last = floor(latestStart(of: task, in: task.windows[task.windows.count - 1]), scale)
    // Where the visit can only be late, a usual time before its window costs each start as much more.
    let closes = max(0, midnight.advanced(by: last).minutes(since: first))
    let tolerance = max(0, (closes - opens + 1) / 2, closes - (LocalDateTime.minutesPerDay - 1))
    return Series(
      id: SeriesID(visit.id.rawValue), client: visit.client, usual: closes - tolerance, tolerance: tolerance)
  }

  private func clients(_ groups: [Group]) -> [Client] {
    var clients: [Client] = []
    var known: Set<String> = []
    for group in groups where known.insert(group.client).inserted {
      let task = tasks[group.tasks[0]]
      clients.append(
        Client(
          id: ClientID(group.client), location: LocationID(places[task.place]),
          preferred: task.preferred.map { StaffID($0) }, blocked: task.refused.map { StaffID($0) }))
    }
    return clients
  }

  /// Distances among some places.
  ///
  /// Places of two tasks that start together are never on one route, and sets write a very long way between them; the
  /// shortest way round says the same and keeps the triangle inequality, by which the search is faster.
  private func travel(among used: [Int]) -> [[Double]] {
    var table = distances
    for place in table.indices { table[place][place] = 0 }
    for pair in pairs where pair.startsTogether {
      let (a, b) = (tasks[pair.first].place, tasks[pair.second].place)
      if a == b || !isServedOnce(a) || !isServedOnce(b) { continue }
      for (from, to) in [(a, b), (b, a)] {
        let round = table.indices.filter { $0 != a && $0 != b }.map { distances[from][$0] + distances[$0][to] }
        table[from][to] = round.min() ?? distances[from][to]
      }
    }
    return used.map { from in used.map { table[from][$0] } }
  }

  private func isServedOnce(_ place: Int) -> Bool {
    tasks.count { $0.place == place } == 1 && !caregivers.contains { $0.place == place }
  }
}
