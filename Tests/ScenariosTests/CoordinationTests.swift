import HomeCare
import Scenarios
import Testing

/// What generated instances of format 2 say beyond those of format 1.
@Suite struct CoordinationTests {
  /// The same unit in both formats, drawn once.
  private static let units = Result { try (made(in: .two), made(in: .one)) }

  private static func made(in format: InstanceFormat) throws -> Instance {
    try Instance(validating: Scenario.draft(options { ($0.format, $0.clients, $0.seed) = (format, 60, 4) }))
  }

  private let unit: Instance
  private let plain: Instance

  init() throws { (unit, plain) = try Self.units.get() }

  private func percent(_ part: Int, of whole: Int) -> Int { part * 100 / max(1, whole) }

  @Test func theCareAndTheShiftsAreThoseOfFormatOne() {
    #expect(unit.visits.map(\.window) == plain.visits.map(\.window))
    #expect(unit.visits.map(\.client) == plain.visits.map(\.client))
    #expect(unit.shifts.map(\.id) == plain.shifts.map(\.id))
    #expect(unit.weights == .standard(for: .two))
  }

  @Test func visitsOfASeriesAreAlikeAndExpectedWithinTheirWindow() throws {
    let series = Dictionary(uniqueKeysWithValues: unit.series.map { ($0.id, $0) })
    let visits = Dictionary(grouping: unit.visits.filter { $0.series != nil }, by: \.series)
    #expect(visits.count == series.count)
    for (id, visits) in visits {
      let one = try #require(id.flatMap { series[$0] })
      #expect(Set(visits.map(\.client)) == [one.client])
      #expect(Set(visits.map { [$0.earliest.minuteOfDay, $0.latest.minuteOfDay, $0.minutes] }).count == 1)
      #expect((15...30).contains(one.tolerance))
      if let usual = one.usual {
        #expect(visits.allSatisfy { $0.earliest.minuteOfDay...$0.latest.minuteOfDay ~= usual })
      }
    }
    #expect((23...43).contains(percent(unit.series.count { $0.usual != nil }, of: unit.series.count)))
  }

  @Test func halfOfTheServiceVisitsMayBeOnAnotherWeekdayOfTheWeek() throws {
    let days = Dictionary(grouping: unit.alternatives, by: \.visit)
    let services = unit.visits.filter { $0.kind == "service" }
    #expect((40...60).contains(percent(services.count { days[$0.id] != nil }, of: services.count)))
    #expect(days.count == services.count { days[$0.id] != nil })
    for visit in unit.visits {
      guard let others = days[visit.id]?.map(\.earliest.date) else { continue }
      #expect(visit.series == nil)
      #expect(others.count == 4 && !others.contains(visit.earliest.date))
      #expect(others.allSatisfy { $0.weekday <= 5 && abs($0.dayNumber - visit.earliest.date.dayNumber) < 7 })
    }
  }

  @Test func aFifthOfTheStaffTravelByTheSecondWay() {
    #expect((12...22).contains(percent(unit.staff.count { $0.mode != nil }, of: unit.staff.count)))
    #expect(unit.travelModes.map(\.id) == ["car"])
  }

  @Test func contactsAreAtWorkWhenTheirClientsHaveVisits() {
    func share(_ instance: Instance) -> Int {
      let days = Dictionary(grouping: instance.shifts, by: \.staff)
      let contacts = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, $0.contact) })
      let met = instance.visits.count { visit in
        let shifts = contacts[visit.client].flatMap { $0 }.flatMap { days[$0] } ?? []
        return shifts.contains { $0.start <= visit.latest && visit.earliest.advanced(by: visit.minutes) <= $0.end }
      }
      return percent(met, of: instance.visits.count)
    }
    #expect(share(unit) >= share(plain) + 5)
  }

  @Test func someVisitsMayTakePlaceBesideOthersAndEachHasItsTasks() {
    let beside = unit.visits.count(where: \.alongside)
    #expect(beside > 0 && percent(beside, of: unit.visits.count) < 10)
    #expect(unit.visits.allSatisfy { $0.tasks?.isEmpty == false })
    #expect(unit.visits.contains { $0.tasks?.hasSuffix("insulin") == true })
  }

  @Test func aDaysVisitsOfAClientHaveRoomOneAfterTheOther() {
    let fixed = unit.visits.filter { !$0.alongside && $0.series != nil }
    for (_, visits) in Dictionary(grouping: fixed, by: { "\($0.client) \($0.earliest.date)" }) {
      var free = visits[0].earliest
      for visit in visits.sorted(by: { $0.latest < $1.latest }) {
        let start = max(free, visit.earliest)
        #expect(start <= visit.latest)
        free = start.advanced(by: visit.minutes)
      }
    }
  }

  @Test func everybodyCanBeReachedAtNumbersThatNobodyHas() {
    let phones = unit.staff.map(\.phone) + unit.clients.map(\.phone)
    #expect(phones.allSatisfy { $0?.hasPrefix("070-174 06 ") == true })
    #expect(unit.locations.allSatisfy { $0.address?.hasSuffix("000 00 Samby") == true })
    #expect(unit.clients.allSatisfy { $0.access != nil } && unit.clients.contains { $0.remark != nil })
  }

  @Test func allRulesExceptEveryRuleThatCanBeAndGiveTwoMatrices() throws {
    let rules = try Instance(
      validating: Scenario.draft(options { ($0.format, $0.clients, $0.allRules) = (.two, 25, true) }))
    #expect(Set(rules.exceptions.map(\.rule)) == Set(Rule.allCases.filter { RuleException.fields(of: $0) != nil }))
    #expect(rules.exceptions.allSatisfy { !$0.reason.isEmpty && $0.by != nil && $0.at != nil })
    #expect(rules.shifts.contains { $0.mode != nil })
    guard case .matrix = rules.travelModes.first?.travel else {
      Issue.record("the second way has a matrix where travel has one")
      return
    }
  }

  @Test func theSameSeedGivesTheSameInstanceForEver() {
    #expect(Digest(unit.tables).value == 4_705_769_525_916_767_020)
  }
}
