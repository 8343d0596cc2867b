import HomeCare

/// Makes realistic instances from a seed.
///
/// Everything is drawn with whole numbers from one seeded generator for each unit and purpose, so that the same options
/// give the same instance on any machine, that a unit does not change when more units are added, and that the clients
/// do not change when their staff do.
public enum Scenario {
  /// The tables of an instance as the options ask for.
  ///
  /// - Throws: `ScenarioOptionError` where an option is out of range.
  public static func draft(_ options: ScenarioOptions) throws(ScenarioOptionError) -> InstanceDraft {
    try options.check()
    var units = (0..<options.units).map { Unit(number: $0, options: options) }
    for index in units.indices {
      units[index].settle()
      units[index].planCare()
      units[index].hireStaff()
      units[index].coverEveryVisit()
      units[index].nameContacts()
      units[index].recallMeetings()
      if options.allRules { units[index].applyAllRules() }
    }
    return InstanceDraft(units: units, options: options)
  }
}

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

  init(number: Int, options: ScenarioOptions) {
    self.number = number
    self.options = options
  }

  func generator(for purpose: Purpose) -> SeededGenerator {
    SeededGenerator(seed: options.seed, stream: UInt64(number) * Purpose.count + purpose.rawValue)
  }

  /// The horizon's day 0 counted from a Monday: weekday 0…6 of a day, and the parity of its week.
  func weekday(ofDay day: Int) -> Int { options.start.advanced(by: day).weekday - 1 }

  /// The number of the week a day falls in; weeks begin on Mondays.
  func week(ofDay day: Int) -> Int { (options.start.weekday - 1 + day) / 7 }
}

struct DraftClient {
  var name: String
  var place: Int
  var target = Client.defaultTarget
  var contact: Int?
  var preferred: [Int] = []
  var blocked: [Int] = []
}

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

struct DraftStaff {
  var name: String
  var skills: [String]
  var isPool: Bool
  var maxMinutes: Int?

  func has(_ wanted: [String]) -> Bool { wanted.allSatisfy(skills.contains) }
}

struct DraftShift {
  var staff: Int
  var day: Int
  var kind: ShiftKind
}

struct DraftLink {
  var first: Int
  var second: Int
  var minGap: Int?
  var maxGap: Int?
  var rule: Link.StaffRule
}
