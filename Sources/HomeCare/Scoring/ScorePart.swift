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

  /// What is known of a part; another format's standard weights are another column.
  private struct Facts {
    let name: String
    let weightName: String
    let standardWeight: Int
    let meaning: String
    let isOptional: Bool

    init(_ name: String, weight: String, standard: Int, isOptional: Bool = false, _ meaning: String) {
      self.name = name
      weightName = weight
      standardWeight = standard
      self.meaning = meaning
      self.isOptional = isOptional
    }
  }

  private var facts: Facts {
    switch self {
    case .unassigned:
      Facts("unassigned", weight: "unassigned", standard: 10_000, "Priority times staff, of all unassigned visits")
    case .distinct:
      Facts(
        "distinct", weight: "distinct", standard: 100, "Distinct staff met, of all clients and continuity periods")
    case .overTarget:
      Facts(
        "overTarget", weight: "overTarget", standard: 200,
        "Distinct staff met above the client's target, of all clients and continuity periods")
    case .newFace:
      Facts(
        "newFace", weight: "newFace", standard: 0,
        "Staff met who are not in the client's history, of all clients who have one")
    case .notContact:
      Facts(
        "notContact", weight: "notContact", standard: 0,
        "Assigned visits not served by the client's contact, of all clients who have one")
    case .notPreferred:
      Facts(
        "notPreferred", weight: "notPreferred", standard: 0,
        "Staff on assigned visits whom the client does not prefer, of all clients with preferences")
    case .travel:
      Facts("travelMinutes", weight: "travel", standard: 1, "Minutes of travel on all routes, base legs included")
    case .poolShifts:
      Facts("poolShifts", weight: "poolShift", standard: 200, "Pool shifts that serve at least one visit")
    case .imbalance:
      Facts(
        "imbalance", weight: "imbalance", standard: 0, isOptional: true,
        "Minutes with clients above the fair share of each staff member, counted only where weighed")
    }
  }
}
