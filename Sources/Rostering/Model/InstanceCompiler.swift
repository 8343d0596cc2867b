import HomeCare

/// Turns the tables of an instance into dense rows, one kind at a time.
struct InstanceCompiler {
  let instance: Instance
  let staffIndex: [StaffID: StaffRow]
  let clientIndex: [ClientID: ClientRow]
  let visitIndex: [VisitID: VisitRow]
  let seriesIndex: [SeriesID: SeriesRow]
  let allowances: Allowances
  /// Which location of the instance each row of the travel tables stands for; −1 for "no base".
  let places: [Int]
  /// The row of a visit with a way of its own to or from another.
  private let ownPlaces: [VisitRow: LocationRow]
  private let origin: LocalDateTime
  let noBase: LocationRow

  init(_ instance: Instance) {
    self.instance = instance
    origin = instance.horizon.firstMinute
    noBase = LocationRow(instance.locations.count)
    staffIndex = StaffRow.byID(instance.staff.map(\.id))
    clientIndex = ClientRow.byID(instance.clients.map(\.id))
    visitIndex = VisitRow.byID(instance.visits.map(\.id))
    seriesIndex = SeriesRow.byID(instance.series.map(\.id))
    allowances = Allowances(instance)
    (places, ownPlaces) = Self.places(of: instance, visitIndex)
  }

  func minute(_ time: LocalDateTime) -> Minutes { Minutes(time.minutes(since: origin)) }

  /// The rows of the travel tables: the instance's locations, "no base", and one for each visit of which an exception
  /// says how long a way from or to it takes.
  private static func places(
    of instance: Instance, _ visitIndex: [VisitID: VisitRow]
  ) -> ([Int], [VisitRow: LocationRow]) {
    var places = Array(instance.locations.indices) + [-1]
    var own: [VisitRow: LocationRow] = [:]
    let tied = instance.exceptions.filter { $0.rule == .route }.flatMap { [$0.visit, $0.second] }
    for row in Set(tied.compactMap { $0.flatMap { visitIndex[$0] } }).sorted() {
      own[row] = LocationRow(places.count)
      let homes = instance.clients.filter { $0.id == instance[row].client }
      places.append(homes.first.map { instance.index(of: $0.location) } ?? -1)
    }
    return (places, own)
  }

  /// The visits with a row of their own in the travel tables.
  var visitsWithOwnPlace: [(visit: VisitRow, place: LocationRow)] {
    ownPlaces.map { ($0.key, $0.value) }.sorted { $0.place < $1.place }
  }

  // References of a validated instance always resolve.
  func client(_ id: ClientID) -> ClientRow { clientIndex[id] ?? ClientRow.none }
  private func staffMember(_ id: StaffID) -> StaffRow { staffIndex[id] ?? StaffRow.none }
  private func visit(_ id: VisitID) -> VisitRow { visitIndex[id] ?? VisitRow.none }

  func shifts() -> [CompiledShift] {
    let bases = instance.staff.map { $0.location.map { LocationRow(instance.index(of: $0)) } ?? noBase }
    let tables = modeTables
    return instance.shifts.enumerated().map { index, shift in
      let staff = staffMember(shift.staff)
      let hours = allowances.hours(of: index)
      let pause = allowances.hasBreak(index) ? shift.breakRule : nil
      return CompiledShift(
        staff: staff, start: minute(hours.start), end: minute(hours.end), base: bases[staff.index],
        breakMinutes: Minutes(pause?.minutes ?? 0), breakFrom: pause.map { minute($0.from) } ?? 0,
        breakTo: pause.map { minute($0.to) } ?? 0, isPool: shift.kind == .pool,
        day: Int32(shift.start.date.dayNumber - instance.horizon.start.dayNumber),
        mode: Int32((instance.mode(of: shift).flatMap { tables[$0] } ?? 0) * places.count * places.count),
        poolMinutes: shift.kind == .pool && instance.format >= .two ? Minutes(clamping: shift.workingMinutes) : 0)
    }
  }

  func clients() -> [CompiledClient] {
    let withHistory = Set(instance.history.map(\.client))
    return instance.clients.map { client in
      CompiledClient(
        target: Int32(clamping: client.targetStaff), contact: client.contact.map(staffMember) ?? StaffRow.none,
        hasHistory: withHistory.contains(client.id))
    }
  }

  func caps() -> [Minutes] {
    instance.staff.indices.map { allowances.cap(of: $0).map { Minutes(clamping: $0) } ?? Minutes.max }
  }

