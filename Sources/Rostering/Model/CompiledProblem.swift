import HomeCare

/// An instance as dense arrays: what the search, the exact solver and the bounds read instead of strings.
///
/// Times are minutes from the horizon's first midnight. A *slot* is one staff place on a visit: a visit for two has
/// two slots in a row. Slots of pinned staff come first and can only be filled by the one they are pinned to.
/// Locations have one more row and column than the instance, for "no base", which is zero minutes from everywhere, and
/// behind it one for each visit with a way of its own to or from another. What exceptions allow is worked in: windows and
/// shifts are as they widen them, caps as they raise them.
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
  /// The location of whoever has no base.
  let noBase: LocationRow
  let periodCount: Int

  /// travel[mode + from · locationCount + to] in minutes, a table for each way to travel; see `CompiledShift.mode`.
  let travel: Buffer<Minutes>
  /// Whether a detour never saves time, so that taking a visit out of a route always leaves it feasible.
  let travelIsMetric: Bool

  /// What `reach` reads where detours save time; empty where they never do.
  private let detours: Buffer<Minutes>

  let visits: Table<VisitRow, CompiledVisit>
  let slots: Table<SlotRow, CompiledSlot>
  let shifts: Table<ShiftRow, CompiledShift>
  let clients: Table<ClientRow, CompiledClient>
  let series: Table<SeriesRow, CompiledSeries>
  /// The visits of each series.
  let members: Runs<SeriesRow, VisitRow>
  /// The windows of each visit, its own first; they do not meet.
  let windows: Runs<VisitRow, CompiledWindow>
  /// The visits of the same client that each visit may not overlap and could, its *partners*.
  let partners: Runs<VisitRow, VisitRow>

  /// The shifts that can hold each slot by itself, a run per slot, ordered by staff and then by start.
  let eligible: Buffer<ShiftRow>
  /// eligibleBits[slot · eligibleWords + p / 64]: bit p mod 64 tells whether the p-th of the shifts of the slot's days is
  /// among them, see `EligibleShifts`.
  let eligibleBits: Buffer<UInt64>
  let eligibleWords: Int
  /// dayShifts[days · eligibleWords · 64 + p]: the shifts that touch the days on which a visit may start, ordered by staff
  /// and then by start.
  let dayShifts: Buffer<ShiftRow>
  /// dayShiftStart[days · (staffCount + 1) + staff]: where the staff member's run among these begins.
  let dayShiftStart: Buffer<Int32>
  /// Hours cap of each staff member; `Minutes.max` where there is none.
  let cap: Table<StaffRow, Minutes>
  /// Minutes with clients above which each staff member's add to the imbalance; `Minutes.max` where none do.
  let fairShare: Table<StaffRow, Minutes>
  let pairFlags: Table<PairRow, PairFlags>

  /// Links of each visit.
  let links: Runs<VisitRow, CompiledLink>
  /// Visits that links tie to one staff member.
  let bundles: Bundles

  /// Shifts of each staff member, ordered by start.
  let staffShifts: Runs<StaffRow, ShiftRow>

  /// Most stops any shift could hold.
  let maxStops: Int
  /// Whether new faces have a price that can bite.
  let countsNewFaces: Bool
  /// Whether imbalance has a price.
  let weighsBalance: Bool
  /// Whether starts beside a usual time have a price that can bite.
  let weighsSteadiness: Bool
  /// Whether visits without their contact have a price that moves heed.
  let seeksContacts: Bool
  /// Most stretches in which one visit may start, of all that its windows and partners could leave.
  let maxOpenings: Int
  /// Whether leaving a visit could cost less than serving it.
  let leavingPays: Bool

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
    locationCount = compiler.places.count
    noBase = compiler.noBase
    let travelTable = compiler.travel()
    travel = Buffer(travelTable)
    travelIsMetric = compiler.isMetric(travelTable)
    let reachTable = travelIsMetric ? travelTable : compiler.reach(travelTable)
    detours = Buffer(travelIsMetric ? [] : reachTable)
    let shiftRows = compiler.shifts()
    let windowRuns = compiler.windows()
    // An exception may let a visit start beyond the horizon, and so beyond its periods.
    let lastPeriod = windowRuns.joined().map { CostModel.period(of: $0.latest, instance.horizon) }.max() ?? 0
    periodCount = max(instance.horizon.periodCount, lastPeriod + 1)
    let partnerRuns = compiler.partners(windowRuns)
    let (visitRows, slotRows) = compiler.visitsAndSlots(windowRuns, partners: partnerRuns)
    let eligibility = EligibilityCompiler(
      compiler, rules: rules, visits: visitRows, windows: windowRuns, slots: slotRows, shifts: shiftRows
    ).compiled(reach: reachTable)
    let seriesRows = compiler.series(windowRuns)
    series = Table(seriesRows)
    windows = Runs(windowRuns)
    partners = Runs(partnerRuns)
    members = Runs(compiler.members())
    // The old format is searched as ever.
    seeksContacts = instance.format > .one && costs.notContact > 0
    weighsSteadiness = costs.unsteady > 0 && !seriesRows.isEmpty
    maxOpenings = zip(windowRuns, partnerRuns).map { $0.count + $1.count }.max() ?? 1
    slotCount = slotRows.count
    visits = Table(eligibility.visits)
    slots = Table(eligibility.slots)
    shifts = Table(shiftRows)
    clients = Table(compiler.clients())
    eligible = Buffer(eligibility.shifts)
    eligibleBits = Buffer(eligibility.bits)
    eligibleWords = eligibility.words
    dayShifts = Buffer(eligibility.dayShifts)
    dayShiftStart = Buffer(eligibility.dayShiftStart)
    cap = Table(compiler.caps())
    fairShare = Table(instance.fairShares.map { $0.map { Minutes(clamping: $0) } ?? Minutes.max })
    pairFlags = Table(compiler.pairs())
    links = Runs(compiler.links())
    bundles = Bundles(visits, links: links, bases: Set(shiftRows.map(\.base)))
    staffShifts = Runs(compiler.shiftsByStaff())
    maxStops = compiler.maxStops(
      slots: eligibility.slots, visits: visitRows, shifts: shiftRows, eligible: eligibility.shifts)
    countsNewFaces = costs.newFace > 0 && !instance.history.isEmpty
    weighsBalance = costs.imbalance > 0
    let dearestOpening = shiftRows.map(costs.opening).max() ?? 0
    let longestLeg = travelTable.max() ?? 0
    leavingPays = visitRows.contains { [costs] visit in
      costs.leaving(visit)
        < costs.dearestServing(visit, longestLeg: longestLeg, dearestOpening: dearestOpening)
    }
  }

  /// The part of all slots whose visit's start is a decision.
  var choosingShare: Double {
    let choosing = visitRows.reduce(0) { $0 + (visits[$1].choosesStart ? Int(visits[$1].need) : 0) }
    return Double(choosing) / Double(max(1, slotCount))
  }

  var visitRows: Range<VisitRow> { VisitRow.first(visitCount) }
  var slotRows: Range<SlotRow> { SlotRow.first(slotCount) }
  var shiftRows: Range<ShiftRow> { ShiftRow.first(shiftCount) }
  var staffRows: Range<StaffRow> { StaffRow.first(staffCount) }
  var clientRows: Range<ClientRow> { ClientRow.first(clientCount) }
  var seriesRows: Range<SeriesRow> { SeriesRow.first(series.count) }

  /// All pairs, those of a client one after another.
  var pairs: some Sequence<PairRow> { (0..<staffCount * clientCount).lazy.map { PairRow(index: $0) } }

  @inline(__always) func pair(client: ClientRow, staff: StaffRow) -> PairRow {
    PairRow(index: client.index * staffCount + staff.index)
  }

  @inline(__always) func client(of pair: PairRow) -> ClientRow { ClientRow(pair.index / staffCount) }

  @inline(__always) func staff(of pair: PairRow) -> StaffRow { StaffRow(pair.index % staffCount) }

  /// All clients in all periods.
  var terms: some Sequence<ClientTerm> { (0..<periodCount * clientCount).lazy.map { ClientTerm(index: $0) } }

  @inline(__always) func term(of client: ClientRow, in period: Int32) -> ClientTerm {
    ClientTerm(index: Int(period) * clientCount + client.index)
  }

  @inline(__always) func client(of term: ClientTerm) -> ClientRow { ClientRow(term.index % clientCount) }

  /// Travel minutes between two locations by a shift's way to travel.
  @inline(__always) func minutes(_ from: LocationRow, _ to: LocationRow, in shift: CompiledShift) -> Minutes {
    travel[Int(shift.mode) &+ from.index &* locationCount &+ to.index]
  }

  /// Travel minutes between two locations by the instance's own way to travel.
  func plainMinutes(_ from: LocationRow, _ to: LocationRow) -> Minutes { travel[from.index * locationCount + to.index] }

  /// Least minutes that any route of a shift takes from a base to a location or back, visits on the way included.
  func reach(_ from: LocationRow, _ to: LocationRow, in shift: CompiledShift) -> Minutes {
    travelIsMetric
      ? minutes(from, to, in: shift) : detours[Int(shift.mode) + from.index * locationCount + to.index]
  }
}

