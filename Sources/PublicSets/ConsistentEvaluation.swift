import Files
import HomeCare

/// What a roster is worth as an answer to a problem of the ConVRP set, by the set's own rules and in its own units.
///
/// Recomputed from the problem, who serves whom and in which order, without the instance. Vehicles go from customer to
/// customer without waiting, as the set has it: it has no windows, so starts say nothing but the order.
public struct ConsistentEvaluation: Hashable, Sendable {
  /// Every broken rule, in words; empty where the answer is valid.
  public private(set) var broken: [String] = []
  /// The distance of all routes, from and back to the depot.
  public private(set) var travel = 0.0
  /// What all services take.
  public private(set) var service = 0.0
  /// The largest difference between two days' arrivals at one customer.
  public private(set) var spread = 0.0
  /// Visits that nobody makes.
  public private(set) var unserved = 0

  /// Times nearer than this are equal.
  private static let tolerance = 1e-6

  /// Whether no rule is broken.
  public var isValid: Bool { broken.isEmpty }

  /// Evaluates a roster of the instance that is made of a problem.
  ///
  /// - Throws: `PublicAnswerError` where the roster holds what the problem does not have.
  public init(of roster: Roster, to problem: ConsistentProblem) throws(PublicAnswerError) {
    var drivers = [Set<StaffID>](repeating: [], count: problem.customers.count)
    var served = [[Int]](repeating: Array(repeating: 0, count: problem.days), count: problem.customers.count)
    var routes: [StaffID: [[(start: LocalDateTime, customer: Int)]]] = [:]
    let places = Self.places(problem)
    for assignment in roster.assignments {
      if assignment.visit.rawValue.hasSuffix(ConsistentProblem.loadSuffix) { continue }
      guard let (customer, day) = places[assignment.visit] else {
        throw PublicAnswerError("the problem has no visit \(assignment.visit)")
      }
      guard let driver = assignment.staff.first, assignment.staff.count == 1 else {
        throw PublicAnswerError("visit \(assignment.visit) has \(assignment.staff.count) staff where one is needed")
      }
      served[customer][day] += 1
      drivers[customer].insert(driver)
      routes[driver, default: Array(repeating: [], count: problem.days)][day].append((assignment.start, customer))
    }
    var arrivals = [[Double]](repeating: [], count: problem.customers.count)
    for (driver, days) in routes.sorted(by: { $0.key < $1.key }) {
      for (day, stops) in days.enumerated() where !stops.isEmpty {
        let order = stops.sorted { ($0.start, $0.customer) < ($1.start, $1.customer) }.map(\.customer)
        follow(order, of: driver, on: day, problem, &arrivals)
      }
    }
    for (index, customer) in problem.customers.enumerated() {
      for day in 0..<problem.days where customer.demands[day] != nil && served[index][day] != 1 {
        broken.append("\(customer.id) is visited \(served[index][day]) times on day \(day + 1)")
        if served[index][day] == 0 { unserved += 1 }
      }
      if drivers[index].count > 1 {
        broken.append(
          "\(customer.id) has the drivers \(drivers[index].sorted().map(\.rawValue).joined(separator: ", "))")
      }
      spread = max(spread, (arrivals[index].max() ?? 0) - (arrivals[index].min() ?? 0))
    }
  }

  /// The customer and the day of each visit.
  private static func places(_ problem: ConsistentProblem) -> [VisitID: (customer: Int, day: Int)] {
    var places: [VisitID: (customer: Int, day: Int)] = [:]
    for (index, customer) in problem.customers.enumerated() {
      for day in 0..<problem.days where customer.demands[day] != nil {
        places[VisitID(ConsistentProblem.visitID(customer, day: day))] = (index, day)
      }
    }
    return places
  }

  /// Drives a route from the depot and back.
  private mutating func follow(
    _ route: [Int], of driver: StaffID, on day: Int, _ problem: ConsistentProblem, _ arrivals: inout [[Double]]
  ) {
    var place = problem.depot
    var time = 0.0
    var load = 0
    var way = 0
    for index in route {
      let customer = problem.customers[index]
      let leg = place.hundredths(to: customer.place)
      way += leg
      time += Double(leg) / 100
      arrivals[index].append(time)
      time += customer.services[day]
      service += customer.services[day]
      load += customer.demands[day] ?? 0
      place = customer.place
    }
    let leg = place.hundredths(to: problem.depot)
    way += leg
    time += Double(leg) / 100
    travel += Double(way) / 100
    if load > problem.capacity {
      broken.append("\(driver) loads \(load) on day \(day + 1), above \(problem.capacity)")
    }
    if time > problem.longestRoute + Self.tolerance {
      broken.append("\(driver) is out for \(time.fileText) on day \(day + 1), above \(problem.longestRoute.fileText)")
    }
  }
}
