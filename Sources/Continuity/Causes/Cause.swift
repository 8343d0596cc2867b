import HomeCare

/// Something that adds to how many staff clients meet: the meetings that would not be there without it.
public enum Cause: Hashable, Sendable {
  /// Meetings with staff of a category; empty where unknown.
  case staffCategory(String)
  /// Meetings with staff whom the client met exactly once in the period.
  case metOnce
  /// Meetings from Monday to Friday.
  case weekdays
  /// Meetings on Saturday and Sunday.
  case weekend
  /// Meetings that start in a part of the day.
  case slot(DaySlot)
  /// All meetings at visits with two staff or more.
  case doubleVisits

  /// The name in files.
  public var key: String {
    switch self {
    case .staffCategory(let category): "staffCategory.\(category)"
    case .metOnce: "metOnce"
    case .weekdays: "weekdays"
    case .weekend: "weekend"
    case .slot(let slot): "slot.\(slot.rawValue)"
    case .doubleVisits: "doubleVisits"
    }
  }

  var isOfStaffCategory: Bool { if case .staffCategory = self { true } else { false } }

  /// The causes that a log can tell apart: categories of staff where it has several that count, and all others.
  static func all(_ plan: MeasurePlan) -> [Cause] {
    let categories = Set(zip(plan.log.traits, plan.canCount).filter(\.1).map(\.0.staffCategory)).sorted()
    return (categories.count > 1 ? categories.map { .staffCategory($0) } : [])
      + [.metOnce, .weekdays, .weekend] + DaySlot.allCases.map { .slot($0) } + [.doubleVisits]
  }
}

/// For each kind of meeting, the causes it belongs to: a bit for each of up to 64 causes.
struct CauseBits {
  /// Causes that find room.
  static let most = 64

  /// How many causes there are.
  let causes: Int
  /// By trait.
  let ofTrait: [UInt64]
  /// By slot, in the order of all.
  private let ofSlot: [UInt64]
  let once: UInt64
  let double: UInt64
  private let weekdays: UInt64
  private let weekend: UInt64

  init(_ causes: ArraySlice<Cause>, of traits: [Trait]) {
    self.causes = causes.count
    func bit(_ cause: Cause) -> UInt64 {
      causes.firstIndex(of: cause).map { 1 << UInt64($0 - causes.startIndex) } ?? 0
    }
    ofTrait = traits.map { bit(.staffCategory($0.staffCategory)) }
    ofSlot = DaySlot.allCases.map { bit(.slot($0)) }
    (once, double, weekdays, weekend) = (bit(.metOnce), bit(.doubleVisits), bit(.weekdays), bit(.weekend))
  }

  /// The causes that lie in a visit's start.
  func bits(of start: LocalDateTime) -> UInt64 {
    ofSlot[DaySlot.rank(of: start)] | (start.date.weekday > 5 ? weekend : weekdays)
  }
}
