import Files
import HomeCare

/// What the dates of a whole column tell of the order of day, month and year in it.
///
/// Only dates that do not begin with a year of four digits are evidence. Each is read in every order; the order in force is one
/// in which all of them are dates. Where several are, a year of two digits in front is told from one at the end by which
/// reading brings the dates closer together, and then by which keeps the years from 2010 to 2039. Day and month of a whole
/// column are never told apart so: dates with dots have the day first, and of others somebody has to say it.
struct DateEvidence: Hashable, Sendable {
  typealias Order = ExportMapping.DateOrder

  /// What a column's dates come to in one order.
  private struct Reading: Hashable, Sendable {
    var dates = 0
    var (low, high) = (Int.max, Int.min)

    var span: Int { high - low }

    mutating func add(_ day: Int?) {
      guard let day else { return }
      dates += 1
      (low, high) = (min(low, day), max(high, day))
    }

    mutating func add(_ other: Reading) {
      dates += other.dates
      (low, high) = (min(low, other.low), max(high, other.high))
    }
  }

  /// What follows from the evidence.
  enum Decision: Hashable {
    /// No date in the column depends on the order.
    case any
    /// The order; in it all but so many dates are some.
    case order(Order, misfits: Int)
    /// Any of these orders would do, and they say different dates.
    case open([Order])
    /// Some dates are dates in the first order alone, and too many others in the second.
    case mixed(Order, Order)
  }

  private var dayFirst = Reading()
  private var monthFirst = Reading()
  private var yearFirst = Reading()
  /// Dates that are one in some order.
  private(set) var dates = 0
  /// Dates that are different days in different orders.
  private var differing = 0
  /// Dates with dots between their numbers.
  private var dotted = 0

  /// The days that three numbers are in each order, `nil` where they are none.
  struct Days {
    let dayFirst, monthFirst, yearFirst: Int?

    /// A number of two digits may be a year of this century, at either end.
    init(_ first: MomentText.Number, _ second: MomentText.Number, _ third: MomentText.Number) {
      func day(_ year: MomentText.Number, _ month: MomentText.Number, _ day: MomentText.Number) -> Int? {
        guard year.digits == 2 || year.digits == 4 else { return nil }
        let century = year.digits == 2 ? 2000 : 0
        return LocalDate(year: century + year.value, month: month.value, day: day.value)?.dayNumber
      }
      dayFirst = day(third, second, first)
      monthFirst = day(third, first, second)
      yearFirst = day(first, second, third)
    }

    subscript(order: Order) -> Int? {
      switch order {
      case .dayFirst: dayFirst
      case .monthFirst: monthFirst
      case .yearFirst: yearFirst
      }
    }

    /// Whether two orders make different days of it.
    var differ: Bool {
      let first = dayFirst ?? monthFirst ?? yearFirst
      return (monthFirst ?? first) != first || (yearFirst ?? first) != first
    }
  }

  /// Adds one date.
  mutating func note(_ days: Days, isDotted: Bool) {
    guard days.dayFirst != nil || days.monthFirst != nil || days.yearFirst != nil else { return }
    dates += 1
    if isDotted { dotted += 1 }
    dayFirst.add(days.dayFirst)
    monthFirst.add(days.monthFirst)
    yearFirst.add(days.yearFirst)
    if days.differ { differing += 1 }
  }

  /// Adds the dates that somebody else has read of the column.
  mutating func add(_ other: DateEvidence) {
    dayFirst.add(other.dayFirst)
    monthFirst.add(other.monthFirst)
    yearFirst.add(other.yearFirst)
    dates += other.dates
    differing += other.differing
    dotted += other.dotted
  }

