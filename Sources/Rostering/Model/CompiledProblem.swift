import HomeCare

/// An instance as dense arrays: what the search, the exact solver and the bounds read instead of strings.
///
/// Times are minutes from the horizon's first midnight. A *slot* is one staff place on a visit: a visit for two has
/// two slots in a row. Slots of pinned staff come first and can only be filled by the one they are pinned to.
/// Locations have one more row and column than the instance, for "no base", which is zero minutes from everywhere.
final class CompiledProblem: Sendable {
  let instance: Instance
  let weights: Weights
  let costs: CostModel
  /// Who may serve what whatever the shifts are.
  let rules: PairRules

  let visitCount: Int
  let slotCount: Int
  let shiftCount: Int
  let staffCount: Int
  let clientCount: Int
  let locationCount: Int
  let periodCount: Int

  /// travel[from · locationCount + to] in minutes.
  let travel: Buffer<Int32>
  /// Whether a detour never saves time, so that taking a visit out of a route always leaves it feasible.
  let travelIsMetric: Bool

  /// What `reach` reads where detours save time; empty where they never do.
  private let detours: Buffer<Int32>

  let visits: Buffer<CompiledVisit>
  let slots: Buffer<CompiledSlot>
  let shifts: Buffer<CompiledShift>
  let clients: Buffer<CompiledClient>

  /// The shifts that can hold each slot by itself, a run per slot, ordered by staff and then by start.
  let eligible: Buffer<Int32>
  /// eligibleBits[slot · eligibleWords + p / 64]: bit p mod 64 tells whether the p-th of the shifts of the slot's days is
  /// among them, see `EligibleShifts`.
  let eligibleBits: Buffer<UInt64>
  let eligibleWords: Int
  /// dayShifts[days · eligibleWords · 64 + p]: the shifts that touch the days on which a visit may start, ordered by staff
  /// and then by start.
  let dayShifts: Buffer<Int32>
  /// dayShiftStart[days · (staffCount + 1) + staff]: where the staff member's run among these begins.
  let dayShiftStart: Buffer<Int32>
  /// Hours cap of each staff member in minutes; `Int32.max` where there is none.
  let cap: Buffer<Int32>
  /// Minutes with clients above which each staff member's add to the imbalance; `Int32.max` where none do.
  let fairShare: Buffer<Int32>
  /// pairFlags[client · staffCount + staff], see `PairFlag`.
  let pairFlags: Buffer<UInt8>

  /// Links of each visit, a run per visit.
  let links: Buffer<CompiledLink>
  let linkStart: Buffer<Int32>

  /// Shifts ordered by staff and start, a run per staff member.
  let staffShifts: Buffer<Int32>
  let staffShiftStart: Buffer<Int32>

  /// Most stops any shift could hold.
  let maxStops: Int
  /// Whether the score has a term for new faces that can bite.
  let countsNewFaces: Bool
  /// Whether the score has a term for imbalance.
  let weighsBalance: Bool

  init(_ instance: Instance) {
    self.instance = instance
    weights = instance.weights
    costs = CostModel(instance.weights)
    rules = PairRules(instance)
    let compiler = InstanceCompiler(instance)
    visitCount = instance.visits.count
    shiftCount = instance.shifts.count
    staffCount = instance.staff.count
    clientCount = instance.clients.count
    locationCount = instance.locations.count + 1
    periodCount = instance.horizon.periodCount

    let travelTable = compiler.travel()
    travel = Buffer(travelTable)
    travelIsMetric = compiler.isMetric(travelTable)
    let reachTable = travelIsMetric ? travelTable : compiler.reach(travelTable)
    detours = Buffer(travelIsMetric ? [] : reachTable)
    let shiftRows = compiler.shifts()
    let (visitRows, slotRows) = compiler.visitsAndSlots()
    let flags = compiler.pairs()
    let eligibility = EligibilityCompiler(compiler, rules: rules, visits: visitRows, slots: slotRows, shifts: shiftRows)
      .compiled(reach: reachTable)
    slotCount = slotRows.count
    visits = Buffer(eligibility.visits)
    slots = Buffer(eligibility.slots)
    shifts = Buffer(shiftRows)
    clients = Buffer(compiler.clients())
    eligible = Buffer(eligibility.shifts)
    eligibleBits = Buffer(eligibility.bits)
    eligibleWords = eligibility.words
    dayShifts = Buffer(eligibility.dayShifts)
    dayShiftStart = Buffer(eligibility.dayShiftStart)
    cap = Buffer(compiler.caps())
    fairShare = Buffer(instance.fairShares.map { $0.map { Int32(clamping: $0) } ?? Int32.max })
    pairFlags = Buffer(flags)
    let (linkRows, linkStarts) = compiler.links()
    links = Buffer(linkRows)
    linkStart = Buffer(linkStarts)
    let (byStaff, byStaffStart) = compiler.shiftsByStaff()
    staffShifts = Buffer(byStaff)
    staffShiftStart = Buffer(byStaffStart)
    maxStops = compiler.maxStops(
      slots: eligibility.slots, visits: visitRows, shifts: shiftRows, eligible: eligibility.shifts)
    countsNewFaces = costs.newFace > 0 && !instance.history.isEmpty
    weighsBalance = costs.imbalance > 0
  }

