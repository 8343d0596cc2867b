import HomeCare

extension Unit {
  /// Minutes beside the usual time that clients do not mind, each as often as it stands here.
  private static let tolerances = [15, 15, 15, 20, 20, 30, 30]
  /// One need in so many has a time that the client is used to.
  private static let withUsualTime = 3
  /// Percent of service needs whose day is open.
  private static let openDays = 50
  /// Percent of other service needs, and of meals, that may take place beside another visit.
  private static let besideOthers = (service: 35, meal: 5)
  /// When a service visit may start on another day than its own.
  private static let otherStart = 9 * 60...13 * 60

  /// Says of each need what is done, when it is expected, and how free it is: a series with a tolerance or an open day.
  mutating func describeNeeds() {
    var random = generator(for: .needs)
    var visitsOfNeed = Array(repeating: [Int](), count: needs.count)
    for (index, visit) in visits.enumerated() { visitsOfNeed[visit.need].append(index) }
    var openDay = Quota(percent: Self.openDays, &random)
    let linked = Set(links.flatMap { [$0.first, $0.second] })
    for need in needs.indices {
      // Drawn for every need, so that what one is does not change the next.
      let (tolerance, isUsual) = (random.pick(Self.tolerances), random.chance(1, in: Self.withUsualTime))
      let (beside, task) = (random.int(below: 100), random.int(below: 1 << 20))
      guard let first = visitsOfNeed[need].first.map({ visits[$0] }) else { continue }
      let isService = visitsOfNeed[need].contains { visits[$0].kind == "service" }
      let middle = (first.earliest + first.latest) / 2 % LocalDateTime.minutesPerDay
      let choices = isService ? Self.service : Self.tasks(around: middle)
      for index in visitsOfNeed[need] {
        visits[index].tasks = ([choices[task % choices.count]] + visits[index].skills).joined(separator: ", ")
      }
      if isService && openDay.next() {
        for index in visitsOfNeed[need] where visits[index].pinned.isEmpty && visits[index].pinnedStart == nil {
          if !linked.contains(index) { visits[index].otherDays = otherWeekdays(of: visits[index].day) }
        }
        continue
      }
      needs[need].isSeries = true
      needs[need].tolerance = tolerance
      if isUsual { needs[need].usual = middle / 5 * 5 }
      let isMeal = choices == Self.noon || choices == Self.dinner
      let isBeside = beside < (isService ? Self.besideOthers.service : isMeal ? Self.besideOthers.meal : 0)
      for index in visitsOfNeed[need] { visits[index].alongside = isBeside }
    }
    keepApart()
  }

  /// The other working days of a day's week that the horizon has.
  private func otherWeekdays(of day: Int) -> [Int] {
    (0..<options.days).filter { $0 != day && week(ofDay: $0) == week(ofDay: day) && weekday(ofDay: $0) < 5 }
  }

  /// Where a service visit may start on another day, in minutes from the horizon's start.
  static func otherWindow(on day: Int) -> (earliest: Int, latest: Int) {
    let midnight = day * LocalDateTime.minutesPerDay
    return (midnight + otherStart.lowerBound, midnight + otherStart.upperBound)
  }

  /// Lets visits take place beside another where a client's visits of a day leave no room for one after the other.
  private mutating func keepApart() {
    var visitsOfClientDay: [[Int]: [Int]] = [:]
    for (index, visit) in visits.enumerated() where !visit.alongside && visit.otherDays.isEmpty {
      visitsOfClientDay[[visit.client, visit.day], default: []].append(index)
    }
    for (_, candidates) in visitsOfClientDay.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var free = 0
      for index in candidates.sorted(by: { (visits[$0].latest, $0) < (visits[$1].latest, $1) }) {
        let start = max(free, visits[index].pinnedStart ?? visits[index].earliest)
        if start > visits[index].pinnedStart ?? visits[index].latest {
          visits[index].alongside = true
        } else {
          free = start + visits[index].minutes
        }
      }
    }
  }

  // MARK: - Tasks, in the words of a sheet

  private static let morning = ["Morgonhjälp, frukost", "Dusch, frukost", "Påklädning, frukost, medicin"]
  private static let noon = ["Lunch", "Lunch, promenad", "Lunch, medicin"]
  private static let afternoon = ["Kaffe", "Promenad", "Toalettbesök"]
  private static let dinner = ["Middag", "Middag, disk"]
  private static let evening = ["Kvällshjälp", "Kvällsmat, sänggående", "Sänggående, medicin"]
  private static let service = ["Städning", "Tvätt", "Inköp", "Städning, sängklädesbyte"]

  /// What may be done in a visit of care around a minute of the day.
  private static func tasks(around minute: Int) -> [String] {
    switch minute {
    case ..<(11 * 60): morning
    case ..<(14 * 60): noon
    case ..<(16 * 60): afternoon
    case ..<(18 * 60 + 40): dinner
    default: evening
    }
  }
}
