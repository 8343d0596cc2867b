import HomeCare

/// One client's counts in the period that ends on each day: what counts, and the rule that leaves the client out.
///
/// A staff member is counted from the day of a meeting until it is too old for the period. Those days are noted as steps
/// up and down, so that a meeting costs the same however long the period is.
struct RollingCounts {
  /// The counts of one day, or of the days of a period, each in its place.
  private typealias Counts = SIMD8<Int32>
  /// Rows of any status, meetings that took place whether counted or not, counted visits and meetings, and days with too
  /// few visits.
  private static let (rows, tookPlace, visits, meetings, shortDays) = (0, 1, 2, 3, 4)

  private let plan: MeasurePlan
  private let from: LocalDate
  private let length: Int
  /// For each day, whether its visits count.
  private let isRequired: [Bool]
  private var days: [Counts]
  /// By how many distinct staff the period that ends on a day has more than the one before.
  private var steps: [Int32]
  /// For each staff member, the day of the last meeting, counted from `epoch`.
  private var lastMet: [Int]
  /// Above every day noted of an earlier client.
  private var epoch = 0

  init(_ plan: MeasurePlan, from: LocalDate, isRequired: [Bool]) {
    self.plan = plan
    self.from = from
    self.isRequired = isRequired
    length = plan.definition.periodDays
    days = Array(repeating: Counts(), count: isRequired.count)
    steps = Array(repeating: 0, count: isRequired.count + length + 1)
    lastMet = Array(repeating: -1, count: plan.log.staff.count)
  }

  /// Takes up a client and the client's visits; `false` where the client has no row on any of the days.
  mutating func load(_ client: Int, _ visits: ClientVisits) -> Bool {
    let rows = plan.rows(ofClient: client, in: from..<from.advanced(by: days.count))
    guard !rows.isEmpty else { return false }
    for day in days.indices { days[day] = Counts() }
    for day in steps.indices { steps[day] = 0 }
    epoch += days.count
    let log = plan.log
    let firstMinute = Int32(truncatingIfNeeded: from.midnight.minuteNumber)
    for row in rows {
      let day = Int((log.starts[row] - firstMinute) / Int32(LocalDateTime.minutesPerDay))
      days[day][Self.rows] += 1
      if plan.tookPlace[Int(log.traitNumbers[row])] { days[day][Self.tookPlace] += 1 }
    }
    let sequence = visits.sequence
    for visit in sequence.visits(in: from..<from.advanced(by: days.count)) {
      let day = sequence.starts[visit].date.dayNumber - from.dayNumber
      let places = sequence.bounds[visit]..<sequence.bounds[visit + 1]
      days[day][Self.visits] += 1
      days[day][Self.meetings] += Int32(truncatingIfNeeded: places.count)
      for place in places { note(Int(sequence.staff[place]), on: day) }
    }
    let minimum = Int32(clamping: plan.definition.minimumVisitsPerDay)
    for day in days.indices where isRequired[day] && days[day][Self.visits] < minimum {
      days[day][Self.shortDays] = 1
    }
    return true
  }

  private mutating func note(_ member: Int, on day: Int) {
    let last = lastMet[member] - epoch
    lastMet[member] = epoch + day
    if last == day { return }
    steps[day + length] -= 1
    if last >= 0, day < last + length {
      // Still in the period: what was to end with the last meeting ends with this one.
      steps[last + length] += 1
    } else {
      steps[day] += 1
    }
  }

  /// Calls back with each period, its counts and the rule on visits that leaves the client out of it.
  mutating func forEachPeriod(
    _ body: (_ period: Int, _ visits: Int, _ meetings: Int, _ distinct: Int, _ rule: Exclusion?) -> Void
  ) {
    var (sum, distinct) = (Counts(), Int32(0))
    for day in days.indices {
      sum &+= days[day]
      if day >= length { sum &-= days[day - length] }
      distinct += steps[day]
      if day >= length - 1 {
        body(day - (length - 1), Int(sum[Self.visits]), Int(sum[Self.meetings]), Int(distinct), exclusion(sum))
      }
    }
  }

  private func exclusion(_ sum: Counts) -> Exclusion? {
    if sum[Self.rows] == 0 { return .noVisits }
    if sum[Self.tookPlace] == 0 { return .noneTookPlace }
    if sum[Self.visits] == 0 { return .noCountedVisits }
    if sum[Self.shortDays] > 0 { return .tooFewVisitsOnADay }
    return Int(sum[Self.visits]) < plan.definition.minimumVisits ? .tooFewVisits : nil
  }
}
