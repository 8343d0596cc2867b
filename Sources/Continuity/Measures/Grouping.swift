/// By what figures are told apart.
public enum Grouping: String, CaseIterable, Hashable, Sendable {
  /// Part of town or unit.
  case area
  /// Who runs the home care.
  case provider
  /// What the visit is for.
  case category
  /// What kind of staff came.
  case staffCategory

  /// The group that a trait puts a meeting in; empty where unknown.
  func group(of trait: Trait) -> String {
    switch self {
    case .area: trait.area
    case .provider: trait.provider
    case .category: trait.category
    case .staffCategory: trait.staffCategory
    }
  }
}
