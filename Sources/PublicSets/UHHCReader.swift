import Files
import HomeCare

/// Reads a problem out of the unified JSON form of S. Ceschia et al. ("A unified formulation for home healthcare routing
/// and scheduling problems", International Transactions in Operational Research, 2026).
///
/// What Samma's model cannot mean refuses the file: another arrival point than the departing point, more than two services
/// of a patient, means of transport, and costs for skills or refused staff.
struct UHHCReader {
  /// Most rows of the matrix, caregivers and patients.
  private static let most = 5_000
  static let largest = 1e6

  var reader: JSONReader
  private var distances: [[Double]] = []
  private var places: [String] = []
  private var place: [String: Int] = [:]
  /// The row of the matrix of each place.
  private var matrixRow: [Int] = []
  /// How long each service takes where patients do not say.
  var usualDurations: [String: Double] = [:]

  /// Reads a problem.
  ///
  /// - Parameter name: What the problem is called where the file does not say.
  /// - Throws: `InputError` with every problem of the text.
  static func read(_ bytes: [UInt8], file: String, name: String) throws(InputError) -> PublicProblem {
    var reader = UHHCReader(reader: try JSONReader(bytes, file: file))
    let problem = reader.problem(name: name)
    guard let problem, reader.reader.list.isEmpty else { throw InputError(problems: reader.reader.list.problems) }
    return problem
  }

  private init(reader: JSONReader) { self.reader = reader }

  private mutating func problem(name: String) -> PublicProblem? {
    let top = members(
      JSONReader.root, "the file", required: ["distances", "terminal_points", "caregivers", "patients"],
      others: ["metadata", "services", "lunch_breaks"])
    guard let top else { return nil }
    let heading = top["metadata"].map { metadata($0) } ?? Heading()
    distances = matrix(top["distances"])
    addTerminals(top["terminal_points"])
    readServices(top["services"])
    var caregivers = caregivers(top["caregivers"])
    let (tasks, pairs) = patients(top["patients"], caregivers: caregivers.map(\.id), heading)
    let lunch = lunch(top["lunch_breaks"])
    if lunch == nil, caregivers.contains(where: \.hasLunch) {
      reader.report(
        JSONReader.root, found: "caregivers with lunch_break and no lunch_breaks", expected: "when lunch is")
    }
    guard reader.list.isEmpty else { return nil }
    let longestWay = distances.joined().max() ?? 0
    let last = tasks.map { 1.25 * ($0.windows.last?.closes ?? 0) + $0.duration }.max() ?? 0
    for index in caregivers.indices where !caregivers[index].hasShift { caregivers[index].end = last + longestWay }
    let table = matrixRow.map { from in matrixRow.map { distances[from][$0] } }
    var problem = PublicProblem(
      name: heading.name ?? name, format: .uhhc, windowRule: heading.rule, places: places,
      distances: table, caregivers: caregivers, tasks: tasks, pairs: pairs, nineHours: nil)
    problem.objective = heading.objective
    problem.lunch = lunch
    problem.leavesAtShiftStart = heading.leavesAtShiftStart
    return problem
  }

  // MARK: Parts

  private mutating func matrix(_ node: Int?) -> [[Double]] {
    guard let rows = list(node, "distances") else { return [] }
    var table: [[Double]] = []
    for row in rows {
      guard let cells = list(row, "a row of distances") else { continue }
      if cells.count != rows.count {
        reader.report(
          row, found: "\(cells.count) numbers in a row of distances", expected: "\(rows.count), one for each row")
      }
      table.append(cells.map { reader.number($0, "a distance", in: 0...Self.largest) ?? 0 })
    }
    return table
  }

  private mutating func addTerminals(_ node: Int?) {
    for terminal in list(node, "terminal_points") ?? [] {
      guard
        let values = members(
          terminal, "a terminal point", required: ["id", "distance_matrix_index"], others: ["location"]),
        let id = text(values["id"], "id"), let row = index(values["distance_matrix_index"])
      else { continue }
      add("base-\(id)", row, terminal)
    }
  }

  private mutating func readServices(_ node: Int?) {
    guard let node else { return }
    for service in list(node, "services") ?? [] {
      guard let values = members(service, "a service", required: ["id"], others: ["type", "default_duration"]),
        let id = text(values["id"], "id"), let duration = values["default_duration"]
      else { continue }
      usualDurations[id] = reader.number(duration, "default_duration", in: 1e-3...Self.largest)
    }
  }