/// What is fixed about a (client, staff) pair.
struct PairFlags: OptionSet, BitwiseCopyable {
  var rawValue: UInt8

  /// The client met the staff member on a day of history, whenever.
  static let inHistory = PairFlags(rawValue: 1)
  /// The meeting lies in the one continuity period, so the face is counted whatever the roster does.
  static let alreadyCounted = PairFlags(rawValue: 2)
  /// The client has preferences, and the staff member is not among them.
  static let notPreferred = PairFlags(rawValue: 4)
  /// The client has a contact, who is another.
  static let notContact = PairFlags(rawValue: 8)

  /// Whether a flag is set, in one step also where nothing is optimised.
  @inline(__always) func contains(_ flag: PairFlags) -> Bool { rawValue & flag.rawValue == flag.rawValue }
}

/// A visit in dense form.
struct CompiledVisit: BitwiseCopyable {
  var client: ClientRow
  var location: LocationRow
  /// Earliest and latest start in its own window; a pinned start has narrowed them to one minute.
  var earliest: Minutes
  var latest: Minutes
  var minutes: Minutes
  var firstSlot: SlotRow
  /// Staff needed, which is the number of slots.
  var need: Int32
  var priority: Int32
  /// Continuity period of its earliest start.
  var period: Int32
  /// Whether its staff count as met.
  var counts: Bool
  /// Whether the start is a decision of its own: several staff, links, or a window in which starts cost differently.
  var choosesStart: Bool
  /// Whether the window it is held to is found anew wherever it goes: it belongs to a series, has further windows or
  /// partners, and its start is no decision of its own.
  var isFitted = false
  /// Whether it may start in further windows.
  var hasAlternatives = false
  /// Whether other visits of the client could get in its way.
  var hasPartners = false
  /// The days on which it may start, a number for each such set of days.
  var days: Int32 = 0
  /// The series it belongs to; none where starts beside its usual time cost nothing.
  var series: SeriesRow = .none
  /// Minutes beside the usual time that cost nothing.
  var tolerance: Minutes = 0
  /// The midnight from which starts in its own window are measured.
  var midnight: Minutes = 0

