import HomeCare

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
