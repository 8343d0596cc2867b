import Files

/// Writes problems in the unified JSON form of S. Ceschia et al.
enum UHHCWriter {
  /// What a task without an ability asks for, and every caregiver has.
  static let anyService = "any"

  static func json(_ problem: PublicProblem) throws(PublicFormatError) -> [UInt8] {
    let patients = try patients(of: problem)
    let asksNothing = problem.tasks.contains { $0.ability == nil }
    return JSONWriter.file { writer in
      writer.key("metadata")
      writer.object { writer in
        writer.member("time_window_met", problem.windowRule == .start ? "at_service_start" : "at_service_end")
        writer.key("cost_components")
        writer.object { writer in
          writer.member("travel_time", 1)
          writer.member("total_tardiness", "HARD")
          writer.member("total_extra_time", "HARD")
        }
        writer.member("name", problem.name)
      }
      writer.key("distances")
      writer.list(problem.distances, .lines) { $0.list($1) { $0.value($1) } }
      writer.key("terminal_points")
      writer.list(Set(problem.caregivers.map(\.place)).sorted(), .lines) { writer, place in
        writer.object { writer in
          writer.member("id", terminal(problem.places[place]))
          writer.member("distance_matrix_index", place)
        }
      }
      writer.key("caregivers")
      writer.list(problem.caregivers, .lines) { writer, caregiver in
        writer.object { writer in
          writer.member("id", caregiver.id)
          writer.member("abilities", caregiver.abilities + (asksNothing ? [anyService] : []))
          for key in ["departing_point", "arrival_point"] {
            writer.member(key, terminal(problem.places[caregiver.place]))
          }
          writer.key("working_shift")
          writer.window(caregiver.start, caregiver.end)
        }
      }
      writer.key("patients")
      writer.list(patients, .lines) { $0.patient($1, of: problem) }
    }
  }

  /// A patient: one task, or two with one place and window.
  fileprivate struct Patient {
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

  /// A place's name as a terminal point, without what reading put before it.
  private static func terminal(_ place: String) -> String {
    place.hasPrefix("base-") ? String(place.dropFirst(5)) : place
  }
}

extension JSONWriter {
  fileprivate mutating func patient(_ patient: UHHCWriter.Patient, of problem: PublicProblem) {
    let tasks = patient.tasks.map { problem.tasks[$0] }
    let ids = tasks.map(\.patient)
    object { writer in
      writer.member("id", Set(ids).count == 1 ? ids[0] : ids.joined(separator: "+"))
      writer.key("required_services")
      writer.list(tasks) { writer, task in
        writer.object { writer in
          writer.member("service", task.ability ?? UHHCWriter.anyService)
          writer.member("duration", task.duration)
        }
      }
      writer.member("distance_matrix_index", tasks[0].place)
      writer.key("time_windows")
      writer.list { $0.window(tasks[0].opens, tasks[0].closes) }
      if let pair = patient.pair {
        writer.key("synchronization")
        writer.object { $0.member("type", pair.startsTogether ? "simultaneous" : "independent") }
      }
      if !tasks[0].refused.isEmpty { writer.member("incompatible_caregivers", tasks[0].refused) }
    }
  }

  fileprivate mutating func window(_ start: Double, _ end: Double) {
    object { writer in
      writer.member("start", start)
      writer.member("end", end)
    }
  }
}
