import HomeCare

/// The tables of a roster, as files write them.
enum RosterTables {
  /// The format of every roster.
  static let format = "samma-roster/1"

  static let assignments = TableLayout(
    name: "assignments", meaning: "Assigned visits",
    blank: Roster.Assignment(visit: "", start: .blank, staff: [], shifts: []),
    columns: [
      .reference("visit", \.visit, to: "visits", "The visit served"),
      .time("start", \.start, "When it starts"),
      .references("staff", \.staff, to: "staff", isRequired: true, "Who serves it"),
      .references("shifts", \.shifts, to: "shifts", isRequired: true, "The shift of each, in the order of staff"),
    ])

  static let score = TableLayout(
    name: "score", meaning: "The score and its parts", blank: Score(),
    columns: [.whole("total", \.total, in: counts, "The weighted sum of the parts")]
      + ScorePart.allCases.map { part in
        .whole(part.name, \.[part], in: counts, default: 0, part.meaning).since(part.format)
      },
    together: [ScorePart.allCases.filter { $0.format == .two }.map(\.name)])

  static let solve = TableLayout(
    name: "solve", meaning: "How the roster was found and what is proven about it", blank: SolveRow(),
    columns: [
      .text("solver", \.summary.solver, default: SolveRow.unknownSolver, "What found it, such as exact or heuristic"),
      .choice(
        "status", \.summary.status, default: .feasible,
        "Optimal only where proven; interrupted where a signal ended the run"),
      .whole("lowerBound", \.summary.lowerBound, in: counts, "A proven lower bound on score.total of any valid roster"),
      .number("gap", \.gap, in: 0...1, "(total − lowerBound) / total"),
      Column(
        "seed", .seed, .standard(.whole(0)), "The seed of the run",
        value: { .whole(Int(bitPattern: UInt($0.summary.seed))) },
        assign: { if case .whole(let bits) = $1 { $0.summary.seed = UInt64(UInt(bitPattern: bits)) } }),
      .number("seconds", \.summary.seconds, in: 0...1e9, "Wall-clock seconds of the run"),
      .whole("iterations", \.summary.iterations, in: counts, "Iterations of the search"),
      .whole("evaluatedMoves", \.summary.evaluatedMoves, in: counts, "Moves evaluated by the search"),
    ])

  static let bound = TableLayout(
    name: "bound", meaning: "Proven lower bounds on parts of the score", blank: SolveRow(),
    columns: [
      .whole("unassigned", \.summary.unassignedBound, in: counts, "Of any valid roster"),
      .whole(
        "distinct", \.summary.distinctBound, in: counts,
        "Of any valid roster that leaves no more unassigned than this one"),
    ])

  static let series = TableLayout(
    name: "series", meaning: "Usual times of series that suit the roster",
    blank: Roster.UsualTime(id: "", usual: 0),
    columns: [
      .id(\.id, "The series"),
      .clock("usual", \.usual, "The smallest time of day from which its starts deviate least"),
    ])

  private static let counts = 0...InputLimits.worstTotal
}

/// How a roster was found, as a file states it: with its gap.
struct SolveRow: Hashable, Sendable {
  /// The solver of a file that does not say.
  static let unknownSolver = "unknown"

  var summary = SolveSummary(solver: unknownSolver, status: .feasible, seed: 0)
  var gap: Double?

  /// A row before anything is known of it.
  init() {}

  /// The row of a summary of a roster with the given total.
  init(_ summary: SolveSummary, total: Int) {
    self.summary = summary
    gap = summary.contradictingGap ?? summary.gap(total: total)
  }

  /// The summary of a roster with the given total; it keeps the file's gap only where that is another one.
  func summary(total: Int) -> SolveSummary {
    var result = summary
    if let gap, gap != summary.gap(total: total) { result.contradictingGap = gap }
    return result
  }
}
