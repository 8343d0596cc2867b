import Files
import HomeCare

extension PublicProblem {
  /// The first day of imported instances: a Monday without a change of clocks in the weeks after it.
  static let firstDay = LocalDate(dayNumber: 20_458)

  /// How many days an instance may repeat the problem for.
  public static let repetitions = 1...365

  /// The problem as an instance, exactly: one minute is one unit of the set, or a tenth, hundredth or thousandth of one
  /// where the set's times have decimals.
  ///
  /// A single day is weighed as the set does: travel alone, and above it that every visit is served. Repeated days have
  /// the usual weights, so that each client should keep the staff of the first day.
  ///
  /// - Parameter days: How many times the day is repeated.
  /// - Throws: `InputError` where the instance's limits do not hold the problem.
  public func instance(days: Int = 1, file: String) throws(InputError) -> Instance {
    guard let scale else {
      throw InputError(
        file: file, found: "times that no thousandth of a unit divides", expected: "at most three decimals")
    }
    do throws(InvalidInstance) {
      return try Instance(validating: draft(days: days, scale: scale))
    } catch {
      throw InputError(error, file: file)
    }
  }

  /// Minutes of an instance for each unit of the set; `nil` where the times have more than three decimals.
  public var scale: Int? {
    [1, 10, 100, 1_000].first { scale in times.allSatisfy { Self.isWhole($0, scale) } }
  }

  private static func isWhole(_ time: Double, _ scale: Int) -> Bool {
    // Both sides are the double nearest to the same decimal number where the product is whole.
    (time * Double(scale)).rounded() / Double(scale) == time
  }

  private var times: [Double] {
    distances.flatMap { $0 } + tasks.flatMap { [$0.duration, $0.opens, $0.closes] }
      + caregivers.flatMap { [$0.start, $0.end] }
  }

  /// Days of the clock that a day of the set takes: one, unless it is longer than that.
  private func length(scale: Int) -> Int {
    let last = max(caregivers.map(\.end).max() ?? 0, tasks.map { latestStart(of: $0) }.max() ?? 0)
    return max(1, (Int((last * Double(scale)).rounded()) + LocalDateTime.minutesPerDay) / LocalDateTime.minutesPerDay)
  }

  /// When each repetition begins.
  func midnights(days: Int, scale: Int) -> [LocalDateTime] {
    let length = length(scale: scale)
    return (0..<days).map { Self.firstDay.advanced(by: $0 * length).midnight }
  }

  private func draft(days: Int, scale: Int) -> InstanceDraft {
    func minutes(_ time: Double) -> Int { Int((time * Double(scale)).rounded()) }
    let length = length(scale: scale)
    var draft = InstanceDraft(
      name: days == 1 ? name : "\(name)-x\(days)",
      horizon: Horizon(start: Self.firstDay, days: length * days, window: max(14, length * days), timeZone: "UTC"),
      travel: .matrix([]))
    let groups = groups
    let used = Set(groups.map { tasks[$0.tasks[0]].place } + caregivers.map(\.place)).sorted()
    draft.locations = used.map { Location(id: LocationID(places[$0])) }
    draft.travel = .matrix(travel(among: used).map { $0.map(minutes) })
    draft.staff = caregivers.map {
      StaffMember(id: StaffID($0.id), skills: $0.abilities, location: LocationID(places[$0.place]))
    }
    draft.clients = clients(groups)
    for (day, midnight) in midnights(days: days, scale: scale).enumerated() {
      func time(_ value: Double) -> LocalDateTime { midnight.advanced(by: minutes(value)) }
      func id(_ text: String) -> VisitID { VisitID(Self.id(text, day: day, of: days)) }
      draft.shifts += caregivers.map {
        Shift(
          id: ShiftID(Self.id($0.id, day: day, of: days)), staff: StaffID($0.id), start: time($0.start),
          end: time($0.end))
      }
      draft.visits += groups.map { group in
        let task = tasks[group.tasks[0]]
        return Visit(
          id: id(group.id), client: ClientID(group.client), earliest: time(task.opens),
          latest: time(latestStart(of: task)), minutes: minutes(task.duration), staff: group.tasks.count,
          skills: task.ability.map { [$0] } ?? [])
      }
      let ofTask = Dictionary(uniqueKeysWithValues: groups.flatMap { group in group.tasks.map { ($0, group.id) } })
      for pair in pairs {
        guard let first = ofTask[pair.first], let second = ofTask[pair.second], first != second else { continue }
        let gap = pair.startsTogether ? 0 : nil
        draft.links.append(
          Link(first: id(first), second: id(second), minGap: gap, maxGap: gap, staff: .different))
      }
    }
    draft.weights = days == 1 ? Weights(travelAloneOf: draft) : Weights()
    return draft
  }

  private func clients(_ groups: [Group]) -> [Client] {
    var clients: [Client] = []
    var known: Set<String> = []
    for group in groups where known.insert(group.client).inserted {
      let task = tasks[group.tasks[0]]
      clients.append(
        Client(
          id: ClientID(group.client), location: LocationID(places[task.place]),
          blocked: task.refused.map { StaffID($0) }))
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