  /// The part of all slots whose visit's start is a decision.
  var choosingShare: Double {
    let choosing = (0..<visitCount).reduce(0) { $0 + Int(visits[$1].choosesStart * visits[$1].need) }
    return Double(choosing) / Double(max(1, slotCount))
  }

  /// Where a (client, staff) pair stands in tables of one period: by client, whose staff are mostly asked for together.
  @inline(__always) func pair(client: Int32, staff: Int32) -> Int { Int(client) * staffCount + Int(staff) }

  /// Travel minutes between two locations.
  @inline(__always) func minutes(_ from: Int32, _ to: Int32) -> Int32 { travel[Int(from) * locationCount + Int(to)] }

  /// Least minutes that any route takes from a base to a location or back, visits on the way included.
  func reach(_ from: Int32, _ to: Int32) -> Int32 {
    travelIsMetric ? minutes(from, to) : detours[Int(from) * locationCount + Int(to)]
  }
}

/// What is fixed about a (client, staff) pair.
enum PairFlag {
  /// The client met the staff member on a day of history, whenever.
  static let inHistory: UInt8 = 1
  /// The meeting lies in the one continuity period, so the face is counted whatever the roster does.
  static let alreadyCounted: UInt8 = 2
  /// The client prefers the staff member.
  static let preferred: UInt8 = 8
  /// The client has preferences, and the staff member is not among them.
  static let notPreferred: UInt8 = 16
  /// The client has a contact, who is another.
  static let notContact: UInt8 = 32
}

/// A visit in dense form.
struct CompiledVisit: BitwiseCopyable {
  var client: Int32
  var location: Int32
  /// Earliest and latest start; a pinned start has narrowed them to one minute.
  var earliest: Int32
  var latest: Int32
  var minutes: Int32
  var firstSlot: Int32
  /// Staff needed, which is the number of slots.
  var need: Int32
  var priority: Int32
  /// 1 where its staff count as met.
  var counts: Int32
  /// Continuity period of its earliest start.
  var period: Int32
  /// 1 where the start is a decision of its own: several staff, links, or a window in which starts cost differently.
  var choosesStart: Int32
  /// The days on which it may start, a number for each such span of days.
  var days: Int32 = 0
}

/// A staff place on a visit.
struct CompiledSlot: BitwiseCopyable {
  var visit: Int32
  /// The one staff member who may fill it, or −1 where any but the pinned may.
  var pinned: Int32
  /// Its run in `eligible`.
  var eligibleStart: Int32 = 0
  var eligibleEnd: Int32 = 0
}

/// A shift in dense form.
struct CompiledShift: BitwiseCopyable {
  var staff: Int32
  var start: Int32
  var end: Int32
  /// Location of the base, or the "no base" location.
  var base: Int32
  /// 0 where there is no break.
  var breakMinutes: Int32
  var breakFrom: Int32
  var breakTo: Int32
  /// 1 where it is a pool shift.
  var isPool: Int32
  var day: Int32
}

/// A client in dense form.
struct CompiledClient: BitwiseCopyable {
  var target: Int32
  /// The fixed contact, or −1.
  var contact: Int32
  var hasPreferences: Int32
  var hasHistory: Int32
}

/// One visit's end of a link: `start(other) − start(this)` lies in `minGap…maxGap`.
struct CompiledLink: BitwiseCopyable {
  var other: Int32
  var minGap: Int32
  var maxGap: Int32
  /// 0 any, 1 same, 2 different.
  var staffRule: Int32
}
