/// A problem over several days of the ConVRP set: each customer is visited on some of the days, always by the same driver
/// (C. Groër, B. Golden, E. Wasil, "The consistent vehicle routing problem", Manufacturing & Service Operations Management
/// 11, 2009).
///
/// Vehicles are alike, as many as are wanted, and start and end at the depot. What is made little is the distance; the
/// load and the length of each route, service included, are limited. Distances are hundredths of the set's unit, rounded
/// arc by arc.
public struct ConsistentProblem: Hashable, Sendable {
  /// A point of the plane.
  public struct Point: Hashable, Sendable {
    /// The first coordinate.
    public var x: Double
    /// The second coordinate.
    public var y: Double

    /// The way to another point, in hundredths of the set's unit, rounded.
    public func hundredths(to other: Point) -> Int {
      let (width, height) = (x - other.x, y - other.y)
      return Int((100 * (width * width + height * height).squareRoot()).rounded())
    }
  }

  /// Someone who is visited.
  public struct Customer: Hashable, Sendable {
    /// The customer's id.
    public var id: String
    /// Where the customer lives.
    public var place: Point
    /// What is loaded for each day; none on days without a visit.
    public var demands: [Int?]
    /// How long the service takes on each day.
    public var services: [Double]
  }

  /// The problem's name.
  public var name: String
  /// The number of days.
  public var days: Int
  /// The most that a vehicle loads on a day.
  public var capacity: Int
  /// The longest that a vehicle is out on a day, travel and service.
  public var longestRoute: Double
  /// Where all routes start and end.
  public var depot: Point
  /// All customers.
  public var customers: [Customer]

  /// What a visit is called in instances and rosters; days are counted from 0.
  static func visitID(_ customer: Customer, day: Int) -> String { "\(customer.id)@\(day + 1)" }
}

extension ConsistentProblem {
  /// Whether a text has the sections of the set's files.
  static func isProblem(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.prefix(2_000).split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
    return lines.contains { $0.starts(with: "NODE_COORD_SECTION".utf8) }
  }
}
