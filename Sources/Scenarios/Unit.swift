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
  // From format 2; the number between was never used.
  case needs = 8
  case ways
  case particulars
  case exceptions

  /// Purposes to each unit in a row of streams.
  private static let perRow: UInt64 = 8
  /// Streams of a row; far more than any city has.
  private static let rowLength: UInt64 = 1 << 32

  /// The stream of a unit's random numbers for the purpose.
  func stream(ofUnit unit: Int) -> UInt64 {
    UInt64(unit) * Self.perRow + rawValue % Self.perRow + rawValue / Self.perRow * Self.rowLength
  }
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
  /// What visits repeat; used from format 2.
  var needs: [DraftNeed] = []
  var exceptions: [DraftException] = []

  func generator(for purpose: Purpose) -> SeededGenerator {
    SeededGenerator(seed: options.seed, stream: purpose.stream(ofUnit: number))
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
  var phone: String?
  var access: String?
  var remark: String?
}

/// What a client needs again and again: all of its visits are alike.
struct DraftNeed {
  var client: Int
  /// Whether its visits are a series; those whose day is open are none.
  var isSeries = false
  var usual: Int?
  var tolerance = Series.defaultTolerance
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
  /// The need that it is part of, a position in the unit's table.
  var need = 0
  /// Days beside its own on which it may be as well.
  var otherDays: [Int] = []
  var alongside = false
  var tasks: String?

  var day: Int { earliest / LocalDateTime.minutesPerDay }
}

/// A staff member.
struct DraftStaff {
  var name: String
  var skills: [String]
  var isPool: Bool
  var maxMinutes: Int?
  /// Whether the second way to travel is theirs.
  var goesOtherWay = false
  var phone: String?

  func has(_ wanted: [String]) -> Bool { wanted.allSatisfy(skills.contains) }
}

/// A shift; its kind tells its times.
struct DraftShift {
  var staff: Int
  var day: Int
  var kind: ShiftKind
  /// Whether this shift is worked by the second way to travel, whatever the staff member's own.
  var goesOtherWay = false
}

/// What a person has allowed; visits, staff and shifts are positions in the unit's tables.
struct DraftException {
  var rule: Rule
  var reason: String
  var visit: Int?
  var second: Int?
  var staff: Int?
  var shift: Int?
  var before = 0
  var after = 0
  var minutes: Int?
}

/// A link between two visits of the unit.
struct DraftLink {
  var first: Int
  var second: Int
  var minGap: Int?
  var maxGap: Int?
  var rule: Link.StaffRule
}
