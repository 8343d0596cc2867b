import HomeCare

/// Why a visit cannot be put somewhere, or to somebody.
public struct Obstacle: Sendable, Hashable {
  /// The rule that stands in the way; `nil` where none does and leaving the visit merely costs less.
  public var rule: Rule?
  /// The rule in words, with the facts of this case.
  public var detail: String

  /// What stands in the way as files and messages name it: a rule, such as `H7`, or `weights`.
  public var cause: String { rule?.rawValue ?? "weights" }

  init(_ rule: Rule?, _ detail: String) {
    self.rule = rule
    self.detail = detail
  }
}
