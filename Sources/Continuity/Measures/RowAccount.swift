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

  mutating func merge(_ other: RowAccount) { rows.merge(other.rows, uniquingKeysWith: +) }
}

extension LogMeasurer {
  /// Says what became of every row in a period of this measurer.
  public func account(of period: PeriodMeasure) -> RowAccount {
    var isLeftOut = [Bool](repeating: false, count: log.clients.count)
    for client in period.excluded { isLeftOut[client.client] = true }
    let leftOut = isLeftOut
    let blocks = ClientBlocks.map(ClientBlocks.all(clients: log.clients.count), threads: threads) { clients in
      var account = RowAccount()
      var visits = ClientVisits(plan)
      for client in clients { add(client, in: period.dates, isLeftOut: leftOut[client], &visits, to: &account) }
      return account
    }
    var account = blocks.reduce(into: RowAccount()) { $0.merge($1) }
    account.add(log.count - account.total, to: .otherDates)
    return account
  }

  private func add(
    _ client: Int, in dates: Range<LocalDate>, isLeftOut: Bool, _ visits: inout ClientVisits,
    to account: inout RowAccount
  ) {
    var byRule = [Int](repeating: 0, count: plan.rules.count)
    for row in plan.rows(ofClient: client, in: dates) { byRule[Int(log.traitNumbers[row])] += 1 }
    for (rule, count) in zip(plan.rules, byRule) {
      if let rule { account.add(count, to: rule) }
    }
    visits.load(client)
    for visit in visits.uncounted where dates.contains(visit.start.date) { account.add(visit.rows, to: .hours) }
    for visit in visits.sequence.visits(in: dates) {
      let tally = visits.rowTallies[visit]
      if isLeftOut {
        account.add(Int(tally.rows), to: .clientLeftOut)
        continue
      }
      let meetings = visits.sequence.staff(ofVisit: visit).count
      account.add(meetings, to: .counted)
      account.add(Int(tally.tasks), to: .furtherTask)
      account.add(Int(tally.others), to: .otherStaff)
      account.add(Int(tally.rows - tally.tasks - tally.others) - meetings, to: .registeredTwice)
    }
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
