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
          for term in PublicObjective.Term.allCases {
            if problem.objective.price(of: term) > 0 {
              writer.member(term.rawValue, problem.objective.price(of: term))
            } else if problem.objective.isRule(term) {
              writer.member(term.rawValue, "HARD")
            }
          }
        }
        writer.member("name", problem.name)
        if problem.leavesAtShiftStart { writer.member("origin", "bazirha") }
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
          if caregiver.hasShift {
            writer.key("working_shift")
            writer.window(caregiver.start, caregiver.end)
          }
          if caregiver.hasLunch { writer.member("lunch_break", true) }
        }
      }
      writer.key("patients")
      writer.list(patients, .lines) { $0.patient($1, of: problem) }
      if let lunch = problem.lunch {
        writer.key("lunch_breaks")
        writer.object { writer in
          writer.member("start", lunch.opens)
          writer.member("end", lunch.closes)
          writer.member("min_duration", lunch.duration)
        }
      }
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
      guard a.windows == b.windows, Set(a.refused) == Set(b.refused), problem.areOnePlace(pair) else {
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
      writer.list(tasks[0].windows) { $0.window($1.opens, $1.closes) }
      if let pair = patient.pair { writer.synchronization(pair) }
      if !tasks[0].refused.isEmpty { writer.member("incompatible_caregivers", tasks[0].refused) }
      if !tasks[0].preferred.isEmpty { writer.member("preferred_caregivers", tasks[0].preferred) }
      if tasks[0].isOptional { writer.member("optional", true) }
    }
  }

  private mutating func synchronization(_ pair: PublicProblem.Pair) {
    key("synchronization")
    object { writer in
      guard let gap = pair.gap, !pair.startsTogether else {
        return writer.member("type", pair.startsTogether ? "simultaneous" : "independent")
      }
      writer.member("type", "sequential")
      writer.key("distance")
      writer.object { writer in
        writer.member("min", gap.lowerBound)
        writer.member("max", gap.upperBound)
      }
    }
  }

  fileprivate mutating func window(_ start: Double, _ end: Double) {
    object { writer in
      writer.member("start", start)
      writer.member("end", end)
    }
  }
}
