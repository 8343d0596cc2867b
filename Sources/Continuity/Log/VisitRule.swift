/// What one visit is: tells, of a client's rows in the order of their starts, which belong together.
///
/// A visit opens with the earliest row that is in none. Those who start at most the tolerance later came together. To the
/// visit belongs every row that starts
/// - at most the tolerance after its first start, or
/// - before all who came together have left, or
/// - at most the tolerance after that, by one of those who came together: the next task, for which they stay.
///
/// Rows that start at the same minute are never apart. Who joins later does not make the visit longer, so visits do not
/// grow into one another; and what starts four hours after the first start or later opens another visit, so that a
/// clock-out that was forgotten swallows no day. With a tolerance of 0, only rows that start together are one visit.
struct VisitRule {
  /// In minutes.
  let tolerance: Int32

  /// Minutes after its first start at which nothing belongs to a visit any more.
  static let longest: Int32 = 240

  private var first = Int32.min
  /// When all who came together have left.
  private var left = Int32.min

  init(tolerance: Int) { self.tolerance = Int32(clamping: tolerance) }

  /// How rows that start at a minute stand to the open visit.
  enum Standing {
    case inside
    /// Inside where one of them is by someone who came with the others.
    case insideIfTheyStay
    case outside
  }

  /// How rows that start at a minute, no earlier than those before, stand to the open visit.
  func standing(_ start: Int32) -> Standing {
    if start == first { return .inside }
    guard tolerance > 0, first != .min, start - first < Self.longest else { return .outside }
    if isTogether(start) || start < left { return .inside }
    return start - left <= tolerance ? .insideIfTheyStay : .outside
  }

  /// Whether who starts then came with those who opened the visit.
  func isTogether(_ start: Int32) -> Bool { start - first <= tolerance }

  /// Opens a visit.
  mutating func open(at start: Int32) {
    first = start
    left = start
  }

  /// Keeps the visit open until someone who came with the others leaves.
  mutating func stay(until end: Int32) { left = max(left, end) }

  /// Forgets the open visit.
  mutating func close() { first = .min }
}
