import Testing

@testable import Rostering

@Suite struct AnnealingScheduleTests {
  /// Settings under which a whole annealing takes 100 moves for each slot.
  private let parameters = {
    var parameters = SearchParameters()
    parameters.annealingLength = 0.1
    parameters.travelAnnealingLength = 0.1
    parameters.raceStage = 0.5
    parameters.raceMargin = 0.01
    parameters.reheatStage = 0.2
    return parameters
  }()

  /// A schedule whose first whole annealing has begun, in a run as long as so many of them.
  private func begun(countsFaces: Bool = true, lengths: Double) -> AnnealingSchedule {
    var schedule = AnnealingSchedule(parameters, countsFaces: countsFaces, slots: 1, warmUp: 0)
    schedule.begin(at: 0, movesPerSlot: lengths * 100)
    // Behind the one of middle length.
    if countsFaces { schedule.begin(at: 0, movesPerSlot: lengths * 100) }
    return schedule
  }

  @Test func aShortAnnealingComesBeforeALongOne() {
    var schedule = AnnealingSchedule(parameters, countsFaces: true, slots: 1, warmUp: 0.1)
    #expect(schedule.stage(at: 0) == 0)
    #expect(schedule.stage(at: 0.05) == 0.5)
    #expect(schedule.judge(at: 0.09, total: 1) == .goOn)
    #expect(schedule.judge(at: 0.1, total: 1) == .end)
    schedule.begin(at: 0.1, movesPerSlot: 100)
    #expect(schedule.stage(at: 0.1) == 0)
    #expect(abs(schedule.stage(at: 0.55) - 0.5) < 1e-12)
    #expect(schedule.stage(at: 0.999) > 0.99)
  }

  @Test func aLongRunHasOneOfMiddleLengthBetweenThem() {
    var schedule = AnnealingSchedule(parameters, countsFaces: true, slots: 1, warmUp: 0)
    schedule.begin(at: 0, movesPerSlot: 400)
    #expect(abs(schedule.stage(at: 0.03125) - 0.5) < 1e-12)
    #expect(schedule.judge(at: 0.0625, total: 1) == .end)
    schedule.begin(at: 0.0625, movesPerSlot: 400)
    #expect(abs(schedule.stage(at: 0.1875) - 0.5) < 1e-12)
  }

  @Test func largeInstancesCoolLongerBehindTheSameMiddle() {
    let slots = 3 * Int(SearchParameters().smallSlots)
    var schedule = AnnealingSchedule(parameters, countsFaces: true, slots: slots, warmUp: 0)
    schedule.begin(at: 0, movesPerSlot: 800)
    #expect(abs(schedule.stage(at: 0.015625) - 0.5) < 1e-12)
    #expect(schedule.judge(at: 0.03125, total: 1) == .end)
    schedule.begin(at: 0.03125, movesPerSlot: 800)
    #expect(abs(schedule.stage(at: 0.03125 + 0.1875) - 0.5) < 1e-12)
    #expect(schedule.judge(at: 0.03125 + 0.375, total: 1) == .end)
  }

  @Test func theOneAnnealingOfALargeInstanceBeginsHotHoweverShort() {
    let slots = 10 * Int(SearchParameters().smallSlots)
    var schedule = AnnealingSchedule(parameters, countsFaces: true, slots: slots, warmUp: 0)
    schedule.begin(at: 0, movesPerSlot: 200)
    #expect(schedule.judge(at: 0.125, total: 1) == .end)
    schedule.begin(at: 0.125, movesPerSlot: 200)
    #expect(schedule.stage(at: 0.125) == 0)
    #expect(abs(schedule.stage(at: 0.5625) - 0.5) < 1e-12)
  }

  @Test func largeInstancesWithoutFacesCoolNoLonger() {
    var schedule = AnnealingSchedule(
      parameters, countsFaces: false, slots: 3 * Int(SearchParameters().smallSlots), warmUp: 0)
    schedule.begin(at: 0, movesPerSlot: 400)
    #expect(abs(schedule.stage(at: 0.125) - 0.5) < 1e-12)
  }

