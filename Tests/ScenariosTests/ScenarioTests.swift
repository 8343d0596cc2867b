import Foundation
import HomeCare
import Scenarios
import Testing

/// Options changed from the defaults.
func options(_ change: (inout ScenarioOptions) -> Void) -> ScenarioOptions {
  var options = ScenarioOptions()
  change(&options)
  return options
}

@Suite struct ScenarioTests {
  @Test func theSameSeedGivesTheSameInstanceForEver() throws {
    let unit = try Scenario.draft(options { $0.clients = 60 })
    #expect(Digest(unit).value == 4_451_580_011_549_618_245)
    let rules = try Scenario.draft(
      options {
        ($0.clients, $0.allRules, $0.setting, $0.units) = (25, true, .rural, 2)
      })
    #expect(Digest(rules).value == 1_869_378_424_956_815_309)
  }

  @Test func anotherSeedGivesAnotherInstance() throws {
    let first = try Scenario.draft(options { $0.clients = 25 })
    let second = try Scenario.draft(options { ($0.clients, $0.seed) = (25, 2) })
    #expect(first.visits.map(\.earliest) != second.visits.map(\.earliest))
    #expect(first.locations.dropFirst().map(\.latitude) != second.locations.dropFirst().map(\.latitude))
  }

  @Test(arguments: [
    options { $0.clients = 1 },
    options { ($0.clients, $0.days) = (3, 5) },
    options { ($0.clients, $0.days) = (8, 2) },
    options { ($0.clients, $0.days, $0.start) = (5, 1, LocalDate(dayNumber: 20_519)) },
    options { ($0.clients, $0.days, $0.historyDays) = (60, 7, 7) },
    options { ($0.clients, $0.days) = (30, 21) },
    options { ($0.clients, $0.setting) = (60, .rural) },
    options { ($0.clients, $0.tightness) = (60, 70) },
    options { ($0.clients, $0.fixedTimes) = (25, 100) },
    options { ($0.clients, $0.allRules) = (25, true) },
    options { ($0.clients, $0.allRules, $0.setting, $0.days) = (40, true, .rural, 16) },
    options { ($0.clients, $0.units) = (20, 3) },
    options { ($0.format, $0.clients, $0.units) = (.two, 20, 2) },
    options { ($0.format, $0.clients, $0.days, $0.historyDays) = (.two, 25, 7, 14) },
    options { ($0.format, $0.clients, $0.setting, $0.days) = (.two, 30, .rural, 17) },
    options { ($0.format, $0.clients, $0.allRules) = (.two, 25, true) },
    options { ($0.format, $0.clients, $0.days) = (.two, 2, 1) },
  ])
  func everyKindOfInstanceIsValidWithoutWarning(_ options: ScenarioOptions) throws {
    let instance = try Instance(validating: Scenario.draft(options))
    #expect(instance.warnings.isEmpty)
    #expect(instance.horizon.days == options.days)
    #expect(instance.clients.count == options.clients * options.units)
    #expect(Set(instance.visits.map(\.client)).count == instance.clients.count)
  }

  @Test func optionsOutOfRangeAreRefused() {
    for bad in [
      options { $0.clients = 0 }, options { $0.days = 0 }, options { $0.tightness = 0 }, options { $0.units = 0 },
      options { $0.fixedTimes = 101 }, options { $0.historyDays = -1 },
      options { ($0.units, $0.allRules) = (10, true) },
    ] {
      #expect(throws: ScenarioOptionError.self) { try Scenario.draft(bad) }
    }
    let error = #expect(throws: ScenarioOptionError.self) { try Scenario.draft(options { $0.clients = 0 }) }
    #expect(error?.description == "clients: found 0; expected 1 to 1000")
  }

  @Test func theNameTellsTheOptions() throws {
    #expect(try Scenario.draft(options { ($0.clients, $0.seed) = (25, 7) }).name == "urban-25-14d-s7")
    #expect(options { ($0.setting, $0.allRules, $0.days) = (.rural, true, 7) }.effectiveName == "rural-100-7d-s1-rules")
    #expect(options { $0.units = 40 }.effectiveName == "city-40x100-14d-s1")
    #expect(options { $0.name = "mine" }.effectiveName == "mine")
  }

  @Test func aUnitStaysTheSameWhenUnitsAreAdded() throws {
    let one = try Scenario.draft(options { ($0.clients, $0.units) = (20, 1) })
    let three = try Scenario.draft(options { ($0.clients, $0.units) = (20, 3) })
    #expect(Array(three.locations.prefix(one.locations.count)) == one.locations)
    #expect(Array(three.clients.prefix(20)).map(\.name) == one.clients.map(\.name))
    #expect(Array(three.visits.prefix(one.visits.count)) == one.visits)
    #expect(Array(three.shifts.prefix(one.shifts.count)) == one.shifts)
    #expect(Set(three.clients.map(\.area)) == ["unit0", "unit1", "unit2"])
    #expect(Set(three.staff.map(\.location)) == ["base0", "base1", "base2"])
  }

  @Test func careStaysTheSameWhenTheStaffChange() throws {
    let loose = try Scenario.draft(options { $0.tightness = 30 })
    let tight = try Scenario.draft(options { $0.tightness = 60 })
    #expect(loose.visits == tight.visits)
    #expect(loose.shifts.count > tight.shifts.count * 3 / 2)
  }

  @Test func aCityIsTheSizeAskedFor() throws {
    let city = try Scenario.draft(options { $0.units = 40 })
    #expect(city.clients.count == 4000)
    #expect((135_000...150_000).contains(city.visits.count))
    #expect((3_200...3_800).contains(city.staff.count))
    #expect((24_000...28_000).contains(city.shifts.count))
  }
}
