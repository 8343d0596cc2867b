import Continuity
import Files
import HomeCare
import Testing

@testable import VisitLogs

@Suite struct DefinitionFileTests {
  private static func read(_ text: String) throws -> Definition { try Definition(json: Array(text.utf8)) }

  @Test func settingsThatAreLeftOutAreThoseOfEveryone() throws {
    let definition = try Self.read(#"{"format": "samma-definition/1", "name": "own", "version": 3}"#)
    var expected = Definition(name: "own", version: 3, purpose: "")
    #expect(definition == expected)
    expected.periodDays = 7
    expected.weekdays = [1, 2, 3, 4, 5]
    expected.clock = TimeOfDay("06:00")!...TimeOfDay("23:00")!
    expected.excludedCategories = ["alarm"]
    expected.minimumAge = 80
    expected.thresholds = [9]
    let own = try Self.read(
      """
      {"format": "samma-definition/1", "name": "own", "version": 3, "settings": {"periodDays": 7,
       "weekdays": [5, 4, 3, 2, 1], "clock": {"from": "06:00", "to": "23:00"}, "excludedCategories": ["alarm"],
       "minimumAge": 80, "thresholds": [9]}}
      """)
    #expect(own == expected)
  }

  @Test(
    "a definition that is unsound is refused",
    arguments: [
      ("{}", 3), (#"{"format": "samma-definition/2", "name": "x", "version": 1}"#, 1),
      (#"{"format": "samma-definition/1", "name": "x", "version": 0}"#, 1),
      (#"{"format": "samma-definition/1", "name": "x", "version": 1, "settings": {"periodDays": 0, "days": 3}}"#, 2),
      (
        #"{"format": "samma-definition/1", "name": "x", "version": 1, "settings": {"clock": {"from": "8", "to": "9"}}}"#,
        2
      ),
      (#"{"format": "samma-definition/1", "name": "x", "version": 1, "settings": {"weekdays": [0, 8]}}"#, 2),
      ("not JSON", 1),
    ])
  func refused(text: String, problems: Int) throws {
    let error = try #require(throws: InputError.self) { try Self.read(text) }
    #expect(error.problems.count == problems)
  }
}