  @inline(__always) var slots: Range<SlotRow> { firstSlot..<firstSlot.advanced(by: Int(need)) }
}

/// A staff place on a visit.
struct CompiledSlot: BitwiseCopyable {
  var visit: VisitRow
  /// The one staff member who may fill it; none where any but the pinned may.
  var pinned: StaffRow
  /// Where its run in the problem's list of eligible shifts begins and ends.
  var eligibleStart: Int32 = 0
  var eligibleEnd: Int32 = 0

  /// Its run in the problem's list of eligible shifts.
  @inline(__always) var eligible: Range<Int> { Int(eligibleStart)..<Int(eligibleEnd) }
}

/// A shift in dense form.
struct CompiledShift: BitwiseCopyable {
  var staff: StaffRow
  var start: Minutes
  var end: Minutes
  /// Location of the base, or the "no base" location.
  var base: LocationRow
  /// 0 where there is no break.
  var breakMinutes: Minutes
  var breakFrom: Minutes
  var breakTo: Minutes
  var isPool: Bool
  var day: Int32
  /// Where the table of its way to travel begins.
  var mode: Int32 = 0
  /// What it adds to the part `poolMinutes` where it serves a visit.
  var poolMinutes: Minutes = 0
}

/// A stretch of time in which a visit may start, exceptions worked in.
struct CompiledWindow: BitwiseCopyable {
  var earliest: Minutes
  var latest: Minutes
  /// The midnight from which starts in it are measured for steadiness.
  var midnight: Minutes
}

/// A series in dense form.
struct CompiledSeries: BitwiseCopyable {
  var tolerance: Minutes
  /// The usual time in minutes from midnight: the given one, else one from which a search may begin.
  var usual: Minutes
  /// Whether the usual time is given, and no decision.
  var isFixed: Bool
  /// The usual times that could be best, in minutes from midnight.
  var earliest: Minutes
  var latest: Minutes
}

/// A client in dense form.
struct CompiledClient: BitwiseCopyable {
  var target: Int32
  /// The fixed contact, if any.
  var contact: StaffRow
  var hasHistory: Bool
}

/// One visit's end of a link: `start(other) − start(this)` lies in `minGap…maxGap`.
struct CompiledLink: BitwiseCopyable {
  var other: VisitRow
  var minGap: Minutes
  var maxGap: Minutes
  var staffRule: StaffRule

  /// What the link asks of the two visits' staff.
  enum StaffRule: BitwiseCopyable {
    case any, same, different

    init(_ rule: Link.StaffRule) {
      self =
        switch rule {
        case .any: .any
        case .same: .same
        case .different: .different
        }
    }
  }
}
