import Files
import HomeCare

/// Reads a problem out of the unified JSON form of S. Ceschia et al. ("A unified formulation for home healthcare routing
/// and scheduling problems", International Transactions in Operational Research, 2026).
///
/// Read are problems with the travel time as their cost and hard windows and shifts. Whatever else the form can say
/// (lunch breaks, optional patients, several windows, services one after the other) refuses the file.
struct UHHCReader {
  /// Most rows of the matrix, caregivers and patients.
  private static let most = 5_000
  private static let largest = 1e6

  private var reader: JSONReader
  private var distances: [[Double]] = []
  private var places: [String] = []
  private var place: [String: Int] = [:]
  /// The row of the matrix of each place.
  private var matrixRow: [Int] = []

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
      others: ["metadata", "services"])
    guard let top else { return nil }
    let heading = top["metadata"].map { metadata($0) } ?? nil
    distances = matrix(top["distances"])
    addTerminals(top["terminal_points"])
    let caregivers = caregivers(top["caregivers"])
    let (tasks, pairs) = patients(top["patients"], caregivers: Set(caregivers.map(\.id)))
    guard reader.list.isEmpty else { return nil }
    let table = matrixRow.map { from in matrixRow.map { distances[from][$0] } }
    return PublicProblem(
      name: heading?.name ?? name, format: .uhhc, windowRule: heading?.rule ?? .start, places: places,
      distances: table, caregivers: caregivers, tasks: tasks, pairs: pairs, nineHours: nil)
  }

  // MARK: Parts

  private mutating func metadata(_ node: Int) -> (name: String?, rule: PublicProblem.WindowRule)? {
    let names = ["name", "time_window_met", "cost_components"]
    guard let values = reader.members(of: node, names, of: "metadata", allowsOthers: true) else { return nil }
    var rule = PublicProblem.WindowRule.start
    if let met = values["time_window_met"] {
      switch text(met, "time_window_met") {
      case "at_service_start": rule = .start
      case "at_service_end": rule = .service
      case nil: break
      case .some: reader.refuse(met, "time_window_met", expected: "\"at_service_start\" or \"at_service_end\"")
      }
    }
    if let costs = values["cost_components"] {
      for (key, value) in reader.entries(of: costs, what: "cost_components") where reader.isPresent(value) {
        let isHard = reader.isText(value) && reader.document.text(of: value) == "HARD"
        switch key {
        case "travel_time":
          if reader.whole(value) != 1 { reader.refuse(value, key, expected: "1: travel time is the cost") }
        case "total_tardiness", "total_extra_time":
          if !isHard { reader.refuse(value, key, expected: "\"HARD\": windows and shifts are rules here") }
        default: if reader.whole(value) != 0 { reader.refuse(value, key, expected: "travel_time alone") }
        }
      }
    }
    let name = values["name"].flatMap { text($0, "name") }
    return (name, rule)
  }

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

  private mutating func caregivers(_ node: Int?) -> [PublicProblem.Caregiver] {
    var caregivers: [PublicProblem.Caregiver] = []
    var seen: Set<String> = []
    for item in list(node, "caregivers") ?? [] {
      guard
        let values = members(
          item, "a caregiver", required: ["id", "abilities", "departing_point", "working_shift"],
          others: ["arrival_point"]),
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
        PublicProblem.Caregiver(id: id, abilities: abilities, place: base, start: shift.start, end: shift.end))
    }
    return caregivers
  }

  private mutating func patients(
    _ node: Int?, caregivers: Set<String>
  ) -> ([PublicProblem.Task], [PublicProblem.Pair]) {
    var tasks: [PublicProblem.Task] = []
    var pairs: [PublicProblem.Pair] = []
    for item in list(node, "patients") ?? [] {
      guard
        let values = members(
          item, "a patient", required: ["id", "required_services", "distance_matrix_index", "time_windows"],
          others: ["location", "synchronization", "incompatible_caregivers"]),
        let id = text(values["id"], "id"), let row = index(values["distance_matrix_index"])
      else { continue }
      let home = add("home-\(id)", row, item)
      let refused = (list(values["incompatible_caregivers"], "incompatible_caregivers") ?? []).compactMap { node in
        reference(node, among: caregivers)
      }
      let windows = list(values["time_windows"], "time_windows") ?? []
      if windows.count != 1, let node = values["time_windows"] {
        reader.report(node, found: "\(windows.count) time windows", expected: "one time window")
      }
      let open = window(windows.first, "a time window")
      let services = list(values["required_services"], "required_services") ?? []
      if !(1...2).contains(services.count), let node = values["required_services"] {
        reader.report(node, found: "\(services.count) required services", expected: "one or two")
      }
      let first = tasks.count
      for (number, service) in services.enumerated() {
        guard let values = members(service, "a required service", required: ["service", "duration"], others: []),
          let name = text(values["service"], "service"),
          let duration = reader.number(values["duration"], "duration", in: 1e-3...Self.largest)
        else { continue }
        tasks.append(
          PublicProblem.Task(
            id: services.count == 1 ? id : "\(id):\(number + 1)", patient: id, place: home, ability: name,
            duration: duration, opens: open.start, closes: open.end, refused: refused))
      }
      if services.count == 2, let together = synchronization(values["synchronization"], item) {
        pairs.append(PublicProblem.Pair(first: first, second: first + 1, startsTogether: together))
      }
    }
    return (tasks, pairs)
  }

  /// Whether two services start together.
  private mutating func synchronization(_ node: Int?, _ patient: Int) -> Bool? {
    guard let node, let values = members(node, "synchronization", required: ["type"], others: ["distance"]) else {
      reader.report(patient, found: "two services without synchronization", expected: "simultaneous or independent")
      return nil
    }
    guard let type = values["type"], let word = text(type, "type") else { return nil }
    switch word {
    case "simultaneous": return true
    case "independent": return false
    default:
      reader.refuse(type, "type", expected: "\"simultaneous\" or \"independent\"")
      return nil
    }
  }

  // MARK: Values

  /// The members of an object by key; other keys than those named are problems.
  private mutating func members(_ node: Int, _ what: String, required: [String], others: [String]) -> [String: Int]? {
    guard let values = reader.members(of: node, required + others, of: what) else { return nil }
    for key in required where values[key] == nil {
      reader.report(node, found: "no \(key)", expected: "\(key) in \(what)")
    }
    return values
  }

  @discardableResult
  private mutating func add(_ name: String, _ row: Int, _ node: Int) -> Int {
    if place[name] != nil { reader.refuse(node, "a second \(quoted(name))", expected: "each id once") }
    place[name] = places.count
    places.append(name)
    matrixRow.append(row)
    return places.count - 1
  }

  private mutating func list(_ node: Int?, _ what: String) -> [Int]? {
    guard let node, let items = reader.items(node, what) else { return nil }
    if items.count <= Self.most { return items }
    reader.report(node, found: "\(items.count) items in \(what)", expected: "at most \(Self.most)")
    return nil
  }

  private mutating func text(_ node: Int?, _ what: String) -> String? {
    guard let node, let text = reader.text(node, what) else { return nil }
    if text.isEmpty { reader.refuse(node, what, expected: "text") }
    return text.isEmpty ? nil : text
  }

  private mutating func reference(_ node: Int, among caregivers: Set<String>) -> String? {
    guard let id = text(node, "incompatible_caregivers") else { return nil }
    if !caregivers.contains(id) { reader.refuse(node, "incompatible_caregivers", expected: "ids of caregivers") }
    return id
  }

  private mutating func index(_ node: Int?) -> Int? {
    guard let node else { return nil }
    if let row = reader.whole(node), distances.indices.contains(row) { return row }
    reader.refuse(node, "distance_matrix_index", expected: "a row of distances, 0 to \(distances.count - 1)")
    return nil
  }

  private mutating func window(_ node: Int?, _ what: String) -> (start: Double, end: Double) {
    guard let node, let values = members(node, what, required: ["start", "end"], others: []),
      let start = reader.number(values["start"], "start", in: 0...Self.largest),
      let end = reader.number(values["end"], "end", in: 0...Self.largest)
    else { return (0, 0) }
    if start > end { reader.report(node, found: "an end before the start", expected: "an end after the start") }
    return (start, end)
  }
}
