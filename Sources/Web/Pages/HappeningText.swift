import Board
import HomeCare
import Reports

/// What has happened, in words.
struct HappeningText {
  private let language: Language
  private let shown: PlanNames
  private let owners: [ShiftID: Shift]

  /// - Parameter instance: Whose shifts are spoken of; absent where the plan is gone.
  init(_ language: Language, _ shown: PlanNames, _ instance: Instance?) {
    (self.language, self.shown) = (language, shown)
    owners = Dictionary((instance?.shifts ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func text(_ happening: Happening) -> String {
    let staff = happening.staff.map(shown.title) ?? ""
    let client = happening.client.map(shown.title) ?? ""
    let visit = happening.visit.map(shown.title) ?? ""
    let from = happening.from?.shown ?? ""
    let minutes = happening.minutes ?? 0
    switch (happening.kind, happening.to?.shown) {
    case (.absent, nil): return language(.wasAbsentOpen, staff, from)
    case (.absent, let to?): return language(.wasAbsent, staff, from, to)
    case (.back, let to): return language(.wasBack, staff, from, to ?? "")
    case (.takenOver, _): return language(.wasTakenOver, staff, shift(happening))
    case (.hours, let to): return language(.hadHours, shift(happening), from, to ?? "")
    case (.away, nil): return language(.wasAwayOpen, client, from)
    case (.away, let to?): return language(.wasAway, client, from, to)
    case (.cancelled, _): return language(.wasCancelled, visit)
    case (.moved, let to): return language(.wasMoved, visit, from, to ?? "")
    case (.lengthened, _): return language(.wasLengthened, visit, minutes)
    case (.extra, _): return language(.wasExtra, client, minutes, from, happening.to?.clock ?? "")
    }
  }

  private func shift(_ happening: Happening) -> String {
    guard let id = happening.shift else { return "" }
    return owners[id].map { "\(shown.title($0.staff)) \($0.start.date)" } ?? id.rawValue
  }
}
