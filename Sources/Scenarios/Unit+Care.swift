import HomeCare

/// A part of the day in which a daily visit is wanted; minutes from midnight.
private enum Slot {
  case morning
  case lunch
  case afternoon
  case dinner
  case evening

  /// Where the middle of the window lies.
  var middles: ClosedRange<Int> {
    switch self {
    case .morning: 7 * 60 + 45...10 * 60 + 30
    case .lunch: 11 * 60 + 15...13 * 60 + 30
    case .afternoon: 14 * 60 + 20...15 * 60 + 45
    case .dinner: 16 * 60 + 30...18 * 60 + 30
    case .evening: 18 * 60 + 45...20 * 60 + 45
    }
  }

  /// Lengths of visits, each as often as it stands here.
  var lengths: [Int] {
    switch self {
    case .morning: [25, 25, 30, 30, 30, 35, 35, 40, 40, 45, 45, 50, 50]
    case .lunch, .afternoon, .dinner, .evening:
      [10, 15, 15, 15, 15, 15, 20, 20, 20, 20, 25, 25, 25, 25, 30, 30, 30, 30]
    }
  }

  /// The slots of a client with some visits a day.
  static func slots(_ count: Int) -> [Slot] {
    switch count {
    case 1: [.morning]
    case 2: [.morning, .evening]
    case 3: [.morning, .lunch, .evening]
    case 4: [.morning, .lunch, .dinner, .evening]
    default: [.morning, .lunch, .afternoon, .dinner, .evening]
    }
  }
}

/// What is handed out among the clients with daily visits.
private struct DailyNeeds {
  var visitsADay: Deck<Int>
  var doubleStaffed: Quota
  var insulin: Quota
  var fixedTime: Quota
}

extension Unit {
  /// Percent of clients with only a few visits a week.
  private static let lightClients = 23
  /// Visits a day of the other clients, each as often as it stands here.
  private static let visitsADay = [2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5]
  /// Percent of clients with four or more visits a day who need two staff in the morning; two thirds also at night.
  private static let doubleStaffed = 24
  /// Percent of clients with daily visits who need insulin in the morning.
  private static let onInsulin = 14
  /// Percent of clients with daily visits who also have a weekly service visit.
  private static let withService = 45
  private static let latestStart = 21 * 60 + 30

  /// Draws each client's care and repeats it over the horizon: daily visits at the same time every day, weekly ones on
  /// the same weekday.
  mutating func planCare() {
    var random = generator(for: .care)
    // A horizon of a few days would otherwise leave many clients without a visit.
    let weekdays = weekdaysOfHorizon()
    var light = Deck(clients.indices.map { $0 * 100 / clients.count < Self.lightClients })
    var needs = DailyNeeds(
      visitsADay: Deck(Self.visitsADay), doubleStaffed: Quota(percent: Self.doubleStaffed, &random),
      insulin: Quota(percent: Self.onInsulin, &random), fixedTime: Quota(percent: options.fixedTimes, &random))
    for client in clients.indices {
      if light.draw(&random) {
        var free = weekdays
        random.shuffle(&free)
        for weekday in free.prefix(random.int(in: 1...3)) {
          let visit =
            random.chance(3, in: 5)
            ? serviceVisit(of: client, &random)
            : slotVisit(of: client, in: .morning, fixed: needs.fixedTime.next(), &random)
          add(visit, on: weekday)
        }
      } else {
        planDailyCare(of: client, &needs, &random)
        if random.chance(Self.withService, in: 100) {
          add(serviceVisit(of: client, &random), on: random.pick(weekdays))
        }
      }
    }
    visits.sort { ($0.earliest, $0.client, $0.minutes) < ($1.earliest, $1.client, $1.minutes) }
  }

  private mutating func planDailyCare(
    of client: Int, _ needs: inout DailyNeeds, _ random: inout SeededGenerator
  ) {
    let count = needs.visitsADay.draw(&random)
    let heavy = count >= 4 && needs.doubleStaffed.next()
    let alsoAtNight = random.chance(2, in: 3)
    // Two staff with the delegation at the same time are more than a unit asks for.
    let insulin = !heavy && needs.insulin.next()
    for slot in Slot.slots(count) {
      var visit = slotVisit(of: client, in: slot, fixed: needs.fixedTime.next(), &random)
      if heavy && (slot == .morning || slot == .evening && alsoAtNight) { visit.staff = 2 }
      if insulin && slot == .morning { visit.skills = ["insulin"] }
      add(visit, on: nil)
    }
  }

  /// Mondays to Fridays of the horizon, or whichever days it has.
  private func weekdaysOfHorizon() -> [Int] {
    let all = Set((0..<min(7, options.days)).map(weekday(ofDay:))).sorted()
    let workdays = all.filter { $0 < 5 }
    return workdays.isEmpty ? all : workdays
  }

  /// Repeats a visit of day 0 every day, or on one weekday (0 = Monday) only.
  private mutating func add(_ visit: DraftVisit, on weekday: Int?) {
    needs.append(DraftNeed(client: visit.client))
    for day in 0..<options.days where weekday == nil || self.weekday(ofDay: day) == weekday {
      var repeated = visit
      repeated.earliest += day * LocalDateTime.minutesPerDay
      repeated.latest += day * LocalDateTime.minutesPerDay
      repeated.need = needs.count - 1
      visits.append(repeated)
    }
  }

  private func slotVisit(
    of client: Int, in slot: Slot, fixed: Bool, _ random: inout SeededGenerator
  ) -> DraftVisit {
    let middle = slot.middles.lowerBound + 5 * random.int(below: slot.middles.count / 5 + 1)
    let width = fixed ? 30 : random.pick([60, 60, 90, 90, 120, 120, 150, 150])
    let minutes = random.pick(slot.lengths)
    // Homes on the way from the base cannot be reached the minute a shift starts, nor left the minute it ends.
    let way = Ground(options.setting).minutesAtMost(from: places[0], to: places[clients[client].place])
    let margin = (way + 4) / 5 * 5
    let first = max(ShiftKind.day.start + 5, middle - (width / 2 + 4) / 5 * 5)
    let last = max(first + 30, min(first + width, ShiftKind.evening.end - minutes - margin, Self.latestStart))
    return DraftVisit(client: client, earliest: first, latest: last, minutes: minutes)
  }

  private func serviceVisit(of client: Int, _ random: inout SeededGenerator) -> DraftVisit {
    let earliest = 8 * 60 + 15 * random.int(below: 16)
    return DraftVisit(
      client: client, earliest: earliest, latest: earliest + 180,
      minutes: random.pick([45, 45, 45, 45, 60, 60, 60, 75]), kind: "service")
  }
}
