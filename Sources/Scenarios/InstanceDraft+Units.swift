import HomeCare

extension InstanceDraft {
  /// Puts units together: ids run through all of them, and tables are in order of time.
  init(units: [Unit], options: ScenarioOptions) {
    let ground = Ground(options.setting)
    self.init(
      format: options.format, name: options.effectiveName, horizon: Horizon(start: options.start, days: options.days),
      travel: ground.travel)
    let numbers = Numbering(units: units)
    for unit in units {
      locations += unit.places.indices.map { numbers.location($0, of: unit) }
      staff += unit.staff.indices.map { numbers.staff($0, of: unit) }
      clients += unit.clients.indices.map { numbers.client($0, of: unit) }
      history += unit.history.map {
        PastMeeting(
          client: numbers.clientID($0.client, of: unit), staff: numbers.staffID($0.staff, of: unit),
          date: options.start.advanced(by: $0.day))
      }
    }
    addShifts(of: units, numbers, from: options.start)
    addVisits(of: units, numbers, from: horizon.firstMinute)
    if options.allRules {
      setAllWeights()
      travel = .matrix(Self.climbingMatrix(of: units, ground))
    }
    if options.format >= .two { addCoordination(of: units, numbers, options) }
  }

  private mutating func setAllWeights() {
    weights[.overTarget] = 150
    weights[.newFace] = 20
    weights[.notContact] = 5
    weights[.notPreferred] = 2
  }

  /// Travel minutes in which the way up takes longer than the way down.
  static func climbingMatrix(of units: [Unit], _ ground: Ground) -> [[Int]] {
    let places = units.flatMap(\.places)
    return places.map { origin in
      places.map { target in
        let flat = ground.minutes(from: origin, to: target)
        return flat == 0 ? 0 : flat + max(0, target.height - origin.height)
      }
    }
  }

  private mutating func addShifts(of units: [Unit], _ numbers: Numbering, from start: LocalDate) {
    for unit in units {
      shifts += unit.shifts.map { shift in
        let midnight = start.advanced(by: shift.day).midnight
        return Shift(
          id: numbers.shiftID(shift, of: unit), staff: numbers.staffID(shift.staff, of: unit),
          start: midnight.advanced(by: shift.kind.start), end: midnight.advanced(by: shift.kind.end),
          kind: unit.staff[shift.staff].isPool ? .pool : .rostered,
          breakRule: shift.kind.rest.map {
            Shift.Break(minutes: $0.minutes, from: midnight.advanced(by: $0.from), to: midnight.advanced(by: $0.to))
          }, mode: shift.goesOtherWay ? unit.options.setting.otherWay : nil)
      }
    }
  }

  private mutating func addVisits(of units: [Unit], _ numbers: Numbering, from midnight: LocalDateTime) {
    var next = 0
    for unit in units {
      let first = next
      for visit in unit.visits {
        visits.append(
          Visit(
            id: numbers.visitID(next), client: numbers.clientID(visit.client, of: unit),
            earliest: midnight.advanced(by: visit.earliest), latest: midnight.advanced(by: visit.latest),
            minutes: visit.minutes, staff: visit.staff, skills: visit.skills, kind: visit.kind, counts: visit.counts,
            priority: visit.priority, pinned: visit.pinned.map { numbers.staffID($0, of: unit) },
            pinnedStart: visit.pinnedStart.map(midnight.advanced(by:)),
            series: unit.needs[visit.need].isSeries ? numbers.seriesID(visit.need, of: unit) : nil,
            alongside: visit.alongside, tasks: visit.tasks))
        next += 1
      }
      links += unit.links.map {
        Link(
          first: numbers.visitID(first + $0.first), second: numbers.visitID(first + $0.second), minGap: $0.minGap,
          maxGap: $0.maxGap, staff: $0.rule)
      }
    }
  }
}
