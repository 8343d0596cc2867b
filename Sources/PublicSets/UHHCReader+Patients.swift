extension UHHCReader {
  /// The patients' services, and which of them go together.
  mutating func patients(
    _ node: Int?, caregivers: [String], _ heading: Heading
  ) -> ([PublicProblem.Task], [PublicProblem.Pair]) {
    var tasks: [PublicProblem.Task] = []
    var pairs: [PublicProblem.Pair] = []
    for item in list(node, "patients") ?? [] {
      guard
        let values = members(
          item, "a patient", required: ["id", "required_services", "distance_matrix_index", "time_windows"],
          others: ["location", "synchronization", "incompatible_caregivers", "preferred_caregivers", "optional"]),
        let id = text(values["id"], "id"), let row = index(values["distance_matrix_index"])
      else { continue }
      let home = add("home-\(id)", row, item)
      var task = PublicProblem.Task(id: id, patient: id, place: home, duration: 0, opens: 0, closes: 0)
      task.refused = references(values, "incompatible_caregivers", among: caregivers)
      let preferred = references(values, "preferred_caregivers", among: caregivers)
      if heading.objective.isRule(.notPreferred) && !preferred.isEmpty {
        task.refused += caregivers.filter { !preferred.contains($0) && !task.refused.contains($0) }
      } else {
        task.preferred = preferred
      }
      task.isOptional = values["optional"].flatMap { reader.flag($0, "optional") } ?? false
      readWindows(values["time_windows"], of: &task)
      let services = list(values["required_services"], "required_services") ?? []
      if !(1...2).contains(services.count), let node = values["required_services"] {
        reader.report(node, found: "\(services.count) required services", expected: "one or two")
      }
      let first = tasks.count
      for (number, service) in services.enumerated() {
        guard let (name, duration) = self.service(service) else { continue }
        task.id = services.count == 1 ? id : "\(id):\(number + 1)"
        task.ability = name
        task.duration = duration
        tasks.append(task)
      }
      if services.count == 2, let pair = synchronization(values["synchronization"], item, first) { pairs.append(pair) }
    }
    return (tasks, pairs)
  }

  private mutating func readWindows(_ node: Int?, of task: inout PublicProblem.Task) {
    let nodes = list(node, "time_windows") ?? []
    if nodes.isEmpty, let node { reader.report(node, found: "0 time windows", expected: "one time window, or more") }
    let windows = nodes.map { window($0, "a time window") }
    for (index, next) in windows.enumerated().dropFirst() where next.opens < windows[index - 1].closes {
      reader.report(
        nodes[index], found: "a time window that opens before the last closes", expected: "windows in order")
    }
    (task.opens, task.closes) = windows.first.map { ($0.opens, $0.closes) } ?? (0, 0)
    task.laterWindows = Array(windows.dropFirst())
  }

  /// The name and the length of a service.
  private mutating func service(_ node: Int) -> (name: String, duration: Double)? {
    guard let values = members(node, "a required service", required: ["service"], others: ["duration"]),
      let name = text(values["service"], "service")
    else { return nil }
    guard let length = values["duration"] else {
      if let usual = usualDurations[name] { return (name, usual) }
      reader.report(node, found: "no duration", expected: "duration in a required service, or a default_duration of it")
      return nil
    }
    return reader.number(length, "duration", in: 1e-3...Self.largest).map { (name, $0) }
  }

  private mutating func references(_ values: [String: Int], _ key: String, among caregivers: [String]) -> [String] {
    guard let node = values[key] else { return [] }
    return (list(node, key) ?? []).compactMap { node in
      guard let id = text(node, key) else { return nil }
      if !caregivers.contains(id) { reader.refuse(node, key, expected: "ids of caregivers") }
      return id
    }
  }

  /// How two services go together.
  private mutating func synchronization(_ node: Int?, _ patient: Int, _ first: Int) -> PublicProblem.Pair? {
    guard let node, let values = members(node, "synchronization", required: ["type"], others: ["distance"]) else {
      reader.report(
        patient, found: "two services without synchronization", expected: "simultaneous, sequential or independent")
      return nil
    }
    guard let type = values["type"], let word = text(type, "type") else { return nil }
    switch word {
    case "simultaneous": return PublicProblem.Pair(first: first, second: first + 1, startsTogether: true)
    case "independent": return PublicProblem.Pair(first: first, second: first + 1, startsTogether: false)
    case "sequential":
      guard let distance = values["distance"],
        let bounds = members(distance, "distance", required: ["min", "max"], others: []),
        let least = reader.number(bounds["min"], "min", in: -Self.largest...Self.largest),
        let most = reader.number(bounds["max"], "max", in: least...Self.largest)
      else {
        if values["distance"] == nil { reader.report(node, found: "no distance", expected: "its min and max") }
        return nil
      }
      return PublicProblem.Pair(first: first, second: first + 1, gap: least...most)
    default:
      reader.refuse(type, "type", expected: "\"simultaneous\", \"sequential\" or \"independent\"")
      return nil
    }
  }
}
