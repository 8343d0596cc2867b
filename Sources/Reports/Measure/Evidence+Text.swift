import Continuity
import HomeCare
import Statistics

extension MeasureReport {
  /// How sure a change is and who makes it up, in lines.
  func lines(of change: PeriodChange, _ language: Language) -> [String] {
    let points = change.aboveTargetInterval.map { Interval($0.lower * 100, $0.upper * 100) }
    let intervals = language(
      .intervalsOfChange, level(language), language.interval(change.meanInterval, 2),
      language.interval(change.medianInterval, 2), language.interval(points, 2))
    let (came, left) = (change.came.reduce(0) { $0 + $1.count }, change.left.reduce(0) { $0 + $1.count })
    guard let stayed = change.mean.stayed?.value, let arrived = change.mean.came?.value,
      let gone = change.mean.left?.value
    else { return [intervals, language(.nobodyStayed, came, left)] }
    let split = language(
      .splitOfChange, change.stayed, language.signed(stayed, 2), language.interval(change.stayedInterval, 2), came,
      language.signed(arrived, 2), left, language.signed(gone, 2))
    return [intervals, split]
  }

  /// Why the latest period is as it is, part by part; empty where nobody asks.
  func reasonsText(_ language: Language) -> String {
    if contributions.isEmpty { return "" }
    let tables = EvidenceTables(report: self, language: language)
    return Self.parts(
      [(nil, tables.changeNotes)] + tables.shifts.map { ($0, []) } + [(tables.control, tables.controlNotes)]
        + [(tables.causes, [])])
  }

  /// What became of the plan; empty where there is none.
  func outcomeText(_ language: Language) -> String {
    let tables = EvidenceTables(report: self, language: language)
    return Self.parts([(tables.outcome, tables.outcomeNotes)])
  }

  /// Tables with what stands below them, and an empty line between them.
  private static func parts(_ parts: [(table: ReportTable?, notes: [String])]) -> String {
    parts.map { table, notes in
      (table.map { $0.caption + "\n" + $0.text } ?? "") + notes.map { $0 + "\n" }.joined()
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
