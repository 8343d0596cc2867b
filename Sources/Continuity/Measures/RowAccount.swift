import HomeCare

/// What became of every row of a log in one period; the rows of all rules add up to the rows of the log.
public struct RowAccount: Hashable, Sendable {
  /// Rows by rule.
  public private(set) var rows: [RowRule: Int] = [:]

  /// Rows of all rules.
  public var total: Int { rows.values.reduce(0, +) }

  /// Rows that fell to a rule.
  public subscript(rule: RowRule) -> Int { rows[rule] ?? 0 }

  mutating func add(_ count: Int, to rule: RowRule) {
    if count > 0 { rows[rule, default: 0] += count }
  }

  /// The rows of two accounts.
  func merged(with other: RowAccount) -> RowAccount { RowAccount(rows: rows.merging(other.rows, uniquingKeysWith: +)) }
}

extension MeasurePlan {
  /// Says what became of a client's rows of some dates.
  ///
  /// - Parameter visits: The client's.
  func account(of client: Int, in dates: Range<LocalDate>, isLeftOut: Bool, _ visits: ClientVisits) -> RowAccount {
    var account = RowAccount()
    var byRule = [Int](repeating: 0, count: rules.count)
    for row in rows(ofClient: client, in: dates) { byRule[Int(log.traitNumbers[row])] += 1 }
    for (rule, count) in zip(rules, byRule) {
      if let rule { account.add(count, to: rule) }
    }
    for visit in visits.uncounted where dates.contains(visit.start.date) { account.add(visit.rows, to: .hours) }
    var (counted, tasks, others, all) = (0, 0, 0, 0)
    for visit in visits.sequence.visits(in: dates) {
      let tally = visits.rowTallies[visit]
      all += Int(tally.rows)
      tasks += Int(tally.tasks)
      others += Int(tally.others)
      counted += visits.sequence.bounds[visit + 1] - visits.sequence.bounds[visit]
    }
    if isLeftOut {
      account.add(all, to: .clientLeftOut)
    } else {
      account.add(counted, to: .counted)
      account.add(tasks, to: .furtherTask)
      account.add(others, to: .otherStaff)
      account.add(all - tasks - others - counted, to: .registeredTwice)
    }
    return account
  }
}

extension LogMeasurer {
  /// Rows of the log that are left out because they are of nursing and do not say what kind of staff came.
  public var rowsOfNursingByUnknownStaff: Int { rows { _ in true } }

  /// Those of them whose category the log calls by a word.
  public func rows(ofNursingByUnknownStaff word: String) -> Int {
    rows { ($0.categoryWord.isEmpty ? $0.category : $0.categoryWord) == word }
  }

  private func rows(where isMeant: (Trait) -> Bool) -> Int {
    let isCounted = zip(log.traits, plan.rules).map { $1 == .nursing && isMeant($0) }
    guard isCounted.contains(true) else { return 0 }
    return log.traitNumbers.count { isCounted[Int($0)] }
  }
}
