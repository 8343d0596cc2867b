import Continuity

/// Staff numbers that occur in files of several kinds for the same time: each may be one person, or a number that the systems
/// of two providers both gave.
public struct StaffAcrossFiles: Hashable, Sendable {
  /// Such numbers.
  public var numbers: Int
  /// A file of each kind that has any.
  public var files: [String]

  /// Numbers in files.
  init(numbers: Int, files: [String]) { (self.numbers, self.files) = (numbers, files) }

  /// Kinds of files told apart.
  private static let mostKinds = 64

  /// What is to be told of the staff of some workers; `nil` where nothing is.
  ///
  /// - Parameters:
  ///   - staff: By worker, for each of its staff the number that all workers share.
  ///   - ids: The ids by that number: names are people's own, wherever they stand.
  ///   - lists: By worker, the numbers that are lists of several.
  init?(
    _ workers: [LogWorker], _ layouts: [LogLayout], staff: [[Int32]], ids: [String], lists: [Set<Int32>]
  ) {
    let kinds = (layouts.map { Int($0.system) }.max() ?? 0) + 1
    guard kinds > 1, kinds <= Self.mostKinds,
      workers.allSatisfy({ $0.traits.allSatisfy { $0.provider < 0 } })
    else { return nil }
    var seen = [UInt64](repeating: 0, count: ids.count)
    var (first, last) = ([Int32](repeating: .max, count: kinds), [Int32](repeating: .min, count: kinds))
    for (place, worker) in workers.enumerated() {
      let (numbers, lists) = (staff[place], lists[place])
      let kindOfTrait = worker.traits.map { Int($0.system) }
      for piece in worker.pieces {
        for row in piece where lists.isEmpty || !lists.contains(row.staff) {
          let kind = kindOfTrait[Int(row.trait)]
          seen[Int(numbers[Int(row.staff)])] |= 1 << UInt64(kind)
          first[kind] = min(first[kind], row.start)
          last[kind] = max(last[kind], row.start)
        }
      }
    }
    var shared: UInt64 = 0
    numbers = 0
    for (id, kindsOfID) in zip(ids, seen) where id.contains(where: \.isNumber) {
      let own = (0..<kinds).filter { kindsOfID >> UInt64($0) & 1 == 1 }
      let meets = own.indices.contains { one in
        own[(one + 1)...].contains { first[own[one]] <= last[$0] && first[$0] <= last[own[one]] }
      }
      if meets { (numbers, shared) = (numbers + 1, shared | kindsOfID) }
    }
    guard numbers > 0 else { return nil }
    files = (0..<kinds).filter { shared >> UInt64($0) & 1 == 1 }.compactMap { kind in
      layouts.first { Int($0.system) == kind }?.reading.file
    }
  }
}
