import Files
import HomeCare

extension ConsistentProblem {
  /// Vehicles that a problem may be given.
  public static let vehicles = 1...1_000

  /// The client at the depot to whom loads belong.
  static let loadClient = "load"

  /// What the ids of a load's visit and shift end with.
  static let loadSuffix = ":load"

  /// The problem as an instance whose score is the distance, and above it that every customer is visited.
  ///
  /// A vehicle is a staff member with two shifts for each day: one as long as the longest route, and one as long as its
  /// capacity, a minute for a unit. Each visit has another beside it in that shift, as long as what is loaded for it. All of
  /// a customer's visits are tied by links with the rule `same`.
  ///
  /// - Parameter vehicles: How many there are; by default half as many again as loads and services ask for.
  /// - Throws: `InputError` where the instance's limits do not hold the problem.
  public func instance(vehicles: Int? = nil, file: String) throws(InputError) -> Instance {
    do throws(InvalidInstance) {
      return try Instance(validating: draft(vehicles: vehicles ?? usualVehicles))
    } catch {
      throw InputError(error, file: file)
    }
  }

  /// Minutes for each unit of the set: a hundred, or as many as let the longest route be a shift; ten at least.
  var scale: Int {
    let longest = Double(InputLimits.shiftMinutes.upperBound)
    return longestRoute * 10 > longest ? 10 : max(10, min(100, Int(longest / longestRoute)))
  }

  /// Half as many vehicles again as the dearest day asks for by its loads, or by its services with the shortest ways.
  var usualVehicles: Int {
    let needed =
      (0..<days).map { day in
        let visited = customers.filter { $0.demands[day] != nil }
        let load = visited.reduce(0) { $0 + ($1.demands[day] ?? 0) }
        let time = visited.reduce(0.0) { sum, customer in
          let others = customers.lazy.filter { $0.id != customer.id }.map(\.place)
          let way = others.map(customer.place.hundredths).min() ?? 0
          return sum + customer.services[day] + Double(min(way, customer.place.hundredths(to: depot))) / 100
        }
        return max((load + capacity - 1) / capacity, Int((time / longestRoute).rounded(.up)), 1)
      }.max() ?? 1
    return needed + (needed + 1) / 2
  }

  private func draft(vehicles: Int) -> InstanceDraft {
    let scale = scale
    let dayMinutes = LocalDateTime.minutesPerDay
    let route = min(InputLimits.shiftMinutes.upperBound, Int((longestRoute * Double(scale)).rounded(.down)))
    let loadDay = (route + dayMinutes - 1) / dayMinutes
    let length = loadDay + (capacity + dayMinutes - 1) / dayMinutes
    let points = [depot] + customers.map(\.place)
    // Rounded up where a minute is more than a hundredth, so that no route turns out too long.
    let matrix = points.map { from in points.map { to in (from.hundredths(to: to) * scale + 99) / 100 } }
    var draft = InstanceDraft(
      name: name,
      horizon: Horizon(
        start: PublicProblem.firstDay, days: length * days, window: length * days, timeZone: "UTC"),
      travel: .matrix(matrix))
    func time(_ day: Int, _ minute: Int) -> LocalDateTime {
      PublicProblem.firstDay.advanced(by: day * length).midnight.advanced(by: minute)
    }
    draft.locations = [Location(id: "depot")] + customers.map { Location(id: LocationID("home-\($0.id)")) }
    draft.staff = (1...vehicles).map { StaffMember(id: StaffID("v\($0)"), location: "depot") }
    draft.clients = customers.map { Client(id: ClientID($0.id), location: LocationID("home-\($0.id)")) }
    draft.clients.append(Client(id: ClientID(Self.loadClient), location: "depot"))
    let loading = loadDay * dayMinutes
    for day in 0..<days {
      for vehicle in draft.staff.map(\.id) {
        draft.shifts += [
          Shift(
            id: ShiftID("\(vehicle)@\(day + 1)"), staff: vehicle, start: time(day, 0), end: time(day, route)),
          Shift(
            id: ShiftID("\(vehicle)@\(day + 1)\(Self.loadSuffix)"), staff: vehicle, start: time(day, loading),
            end: time(day, loading + capacity)),
        ]
      }
    }
    for customer in customers {
      var previous: VisitID?
      for (day, demand) in customer.demands.enumerated() {
        guard let demand else { continue }
        let minutes = max(1, Int((customer.services[day] * Double(scale) - 1e-6).rounded(.up)))
        let visit = Visit(
          id: VisitID(Self.visitID(customer, day: day)), client: ClientID(customer.id), earliest: time(day, 0),
          latest: time(day, route - minutes), minutes: minutes)
        draft.visits.append(visit)
        if let previous { draft.links.append(Link(first: previous, second: visit.id, staff: .same)) }
        previous = visit.id
        if demand == 0 { continue }
        let load = Visit(
          id: VisitID("\(visit.id)\(Self.loadSuffix)"), client: ClientID(Self.loadClient), earliest: time(day, loading),
          latest: time(day, loading + capacity - demand), minutes: demand, counts: false)
        draft.visits.append(load)
        draft.links.append(Link(first: visit.id, second: load.id, staff: .same))
      }
    }
    draft.weights = Weights(travelAloneOf: draft)
    return draft
  }
}
