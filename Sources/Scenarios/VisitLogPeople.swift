import HomeCare

/// One row of a generated log.
struct LogRow {
  var client: Int
  var staff: Int
  /// Minutes since the day's midnight.
  var start: Int
  var minutes: Int
  var kind: LogKind
  /// Of a thousand, for the status.
  var status: Int

  func with(staff: Int) -> LogRow {
    var row = self
    row.staff = staff
    return row
  }
}

/// What a visit of a generated log is for.
enum LogKind: Equatable {
  case alarm, meal, nursing
  /// Care, or service for some of a hundred.
  case care(Int)

  var columnText: String {
    switch self {
    case .alarm: ",alarm"
    case .meal: ",meal"
    case .nursing: ",nursing"
    case .care(let percent): percent < 18 ? ",service" : ",care"
    }
  }
}

/// The parts of a day in which visits start.
enum LogSlot: Int, CaseIterable {
  case morning, forenoon, noon, dinner, evening, night

  var minute: Int { [465, 600, 720, 1020, 1200, 1350][rawValue] }
  var isLate: Bool { rawValue >= 3 }
  /// In which order a client who gets more visits a day gets them.
  static let byNeed: [LogSlot] = [.morning, .evening, .dinner, .noon, .forenoon, .night]
}

/// An area with its staff.
struct LogArea {
  let columnText: String
  /// Numbers of the area's staff.
  let staff: Range<Int>

  /// Areas of about 50 staff.
  static func all(_ options: VisitLogOptions) -> [LogArea] {
    let count = max(1, options.staff / 50)
    let providers = ["municipal", "municipal", "municipal", "Omtanke AB", "Tryggare Hem AB"]
    return (0..<count).map { area in
      LogArea(
        columnText: ",area \(area + 1),\(providers[area % providers.count])",
        staff: options.staff * area / count..<options.staff * (area + 1) / count)
    }
  }

  /// One in 25 is a nurse, one in five a substitute.
  private func isNurse(_ member: Int) -> Bool { (member - staff.lowerBound) % 25 == 24 }
  func category(of member: Int) -> String {
    isNurse(member) ? ",home-nursing" : (member - staff.lowerBound) % 5 == 3 ? ",substitute" : ",home-care"
  }

  /// Whether a staff member is at work in a part of the day: five days of every seven, by turns early and late.
  private func works(_ member: Int, _ day: Int, late: Bool) -> Bool {
    let turn = day + member * 3
    return turn % 7 < 5 && ((turn / 7 + member) % 2 == 0) == late
  }

  /// Who comes: mostly one of the client's team who is at work, otherwise anyone who is.
  func member(
    for team: [Int], _ kind: LogKind, _ day: Int, _ slot: LogSlot, _ random: inout SeededGenerator
  ) -> Int {
    let fromTeam = kind != .nursing && random.int(below: 10) < 8
    let candidates = fromTeam ? team.count : staff.count
    let first = random.int(below: candidates)
    for step in 0..<candidates {
      let member = fromTeam ? team[(first + step) % candidates] : staff.lowerBound + (first + step) % candidates
      if isNurse(member) == (kind == .nursing), works(member, day, late: slot.isLate) { return member }
    }
    return fromTeam ? team[first] : staff.lowerBound + first
  }
}

/// A client of a generated log.
struct LogClient {
  let area: Int
  /// Staff who mostly come.
  let team: [Int]
  /// The year of birth; unknown of one in 200.
  let birthYear: Int?
  /// Days on which the client has home care.
  let present: Range<Int>
  /// Visits in each part of a day, of a million days.
  let chance: [Int]
  /// Minutes from the slot's usual start to the client's.
  let habit: [Int]

  static func all(
    _ options: VisitLogOptions, _ areas: [LogArea], _ random: inout SeededGenerator
  ) -> [LogClient] {
    // Needs from one visit a fortnight to six a day, scaled so that their sum over the year is what is asked for.
    let needs = (0..<options.clients).map { _ in
      random.chance(2, in: 5) ? random.int(in: 70...600) : random.int(in: 1500...5500)
    }
    let stays = (0..<options.clients).map { _ in stay(options.days, &random) }
    let sum = zip(needs, stays).reduce(0) { $0 + $1.0 * $1.1.count }
    return (0..<options.clients).map { number in
      let area = number % areas.count
      let staff = areas[area].staff
      var team = Array(staff)
      random.shuffle(&team)
      let year =
        options.start.components.year - (random.chance(1, in: 9) ? random.int(in: 30...64) : random.int(in: 65...98))
      // Visits of a million days; in 64 bits for any number of visits.
      var left = Int(Double(needs[number]) * Double(options.visits) / Double(max(1, sum)) * 1_000_000)
      var chance = [Int](repeating: 0, count: LogSlot.allCases.count)
      for slot in LogSlot.byNeed {
        chance[slot.rawValue] = min(left, 1_000_000)
        left -= chance[slot.rawValue]
      }
      return LogClient(
        area: area, team: Array(team.prefix(random.int(in: 6...16))),
        birthYear: random.chance(1, in: 200) ? nil : year, present: stays[number], chance: chance,
        habit: LogSlot.allCases.map { _ in random.int(in: -30...45) })
    }
  }

  /// Most clients have home care all the time; some come, some go.
  private static func stay(_ days: Int, _ random: inout SeededGenerator) -> Range<Int> {
    switch random.int(below: 10) {
    case 0, 1: random.int(below: days)..<days
    case 2, 3: 0..<random.int(in: 1...days)
    default: 0..<days
    }
  }
}
