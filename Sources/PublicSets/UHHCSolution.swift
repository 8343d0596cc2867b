import Files

extension PublicAnswer {
  /// Reads a published solution: the unified JSON form of S. Ceschia et al.
  ///
  /// - Throws: `InputError` with every problem of the text.
  public init(solution bytes: [UInt8], file: String, to problem: PublicProblem) throws(InputError) {
    var reader = try JSONReader(bytes, file: file)
    routes = Array(repeating: [], count: problem.caregivers.count)
    var left = Self.tasks(of: problem)
    let top =
      reader.members(
        of: JSONReader.root, ["routes", "cost", "cost_components", "global_ordering"], of: "the solution") ?? [:]
    reader.require("routes", in: top, expected: "the caregivers' routes")
    for route in reader.items(top["routes"], "routes") ?? [] {
      let values = reader.members(of: route, ["caregiver_id", "locations"], of: "a route") ?? [:]
      guard let id = reader.text(values["caregiver_id"], "caregiver_id"),
        let caregiver = problem.caregivers.firstIndex(where: { $0.id == id })
      else {
        reader.refuse(route, "a route", expected: "the caregiver_id of one of the problem's caregivers")
        continue
      }
      for location in reader.items(values["locations"], "locations") ?? [] {
        let stop =
          reader.members(
            of: location, ["patient", "service", "arrival_time", "departure_time", "start_time", "end_time"],
            of: "a location")
          ?? [:]
        // Whether and where there is time for lunch follows from the services.
        if let service = stop["service"], reader.isText(service), reader.document.text(of: service) == Self.lunch {
          continue
        }
        guard let patient = reader.text(stop["patient"], "patient"),
          let service = reader.text(stop["service"], "service"),
          let start = reader.number(stop["arrival_time"], "arrival_time"),
          let end = reader.number(stop["departure_time"], "departure_time")
        else {
          reader.refuse(location, "a location", expected: "patient, service, arrival_time and departure_time")
          continue
        }
        let key = Service(patient: patient, service: service)
        guard let task = left[key]?.popLast() else {
          reader.refuse(location, "\(service) of \(patient)", expected: "each service that the problem asks for, once")
          continue
        }
        routes[caregiver].append(Stop(task: task, start: start, end: end))
      }
    }
    try reader.finish()
  }

  /// The answer as a solution in unified JSON, which has only the uhhc sets; the same bytes for the same answer.
  public func solution(to problem: PublicProblem) -> [UInt8] {
    let evaluation = PublicEvaluation(of: self, to: problem)
    return JSONWriter.file { writer in
      writer.key("cost_components")
      writer.object { writer in
        for term in problem.objective.terms {
          let name = Self.solutionNames[term] ?? term.rawValue
          writer.member(name, problem.objective.price(of: term) * (evaluation.amounts[term] ?? 0))
        }
      }
      writer.key("routes")
      writer.list(zip(problem.caregivers, routes).filter { !$1.isEmpty }, .lines) { writer, route in
        writer.object { writer in
          writer.member("caregiver_id", route.0.id)
          writer.key("locations")
          writer.list(route.1.sorted { ($0.start, $0.task) < ($1.start, $1.task) }) { writer, stop in
            let task = problem.tasks[stop.task]
            writer.object { writer in
              writer.member("patient", task.patient)
              writer.member("service", task.ability ?? UHHCWriter.anyService)
              writer.member("arrival_time", stop.start)
              writer.member("departure_time", stop.end)
            }
          }
        }
      }
    }
  }

  /// Components that solutions call otherwise than problems.
  private static let solutionNames: [PublicObjective.Term: String] = [
    .notPreferred: "preferences", .leftOut: "unscheduled",
  ]

  /// What a lunch break is called where services are.
  private static let lunch = "lunch_break"

  private struct Service: Hashable {
    let patient: String
    let service: String
  }

  /// The tasks that a patient and a service name, the first last.
  private static func tasks(of problem: PublicProblem) -> [Service: [Int]] {
    var tasks: [Service: [Int]] = [:]
    for (index, task) in problem.tasks.enumerated().reversed() {
      tasks[Service(patient: task.patient, service: task.ability ?? UHHCWriter.anyService), default: []].append(index)
    }
    return tasks
  }
}
