import HomeCare

extension InstanceDraft {
  /// Adds the tables of format 2: series, open days, the second way to travel, and exceptions.
  mutating func addCoordination(of units: [Unit], _ numbers: Numbering, _ options: ScenarioOptions) {
    let ground = Ground(options.setting).byOtherWay(in: options.setting)
    travelModes = [
      TravelMode(
        id: options.setting.otherWay,
        travel: options.allRules ? .matrix(Self.climbingMatrix(of: units, ground)) : ground.travel)
    ]
    var first = 0
    for unit in units {
      series += unit.needs.indices.filter { unit.needs[$0].isSeries }.map { need in
        Series(
          id: numbers.seriesID(need, of: unit), client: numbers.clientID(unit.needs[need].client, of: unit),
          usual: unit.needs[need].usual, tolerance: unit.needs[need].tolerance)
      }
      for (index, visit) in unit.visits.enumerated() {
        alternatives += visit.otherDays.map { day in
          let window = Unit.otherWindow(on: day)
          return AlternativeWindow(
            visit: numbers.visitID(first + index), earliest: horizon.firstMinute.advanced(by: window.earliest),
            latest: horizon.firstMinute.advanced(by: window.latest))
        }
      }
      exceptions += unit.exceptions.map { exception in
        RuleException(
          rule: exception.rule, reason: exception.reason, visit: exception.visit.map { numbers.visitID(first + $0) },
          second: exception.second.map { numbers.visitID(first + $0) },
          staff: exception.staff.map { numbers.staffID($0, of: unit) },
          shift: exception.shift.map { numbers.shiftID(unit.shifts[$0], of: unit) }, before: exception.before,
          after: exception.after, minutes: exception.minutes, by: "samordnaren",
          at: options.start.advanced(by: -1).midnight.advanced(by: 10 * 60))
      }
      first += unit.visits.count
    }
  }
}
