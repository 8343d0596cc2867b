import HomeCare

/// Turns the tables of an instance into dense rows, one kind at a time.
struct InstanceCompiler {
  let instance: Instance
  let staffIndex: [StaffID: StaffRow]
  let clientIndex: [ClientID: ClientRow]
  let visitIndex: [VisitID: VisitRow]
  private let origin: LocalDateTime
  private let noBase: LocationRow

  init(_ instance: Instance) {
    self.instance = instance
    origin = instance.horizon.firstMinute
    noBase = LocationRow(instance.locations.count)
    staffIndex = StaffRow.byID(instance.staff.map(\.id))
    clientIndex = ClientRow.byID(instance.clients.map(\.id))
    visitIndex = VisitRow.byID(instance.visits.map(\.id))
  }

  private func minute(_ time: LocalDateTime) -> Minutes { Minutes(time.minutes(since: origin)) }

  // References of a validated instance always resolve.
  private func client(_ id: ClientID) -> ClientRow { clientIndex[id] ?? ClientRow.none }
  private func staffMember(_ id: StaffID) -> StaffRow { staffIndex[id] ?? StaffRow.none }
  private func visit(_ id: VisitID) -> VisitRow { visitIndex[id] ?? VisitRow.none }

  func travel() -> [Minutes] {
    let size = instance.locations.count
    var table = [Minutes](repeating: 0, count: (size + 1) * (size + 1))
    for from in 0..<size {
      for to in 0..<size where to != from {
        let minutes = instance.travel.minutes(
          from: (from, instance.locations[from]), to: (to, instance.locations[to]))
        // Whatever exceeds every horizon is as unreachable as the cap; the cap keeps sums far from overflow.
        table[from * (size + 1) + to] = Minutes(min(minutes, 1 << 24))
      }
    }
    return table
  }

  /// Whether going by any place for at least the shortest visit is never quicker than going straight.
  func isMetric(_ table: [Minutes]) -> Bool {
    guard case .matrix = instance.travel else {
      // Distances on a sphere are metric; rounding up can add less than a minute, and a visit takes at least one.
      return true
    }
    let size = instance.locations.count
    let shortest = shortestVisit
    for from in 0..<size {
      for by in 0..<size where by != from {
        let first = table[from * (size + 1) + by]
        for to in 0..<size where table[from * (size + 1) + to] > first + table[by * (size + 1) + to] + shortest {
          return false
        }
      }
    }
    return true
  }

  private var shortestVisit: Minutes { Minutes(instance.visits.map(\.minutes).min() ?? 1) }

  /// The travel table with the row and column of each base replaced by the least minutes that any route takes, which
  /// spends at least the shortest visit at every place on the way (E. W. Dijkstra, "A note on two problems in
  /// connexion with graphs", Numerische Mathematik 1, 1959).
  func reach(_ travel: [Minutes]) -> [Minutes] {
    let width = instance.locations.count + 1
    var table = travel
    for base in Set(instance.staff.compactMap { $0.location.map(instance.index) }) {
      let out = least(from: base) { travel[$0 * width + $1] }
      let back = least(from: base) { travel[$1 * width + $0] }
      for place in out.indices {
        table[base * width + place] = out[place]
        table[place * width + base] = back[place]
      }
    }
    return table
  }

  private func least(from base: Int, leg: (Int, Int) -> Minutes) -> [Minutes] {
    let stay = shortestVisit
    var least = instance.locations.indices.map { leg(base, $0) }
    var open = least.indices.filter { $0 != base }
    while let next = open.min(by: { least[$0] < least[$1] }) {
      open.removeAll { $0 == next }
      for place in open { least[place] = min(least[place], least[next] + stay + leg(next, place)) }
    }
    return least
  }

  func shifts() -> [CompiledShift] {
    let bases = instance.staff.map { $0.location.map { LocationRow(instance.index(of: $0)) } ?? noBase }
    return instance.shifts.map { shift in
      let staff = staffMember(shift.staff)
      return CompiledShift(
        staff: staff, start: minute(shift.start), end: minute(shift.end), base: bases[staff.index],
        breakMinutes: Minutes(shift.breakRule?.minutes ?? 0),
        breakFrom: shift.breakRule.map { minute($0.from) } ?? 0, breakTo: shift.breakRule.map { minute($0.to) } ?? 0,
        isPool: shift.kind == .pool,
        day: Int32(shift.start.date.dayNumber - instance.horizon.start.dayNumber))
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

  func caps() -> [Minutes] { instance.staff.map { $0.maxMinutes.map { Minutes(clamping: $0) } ?? Minutes.max } }

  func visitsAndSlots() -> ([CompiledVisit], [CompiledSlot]) {
    // A link that speaks of staff alone leaves both starts alone.
    let linked = Set(
      instance.links.filter { $0.minGap != nil || $0.maxGap != nil }.flatMap { [$0.first, $0.second] })
    let homes = Dictionary(
      uniqueKeysWithValues: instance.clients.map { ($0.id, LocationRow(instance.index(of: $0.location))) })
    let horizon = instance.horizon
    let costs = CostModel(instance.weights)
    var visits: [CompiledVisit] = []
    var slots: [CompiledSlot] = []
    for (index, visit) in instance.visits.enumerated() {
      let earliest = minute(visit.pinnedStart ?? visit.earliest)
      let latest = minute(visit.pinnedStart ?? visit.latest)
      let isIndifferent = costs.isIndifferent(from: earliest, to: latest, horizon)
      visits.append(
        CompiledVisit(
          client: client(visit.client), location: homes[visit.client] ?? noBase, earliest: earliest, latest: latest,
          minutes: Minutes(visit.minutes), firstSlot: SlotRow(slots.count), need: Int32(visit.staff),
          priority: Int32(clamping: visit.priority), counts: visit.counts,
          period: Int32(CostModel.period(of: earliest, horizon)),
          choosesStart: visit.staff > 1 || linked.contains(visit.id) || !isIndifferent))
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
