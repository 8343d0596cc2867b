extension Needs.RecurringVisit {
  /// Everything the need says, as a text by which needs are put in an order that their rows have no part in.
  var content: String {
    let parts: [String] = [
      client.rawValue, padded(window.lowerBound, to: 5), padded(window.upperBound, to: 5), padded(minutes, to: 5),
      padded(staff, to: 3), kind, tasks ?? "", skills.sorted().joined(separator: "\u{1F}"),
      pinned.map(\.rawValue).sorted().joined(separator: "\u{1F}"), usual.map(String.init) ?? "", "\(counts)",
      "\(priority)", "\(tolerance)", "\(alongside)",
      tie.map { "\($0.name) \($0.minGap ?? -1) \($0.maxGap ?? -1) \($0.staff)" } ?? "", recurrence.content,
    ]
    return parts.joined(separator: "\u{1E}")
  }
}

extension Needs.ShiftPattern {
  /// Everything the pattern says, as a text by which patterns are put in an order that their rows have no part in.
  var content: String {
    let rest = breakRule.map { "\($0.minutes) \($0.window)" } ?? ""
    return [
      staff.rawValue, padded(time.lowerBound, to: 5), padded(time.upperBound, to: 5), kind.rawValue, rest,
      recurrence.content,
    ].joined(separator: "\u{1E}")
  }
}

extension Recurrence {
  /// Everything the recurrence says, as a text.
  fileprivate var content: String {
    let rhythm =
      switch rhythm {
      case .weekly: "weekly"
      case .weeks(let every, let from): "weeks \(every) \(from)"
      case .evenWeeks: "even"
      case .oddWeeks: "odd"
      case .days(let every, let from): "days \(every) \(from)"
      case .ofMonth(let places): "month \(places.sorted())"
      case .daysOfMonth(let places): "days of month \(places.sorted())"
      case .dates(let dates): "dates \(dates.sorted())"
      }
    let times = times.map { "\($0.count) \($0.period) \($0.daysApart ?? 0)" } ?? ""
    return "\(weekdays.sorted()) \(rhythm) \(times) \(first?.description ?? "") \(last?.description ?? "")"
  }
}

extension Sequence<String> {
  /// For each text, its place in their order; texts that are the same keep the order in which they stand.
  func ranks() -> [Int] {
    let texts = Array(self)
    var ranks = texts.map { _ in 0 }
    for (rank, index) in texts.indices.sorted(by: { (texts[$0], $0) < (texts[$1], $1) }).enumerated() {
      ranks[index] = rank
    }
    return ranks
  }
}
