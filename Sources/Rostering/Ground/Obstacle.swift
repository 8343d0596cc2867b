import HomeCare

/// Why a visit cannot be put somewhere, or to somebody.
public struct Obstacle: Sendable, Hashable {
  /// The rule that stands in the way; `nil` where none does: the visit could be served there, or leaving it costs less.
  public var rule: Rule?
  /// The rule in words, with the facts of this case.
  public var detail: String

  /// Whether nothing stands in the way.
  public var isNone = false

  /// What stands in the way as files and messages name it: a rule, such as `H7`, `weights`, or `none`.
  public var cause: String { rule?.rawValue ?? (isNone ? "none" : "weights") }

  /// There is time, and serving costs less than leaving.
  static let none: Obstacle = {
    var obstacle = Obstacle(nil, "has time for it as the roster stands; a repair or a longer run would use it")
    obstacle.isNone = true
    return obstacle
  }()

  init(_ rule: Rule?, _ detail: String) {
    self.rule = rule
    self.detail = detail
  }
}
