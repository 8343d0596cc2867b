/// Decides what may be published of people whose numbers are told as counts, means, medians and shares, in several
/// classifications and over several periods, so that no count below a limit can be worked out.
///
/// - Every row holds at least the limit; smaller groups share a row, with a larger one where they would be too few.
///   A classification has the same rows in all periods.
/// - A share is withheld where it, or what is left of the whole, is below the limit; with others, so that those withheld
///   together would be publishable.
/// - Then a `Reader` tries to work out what is not told. What it finds is withheld or put together more widely, until it
///   finds nothing.
public struct Protector: Sendable {
  /// The smallest count that may be told.
  public let limit: Int
  /// Numbers of which the shares above are published, in order.
  public let levels: [Int]

  /// - Parameter limit: 2 or more.
  public init(limit: Int, levels: [Int]) {
    precondition(limit > 1, "a limit below 2 protects nobody")
    self.limit = limit
    self.levels = Array(Set(levels)).sorted()
  }

  /// People from whom on a median is told: below, one person's number would settle how many lie above a level.
  private var fewestForMedian: Int { 2 * limit }

  /// What may be published.
  ///
  /// - Parameter groups: How many groups each classification has.
  public func publish(_ periods: [Census], groups: [Int]) -> Publication {
    let large = periods.filter { $0.people.count >= limit }
    var poolings: [Pooling?] = groups.enumerated().map { classification, groups in
      Pooling((0..<groups).map { group in large.map { $0.count(group, in: classification) } }, limit: limit)
    }
    // The later classification yields: the first is the one that was asked for first.
    while large.contains(where: { givesGroupsAway($0, poolings.map { $0?.rows }) }),
      let last = poolings.lastIndex(where: { $0?.rows != nil })
    {
      poolings[last]?.coarsen()
      if poolings[last]?.rows == nil { poolings[last] = nil }
    }
    let rows = poolings.map { $0?.rows }
    return Publication(rows: rows, periods: periods.map { published($0, rows) })
  }

  // MARK: Groups

  /// Whether the sizes of rows tell how many people are in a group that shares one, or in two groups at once.
  private func givesGroupsAway(_ census: Census, _ rows: [[[Int]]?]) -> Bool {
    let sizes = period(census, rows, .sizesAlone)
    let reader = Reader(census, levels: [], sizes, rows: rows)
    var questions: [Reader.Question] = []
    for (classification, rows) in rows.enumerated() {
      for group in (rows ?? []).filter({ $0.count > 1 }).flatMap(\.self) {
        questions.append(.init(cells: reader.cells(of: [group], in: classification)))
      }
    }
    if rows.count(where: { $0 != nil }) > 1 {
      questions += census.cells.indices.map { .init(cells: [$0]) }
    }
    return reader.givesAway(questions.filter { isSmall(reader.answer($0)) })
  }

  /// Whether a count is of somebody, and below the limit.
  private func isSmall(_ count: Int) -> Bool { (1..<limit).contains(count) }

  // MARK: Shares

  /// How much is kept back, from the least on.
  private enum Caution: Int, CaseIterable, Comparable {
    /// Shares below the limit and those beside them.
    case shares
    /// All shares of the last classification.
    case lastShares
    /// All shares of groups.
    case groupShares
    /// All shares, and the distribution.
    case allShares
    /// Also the groups' means and medians.
    case groupMeans
    /// All but how many people there are.
    case sizesAlone

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private func published(_ census: Census, _ rows: [[[Int]]?]) -> PublishedPeriod {
    guard census.people.count >= limit else {
      let nothing = PublishedRow.nothing(levels: levels.count)
      return PublishedPeriod(
        total: nothing, rows: rows.map { ($0 ?? []).map { _ in nothing } }, bands: [])
    }
    for caution in Caution.allCases {
      let period = period(census, rows, caution)
      if caution == .sizesAlone || !givesSharesAway(census, rows, period) { return period }
    }
    return period(census, rows, .sizesAlone)
  }

  private func givesSharesAway(_ census: Census, _ rows: [[[Int]]?], _ period: PublishedPeriod) -> Bool {
    var reader = Reader(census, levels: levels, period, rows: rows)
    let everybody = Array(census.cells.indices)
    reader.add(labels: period.total, of: everybody, limit: limit)
    var questions: [Reader.Question] = []
    func ask(_ row: PublishedRow, _ cells: [Int]) {
      for (level, count) in zip(levels, row.above) {
        if case .exact = count { continue }
        questions += [true, false].map { .init(cells: cells, level: level, isAbove: $0) }
      }
    }
    ask(period.total, everybody)
    for (classification, groups) in rows.enumerated() {
      for (row, groups) in zip(period.rows[classification], groups ?? []) {
        ask(row, reader.cells(of: groups, in: classification))
      }
    }
    return reader.givesAway(questions.filter { isSmall(reader.answer($0)) })
  }

