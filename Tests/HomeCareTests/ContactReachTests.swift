import HomeCare
import Testing

@Suite struct ContactReachTests {
  @Test func theContactOfTheWardCouldServeEveryVisitOfTheirClient() throws {
    let reach = ContactReach(try Ward.instance())
    #expect(reach.canServe == [true, nil, true, true])
    #expect(reach.most == 3)
  }

  @Test func ofTwoVisitsAtOneTimeOnlyOneCounts() throws {
    // The morning visit from 08:10 ends after 08:30; after 09:10 it is too late for it.
    let reach = ContactReach(
      try Ward.instance {
        $0.visits.append(
          Visit(id: "wash", client: "c1", earliest: Ward.time("08:30"), latest: Ward.time("08:30"), minutes: 40))
      })
    #expect(reach.canServe == [true, nil, true, true, true])
    #expect(reach.most == 3)
  }

  @Test func skillsBlockedListsPinsAndShiftsKeepTheContactAway() throws {
    let reach = ContactReach(
      try Ward.instance {
        $0.visits[0].skills = ["insulin"]
        $0.clients[0].contact = "bo"
        $0.clients[1].contact = "cia"
        $0.visits[2].pinned = ["anna", "cia"]
        $0.shifts.append(
          Shift(id: "cia-tue", staff: "cia", start: Ward.time("08:00", day: 1), end: Ward.time("12:00", day: 1)))
      })
    // Bo lacks insulin, does not work on Tuesday, and others are pinned to the lift; c2 blocks Cia.
    #expect(reach.canServe == [false, false, false, false])
    #expect(reach.most == 0)
  }

  @Test func alternativesAndExceptionsBringVisitsWithinReach() throws {
    let reach = ContactReach(
      try Ward.instance {
        $0.format = .two
        $0.clients[0].contact = "bo"
        $0.clients[1].contact = "cia"
        $0.alternatives = [
          AlternativeWindow(visit: "tuesday", earliest: Ward.time("10:00"), latest: Ward.time("10:00"))
        ]
        $0.exceptions = [RuleException(rule: .blocked, reason: "agreed", visit: "insulin", staff: "cia")]
      })
    #expect(reach.canServe == [true, true, true, true])
    // Cia the insulin; Bo morning, Tuesday's visit on Monday at 10:00, and the lift from 11:00.
    #expect(reach.most == 4)
  }

  @Test func aVisitThatTwoShiftsCanHoldCountsOnce() throws {
    let reach = ContactReach(
      try Ward.instance {
        $0.shifts.append(
          Shift(id: "anna-eve", staff: "anna", start: Ward.time("16:00"), end: Ward.time("20:00")))
        $0.visits[2].latest = Ward.time("18:00")
      })
    #expect(reach.canServe == [true, nil, true, true])
    #expect(reach.most == 3)
  }

  @Test func inOneShiftTheMostIsThatOfAllOrders() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let instance = try Ward.instance { draft in
        draft.clients[1].contact = "anna"
        draft.visits = (0..<6).map { number in
          let earliest = Ward.time("08:00").advanced(by: random.int(below: 300))
          return Visit(
            id: VisitID("v\(number)"), client: number % 2 == 0 ? "c1" : "c2", earliest: earliest,
            latest: earliest.advanced(by: random.int(below: 60)), minutes: 20 + random.int(below: 80))
        }
      }
      #expect(ContactReach(instance).most == Self.longest(from: 0, at: Ward.time("08:00"), Set(0..<6), instance))
    }
  }

  /// The most visits that Anna fits into her Monday after being at a location from a minute on, trying every order.
  private static func longest(
    from place: Int, at time: LocalDateTime, _ left: Set<Int>, _ instance: Instance
  ) -> Int {
    let ways = [[0, 10, 14], [12, 0, 5], [18, 7, 0]]
    return left.map { number in
      let visit = instance.visits[number]
      let home = visit.client == "c1" ? 1 : 2
      let start = max(visit.earliest, time.advanced(by: ways[place][home]))
      let end = start.advanced(by: visit.minutes)
      // Whoever cannot be back in time from here cannot from anywhere later.
      guard start <= visit.latest, end.advanced(by: ways[home][0]) <= Ward.time("16:00") else { return 0 }
      return 1 + longest(from: home, at: end, left.subtracting([number]), instance)
    }.max() ?? 0
  }
}
