import Files
import Testing

@testable import Tables

@Suite struct BrokenRosterTests {
  @Test(arguments: BrokenRoster.all)
  func `a broken roster is refused with every problem and its place`(broken: BrokenRoster) {
    #expect(Samples.rosterProblems(broken.text) == broken.messages)
  }
}

/// Rosters with one slip, or a few.
extension BrokenRoster {
  static let all: [BrokenRoster] = [
    .init(
      "a roster that is no object", "", "[]",
      [
        "r.json:1:1: found a list; expected an object that holds a roster"
      ]),
    .init(
      "an instance instead of a roster", "samma-roster/1", "samma-instance/1",
      [
        #"r.json:1:13: found the format "samma-instance/1", which is an instance; expected "samma-roster/1", a roster"#
      ]),
    .init(
      "a roster without its parts", "", #"{"format": "samma-roster/1"}"#,
      [
        #"r.json:1:1: found no instance; expected the key "instance", with the name of the instance answered"#,
        #"r.json:1:1: found no assignments; expected the key "assignments", with a list, even if an empty one"#,
        #"r.json:1:1: found no score; expected the key "score", with an object"#,
      ]),
    .init(
      "an unknown key in a roster", #""unassigned": ["#, #" "unasigned": ["#,
      [
        #"r.json:3:4: found the unknown key "unasigned" in the roster; expected "unassigned", the nearest known key"#
      ]),
    .init(
      "an unknown key in an assignment", #""shifts": ["S01-0302"]"#, #""shift": ["S01-0302"]"#,
      [
        #"r.json:2:84: assignments row 1, shift: found an unknown key; expected "shifts", the nearest known key"#
      ]),
    .init(
      "an assignment that is no object", #""assignments": ["#, #""assignments": ["V3","#,
      [
        #"r.json:2:19: assignments row 1: found "V3"; expected an object with visit, start, staff, shifts"#
      ]),
    .init(
      "assignments that are no list",
      #""assignments": [ { "visit": "V1", "start": "2026-03-02T07:45", "staff": ["S01"], "shifts": ["S01-0302"] } ]"#,
      #""assignments": {}"#,
      [
        "r.json:2:18: found an object for assignments; expected a list of objects, one for each row of assignments"
      ]),
    .init(
      "a start that does not exist", "2026-03-02T07:45", "2026-03-02T24:45",
      [
        #"r.json:2:46: assignments row 1, start: found "2026-03-02T24:45"; expected a date-time that exists, such as 2026-03-02T07:30"#
      ]),
    .init(
      "staff that is no list", #""staff": ["S01"]"#, #""staff": "S01""#,
      [
        #"r.json:2:75: assignments row 1, staff: found "S01"; expected a list of ids of rows of staff"#
      ]),
    .init(
      "an unassigned visit that is no text", #""V2""#, "2",
      [
        "r.json:3:19: found 2 in unassigned; expected an id in text"
      ]),
    .init(
      "unassigned that is no list", #"[ "V2" ]"#, #""V2""#,
      [
        #"r.json:3:17: found "V2" for unassigned; expected a list of ids"#
      ]),
    .init(
      "an instance name that is no text", #""two-clients""#, "null",
      [
        #"r.json:1:1: found no instance; expected the key "instance", with the name of the instance answered"#
      ]),
    .init(
      "a score that is no object", #""score": {"#, #""score": 123, "solve": {"#,
      [
        "r.json:4:12: score: found 123; expected an object with total",
        #"r.json:6:3: found the key "solve" of the roster a second time; expected each key once"#,
      ]),
    .init(
      "a score that is no whole number", #""total": 123"#, #""total": 123.5"#,
      [
        "r.json:4:23: score, total: found 123.5; expected a whole number from 0 to 9007199254740991"
      ]),
    .init(
      "a part of the score that no score has", #""travelMinutes": 23"#, #""travelMins": 23"#,
      [
        #"r.json:5:33: score, travelMins: found an unknown key; expected "travelMinutes", the nearest known key"#
      ]),
    .init(
      "an unknown status", #""optimal""#, #""best""#,
      [
        #"r.json:6:43: solve, status: found "best"; expected one of "optimal", "feasible", "interrupted""#
      ]),
    .init(
      "a seed below zero", #""seed": 1"#, #""seed": -1"#,
      [
        "r.json:7:67: solve, seed: found -1; expected a whole number from 0 to 18446744073709551615"
      ]),
    .init(
      "a bound that is no number", #""bound": { "unassigned": 0"#, #""bound": { "unassigned": "none""#,
      [
        #"r.json:7:39: bound, unassigned: found "none"; expected a whole number from 0 to 9007199254740991"#
      ]),
  ]
}
