import HomeCare

/// Turns the tables of an instance into dense rows, one kind at a time.
struct InstanceCompiler {
  let instance: Instance
  let staffIndex: [StaffID: Int32]
  let clientIndex: [ClientID: Int32]
  let visitIndex: [VisitID: Int32]
  private let origin: LocalDateTime
  private let noBase: Int32

  init(_ instance: Instance) {
    self.instance = instance
    origin = instance.horizon.firstMinute
    noBase = Int32(instance.locations.count)
    staffIndex = Self.index(instance.staff.map(\.id))
    clientIndex = Self.index(instance.clients.map(\.id))
    visitIndex = Self.index(instance.visits.map(\.id))
  }

  private static func index<Subject>(_ ids: [Identifier<Subject>]) -> [Identifier<Subject>: Int32] {
    Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, Int32($0)) })
  }

  private func minute(_ time: LocalDateTime) -> Int32 { Int32(time.minutes(since: origin)) }

  // References of a validated instance always resolve.
  private func client(_ id: ClientID) -> Int32 { clientIndex[id] ?? -1 }
  private func staffMember(_ id: StaffID) -> Int32 { staffIndex[id] ?? -1 }
  private func visit(_ id: VisitID) -> Int32 { visitIndex[id] ?? -1 }

  func travel() -> [Int32] {
    let size = instance.locations.count
    var table = [Int32](repeating: 0, count: (size + 1) * (size + 1))
    for from in 0..<size {
      for to in 0..<size where to != from {
        let minutes = instance.travel.minutes(
          from: (from, instance.locations[from]), to: (to, instance.locations[to]))
        // Whatever exceeds every horizon is as unreachable as the cap; the cap keeps sums far from overflow.
        table[from * (size + 1) + to] = Int32(min(minutes, 1 << 24))
      }
    }
    return table
  }

  /// Whether going by any place for at least the shortest visit is never quicker than going straight.
  func isMetric(_ table: [Int32]) -> Bool {
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

  private var shortestVisit: Int32 { Int32(instance.visits.map(\.minutes).min() ?? 1) }

  /// The travel table with the row and column of each base replaced by the least minutes that any route takes, which
  /// spends at least the shortest visit at every place on the way (E. W. Dijkstra, "A note on two problems in
  /// connexion with graphs", Numerische Mathematik 1, 1959).
  func reach(_ travel: [Int32]) -> [Int32] {
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

  private func least(from base: Int, leg: (Int, Int) -> Int32) -> [Int32] {
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
    let bases = instance.staff.map { $0.location.map { Int32(instance.index(of: $0)) } ?? noBase }
    return instance.shifts.map { shift in
      let staff = staffMember(shift.staff)
      return CompiledShift(
        staff: staff, start: minute(shift.start), end: minute(shift.end), base: bases[Int(staff)],
        breakMinutes: Int32(shift.breakRule?.minutes ?? 0),
        breakFrom: shift.breakRule.map { minute($0.from) } ?? 0, breakTo: shift.breakRule.map { minute($0.to) } ?? 0,
        isPool: shift.kind == .pool ? 1 : 0,
        day: Int32(shift.start.date.dayNumber - instance.horizon.start.dayNumber))
    }
  }

  func clients() -> [CompiledClient] {
    let withHistory = Set(instance.history.map(\.client))
    return instance.clients.map { client in
      CompiledClient(
        target: Int32(clamping: client.targetStaff), contact: client.contact.map(staffMember) ?? -1,
        hasPreferences: client.preferred.isEmpty ? 0 : 1, hasHistory: withHistory.contains(client.id) ? 1 : 0)
    }
  }

  func caps() -> [Int32] { instance.staff.map { $0.maxMinutes.map { Int32(clamping: $0) } ?? Int32.max } }

  func visitsAndSlots() -> ([CompiledVisit], [CompiledSlot]) {
    // A link that only keeps staff apart leaves both starts alone.
    let linked = Set(
      instance.links.filter { $0.minGap != nil || $0.maxGap != nil || $0.staff == .same }
        .flatMap { [$0.first, $0.second] })
    let homes = Dictionary(
      uniqueKeysWithValues: instance.clients.map { ($0.id, Int32(instance.index(of: $0.location))) })
    let horizon = instance.horizon
    var visits: [CompiledVisit] = []
    var slots: [CompiledSlot] = []
    for (index, visit) in instance.visits.enumerated() {
      let earliest = minute(visit.pinnedStart ?? visit.earliest)
      let latest = minute(visit.pinnedStart ?? visit.latest)
      let isIndifferent = CostModel.isIndifferent(from: earliest, to: latest, horizon)
      visits.append(
        CompiledVisit(
          client: client(visit.client), location: homes[visit.client] ?? noBase, earliest: earliest, latest: latest,
          minutes: Int32(visit.minutes), firstSlot: Int32(slots.count), need: Int32(visit.staff),
          priority: Int32(clamping: visit.priority), counts: visit.counts ? 1 : 0,
          period: Int32(CostModel.period(of: earliest, horizon)),
          choosesStart: visit.staff > 1 || linked.contains(visit.id) || !isIndifferent ? 1 : 0))
      for place in 0..<visit.staff {
        let pinned = place < visit.pinned.count ? staffMember(visit.pinned[place]) : -1
        slots.append(CompiledSlot(visit: Int32(index), pinned: pinned))
      }
    }
    return (visits, slots)
  }

  /// Flags of every (client, staff) pair.
  func pairs() -> [UInt8] {
    let staffCount = instance.staff.count
    var flags = [UInt8](repeating: 0, count: instance.clients.count * staffCount)
    for (client, row) in instance.clients.enumerated() {
      for id in row.preferred { flags[client * staffCount + Int(staffMember(id))] |= PairFlag.preferred }
      let preferred = Set(row.preferred)
      for (staff, member) in instance.staff.enumerated() {
        let pair = client * staffCount + staff
        if !preferred.isEmpty && !preferred.contains(member.id) { flags[pair] |= PairFlag.notPreferred }
        if let contact = row.contact, contact != member.id { flags[pair] |= PairFlag.notContact }
      }
    }
    let counted = instance.horizon.isSinglePeriod ? instance.horizon.dates(ofPeriod: 0) : nil
    for meeting in instance.history {
      let pair = Int(client(meeting.client)) * staffCount + Int(staffMember(meeting.staff))
      flags[pair] |= PairFlag.inHistory
      if counted?.contains(meeting.date) == true { flags[pair] |= PairFlag.alreadyCounted }
    }
    return flags
  }

  func links() -> ([CompiledLink], [Int32]) {
    let far = Int32.max / 4
    var ends = [[CompiledLink]](repeating: [], count: instance.visits.count)
    for link in instance.links {
      let (first, second) = (visit(link.first), visit(link.second))
      let low = link.minGap.map { Int32(clamping: $0) } ?? -far
      let high = link.maxGap.map { Int32(clamping: $0) } ?? far
      let rule: Int32 = link.staff == .any ? 0 : link.staff == .same ? 1 : 2
      ends[Int(first)].append(CompiledLink(other: second, minGap: low, maxGap: high, staffRule: rule))
      ends[Int(second)].append(CompiledLink(other: first, minGap: -high, maxGap: -low, staffRule: rule))
    }
    var starts: [Int32] = [0]
    for run in ends { starts.append(starts[starts.count - 1] + Int32(run.count)) }
    return (ends.flatMap { $0 }, starts)
  }

  func shiftsByStaff() -> ([Int32], [Int32]) {
    var runs = [[Int32]](repeating: [], count: instance.staff.count)
    for (index, shift) in instance.shifts.enumerated() { runs[Int(staffMember(shift.staff))].append(Int32(index)) }
    var starts: [Int32] = [0]
    for staff in runs.indices {
      runs[staff].sort { instance.shifts[Int($0)].start < instance.shifts[Int($1)].start }
      starts.append(starts[staff] + Int32(runs[staff].count))
    }
    return (runs.flatMap { $0 }, starts)
  }

  /// An upper bound on the stops of any one shift: the shortest visits that could be there, end to end.
  func maxStops(slots: [CompiledSlot], visits: [CompiledVisit], shifts: [CompiledShift], eligible: [Int32]) -> Int {
    var lengths = [[Int32]](repeating: [], count: shifts.count)
    for slot in slots {
      for index in Int(slot.eligibleStart)..<Int(slot.eligibleEnd) {
        lengths[Int(eligible[index])].append(visits[Int(slot.visit)].minutes)
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