  /// The order that the column has.
  var decision: Decision {
    guard dates > 0 else { return .any }
    var fitting = Order.allCases.filter { self[$0].dates == dates }
    guard !fitting.isEmpty else {
      let ranked = Order.allCases.sorted { self[$0].dates > self[$1].dates }
      // A slip of the pen in a hundred is a row that cannot be used; more are another way of writing.
      let misfits = dates - self[ranked[0]].dates
      return misfits * 100 <= dates ? .order(ranked[0], misfits: misfits) : .mixed(ranked[0], ranked[1])
    }
    if fitting.count > 1, differing == 0 { return .order(fitting[0], misfits: 0) }
    if fitting.contains(.yearFirst), fitting.count > 1 {
      let span = yearFirst.span
      let other = fitting.filter { $0 != .yearFirst }.map { self[$0].span }.min() ?? 0
      if Self.isClose(span, beside: other) {
        fitting = [.yearFirst]
      } else if Self.isClose(other, beside: span) {
        fitting.removeAll { $0 == .yearFirst }
      }
      let likely = fitting.filter { Self.likelyDays.contains(self[$0].low) && Self.likelyDays.contains(self[$0].high) }
      if !likely.isEmpty { fitting = likely }
    }
    if fitting == [.dayFirst, .monthFirst], dotted == dates { fitting = [.dayFirst] }
    return fitting.count == 1 ? .order(fitting[0], misfits: 0) : .open(fitting)
  }

  /// Whether the dates are different days, or none, in some of these orders.
  func isDoubtful(among orders: [Order]) -> Bool {
    dates > 0 && (differing > 0 || orders.contains { self[$0].dates < dates })
  }

  /// Whether another order would make other days of the dates, or none.
  private var isDecisive: Bool { differing > 0 || Order.allCases.count { self[$0].dates == dates } == 1 }

  private subscript(order: Order) -> Reading {
    switch order {
    case .dayFirst: dayFirst
    case .monthFirst: monthFirst
    case .yearFirst: yearFirst
    }
  }

  /// Whether dates within so many days lie closer together than those within others by more than chance would have it.
  private static func isClose(_ span: Int, beside other: Int) -> Bool { span * 2 + 31 < other }

  /// The days from 2010 to 2039.
  private static let likelyDays = 14_610..<25_567
}

extension DateEvidence {
  /// The orders of the columns of one file: a column that leaves its order open has that of the others, where these agree.
  static func decisions(_ columns: [DateEvidence]) -> [Decision] {
    let decisions = columns.map(\.decision)
    var known: Set<Order> = []
    for (column, decision) in zip(columns, decisions) {
      if case .order(let order, _) = decision, column.isDecisive { known.insert(order) }
    }
    return decisions.map { decision in
      if case .open(let orders) = decision, known.count == 1, let order = known.first, orders.contains(order) {
        return .order(order, misfits: 0)
      }
      return decision
    }
  }
}

extension DateEvidence {
  /// Orders in words.
  static func words(_ orders: [Order]) -> String { orders.map(\.words).joined(separator: " or as ") }

  /// What should stand where any of these orders may be meant.
  static func expected(_ orders: [Order]) -> String {
    "dates in one order that is clear, such as 2026-03-02, or the order in a mapping: "
      + orders.map { "\"dateOrder\": \"\($0.rawValue)\"" }.joined(separator: " or ")
  }
}

extension DateEvidence.Decision {
  /// The order in which dates are read; any will do where nothing depends on it.
  var order: DateEvidence.Order {
    switch self {
    case .any: .dayFirst
    case .order(let order, _), .mixed(let order, _): order
    case .open(let orders): orders.first ?? .dayFirst
    }
  }

  /// The orders in any of which a text of the column may be meant, where it says another day in each; `nil` where it says one.
  func doubt(_ text: String) -> [DateEvidence.Order]? {
    switch self {
    case .any, .order: nil
    case .open(let orders): MomentParser.evidence(of: [text]).isDoubtful(among: orders) ? orders : nil
    case .mixed(let order, let other):
      MomentParser.evidence(of: [text]).isDoubtful(among: [order, other]) ? [order, other] : nil
    }
  }
}

extension ExportMapping.DateOrder {
  /// The order in words.
  var words: String {
    switch self {
    case .dayFirst: "day, month, year"
    case .monthFirst: "month, day, year"
    case .yearFirst: "year, month, day"
    }
  }
}
