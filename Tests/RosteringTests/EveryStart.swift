import HomeCare

/// The best roster of a tiny instance of either format, found by trying every team and every start minute.
///
/// Shares nothing with the planner; the roster checker alone says what is allowed and what it costs. A roster that is
/// begun is given up where it breaks a rule that no further visit mends, or where the parts of its score that further
/// visits only add to are no better than the best known.
struct EveryStart {
  /// Rules that a roster breaks however it goes on.
  private static let lasting: Set<Rule> = [
    .staffing, .window, .shift, .skills, .blocked, .pinned, .link, .ownTime,
  ]

  private let instance: Instance
  private let checker: RosterChecker
  private let options: [[Roster.Assignment]]
  private var limit: Int
  private var best: Roster?

  private init(_ instance: Instance, below limit: Int) {
    self.instance = instance
    self.limit = limit
    let checker = RosterChecker(instance)
    self.checker = checker
    options = instance.visits.map { Self.options(for: $0, in: instance, checker) }
  }

  /// The best valid roster that scores less than a limit; `nil` where there is none.
  static func best(of instance: Instance, below limit: Int = .max) -> Roster? {
    var search = EveryStart(instance, below: limit)
    search.assign(0, Roster(instance: instance.name, assignments: [], unassigned: [], score: Score()))
    return search.best
  }

  /// Every team and start of a visit that the visit alone allows.
  private static func options(
    for visit: Visit, in instance: Instance, _ checker: RosterChecker
  ) -> [Roster.Assignment] {
    let widest = instance.exceptions.filter { $0.rule == .window && $0.visit == visit.id }
    let (before, after) = (widest.map(\.before).max() ?? 0, widest.map(\.after).max() ?? 0)
    let starts = Set(
      instance.windows(of: visit).flatMap { window in
        (window.earliest.minuteNumber - before)...(window.latest.minuteNumber + after)
      }
    ).sorted()
    var options: [Roster.Assignment] = []
    for mask in 1..<1 << instance.shifts.count where mask.nonzeroBitCount == visit.staff {
      let team = instance.shifts.indices.filter { mask & (1 << $0) != 0 }.map { instance.shifts[$0] }
      for start in starts {
        let assignment = Roster.Assignment(
          visit: visit.id, start: LocalDateTime(minuteNumber: start), staff: team.map(\.staff), shifts: team.map(\.id))
        let roster = Roster(
          instance: instance.name, assignments: [assignment],
          unassigned: instance.visits.map(\.id).filter { $0 != visit.id }, score: Score())
        if !checker.check(roster).violations.contains(where: { lasting.contains($0.rule) }) {
          options.append(assignment)
        }
      }
    }
    return options
  }

  private mutating func assign(_ row: Int, _ roster: Roster) {
    var whole = roster
    whole.unassigned += instance.visits[row...].map(\.id)
    let check = checker.check(whole)
    if check.violations.contains(where: { Self.lasting.contains($0.rule) }) { return }
    if row == instance.visits.count {
      whole.score = check.score
      if whole.score.total < limit && checker.check(whole).isValid {
        best = whole
        limit = whole.score.total
      }
      return
    }
    // Shorter ways may follow, and visits not yet looked at may be served.
    let open = instance.visits[row...].reduce(0) { $0 + $1.priority * $1.staff }
    let least =
      check.score.total - open * instance.weights[.unassigned]
      - check.score[.travel] * instance.weights[.travel]
    if least >= limit { return }
    for option in options[row] {
      var next = roster
      next.assignments.append(option)
      assign(row + 1, next)
    }
    var next = roster
    next.unassigned.append(instance.visits[row].id)
    assign(row + 1, next)
  }
}
