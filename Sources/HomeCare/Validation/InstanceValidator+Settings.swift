/// Checks of the name, the horizon and the weights.
extension InstanceValidator {
  mutating func checkName() {
    let row = Row(table: .instance, index: 0)
    if draft.name.isEmpty && readable(row, "name") {
      report(row, "name", found: "an empty name", expected: "a name; rosters name the instance they answer by it")
    }
  }

  mutating func checkHorizon() {
    let row = Row(table: .horizon, index: 0)
    let horizon = draft.horizon
    let startIsSound = readable(row, "start") && horizon.start.isInCalendar
    if !startIsSound && readable(row, "start") {
      report(row, "start", found: "\(horizon.start)", expected: "a date in the years 1 to 9999")
    }
    let daysAreSound = check(horizon.days, in: InputLimits.days, row, "days")
    check(horizon.window, in: InputLimits.window, row, "window")
    if startIsSound && daysAreSound {
      if horizon.lastDate.isInCalendar, horizon.lastDate.components.year <= InputLimits.lastYear {
        horizonIsSound = true
      } else {
        report(
          row, "days", found: "\(horizon.days) days from \(horizon.start)",
          expected: "a last day in the years 1 to \(InputLimits.lastYear)")
      }
    }
    checkClocks(row)
  }

  private mutating func checkClocks(_ row: Row) {
    guard readable(row, "timeZone") else { return }
    guard let clocks = Clocks(timeZone: draft.horizon.timeZone) else {
      report(
        row, "timeZone", found: quoted(draft.horizon.timeZone),
        expected: "the IANA name of a time zone, such as Europe/Stockholm")
      return
    }
    guard horizonIsSound else { return }
    for change in clocks.changes(in: draft.horizon) {
      warn(
        row, "start",
        found:
          "clocks that go \(change.minutes > 0 ? "forward" : "back") \(abs(change.minutes)) minutes on \(change.date)",
        expected:
          "no clock change in the horizon; times are taken as the clock shows them, so check that night's shifts")
    }
  }

  mutating func checkWeights() {
    let row = Row(table: .weights, index: 0)
    for part in ScorePart.parts(of: draft.format) {
      check(draft.weights[part], in: InputLimits.weight, row, part.weightName)
    }
    if draft.weights[.unassigned] == 0 && readable(row, "unassigned") {
      warn(
        row, "unassigned", found: "0",
        expected: "a weight above 0; with 0 the best roster leaves every visit unassigned")
    }
  }

  /// Refuses weights under which a bad roster's total could not be held exactly.
  mutating func checkWorstTotal() {
    guard !hasErrors(.weights, .travel, .travelModes, .locations, .visits),
      !hasUnreadableCells(.weights, .travel, .travelModes, .locations, .visits)
    else { return }
    let terms = ScorePart.parts(of: draft.format).map { part in
      let (product, overflow) = most(part.extent).multipliedReportingOverflow(by: draft.weights[part])
      return (part: part, value: overflow ? Int.max : product)
    }
    let total = terms.reduce(0) { sum, term in
      let (next, overflow) = sum.addingReportingOverflow(term.value)
      return overflow ? Int.max : next
    }
    guard total > InputLimits.worstTotal, let largest = terms.max(by: { $0.value < $1.value }) else { return }
    report(
      Row(table: .weights, index: 0), largest.part.weightName,
      found: "\(draft.weights[largest.part]), under which a roster could score more than \(InputLimits.worstTotal)",
      expected: "a smaller weight, or smaller priorities, staff or travel minutes")
  }

  /// How much an extent is in this instance.
  private func most(_ extent: ScorePart.Extent) -> Int {
    let services = draft.visits.reduce(0) { $0 + $1.staff }
    return switch extent {
    case .priorities: draft.visits.reduce(0) { $0 + $1.priority * $1.staff }
    case .services: services
    case .meetings: services + draft.history.count
    case .visits: draft.visits.count
    case .ways: 2 * services * longestLeg
    case .shifts: draft.shifts.count
    case .serviceMinutes: draft.visits.reduce(0) { $0 + $1.minutes * $1.staff }
    case .shiftMinutes: draft.shifts.count * InputLimits.shiftMinutes.upperBound
    case .deviations: draft.visits.count { $0.series != nil } * farthestStart
    }
  }

  /// No start lies more minutes from a time of day on the day of its window.
  private var farthestStart: Int {
    let days = min(max(draft.horizon.days, 1), InputLimits.days.upperBound)
    return (days + 1) * LocalDateTime.minutesPerDay + InputLimits.widening.upperBound
  }

  /// No leg of the instance takes longer, in minutes.
  private var longestLeg: Int {
    let ways = draft.exceptions.lazy.filter { $0.rule == .route }.compactMap(\.minutes)
    let modes = draft.travelModes.lazy.map { Self.longestLeg($0.travel) }
    return max(
      Self.longestLeg(draft.travel), modes.max() ?? 0,
      min(ways.max() ?? 0, InputLimits.travelMinutes.upperBound))
  }

  private static func longestLeg(_ travel: Travel) -> Int {
    switch travel {
    case .matrix(let rows): rows.reduce(0) { max($0, $1.max() ?? 0) }
    case .coordinates(let speedKmh, let detour, let fixedMinutes):
      // Half of the sphere's girth, rounded up.
      Int((fixedMinutes + 60 * detour * (Double.pi * Travel.earthRadius) / speedKmh).rounded(.up))
    }
  }
}
