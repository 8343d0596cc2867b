import Board
import Foundation
import HomeCare
import Interchange
import Rostering
import Scenarios
import TestSupport

/// A small unit whose board tests work on.
struct TestUnit {
  let folder: TemporaryFolder
  let board: UnitBoard

  /// Instance and roster of the unit, made once.
  static let planned: (instance: Instance, roster: Roster) = {
    var options = ScenarioOptions()
    (options.clients, options.days, options.format, options.seed) = (9, 3, .two, 5)
    do {
      let instance = try Instance(validating: Scenario.draft(options))
      let plan = try SammaSolver.construct.plan(instance, SolverOptions(iterations: 1))
      return (instance, plan.roster)
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// The evening before the unit's first day.
  static let evening = Date(
    timeIntervalSince1970: 86_400 * Double(planned.instance.horizon.start.dayNumber) - 12 * 3600)

  /// A short look for ways to mend a plan.
  static let repairOptions = {
    var options = RepairOptions()
    (options.rounds, options.coverRounds, options.dayIterations) = (20, 20, 200)
    return options
  }()

  /// A board with one plan.
  ///
  /// - Parameter hours: How many hours after the evening before the first day it is.
  init(hours: Double = 0) async throws {
    folder = try TemporaryFolder()
    let time = Self.evening.addingTimeInterval(hours * 3600)
    board = try UnitBoard(folder: folder.url.path, repairOptions: Self.repairOptions, clock: { time })
    try await board.take(Self.planned.instance, Self.planned.roster, as: "Eva")
  }

  /// What somebody stands at who has seen everything.
  func now(_ actor: String = "Eva") async -> Standpoint { Standpoint(actor, at: await board.state.revision) }

  /// A board made of what lies on the disk at this moment, as after the program was killed.
  func killedAndReopened() throws -> UnitBoard {
    let copy = folder.url.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) where name.hasPrefix("unit") {
      try FileManager.default.copyItem(at: folder[name], to: copy.appending(path: name))
    }
    return try UnitBoard(folder: copy.path)
  }
}

extension PlanInHand {
  /// What a plan is, to be compared: visits' places, the score and the instance.
  var standing: Standing {
    let places = roster.places.mapValues { place in
      place.assignment.map { service in
        "\(service.start) \(zip(service.staff, service.shifts).map { "\($0) \($1)" }.sorted())"
      } ?? "unassigned"
    }
    return Standing(places: places, score: roster.score, tables: instance.tables)
  }

  struct Standing: Hashable {
    let places: [VisitID: String]
    let score: Score
    let tables: InstanceDraft
  }
}
