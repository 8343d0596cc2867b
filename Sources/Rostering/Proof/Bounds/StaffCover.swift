/// The fewest staff who together cover a set of needs: a set multi-cover problem, solved exactly.
///
/// A *need* is a number of distinct staff out of a list of candidates. Staff who are met anyhow cost nothing.
struct StaffCover {
  /// So many distinct staff of the candidates.
  struct Need: Hashable {
    var count: Int
    /// Candidates in rising order.
    var staff: [StaffRow]
    /// Whose need it is; only carried along.
    var visit: VisitRow
  }

  /// What is known of the smallest cover.
  struct Smallest: Equatable {
    /// No cover has fewer staff beyond those met anyhow.
    var count: Int
    /// Whether a cover of `count` was found, rather than the search being cut short.
    var isExact: Bool
    /// The staff of that cover, those met anyhow not among them; empty where the search was cut short.
    var staff: [StaffRow] = []
  }

  /// Columns of the reduced problem: which needs each staff member, or each of several alike, serves.
  private var columns: [[Int]] = []
  /// What is still needed of each need.
  private var needed: [Int] = []
  /// Candidate columns of each need.
  private var candidates: [[Int]] = []
  /// The staff member of each column.
  private var staffOfColumn: [StaffRow] = []
  /// Staff who had to be taken while reducing.
  private var taken: [StaffRow] = []
  private var forced: Int { taken.count }

  /// Sets up the needs; `free` are the staff who are met anyhow. A need that its candidates cannot fill is dropped.
  init(_ needs: [Need], free: Set<StaffRow>) {
    var rows: [Need] = []
    for need in needs where need.staff.count >= need.count {
      let met = need.staff.reduce(0) { $0 + (free.contains($1) ? 1 : 0) }
      guard need.count > met else { continue }
      rows.append(
        Need(
          count: need.count - met, staff: met == 0 ? need.staff : need.staff.filter { !free.contains($0) },
          visit: need.visit))
    }
    take(from: &rows)
    rows = Self.withoutImplied(rows)
    build(rows)
    removeDominatedColumns()
  }

  /// Takes everyone whom some need cannot do without.
  private mutating func take(from rows: inout [Need]) {
    while true {
      let indispensable = Set(rows.lazy.filter { $0.staff.count == $0.count }.joined(by: \.staff))
      if indispensable.isEmpty { return }
      taken += indispensable.sorted()
      rows = rows.compactMap { row in
        let taken = row.staff.reduce(0) { $0 + (indispensable.contains($1) ? 1 : 0) }
        if row.count <= taken { return nil }
        return Need(
          count: row.count - taken, staff: row.staff.filter { !indispensable.contains($0) }, visit: row.visit)
      }
    }
  }

  /// Drops needs that hold whenever another one does.
  private static func withoutImplied(_ rows: [Need]) -> [Need] {
    let sorted = rows.sorted { ($0.staff.count, -$0.count, $0.visit) < ($1.staff.count, -$1.count, $1.visit) }
    var kept: [(need: Need, set: Set<StaffRow>)] = []
    for row in sorted {
      let set = Set(row.staff)
      if !kept.contains(where: { $0.need.count >= row.count && $0.set.isSubset(of: set) }) { kept.append((row, set)) }
    }
    return kept.map(\.need)
  }

  private mutating func build(_ rows: [Need]) {
    var needsOf: [StaffRow: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      needed.append(row.count)
      for staff in row.staff { needsOf[staff, default: []].append(index) }
    }
    let sorted = needsOf.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
    columns = sorted.map(\.value)
    staffOfColumn = sorted.map(\.key)
  }

  /// Drops a column where as many others as could ever be of use serve all that it serves.
  private mutating func removeDominatedColumns() {
    let most = needed.max() ?? 0
    var kept: [(column: [Int], set: Set<Int>, staff: StaffRow)] = []
    for (column, staff) in zip(columns, staffOfColumn) {
      let set = Set(column)
      let better = kept.lazy.filter { $0.column.count >= column.count && set.isSubset(of: $0.set) }.prefix(most)
      if better.count < most { kept.append((column, set, staff)) }
    }
    columns = kept.map(\.column)
    staffOfColumn = kept.map(\.staff)
    candidates = [[Int]](repeating: [], count: needed.count)
    for (index, column) in columns.enumerated() {
      for row in column { candidates[row].append(index) }
    }
  }

  /// The size of the smallest cover, staff met anyhow not counted.
  ///
  /// Raises the size until a cover exists; after `nodeLimit` nodes the size reached stands as a bound.
  func smallest(nodeLimit: Int = 200_000) -> Smallest {
    let search = CoverSearch(columns: columns, candidates: candidates, needed: needed, nodeLimit: nodeLimit)
    var size = 0
    while true {
      if search.exists(size: size) {
        let staff = taken + search.cover.map { staffOfColumn[$0] }
        return Smallest(count: forced + size, isExact: true, staff: staff.sorted())
      }
      if search.nodesLeft <= 0 { return Smallest(count: forced + size, isExact: false) }
      size += 1
    }
  }
}

extension StaffCover {
  /// Whether every cover has at least `count` staff; false too where that is not proven within `nodeLimit` nodes.
  func forces(_ count: Int, nodeLimit: Int = 3_000) -> Bool {
    if forced >= count { return true }
    let search = CoverSearch(columns: columns, candidates: candidates, needed: needed, nodeLimit: nodeLimit)
    return !search.exists(size: count - forced - 1) && search.nodesLeft > 0
  }
}

extension Sequence {
  /// All elements of the elements' lists, one after another.
  fileprivate func joined<Item>(by list: (Element) -> [Item]) -> [Item] { flatMap(list) }
}
