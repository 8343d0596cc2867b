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

  /// The part's name in rosters and reports, such as `travelMinutes`.
  public var name: String { facts.name }

  /// The name of the part's weight in instances, such as `travel`.
  public var weightName: String { facts.weightName }

  /// What each unit of the part costs where an instance does not say.
  public var standardWeight: Int { facts.standardWeight }

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
  }

  /// What the part's number never exceeds.
  var extent: Extent { facts.extent }

  /// What is known of a part.
  private struct Facts {
    let name: String
    let weightName: String
    let standardWeight: Int
    let extent: Extent
    var isOptional = false
    let meaning: String
  }

  private var facts: Facts {
    switch self {
    case .unassigned:
      Facts(
        name: "unassigned", weightName: "unassigned", standardWeight: 10_000, extent: .priorities,
        meaning: "Priority times staff, of all unassigned visits")
    case .distinct:
      Facts(
        name: "distinct", weightName: "distinct", standardWeight: 100, extent: .meetings,
        meaning: "Distinct staff met, of all clients and continuity periods")
    case .overTarget:
      Facts(
        name: "overTarget", weightName: "overTarget", standardWeight: 200, extent: .meetings,
        meaning: "Distinct staff met above the client's target, of all clients and continuity periods")
    case .newFace:
      Facts(
        name: "newFace", weightName: "newFace", standardWeight: 0, extent: .services,
        meaning: "Staff met who are not in the client's history, of all clients who have one")
    case .notContact:
      Facts(
        name: "notContact", weightName: "notContact", standardWeight: 0, extent: .visits,
        meaning: "Assigned visits not served by the client's contact, of all clients who have one")
    case .notPreferred:
      Facts(
        name: "notPreferred", weightName: "notPreferred", standardWeight: 0, extent: .services,
        meaning: "Staff on assigned visits whom the client does not prefer, of all clients with preferences")
    case .travel:
      Facts(
        name: "travelMinutes", weightName: "travel", standardWeight: 1, extent: .ways,
        meaning: "Minutes of travel on all routes, base legs included")
    case .poolShifts:
      Facts(
        name: "poolShifts", weightName: "poolShift", standardWeight: 200, extent: .shifts,
        meaning: "Pool shifts that serve at least one visit")
    case .imbalance:
      Facts(
        name: "imbalance", weightName: "imbalance", standardWeight: 0, extent: .serviceMinutes, isOptional: true,
        meaning: "Minutes with clients above the fair share of each staff member, counted only where weighed")
    }
  }
}
