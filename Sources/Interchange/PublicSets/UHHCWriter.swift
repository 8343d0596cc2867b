/// Writes problems in the unified JSON form of S. Ceschia et al.
enum UHHCWriter {
  /// What a task without an ability asks for, and every caregiver has.
  static let anyService = "any"

  static func json(_ problem: PublicProblem) throws(PublicFormatError) -> [UInt8] {
    var writer = JSONWriter()
    let met = problem.windowRule == .start ? "at_service_start" : "at_service_end"
    writer.member("metadata") { writer in
      writer.append("{\"time_window_met\": \"\(met)\", \"cost_components\": {\"travel_time\": 1, ")
      writer.append("\"total_tardiness\": \"HARD\", \"total_extra_time\": \"HARD\"}, \"name\": ")
      writer.append(text: problem.name)
      writer.append("}")
    }
    writer.list("distances", problem.distances) { writer, row in
      writer.append("[\(row.map(\.fileText).joined(separator: ", "))]")
    }
    let bases = Set(problem.caregivers.map(\.place)).sorted()
    writer.list("terminal_points", bases) { writer, place in
      writer.append("{\"id\": ")
      writer.append(text: terminal(problem.places[place]))
      writer.append(", \"distance_matrix_index\": \(place)}")
    }
    let asksNothing = problem.tasks.contains { $0.ability == nil }
    writer.list("caregivers", problem.caregivers) { writer, caregiver in
      writer.append("{\"id\": ")
      writer.append(text: caregiver.id)
      writer.append(", \"abilities\": ")
      append(caregiver.abilities + (asksNothing ? [anyService] : []), to: &writer)
      for key in ["departing_point", "arrival_point"] {
        writer.append(", \"\(key)\": ")
        writer.append(text: terminal(problem.places[caregiver.place]))
      }
      writer.append(
        ", \"working_shift\": {\"start\": \(caregiver.start.fileText), \"end\": \(caregiver.end.fileText)}}")
    }
    let patients = try patients(of: problem)
    writer.list("patients", patients) { append($1, of: problem, to: &$0) }
    return writer.finished()
  }

  /// A patient: one task, or two with one place and window.
  private struct Patient {
    var tasks: [Int]
    var pair: PublicProblem.Pair?
  }

  private static func patients(of problem: PublicProblem) throws(PublicFormatError) -> [Patient] {
    var patients: [Patient] = []
    var seconds: Set<Int> = []
    var pairOf: [Int: PublicProblem.Pair] = [:]
    for pair in problem.pairs {
      let (a, b) = (problem.tasks[pair.first], problem.tasks[pair.second])
      // Halves of a visit for two have places of their own in the other format, each as far from all others.
      guard a.opens == b.opens, a.closes == b.closes, Set(a.refused) == Set(b.refused), problem.areOnePlace(pair) else {
        throw PublicFormatError(
          "\(a.id) and \(b.id) differ in place, window or refused staff; in uhhc the services of a patient share them")
      }
      pairOf[pair.first] = pair
      seconds.insert(pair.second)
    }
    for index in problem.tasks.indices where !seconds.contains(index) {
      let pair = pairOf[index]
      patients.append(Patient(tasks: [index] + (pair.map { [$0.second] } ?? []), pair: pair))
    }
    return patients
  }

  private static func append(_ patient: Patient, of problem: PublicProblem, to writer: inout JSONWriter) {
    let task = problem.tasks[patient.tasks[0]]
    let ids = patient.tasks.map { problem.tasks[$0].patient }
    writer.append("{\"id\": ")
    writer.append(text: Set(ids).count == 1 ? ids[0] : ids.joined(separator: "+"))
    writer.append(", \"required_services\": [")
    for (number, index) in patient.tasks.enumerated() {
      writer.append(number == 0 ? "{\"service\": " : ", {\"service\": ")
      writer.append(text: problem.tasks[index].ability ?? anyService)
      writer.append(", \"duration\": \(problem.tasks[index].duration.fileText)}")
    }
    writer.append("], \"distance_matrix_index\": \(task.place)")
    writer.append(", \"time_windows\": [{\"start\": \(task.opens.fileText), \"end\": \(task.closes.fileText)}]")
    if let pair = patient.pair {
      writer.append(", \"synchronization\": {\"type\": \"\(pair.startsTogether ? "simultaneous" : "independent")\"}")
    }
    if !task.refused.isEmpty {
      writer.append(", \"incompatible_caregivers\": ")
      append(task.refused, to: &writer)
    }
    writer.append("}")
  }

  private static func append(_ texts: [String], to writer: inout JSONWriter) {
    writer.append("[")
    for (number, text) in texts.enumerated() {
      if number > 0 { writer.append(", ") }
      writer.append(text: text)
    }
    writer.append("]")
  }

  /// A place's name as a terminal point, without what reading put before it.
  private static func terminal(_ place: String) -> String {
    place.hasPrefix("base-") ? String(place.dropFirst(5)) : place
  }
}
