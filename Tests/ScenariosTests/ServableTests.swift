import HomeCare
import Scenarios
import Testing

/// Whether visits can be served at all, reckoned from the instance alone.
@Suite struct ServableTests {
  /// Staff who could serve each visit were it the only one: skills, blocks, pins, window, base legs.
  private func able(in instance: Instance) -> [VisitID: Set<StaffID>] {
    let staff = Dictionary(uniqueKeysWithValues: instance.staff.map { ($0.id, $0) })
    let clients = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, $0) })
    let shiftsOfDay = Dictionary(grouping: instance.shifts, by: \.start.date)
    var able: [VisitID: Set<StaffID>] = [:]
    for visit in instance.visits {
      guard let client = clients[visit.client] else { continue }
      able[visit.id] = []
      for shift in shiftsOfDay[visit.earliest.date] ?? [] {
        guard let member = staff[shift.staff], visit.skills.allSatisfy(member.skills.contains),
          !client.blocked.contains(member.id), let base = member.location
        else { continue }
        let places = (instance.index(of: base), instance.index(of: client.location))
        let (from, to) = ((places.0, instance.locations[places.0]), (places.1, instance.locations[places.1]))
        let out = instance.travel(of: shift).minutes(from: from, to: to)
        let home = instance.travel(of: shift).minutes(from: to, to: from)
        let first = max(visit.pinnedStart ?? visit.earliest, shift.start.advanced(by: out))
        let last = min(visit.pinnedStart ?? visit.latest, shift.end.advanced(by: -home - visit.minutes))
        if first <= last { able[visit.id]?.insert(member.id) }
      }
    }
    return able
  }

  @Test(arguments: [
    options { ($0.clients, $0.days) = (3, 5) },
    options { ($0.clients, $0.days) = (8, 2) },
    options { ($0.clients, $0.setting) = (40, .rural) },
    options { ($0.clients, $0.allRules) = (25, true) },
    options { ($0.format, $0.clients, $0.setting) = (.two, 40, .rural) },
    options { ($0.format, $0.clients, $0.allRules) = (.two, 25, true) },
  ])
  func everyVisitHasEnoughAbleStaff(_ options: ScenarioOptions) throws {
    let instance = try Instance(validating: Scenario.draft(options))
    let able = able(in: instance)
    for visit in instance.visits {
      let staff = try #require(able[visit.id])
      #expect(staff.count >= visit.staff, "visit \(visit.id)")
      #expect(staff.isSuperset(of: visit.pinned), "visit \(visit.id)")
    }
  }

  @Test func allRulesPutEveryColumnToUse() throws {
    let instance = try Instance(validating: Scenario.draft(options { ($0.clients, $0.allRules) = (60, true) }))
    #expect(instance.visits.contains { !$0.pinned.isEmpty })
    #expect(instance.visits.contains { $0.pinnedStart != nil })
    #expect(instance.visits.contains { !$0.counts })
    #expect(instance.visits.contains { $0.priority > 1 })
    #expect(Set(instance.visits.flatMap(\.skills)) == ["insulin", "catheter"])
    #expect(instance.clients.contains { !$0.preferred.isEmpty })
    #expect(instance.clients.contains { !$0.blocked.isEmpty })
    #expect(instance.clients.contains { $0.targetStaff < Client.defaultTarget })
    #expect(instance.staff.contains { $0.maxMinutes != nil })
    #expect(instance.shifts.contains { $0.kind == .pool })
    #expect(Set(instance.links.map(\.staff)) == [.any, .same, .different])
    #expect(instance.links.contains { $0.minGap == nil } && instance.links.contains { $0.maxGap == nil })
    #expect(!instance.history.isEmpty)
    // Other programs that read the generated units know no imbalance, so it keeps its default there.
    #expect(ScorePart.parts(of: instance.format).allSatisfy { $0.isOptional || instance.weights[$0] > 0 })
    guard case .matrix(let rows) = instance.travel else {
      Issue.record("travel is not a matrix")
      return
    }
    #expect(rows.indices.contains { row in rows.indices.contains { rows[row][$0] != rows[$0][row] } })
  }

  @Test func linksCanBeKept() throws {
    let instance = try Instance(validating: Scenario.draft(options { ($0.clients, $0.allRules) = (60, true) }))
    let visits = Dictionary(uniqueKeysWithValues: instance.visits.map { ($0.id, $0) })
    #expect(instance.links.count >= 10)
    let staff = able(in: instance)
    for link in instance.links {
      let (first, second) = (try #require(visits[link.first]), try #require(visits[link.second]))
      let most = second.latest.minutes(since: first.earliest)
      let least = second.earliest.minutes(since: first.latest)
      #expect((link.minGap ?? .min) <= most && (link.maxGap ?? .max) >= least)
      let (able, ableToo) = (try #require(staff[first.id]), try #require(staff[second.id]))
      if link.staff == .same { #expect(able.intersection(ableToo).count >= first.staff) }
      if link.staff == .different { #expect(able.union(ableToo).count >= first.staff + second.staff) }
    }
  }

  @Test func historyLiesBeforeTheHorizonAndKnowsAFewFaces() throws {
    let draft = try Scenario.draft(options { ($0.clients, $0.days, $0.historyDays) = (60, 7, 7) })
    let start = draft.horizon.start
    #expect(draft.history.allSatisfy { $0.date < start && $0.date >= start.advanced(by: -7) })
    let faces = Dictionary(grouping: draft.history, by: \.client).values.map { Set($0.map(\.staff)).count }
    #expect(faces.count >= 50)
    #expect(faces.allSatisfy { (2...8).contains($0) })
    #expect(try Scenario.draft(options { $0.clients = 60 }).history.isEmpty)
  }
}
