import Continuity
import HomeCare
import Statistics

extension MeasureReport {
  /// What changed since the period before; empty where there is none.
  func changeText(_ language: Language) -> String {
    Self.parts([(EvidenceTables(report: self, language: language).change, [])])
  }

  /// Why the latest period is as it is, part by part; empty where nobody asks.
  func reasonsText(_ language: Language) -> String {
    if contributions.isEmpty { return "" }
    let tables = EvidenceTables(report: self, language: language)
    return Self.parts(
      [(nil, tables.changeNotes)] + tables.shifts.map { ($0, []) } + [
        (tables.control, tables.controlNotes + tables.signals.map { "  \($0)" })
      ]
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
