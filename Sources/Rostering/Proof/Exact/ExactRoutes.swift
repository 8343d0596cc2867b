/// A stop of a route whose start binds other routes, with all that the route asks of it.
///
/// The starts that a route allows its timed stops are exactly those with `earliest ≤ start ≤ latest` for each and
/// `start(next) − start ≥ toNext` for each but the last; the other stops then find their place by themselves.
struct TimedStop: BitwiseCopyable {
  var task: Int32
  var visit: VisitRow
  var earliest: Minutes
  var latest: Minutes
  /// Least minutes from this start to the next timed one's.
  var toNext: Minutes

  /// Whether a route with this stop can start whenever one with another stop can; what comes after the last stop apart.
  func allows(_ other: TimedStop, isLast: Bool) -> Bool {
    task == other.task && earliest <= other.earliest && latest >= other.latest && (isLast || toNext <= other.toNext)
  }
}

/// Every route worth having of one shift: of each set of tasks the shortest, and where starts bind other routes, every
/// one that is shorter or leaves more choice of start than the rest.
struct ExactRoutes {
  let shift: ShiftRow
  /// The tasks that the shift can serve; bit i of a mask stands for the i-th.
  let tasks: [Int]
  /// The tasks of each route.
  var masks: [UInt64] = []
  /// Travel minutes, base legs included.
  var travel: [Minutes] = []
  /// Service and travel minutes.
  var minutes: [Minutes] = []
  /// The tasks in order, as positions in `tasks`, all routes' one after another.
  var orders: [UInt8] = []
  var orderStart: [Int32] = [0]
  /// The gap that the break is taken in: 0 before the first stop; without a break, −1.
  var breakGap: [Int8] = []
  /// The timed stops of all routes, one after another.
  var timed: [TimedStop] = []
  var timedStart: [Int32] = [0]

  init(shift: ShiftRow, tasks: [Int]) {
    self.shift = shift
    self.tasks = tasks
  }

  var count: Int { masks.count }

  /// The tasks of a route in order.
  func order(_ route: Int) -> [Int] {
    orders[Int(orderStart[route])..<Int(orderStart[route + 1])].map { tasks[Int($0)] }
  }

  /// The timed stops of a route in order.
  func timedStops(_ route: Int) -> ArraySlice<TimedStop> { timed[Int(timedStart[route])..<Int(timedStart[route + 1])] }
}
