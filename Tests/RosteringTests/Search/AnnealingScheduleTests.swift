import Testing

@testable import Rostering

@Suite struct AnnealingScheduleTests {
  private func schedule(warmUp: Double, reheats: Double, from stage: Double) -> AnnealingSchedule {
    var parameters = SearchParameters()
    parameters.warmUp = warmUp
    parameters.reheatStage = stage
    // As many moves as the long annealing and the reheatings take.
    let lengths = 1 + (reheats + 0.01) * (1 - stage)
    return AnnealingSchedule(parameters, length: 100, movesPerSlot: lengths * 100_000 / (1 - warmUp))
  }

  @Test func aShortAnnealingComesBeforeALongOne() {
    let schedule = schedule(warmUp: 0.1, reheats: 0, from: 0.5)
    #expect(schedule.point(at: 0) == .init(round: 0, stage: 0))
    #expect(schedule.point(at: 0.05).stage == 0.5)
    #expect(schedule.point(at: 0.1) == .init(round: 1, stage: 0))
    #expect(abs(schedule.point(at: 0.55).stage - 0.5) < 1e-12)
    #expect(schedule.point(at: 0.999).stage > 0.99)
  }

  @Test func everyReheatingBeginsHalfWayAndCoolsAsSlowlyAsTheLongAnnealing() {
    // The long annealing takes a half of the run and each of two reheatings a quarter.
    let schedule = schedule(warmUp: 0, reheats: 2, from: 0.5)
    #expect(schedule.point(at: 0.25) == .init(round: 1, stage: 0.5))
    #expect(schedule.point(at: 0.5) == .init(round: 2, stage: 0.5))
    #expect(schedule.point(at: 0.625) == .init(round: 2, stage: 0.75))
    #expect(schedule.point(at: 0.75) == .init(round: 3, stage: 0.5))
    #expect(schedule.point(at: 0.99).round == 3)
  }

  @Test(arguments: [0.0, 0.08, 0.9], [0.0, 1, 7]) func theStageOnlyFallsWhereARoundBegins(
    warmUp: Double, reheats: Double
  ) {
    let schedule = schedule(warmUp: warmUp, reheats: reheats, from: 0.4)
    var before = schedule.point(at: 0)
    for step in 1..<1000 {
      let point = schedule.point(at: Double(step) / 1000)
      #expect((0...1).contains(point.stage))
      #expect(point.round >= before.round)
      if point.round == before.round { #expect(point.stage >= before.stage) }
      before = point
    }
    #expect(before.round == Int(reheats) + 1)
  }
}
