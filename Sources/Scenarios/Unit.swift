import HomeCare

/// What a stream of random numbers is used for; one stream for each unit and purpose.
enum Purpose: UInt64 {
  case places
  case care
  case staff
  case contacts
  case history
  case rules
  case substitutes

  static let count: UInt64 = 8
}

/// One unit in the making: tables that speak of positions in each other, times in minutes from the horizon's start.
struct Unit {
  let number: Int
  let options: ScenarioOptions
  /// The base first; then one for each address.
  var places: [Place] = []
  var clients: [DraftClient] = []
  var visits: [DraftVisit] = []
  var staff: [DraftStaff] = []
  var shifts: [DraftShift] = []
  var links: [DraftLink] = []
  var history: [(client: Int, staff: Int, day: Int)] = []

  func generator(for purpose: Purpose) -> SeededGenerator {
    SeededGenerator(seed: options.seed, stream: UInt64(number) * Purpose.count + purpose.rawValue)
  }

  /// The weekday of a day of the horizon, 0 = Monday … 6 = Sunday.
  func weekday(ofDay day: Int) -> Int { options.start.advanced(by: day).weekday - 1 }

  /// The number of the week a day falls in; weeks begin on Mondays.
  func week(ofDay day: Int) -> Int { (options.start.weekday - 1 + day) / 7 }
}

/// A client of a unit in the making; staff and places are positions in the unit's tables.
struct DraftClient {
  var name: String
  var place: Int
  var target = Client.defaultTarget
  var contact: Int?
  var preferred: [Int] = []
  var blocked: [Int] = []
}

/// A visit; times in minutes from the horizon's start.
struct DraftVisit {
  var client: Int
  var earliest: Int
  var latest: Int
  var minutes: Int
  var staff = 1
  var skills: [String] = []
  var kind = "care"
  var counts = true
  var priority = 1
  var pinned: [Int] = []
  var pinnedStart: Int?

  var day: Int { earliest / LocalDateTime.minutesPerDay }
}

/// A staff member.
struct DraftStaff {
  var name: String
  var skills: [String]
  var isPool: Bool
  var maxMinutes: Int?

  func has(_ wanted: [String]) -> Bool { wanted.allSatisfy(skills.contains) }
}

/// A shift; its kind tells its times.
struct DraftShift {
  var staff: Int
  var day: Int
  var kind: ShiftKind
}

/// A link between two visits of the unit.
struct DraftLink {
  var first: Int
  var second: Int
  var minGap: Int?
  var maxGap: Int?
  var rule: Link.StaffRule
}
