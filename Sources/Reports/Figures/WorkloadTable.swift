import HomeCare
import Interchange

/// A figure of a staff member's workload: the one list of them feeds files and texts.
struct WorkloadFigure: Sendable {
  let key: String
  let title: Phrase
  let value: @Sendable (StaffWorkload) -> FigureValue

  private init(_ key: String, _ title: Phrase, _ value: @escaping @Sendable (StaffWorkload) -> FigureValue) {
    (self.key, self.title, self.value) = (key, title, value)
  }

  /// All figures, in the order of columns.
  static let all = [
    WorkloadFigure("visits", .visits) { .count($0.visits) },
    WorkloadFigure("serviceMinutes", .clientHours) { .minutes($0.serviceMinutes) },
    WorkloadFigure("contractMinutes", .contractHours) { .minutes($0.contractMinutes) },
    WorkloadFigure("clientShare", .share) { .percent($0.clientShare, places: 0) },
    WorkloadFigure("travelMinutes", .travelHours) { .minutes($0.travelMinutes) },
    WorkloadFigure("shifts", .shifts) { .count($0.shifts) },
    WorkloadFigure("evenings", .evenings) { .count($0.evenings) },
    WorkloadFigure("weekendDays", .weekendDays) { .count($0.weekendDays) },
  ]
}

/// How evenly a roster treats the staff: visits, time with clients against the contract, travel, evenings, weekends.
struct WorkloadTable {
  let loads: [StaffWorkload]
  let names: PersonNames

  /// The staff who have a contract, those with the most client time of it first.
  private var order: [StaffWorkload] {
    loads.filter { $0.contractMinutes > 0 }.sorted { left, right in
      let (a, b) = (left.clientShare ?? 0, right.clientShare ?? 0)
      return a != b ? a > b : left.staff < right.staff
    }
  }

  /// How far the staff lie apart, in a line.
  func heading(_ language: Language) -> String {
    let order = order
    guard let most = order.first, let least = order.last else { return language(.nobodyHasAShift) }
    let (service, contract) = (order.reduce(0) { $0 + $1.serviceMinutes }, order.reduce(0) { $0 + $1.contractMinutes })
    return language(
      .clientTimeShare, language.percent(Double(service) / Double(contract), 0), order.count,
      language.percent(least.clientShare, 0), names.staff(least.staff), language.percent(most.clientShare, 0),
      names.staff(most.staff))
  }

  /// A row for each of the staff.
  func table(_ language: Language) -> ReportTable {
    ReportTable(
      language.title(.staff),
      language.workloadTitles.enumerated().map { column, title in (title, column > 0) }, of: order, limit: nil
    ) { load in [names.staff(load.staff)] + language.cells(load) }
  }

  /// The line and the table.
  func text(_ language: Language) -> String {
    let table = table(language)
    return heading(language).printable + "\n" + (table.rows.isEmpty ? "" : table.text)
  }
}

extension Language {
  /// The columns of a workload: whose, then what `cells` tells.
  package var workloadTitles: [String] { [self(.staff)] + WorkloadFigure.all.map { self($0.title) } }

  /// The figures of a workload.
  package func cells(_ load: StaffWorkload) -> [String] { WorkloadFigure.all.map { $0.value(load).shown(self) } }
}

extension StaffWorkload {
  /// The workload for JSON.
  var figures: JSONObject {
    JSONObject([("staff", staff.rawValue)] + WorkloadFigure.all.map { ($0.key, $0.value(self).json) })
  }
}
