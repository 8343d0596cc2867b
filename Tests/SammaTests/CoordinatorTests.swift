import Foundation
import HomeCare
import Interchange
import Testing

/// A coordinator's work by commands alone: from the unit's workbook to sheets of paper.
@Suite struct CoordinatorTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write(CoordinatorWorkbook())
  }

  private func path(_ name: String) -> String { folder[name].path }

  private func write(_ workbook: CoordinatorWorkbook) throws {
    var workbook = workbook
    try Data(workbook.bytes()).write(to: folder["norr.xlsx"])
  }

  private func samma(_ arguments: String...) async throws -> SammaCommand.Outcome {
    let outcome = try await SammaCommand.run(arguments)
    // Visits left are no failure of the command.
    #expect(outcome.status == 0 || outcome.status == 3, "\(arguments): \(outcome.errors)")
    return outcome
  }

  private func expand(_ arguments: String...) async throws -> SammaCommand.Outcome {
    try await SammaCommand.run(
      ["expand", path("norr.xlsx"), "--from", "2026-03-02", "--lang", "sv"] + arguments)
  }

  /// The roster of a morning after a change, sound by the checker.
  private func repair(
    _ day: Int, _ change: String, _ arguments: String...
  ) async throws -> (told: SammaCommand.Outcome, instance: Instance, roster: Roster) {
    let outcome = try await SammaCommand.run(
      [
        "repair", path("unit\(day).json"), path("plan\(day).json"), "--change", change, "--rounds", "200", "--pick",
        "fewestChanges", "-o", path("plan\(day + 1).json"), "--instance-out", path("unit\(day + 1).json"), "--lang",
        "sv",
        "--list", path("list\(day + 1).json"),
      ] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let (unit, plan) = (path("unit\(day + 1).json"), path("plan\(day + 1).json"))
    let check = try await samma("check", unit, plan)
    #expect(check.output.hasSuffix("VALID\n") && !check.output.contains("INVALID"), "day \(day): \(check.output)")
    return (outcome, try InstanceSource(argument: unit).read(), try Roster(path: plan))
  }

  @Test func aMessyWorkbookIsReadWholeAndWhatItWasTakenForIsTold() async throws {
    let expanded = try await expand("-o", path("unit.json"))
    #expect(expanded.status == 0, "\(expanded.errors)")
    for told in [
      "blad \"Brukare norr\": läst som brukare, 40 rader", "blad \"Schema v10-11\": läst som schema, 35 rader",
      "frånvaro: 4 rader, 3 använda; 1 inte i planeringstiden",
      "historik: 560 rader, 559 använda; om ingen i tabellerna: \"Inhyrd Bemanning\" i 1",
      "blad \"Att göra\": ingen tabell med behov", "koordinaterna är i SWEREF 99 TM", "\"0,75\" är 75 procent",
      "\"05/03/2026\" är 2026-03-05", "2 per vecka på dagar som planeringen väljer",
    ] { #expect(expanded.errors.contains(told), "\(told) is not told:\n\(expanded.errors)") }
    let unit = try InstanceSource(argument: path("unit.json")).read()
    #expect(unit.clients.count == 40 && unit.staff.count == 35 && unit.visits.count > 900)
    #expect(unit.staff.allSatisfy { $0.phone != nil } && unit.clients.contains { $0.access == "kod 1234" })
    // Contacts are found however they are spelled, and so are the people of the log.
    #expect(unit.clients.count { $0.contact != nil } == 36 && unit.history.count > 400)
    // Days that the planner chooses are kept apart, and nobody who is away has visits.
    #expect(!unit.alternatives.isEmpty && !unit.links.isEmpty)
    let inHospital = CoordinatorWorkbook.client(CoordinatorWorkbook.inHospital)
    #expect(!unit.visits.contains { $0.client.rawValue == inHospital })
  }

  @Test func threeMorningsAreMendedAndSheetsAreHandedOut() async throws {
    // Three days, so that the test is quick.
    #expect(try await expand("--days", "3", "-o", path("unit1.json")).status == 0)
    _ = try await samma(
      "plan", path("unit1.json"), "--iterations", "4000", "--threads", "1", "-o", path("plan1.json"))
    #expect(try await samma("check", path("unit1.json"), path("plan1.json")).output.hasSuffix("VALID\n"))
    let unit = try InstanceSource(argument: path("unit1.json")).read()
    let plan = try Roster(path: path("plan1.json"))
    let monday = unit.horizon.start

    // Monday: somebody who works is ill, by a table that a telephone call was written down in.
    let first = try #require(plan.assignments.min { ($0.start, $0.visit) < ($1.start, $1.visit) })
    let shift = try #require(first.shifts.first)
    let call = try await samma("call", path("unit1.json"), path("plan1.json"), "--shift", "\(shift)", "--lang", "sv")
    #expect(call.output.contains("070-"))
    let ill = try #require(unit.staff.first { $0.id == first.staff[0] }?.name)
    let absence = try folder.write("Namn;Från;Till\n\(ill.uppercased());\(monday);\(monday)\n", to: "frånvaro.csv")
    let sick = try await repair(1, absence)
    #expect(sick.told.errors.contains("läst som frånvaro, 1 rad"), "\(sick.told.errors)")
    #expect(!sick.roster.assignments.contains { $0.start.date == monday && $0.staff.contains(first.staff[0]) })
    let list = try ChangeListFile(path: path("list2.json")).list
    let theirs = Set(
      plan.assignments.filter { $0.start.date == monday && $0.staff.contains(first.staff[0]) }.map(\.visit))
    #expect(
      list.changes.allSatisfy { theirs.contains($0.visit) || plan.unassigned.contains($0.visit) }, "\(list.changes)")
    // The list carried out in whole gives the same roster.
    _ = try await samma(
      "apply", path("unit2.json"), path("plan1.json"), "--changes", path("list2.json"), "-o", path("applied.json"))
    #expect(try Roster(path: path("applied.json")).places == sick.roster.places)

    // Tuesday: a client is home from hospital, by their needs in the workbook.
    var workbook = CoordinatorWorkbook()
    let inHospital = CoordinatorWorkbook.client(CoordinatorWorkbook.inHospital)
    func home() async throws -> SammaCommand.Outcome {
      try await expand(
        "--days", "3", "--clients", workbook.name(ofClient: CoordinatorWorkbook.inHospital), "--as-changes", "-o",
        path("home.json"))
    }
    var written = try await home()
    #expect(
      written.errors.contains("\(inHospital) har inget besök dessa dagar: borta från 2026-02-27T00:00, utan känt slut"),
      "\(written.errors)")
    workbook.lastDayInHospital = "2026-03-02"
    try write(workbook)
    written = try await home()
    #expect(written.errors.contains("besök är skrivna som ändringar"), "\(written.errors)")
    let homecoming = try await repair(2, path("home.json"), "--now", "2026-03-03T06:30")
    let back = homecoming.instance.visits.filter { $0.client.rawValue == inHospital }
    #expect(!back.isEmpty && back.allSatisfy { $0.earliest.date > monday })
    let left = Set(homecoming.roster.unassigned)
    #expect(back.contains { !left.contains($0.id) })

    // Wednesday: a client has come, and two swap a shift.
    workbook.hasNewClient = true
    try write(workbook)
    let newcomer = try await expand(
      "--from", "2026-03-04", "--days", "1", "--clients", "Ny Kund", "--as-changes", "-o", path("new.json"))
    #expect(newcomer.status == 0 && newcomer.errors.contains("2 besök är skrivna som ändringar"), "\(newcomer.errors)")
    let come = try await repair(3, path("new.json"), "--now", "2026-03-04T06:30")
    #expect(come.instance.clients.last?.name == "Ny Kund")
    let wednesday = monday.advanced(by: 2)
    let works = try #require(
      come.instance.shifts.first { shift in
        shift.start.date == wednesday && come.roster.assignments.contains { $0.shifts.contains(shift.id) }
      })
    let free = try #require(
      come.instance.staff.first { member in
        !come.instance.shifts.contains { $0.staff == member.id && $0.end > wednesday.midnight.advanced(by: -720) }
      })
    let swap = try folder.write(
      "Datum;Personal;Ersättare\n\(wednesday);\(works.staff);\(free.name ?? "")\n", to: "byten.csv")
    let swapped = try await repair(4, swap, "--now", "2026-03-04T06:30")
    #expect(swapped.instance.shifts.first { $0.id == works.id }?.staff == free.id)
    #expect(!swapped.roster.assignments.contains { $0.start.date == wednesday && $0.staff.contains(works.staff) })

    // Handed out.
    _ = try await samma("export", path("unit5.json"), path("plan5.json"), "-o", path("out"))
    let files = try FileManager.default.subpathsOfDirectory(atPath: path("out"))
    #expect(files.count { $0.hasPrefix("sheets/staff-") } == 3 && files.count { $0.hasPrefix("sheets/wall-") } == 3)
    #expect(files.count { $0.hasSuffix(".ics") } > 20 && files.contains("sheets/crisis.html"))
    let wall = try String(contentsOf: folder["out/sheets/wall-2026-03-04.html"], encoding: .utf8)
    for person in swapped.instance.clients.compactMap(\.name) { #expect(!wall.contains(person)) }
    let report = try await samma("report", path("unit5.json"), path("plan5.json"), "--lang", "sv")
    #expect(report.output.contains("1040 Ny Kund"))
  }
}
