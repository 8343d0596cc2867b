import HomeCare

/// What a generated log of visits shall be like.
public struct VisitLogOptions: Hashable, Sendable {
  /// Clients of the municipality.
  public var clients = 2_000
  /// Staff, nurses and substitutes among them.
  public var staff = 600
  /// About how many visits there are; a double-staffed one has two rows.
  public var visits = 1_000_000
  /// The first day.
  public var start = VisitLogOptions.defaultStart
  /// Days from the first to the last.
  public var days = 365
  /// The same options and seed give the same log, on any machine.
  public var seed: UInt64 = 1

  /// Wednesday 1 January 2025.
  public static let defaultStart = LocalDate(dayNumber: 20_089)

  /// A year of a municipality with a million visits.
  public init() {}

  /// Refuses options that no log can be made of.
  public func check() throws(ScenarioOptionError) {
    let limits: [(option: String, value: Int, range: ClosedRange<Int>)] = [
      ("clients", clients, 1...1_000_000), ("staff", staff, 20...1_000_000), ("visits", visits, 1...1_000_000_000),
      ("days", days, 1...3_660),
    ]
    for limit in limits where !limit.range.contains(limit.value) {
      throw ScenarioOptionError(option: limit.option, found: limit.value, expected: limit.range)
    }
  }
}