  @Test func oneAnnealingIsNotShortenedForAnother() {
    var schedule = AnnealingSchedule(parameters, countsFaces: true, slots: 1, warmUp: 0)
    schedule.begin(at: 0, movesPerSlot: 120)
    #expect(abs(schedule.stage(at: 0.5) - 0.5) < 1e-12)
  }

  @Test func aRunOfUnknownSpeedIsOneAnnealing() {
    var schedule = AnnealingSchedule(parameters, countsFaces: true, slots: 1, warmUp: 0)
    schedule.begin(at: 0, movesPerSlot: 0)
    #expect(schedule.stage(at: 0.5) == 0.5)
    #expect(schedule.judge(at: 0.999, total: 1) == .lead)
  }

  @Test func aRoundThatIsWorseHalfWayIsGivenUp() {
    var schedule = begun(lengths: 4)
    #expect(schedule.judge(at: 0.125, total: 10_000) == .lead)
    #expect(schedule.judge(at: 0.2, total: 20_000) == .goOn, "rounds are compared once")
    #expect(schedule.judge(at: 0.25, total: 10_000) == .end)
    schedule.begin(at: 0.25, movesPerSlot: 400)
    #expect(schedule.judge(at: 0.37, total: 20_000) == .goOn, "not before half way")
    #expect(schedule.judge(at: 0.375, total: 10_101) == .end)
    schedule.begin(at: 0.375, movesPerSlot: 400)
    #expect(schedule.judge(at: 0.5, total: 10_100) == .lead)
  }

  @Test func whatIsLeftInTheEndCoolsTheBestRosterAsSlowly() {
    var schedule = begun(lengths: 4)
    schedule.begin(at: 0.9, movesPerSlot: 400)
    #expect(abs(schedule.stage(at: 0.9) - 0.6) < 1e-12)
    #expect(abs(schedule.stage(at: 0.95) - 0.8) < 1e-12)
    #expect(schedule.judge(at: 0.99, total: 1_000_000) == .goOn, "beyond where rounds are compared")
  }

  @Test func aLastAnnealingTakesTheRest() {
    var schedule = begun(lengths: 4)
    schedule.begin(at: 0.7, movesPerSlot: 400)
    #expect(abs(schedule.stage(at: 0.85) - 0.5) < 1e-12)
    schedule.begin(at: 0.8, movesPerSlot: 400)
    #expect(abs(schedule.stage(at: 0.9) - 0.5) < 1e-12)
  }

  @Test func whereTravelAloneCountsTheBestRosterIsReheated() {
    var schedule = begun(countsFaces: false, lengths: 4)
    #expect(schedule.stage(at: 0) == 0)
    #expect(schedule.judge(at: 0.2, total: 10_000) == .goOn)
    schedule.begin(at: 0.25, movesPerSlot: 400)
    #expect(schedule.stage(at: 0.25) == 0.2)
    #expect(schedule.judge(at: 0.44, total: 20_000) == .goOn)
    #expect(schedule.judge(at: 0.45, total: 10_000) == .end)
  }

  @Test(arguments: [true, false], [0.3, 1, 1.4, 2.2, 7, 100]) func everyRunIsFilledToItsEnd(
    countsFaces: Bool, lengths: Double
  ) {
    var random = RandomSource(seed: UInt64(lengths * 10))
    var schedule = begun(countsFaces: countsFaces, lengths: lengths)
    var stage = 0.0
    for step in 0..<10_000 {
      let progress = Double(step) / 10_000
      if schedule.judge(at: progress, total: 1_000 + random.below(100)) == .end {
        schedule.begin(at: progress, movesPerSlot: lengths * 100)
        stage = 0
      }
      let next = schedule.stage(at: progress)
      #expect((stage...1).contains(next))
      stage = next
    }
    #expect(stage > 0.97)
  }
}