  private func period(_ census: Census, _ rows: [[[Int]]?], _ caution: Caution) -> PublishedPeriod {
    let everybody = census.people.map(\.value).sorted()
    let allShares =
      caution >= .allShares ? levels.map { _ in PublishedCount.withheld } : levels.map { label(everybody, $0) }
    let total = row(everybody, allShares, tellsMean: caution < .sizesAlone)
    let last = rows.lastIndex { $0 != nil }
    let parts = rows.enumerated().map { classification, groups -> [PublishedRow] in
      let values = (groups ?? []).map { census.values($0, in: classification) }
      let isKept = caution >= .groupShares || caution == .lastShares && classification == last
      let shares = zip(levels, allShares).map { level, all -> [PublishedCount] in
        // What is below the limit in all is so in every part.
        guard case .exact = all else { return values.map { _ in all } }
        return isKept ? values.map { _ in .withheld } : counts(values, above: level)
      }
      return values.enumerated().map { place, values in
        row(values, shares.map { $0[place] }, tellsMean: caution < .groupMeans)
      }
    }
    return PublishedPeriod(total: total, rows: parts, bands: caution < .allShares ? bands(everybody) : [])
  }

  private func row(_ values: [Int], _ above: [PublishedCount], tellsMean: Bool) -> PublishedRow {
    let middle = values.count >= fewestForMedian ? values[(values.count - 1) / 2] + values[values.count / 2] : nil
    return PublishedRow(
      people: values.count, sum: tellsMean ? values.reduce(0, +) : nil, doubledMedian: tellsMean ? middle : nil,
      above: above)
  }

  /// A count of all, as far as it may be told.
  private func label(_ values: [Int], _ level: Int) -> PublishedCount {
    let above = values.count { $0 > level }
    return above < limit ? .few : values.count - above < limit ? .allButFew : .exact(above)
  }

  /// The counts of rows whose sum is known.
  private func counts(_ rows: [[Int]], above level: Int) -> [PublishedCount] {
    let above = rows.map { row in row.count { $0 > level } }
    var isKept = zip(rows, above).map { row, above in above < limit || row.count - above < limit }
    func sum(_ count: (Int) -> Int) -> Int { isKept.indices.filter { isKept[$0] }.reduce(0) { $0 + count($1) } }
    // Together those kept back must be what could be published, or the rest and the sum would tell too much of them.
    while isKept.contains(true), isKept.contains(false),
      isKept.count(where: \.self) < 2 || sum({ above[$0] }) < limit || sum({ rows[$0].count - above[$0] }) < limit,
      let least = isKept.indices.filter({ !isKept[$0] }).min(by: { rows[$0].count < rows[$1].count })
    {
      isKept[least] = true
    }
    return isKept.indices.map { isKept[$0] ? .withheld : .exact(above[$0]) }
  }

  // MARK: The distribution

  /// Steps at which bands may end where no level does.
  private static let step = 5

  /// Everybody by number, parted at the levels, and at every fifth number where room is left.
  private func bands(_ values: [Int]) -> [PublishedBand] {
    guard let most = values.last else { return [] }
    var ends: [Int] = []
    for end in levels + Array(stride(from: Self.step - 1, to: most, by: Self.step)) where !ends.contains(end) {
      let more = (ends + [end]).sorted()
      if counts(values, endingAt: more).allSatisfy({ $0 >= limit }) { ends = more }
    }
    if ends.isEmpty { return [] }
    let counts = counts(values, endingAt: ends)
    return counts.indices.map { place in
      PublishedBand(
        from: place == 0 ? 1 : ends[place - 1] + 1, to: place < ends.count ? ends[place] : nil, people: counts[place])
    }
  }

  private func counts(_ values: [Int], endingAt ends: [Int]) -> [Int] {
    let upTo = ends.map { end in values.count { $0 <= end } } + [values.count]
    return zip(upTo, [0] + upTo).map { $0 - $1 }
  }
}

extension Protector {
  /// Counts that make up a whole, those below the limit put together; the numbers of the counts of each part.
  ///
  /// Counts of 0 are in no part, and there is none where the whole is below the limit.
  public func parts(_ counts: [Int]) -> [[Int]] {
    if counts.reduce(0, +) < limit { return [] }
    let pooling = Pooling(counts.map { [$0] }, limit: limit)
    return pooling.rows ?? [pooling.pool]
  }
}
