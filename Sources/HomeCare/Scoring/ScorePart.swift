/// A part of a roster's score, in the order of the files.
///
/// The one list of the parts: their names, weights and words are read from here by files, schemas, reports and the
/// checker, which counts each in a file of its own.
@frozen
public enum ScorePart: Int, CaseIterable, Hashable, Sendable {
  /// Visits left unassigned.
  case unassigned
  /// Distinct staff whom clients meet.
  case distinct
  /// Distinct staff above the clients' targets.
  case overTarget
  /// Staff whom a client's history does not know.
  case newFace
  /// Visits not served by the client's contact.
  case notContact
  /// Visits served by others than the client prefers.
  case notPreferred
  /// Minutes of travel.
  case travel
  /// Pool shifts called in.
  case poolShifts
  /// Minutes with clients above the fair shares of staff.
  case imbalance
  /// Minutes of the pool shifts called in; from format 2.
  case poolMinutes
  /// Minutes by which visits of a series start beside its usual time; from format 2.
  case unsteadyMinutes

  /// The parts that scores of a format have, in the order of the files.
  public static func parts(of format: InstanceFormat) -> [ScorePart] { allCases.filter { $0.format <= format } }

  /// The part's name in rosters and reports, such as `travelMinutes`.
  public var name: String { facts.name }

  /// The name of the part's weight in instances, such as `travel`.
  public var weightName: String { facts.weightName }

  /// What each unit of the part costs where an instance of a format does not say.
  public func standardWeight(in format: InstanceFormat) -> Int {
    format == .one ? facts.standardWeights.one : facts.standardWeights.two
  }

  /// The first format that has the part.
  public var format: InstanceFormat { self == .poolMinutes || self == .unsteadyMinutes ? .two : .one }

  /// What the part counts, in a sentence without its full stop.
  public var meaning: String { facts.meaning }

  /// Whether the part is counted, and its weight written, only where it has a price.
  ///
  /// Not every program that reads these files knows of such a part.
  public var isOptional: Bool { facts.isOptional }

  /// What a part's number never exceeds, whatever the roster; the validator knows how much that is.
  enum Extent {
    /// Priority times staff, of all visits.
    case priorities
    /// Staff on all visits.
    case services
    /// Staff on all visits, and the meetings of the history.
    case meetings
    /// All visits.
    case visits
    /// A longest way to and one from each service.
    case ways
    /// All shifts.
    case shifts
    /// Minutes of all services.
    case serviceMinutes
    /// Minutes of all shifts.
    case shiftMinutes
    /// Minutes from any time of day to any start, of all visits of series.
    case deviations
  }

  /// What the part's number never exceeds.
  var extent: Extent { facts.extent }

  /// What is known of a part.
  private struct Facts {
    let name: String
    let weightName: String
    let standardWeights: (one: Int, two: Int)
    let extent: Extent
    var isOptional = false
    let meaning: String
  }

  private var facts: Facts {
    switch self {
    case .unassigned:
      Facts(
        name: "unassigned", weightName: "unassigned", standardWeights: (10_000, 10_000), extent: .priorities,
        meaning: "Priority times staff, of all unassigned visits")
    case .distinct:
      Facts(
        name: "distinct", weightName: "distinct", standardWeights: (100, 100), extent: .meetings,
        meaning: "Distinct staff met, of all clients and continuity periods")
    case .overTarget:
      Facts(
        name: "overTarget", weightName: "overTarget", standardWeights: (200, 200), extent: .meetings,
        meaning: "Distinct staff met above the client's target, of all clients and continuity periods")
    case .newFace:
      Facts(
        name: "newFace", weightName: "newFace", standardWeights: (0, 20), extent: .services,
        meaning: "Staff met who are not in the client's history, of all clients who have one")
    case .notContact:
      Facts(
        name: "notContact", weightName: "notContact", standardWeights: (0, 10), extent: .visits,
        meaning: "Assigned visits not served by the client's contact, of all clients who have one")
    case .notPreferred:
      Facts(
        name: "notPreferred", weightName: "notPreferred", standardWeights: (0, 5), extent: .services,
        meaning: "Staff on assigned visits whom the client does not prefer, of all clients with preferences")
    case .travel:
      Facts(
        name: "travelMinutes", weightName: "travel", standardWeights: (1, 1), extent: .ways,
        meaning: "Minutes of travel on all routes, base legs included")
    case .poolShifts:
      Facts(
        name: "poolShifts", weightName: "poolShift", standardWeights: (200, 200), extent: .shifts,
        meaning: "Pool shifts that serve at least one visit")
    case .imbalance:
      Facts(
        name: "imbalance", weightName: "imbalance", standardWeights: (0, 0), extent: .serviceMinutes, isOptional: true,
        meaning: "Minutes with clients above the fair share of each staff member, counted only where weighed")
    case .poolMinutes:
      Facts(
        name: "poolMinutes", weightName: "poolMinute", standardWeights: (0, 1), extent: .shiftMinutes,
        meaning: "Minutes of the pool shifts that serve at least one visit, breaks left out")
    case .unsteadyMinutes:
      Facts(
        name: "unsteadyMinutes", weightName: "unsteady", standardWeights: (0, 1), extent: .deviations,
        meaning: "Minutes beyond the tolerance between starts and the usual time, of all series")
    }
  }
}
