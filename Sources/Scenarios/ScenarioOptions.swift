import HomeCare

/// What a generated instance shall be like.
public struct ScenarioOptions: Hashable, Sendable {
  /// Where the clients live, and so how far apart and how fast one travels.
  public enum Setting: String, Hashable, Sendable, CaseIterable {
    /// A town, by bicycle and on foot: about three minutes between neighbours.
    case urban
    /// Villages and farms, by car: up to half an hour across the unit.
    case rural

    /// The second way to travel: by car in town, where there is no place to park; by electric bicycle elsewhere.
    var otherWay: TravelModeID { self == .urban ? "car" : "bicycle" }
  }

  /// The instance's format; from two on there is more to say of the same care and staff.
  public var format = InstanceFormat.one
  /// Clients of each unit.
  public var clients = 100
  /// Length of the horizon in days.
  public var days = 14
  /// The horizon's first day; its weekday decides which weekly visits fall on it.
  public var start = ScenarioOptions.defaultStart
  /// Town or countryside.
  public var setting = Setting.urban
  /// Service minutes (twice for a double-staffed visit) in percent of the rostered staff's working minutes, breaks
  /// excluded; as loose as a unit of the size needs to serve all visits where absent.
  public var tightness: Int?
  /// Percent of visits to be started within half an hour of a fixed time; other windows are one to three hours wide.
  public var fixedTimes = 18
  /// Days before the horizon of which past meetings are known; 0 for none.
  public var historyDays = 0
  /// Number of units, each with its own base, area and staff.
  public var units = 1
  /// Whether every rule of the problem is at work: links, pins, caps, preferences, uncounted visits, priorities, more
  /// kinds of weights and skills, a travel matrix with unequal directions and, from format 2, exceptions.
  public var allRules = false
  /// The same options and seed give the same instance, on any machine.
  public var seed: UInt64 = 1
  /// The instance's name; one that tells the options where absent.
  public var name: String?

  /// Monday 2 March 2026, a fortnight without a change of clocks.
  public static let defaultStart = LocalDate(dayNumber: 20_514)

  /// The options of a town unit of 100 clients over a fortnight.
  public init() {}

  /// The name given, or one made of the options, such as `rural-60-14d-s103` or `city-40x100-14d-s1`.
  public var effectiveName: String {
    if let name { return name }
    let size = units == 1 ? "\(setting.rawValue)-\(clients)" : "city-\(units)x\(clients)"
    return "\(size)-\(days)d-s\(seed)\(allRules ? "-rules" : "")\(format == .one ? "" : "-\(format.rawValue)")"
  }
}

/// An option outside what the generator can make.
public struct ScenarioOptionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The option.
  public let option: String
  /// Its value.
  public let found: Int
  /// The values it may have.
  public let expected: ClosedRange<Int>

  /// One line: `clients: found 0; expected 1 to 1000`.
  public var description: String {
    "\(option): found \(found); expected \(expected.lowerBound) to \(expected.upperBound)"
  }

  static func check(_ limits: [(option: String, value: Int, range: ClosedRange<Int>)]) throws(ScenarioOptionError) {
    for (option, value, range) in limits where !range.contains(value) {
      throw ScenarioOptionError(option: option, found: value, expected: range)
    }
  }
}

extension ScenarioOptions {
  /// The tightness given, or one at which nearly always everything can be served: chance evens out less in a small
  /// unit, which therefore needs more slack.
  public var effectiveTightness: Int { tightness ?? max(20, 44 - 330 / clients) }

  /// A matrix has a number for every two locations, so that it is only made for up to this many clients.
  static let mostClientsOfMatrix = 400

  /// Makes sure that every option is in its range.
  ///
  /// - Throws: `ScenarioOptionError` for the first that is not.
  public func check() throws(ScenarioOptionError) {
    try ScenarioOptionError.check([
      ("clients", clients, 1...1000), ("days", days, 1...366), ("tightness", tightness ?? 50, 5...100),
      ("fixed-times", fixedTimes, 0...100), ("history", historyDays, 0...366), ("units", units, 1...200),
      ("clients with all rules", allRules ? clients * units : 1, 1...Self.mostClientsOfMatrix),
    ])
  }
}