  /// - Parameter windows: those of each visit; partners likewise.
  func visitsAndSlots(
    _ windows: [[CompiledWindow]], partners: [[VisitRow]]
  ) -> ([CompiledVisit], [CompiledSlot]) {
    // A link that speaks of staff alone leaves both starts alone.
    let linked = Set(
      instance.links.filter { $0.minGap != nil || $0.maxGap != nil }.flatMap { [$0.first, $0.second] })
    let homes = Dictionary(
      uniqueKeysWithValues: instance.clients.map { ($0.id, LocationRow(instance.index(of: $0.location))) })
    let horizon = instance.horizon
    let costs = CostModel(instance.weights)
    let series = costs.unsteady > 0 ? seriesIndex : [:]
    var visits: [CompiledVisit] = []
    var slots: [CompiledSlot] = []
    for (index, visit) in instance.visits.enumerated() {
      let own = windows[index][0]
      let isIndifferent = windows[index].allSatisfy { window in
        costs.isIndifferent(from: own.earliest, to: window.earliest, horizon)
          && costs.isIndifferent(from: own.earliest, to: window.latest, horizon)
      }
      var row = CompiledVisit(
        client: client(visit.client), location: ownPlaces[VisitRow(index)] ?? homes[visit.client] ?? noBase,
        earliest: own.earliest, latest: own.latest, minutes: Minutes(visit.minutes),
        firstSlot: SlotRow(slots.count), need: Int32(visit.staff), priority: Int32(clamping: visit.priority),
        period: Int32(CostModel.period(of: own.earliest, horizon)), counts: visit.counts,
        choosesStart: visit.staff > 1 || linked.contains(visit.id) || !isIndifferent,
        hasAlternatives: windows[index].count > 1, hasPartners: !partners[index].isEmpty, midnight: own.midnight)
      if let number = visit.series.flatMap({ series[$0] }) {
        row.series = number
        row.tolerance = Minutes(clamping: instance.series[number.index].tolerance)
      }
      row.isFitted = !row.choosesStart && (row.series.exists || row.hasAlternatives || row.hasPartners)
      visits.append(row)
      for place in 0..<visit.staff {
        let pinned = place < visit.pinned.count ? staffMember(visit.pinned[place]) : .none
        slots.append(CompiledSlot(visit: VisitRow(index), pinned: pinned))
      }
    }
    return (visits, slots)
  }

  /// Flags of every (client, staff) pair.
  func pairs() -> [PairFlags] {
    let staffCount = instance.staff.count
    var flags = [PairFlags](repeating: [], count: instance.clients.count * staffCount)
    for (client, row) in instance.clients.enumerated() {
      let preferred = Set(row.preferred)
      for (staff, member) in instance.staff.enumerated() {
        let pair = client * staffCount + staff
        if !preferred.isEmpty && !preferred.contains(member.id) { flags[pair].insert(.notPreferred) }
        if let contact = row.contact, contact != member.id { flags[pair].insert(.notContact) }
      }
    }
    let counted = instance.horizon.isSinglePeriod ? instance.horizon.dates(ofPeriod: 0) : nil
    for meeting in instance.history {
      let pair = client(meeting.client).index * staffCount + staffMember(meeting.staff).index
      flags[pair].insert(.inHistory)
      if counted?.contains(meeting.date) == true { flags[pair].insert(.alreadyCounted) }
    }
    return flags
  }

  /// The links of each visit.
  func links() -> [[CompiledLink]] {
    let far = Minutes.max / 4
    var ends = [[CompiledLink]](repeating: [], count: instance.visits.count)
    for link in instance.links {
      let (first, second) = (visit(link.first), visit(link.second))
      let low = link.minGap.map { Minutes(clamping: $0) } ?? -far
      let high = link.maxGap.map { Minutes(clamping: $0) } ?? far
      let rule = CompiledLink.StaffRule(link.staff)
      ends[first.index].append(CompiledLink(other: second, minGap: low, maxGap: high, staffRule: rule))
      ends[second.index].append(CompiledLink(other: first, minGap: -high, maxGap: -low, staffRule: rule))
    }
    return ends
  }

  /// The shifts of each staff member, ordered by start.
  func shiftsByStaff() -> [[ShiftRow]] {
    var runs = [[ShiftRow]](repeating: [], count: instance.staff.count)
    for (index, shift) in instance.shifts.enumerated() { runs[staffMember(shift.staff).index].append(ShiftRow(index)) }
    for staff in runs.indices { runs[staff].sort { instance[$0].start < instance[$1].start } }
    return runs
  }

  /// An upper bound on the stops of any one shift: the shortest visits that could be there, end to end.
  func maxStops(slots: [CompiledSlot], visits: [CompiledVisit], shifts: [CompiledShift], eligible: [ShiftRow]) -> Int {
    var lengths = [[Minutes]](repeating: [], count: shifts.count)
    for slot in slots {
      for index in slot.eligible {
        lengths[eligible[index].index].append(visits[slot.visit.index].minutes)
      }
    }
    var most = 0
    for (shift, all) in lengths.enumerated() {
      var left = shifts[shift].end - shifts[shift].start
      var stops = 0
      for length in all.sorted() where length <= left {
        left -= length
        stops += 1
      }
      most = max(most, stops)
    }
    return most
  }
}
