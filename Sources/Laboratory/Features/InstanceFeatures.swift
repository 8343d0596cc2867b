import HomeCare
import Rostering
import Statistics

/// What an instance is like, in numbers by which experiments group and explain instances.
public struct InstanceFeatures: Sendable {
  /// One number of an instance.
  public struct Feature: Sendable {
    /// Its name in tables, such as `eligibleStaffMedian`.
    public let name: String
    /// What it is, in a few words.
    public let meaning: String
    /// Its value; `nil` where it means nothing, such as a median of nothing.
    public let value: Double?
    /// Digits after the point that are worth showing.
    let places: Int
  }

  /// The instance's name.
  public let instance: String
  /// Every feature, in the same order for all instances.
  public private(set) var features: [Feature] = []

  /// The features of an instance.
  public init(_ instance: Instance) {
    self.instance = instance.name
    addSizes(of: instance)
    addVisits(of: instance)
    addStaff(of: instance)
    addPeaks(of: instance)
    addContinuity(of: instance)
  }

  /// A feature's value by its name.
  public subscript(name: String) -> Double? { features.first { $0.name == name }?.value }

  private mutating func add(_ name: String, _ value: Double?, _ meaning: String, places: Int = 2) {
    features.append(
      Feature(name: name, meaning: meaning, value: value.flatMap { $0.isFinite ? $0 : nil }, places: places))
  }

  private mutating func addCount(_ name: String, _ value: Int, _ meaning: String) {
    add(name, Double(value), meaning, places: 0)
  }

  /// The quartiles of some numbers, as three features.
  private mutating func addQuartiles(_ name: String, _ values: [Double], _ meaning: String) {
    let quartiles = Quartiles(values)
    add("\(name)Lower", quartiles?.lower, "\(meaning): lower quartile", places: 1)
    add("\(name)Median", quartiles?.median, "\(meaning): median", places: 1)
    add("\(name)Upper", quartiles?.upper, "\(meaning): upper quartile", places: 1)
  }

  private mutating func addSizes(of instance: Instance) {
    addCount("clients", instance.clients.count, "clients")
    addCount("visits", instance.visits.count, "visits")
    addCount("staff", instance.staff.count, "staff")
    addCount("shifts", instance.shifts.count, "shifts")
    addCount("days", instance.horizon.days, "days of the horizon")
    addCount("links", instance.links.count, "links between visits")
    add("visitsPerDay", Double(instance.visits.count) / Double(instance.horizon.days), "visits a day", places: 1)
    addQuartiles(
      "visitsPerClient", Self.counts(instance.clients.map(\.id), instance.visits.map(\.client)), "visits of a client")
  }

  /// How often each key occurs.
  private static func counts<Key: Hashable>(_ keys: [Key], _ occurrences: [Key]) -> [Double] {
    let counts = Dictionary(occurrences.map { ($0, 1.0) }, uniquingKeysWith: +)
    return keys.map { counts[$0] ?? 0 }
  }

  private mutating func addVisits(of instance: Instance) {
    let visits = instance.visits
    addQuartiles("minutes", visits.map { Double($0.minutes) }, "minutes of a visit")
    addQuartiles(
      "windowMinutes", visits.map { Double($0.latest.minutes(since: $0.earliest)) },
      "minutes between earliest and latest")
    add("doubleShare", Self.share(visits) { $0.staff > 1 }, "share of visits that need two staff or more")
    add("skilledShare", Self.share(visits) { !$0.skills.isEmpty }, "share of visits that need a skill")
    add("pinnedShare", Self.share(visits) { !$0.pinned.isEmpty || $0.pinnedStart != nil }, "share of visits pinned")
    add("uncountedShare", Self.share(visits) { !$0.counts }, "share of visits that do not count for continuity")
  }

  private static func share(_ visits: [Visit], _ holds: (Visit) -> Bool) -> Double? {
    visits.isEmpty ? nil : Double(visits.count(where: holds)) / Double(visits.count)
  }

