import Foundation
import Testing

@Suite struct FrontierCommandTests {
  @Test func tableCSVAndPictureTellTheSameRosters() async throws {
    let folder = try TemporaryFolder()
    let instance = try folder.write(try Fixtures.ward(), to: "ward.json")
    let (csv, svg, pick) = (folder["f.csv"], folder["f.svg"], folder["pick.json"])
    let outcome = try await SammaCommand.run(
      "frontier", instance, "--iterations", "40000", "--limits", "3", "--csv", csv.path, "--svg", svg.path, "--pick",
      pick.path, "--json")
    #expect(outcome.status == 0)
    let points = try #require(try outcome.json["points"] as? [[String: [String: Int]]])
    let rows = try String(contentsOf: csv, encoding: .utf8).split(separator: "\n")
    #expect(rows.first == "travelMinutes,distinct,unassigned,total,knee")
    #expect(rows.count == points.count + 1)
    let travel = points.compactMap { $0["score"]?["travelMinutes"] }
    #expect(rows.dropFirst().map { $0.split(separator: ",").first.flatMap { Int($0) } } == travel)
    #expect((try outcome.json["limits"] as? [Any])?.count == 3)
    let picture = try String(contentsOf: svg, encoding: .utf8)
    #expect(picture.hasPrefix("<?xml") && picture.contains("</svg>"))
    let knee = try outcome.json["knee"] as? Int
    #expect(picture.contains(">knee<") == (knee != nil))
    let check = try await SammaCommand.run("check", instance, pick.path)
    #expect(check.status == 0)
  }
}