  private mutating func caregivers(_ node: Int?) -> [PublicProblem.Caregiver] {
    var caregivers: [PublicProblem.Caregiver] = []
    var seen: Set<String> = []
    for item in list(node, "caregivers") ?? [] {
      guard
        let values = members(
          item, "a caregiver", required: ["id", "abilities", "departing_point"],
          others: ["arrival_point", "working_shift", "lunch_break"]),
        let id = text(values["id"], "id"), let start = text(values["departing_point"], "departing_point")
      else { continue }
      if !seen.insert(id).inserted { reader.refuse(item, "a second caregiver \(quoted(id))", expected: "each id once") }
      if let arrival = values["arrival_point"], let end = text(arrival, "arrival_point"), end != start {
        reader.refuse(arrival, "arrival_point", expected: "the departing point: a base is where shifts start and end")
      }
      let abilities = (list(values["abilities"], "abilities") ?? []).compactMap { text($0, "an ability") }
      let shift = window(values["working_shift"], "working_shift")
      guard let base = place["base-\(start)"] else {
        if let point = values["departing_point"] {
          reader.refuse(point, "departing_point", expected: "the id of a terminal point")
        }
        continue
      }
      caregivers.append(
        PublicProblem.Caregiver(
          id: id, abilities: abilities, place: base, start: shift.opens, end: shift.closes,
          hasShift: values["working_shift"] != nil,
          hasLunch: values["lunch_break"].flatMap { reader.flag($0, "lunch_break") } ?? false))
    }
    return caregivers
  }

  private mutating func lunch(_ node: Int?) -> PublicProblem.Lunch? {
    guard let node,
      let values = members(node, "lunch_breaks", required: ["start", "end", "min_duration"], others: []),
      let opens = reader.number(values["start"], "start", in: 0...Self.largest),
      let closes = reader.number(values["end"], "end", in: opens...Self.largest),
      let duration = reader.number(values["min_duration"], "min_duration", in: 1e-3...Self.largest)
    else { return nil }
    return PublicProblem.Lunch(opens: opens, closes: closes, duration: duration)
  }

  // MARK: Values

  /// The members of an object by key; other keys than those named are problems.
  mutating func members(_ node: Int, _ what: String, required: [String], others: [String]) -> [String: Int]? {
    guard let values = reader.members(of: node, required + others, of: what) else { return nil }
    for key in required where values[key] == nil {
      reader.report(node, found: "no \(key)", expected: "\(key) in \(what)")
    }
    return values
  }

  @discardableResult
  mutating func add(_ name: String, _ row: Int, _ node: Int) -> Int {
    if place[name] != nil { reader.refuse(node, "a second \(quoted(name))", expected: "each id once") }
    place[name] = places.count
    places.append(name)
    matrixRow.append(row)
    return places.count - 1
  }

  mutating func list(_ node: Int?, _ what: String) -> [Int]? {
    guard let node, let items = reader.items(node, what) else { return nil }
    if items.count <= Self.most { return items }
    reader.report(node, found: "\(items.count) items in \(what)", expected: "at most \(Self.most)")
    return nil
  }

  mutating func text(_ node: Int?, _ what: String) -> String? {
    guard let node, let text = reader.text(node, what) else { return nil }
    if text.isEmpty { reader.refuse(node, what, expected: "text") }
    return text.isEmpty ? nil : text
  }

  mutating func index(_ node: Int?) -> Int? {
    guard let node else { return nil }
    if let row = reader.whole(node), distances.indices.contains(row) { return row }
    reader.refuse(node, "distance_matrix_index", expected: "a row of distances, 0 to \(distances.count - 1)")
    return nil
  }

  mutating func window(_ node: Int?, _ what: String) -> PublicProblem.Window {
    guard let node, let values = members(node, what, required: ["start", "end"], others: []),
      let start = reader.number(values["start"], "start", in: 0...Self.largest),
      let end = reader.number(values["end"], "end", in: 0...Self.largest)
    else { return PublicProblem.Window(opens: 0, closes: 0) }
    if start > end { reader.report(node, found: "an end before the start", expected: "an end after the start") }
    return PublicProblem.Window(opens: start, closes: end)
  }
}