  private mutating func addStaff(of instance: Instance) {
    let eligible = EligibleStaff(instance)
    addQuartiles(
      "eligibleStaff", instance.visits.map { Double(eligible.count(for: $0)) }, "staff who could take a visit")
    let demand = instance.visits.reduce(0) { $0 + $1.minutes * $1.staff }
    let supply = instance.shifts.reduce(0) { $0 + $1.workingMinutes }
    let rostered = instance.shifts.reduce(0) { $1.kind == .rostered ? $0 + $1.workingMinutes : $0 }
    addCount("serviceMinutes", demand, "minutes of service, each staff member's counted")
    addCount("shiftMinutes", supply, "minutes of shifts without breaks")
    add("load", Double(demand) / Double(supply), "service by minutes of shifts")
    add("rosteredLoad", Double(demand) / Double(rostered), "service by minutes of rostered shifts")
    let pool = instance.shifts.count { $0.kind == .pool }
    add("poolShare", Double(pool) / Double(instance.shifts.count), "share of shifts that are pool shifts")
  }

  /// Where demand is tightest: half-hours in which visits must be under way, beside the shifts at work then.
  private mutating func addPeaks(of instance: Instance) {
    let first = instance.horizon.firstMinute
    let slots = (instance.horizon.days + 2) * 48
    var needed = [Double](repeating: 0, count: slots)
    var present = [Double](repeating: 0, count: slots)
    for visit in instance.visits {
      // A visit's work is spread evenly over the time in which it may be under way.
      let span = visit.latest.minutes(since: visit.earliest) + visit.minutes
      let weight = Double(visit.minutes * visit.staff) / Double(span) / 30
      Self.spread(visit.earliest.minutes(since: first), span, weight, over: &needed)
    }
    for shift in instance.shifts {
      Self.spread(shift.start.minutes(since: first), shift.end.minutes(since: shift.start), 1.0 / 30, over: &present)
    }
    let mean = needed.reduce(0, +) / Double(instance.horizon.days * 48)
    let peak = needed.max() ?? 0
    add(
      "peakStaff", peak, "staff at work with clients in the busiest half-hour, visits spread over their windows",
      places: 1)
    add("peakToMean", peak / mean, "that peak by the mean of all half-hours")
    let ratios = zip(needed, present).compactMap { $1 >= 0.5 ? $0 / $1 : nil }
    add("peakLoad", ratios.max(), "the highest share of the staff at work who are with clients, likewise")
  }

  /// Adds a weight for each minute of a span to the half-hours in which it lies.
  private static func spread(_ start: Int, _ minutes: Int, _ weight: Double, over slots: inout [Double]) {
    var minute = max(0, start)
    let end = min(start + minutes, slots.count * 30)
    while minute < end {
      let next = min(end, (minute / 30 + 1) * 30)
      slots[minute / 30] += Double(next - minute) * weight
      minute = next
    }
  }

  private mutating func addContinuity(of instance: Instance) {
    let floors = ContinuityFloor.all(of: instance, witnesses: false)
    addCount(
      "floorSum", floors.reduce(0) { $0 + $1.staff }, "continuity floors, summed: a lower bound on distinct staff")
    add("floorMean", Double(floors.reduce(0) { $0 + $1.staff }) / Double(floors.count), "mean continuity floor")
    add(
      "targetMean", Double(instance.clients.reduce(0) { $0 + $1.targetStaff }) / Double(instance.clients.count),
      "mean target of distinct staff", places: 1)
    let met = Set(instance.history.map { [$0.client.rawValue, $0.staff.rawValue] })
    add(
      "historyPerClient", Double(met.count) / Double(instance.clients.count), "staff in history, by client", places: 1)
    let working = Set(instance.shifts.map(\.staff.rawValue))
    add(
      "historyOverlap", met.isEmpty ? nil : Double(met.count { working.contains($0[1]) }) / Double(met.count),
      "share of the pairs in history whose staff member has a shift")
    let contacts = instance.clients.count { $0.contact != nil }
    add("contactShare", Double(contacts) / Double(instance.clients.count), "share of clients with a contact")
  }
}
