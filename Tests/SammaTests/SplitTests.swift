import Foundation
import HomeCare
import Interchange
import Scenarios
import Testing

@Suite struct SplitTests {
  @Test func aCitysUnitsHoldEveryClientVisitAndStaffMemberOnce() async throws {
    let folder = try TemporaryFolder()
    var options = ScenarioOptions()
    options.units = 3
    options.days = 2
    let city = try Instance(validating: Scenario.draft(options))
    let path = try folder.write(String(decoding: city.json(), as: UTF8.self), to: "city.json")
    let split = try await SammaCommand.run("split", path, "-o", folder["units"].path)
    #expect(split.status == 0)
    #expect(split.errors.isEmpty)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder["units"].path).sorted()
    #expect(files == (1...3).map { "\(city.name)-\($0).json" })
    let units = try files.map { try InstanceSource(argument: folder["units/\($0)"].path).read() }
    #expect(units.allSatisfy { $0.name != city.name && $0.warnings.isEmpty })
    #expect(units.flatMap { $0.clients.map(\.id.rawValue) }.sorted() == city.clients.map(\.id.rawValue).sorted())
    #expect(units.flatMap { $0.visits.map(\.id.rawValue) }.sorted() == city.visits.map(\.id.rawValue).sorted())
    #expect(units.flatMap { $0.staff.map(\.id.rawValue) }.sorted() == city.staff.map(\.id.rawValue).sorted())
    #expect(units.allSatisfy { Set($0.clients.map(\.area)).count == 1 })
  }

  @Test func aUnitStaysAsItIs() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Fixtures.twoClients, to: "instance.json")
    #expect(try await SammaCommand.run("split", path, "-o", folder["units"].path).status == 0)
    let unit = try InstanceSource(argument: folder["units/two-clients.json"].path).read()
    #expect(try unit.json() == InstanceSource(argument: path).read().json())
    #expect(try await SammaCommand.run("split", path, "-o", path).status == 2, "a file is no folder")
  }
}
