import Files
import Testing

@testable import Tables

@Suite struct BrokenInstanceTests {
  @Test(arguments: BrokenInstance.all)
  func `a broken instance is refused with every problem and its place`(broken: BrokenInstance) {
    #expect(Samples.problems(broken.text) == broken.messages)
  }
}

/// Instances with one slip, or a few.
extension BrokenInstance {
  static let all: [BrokenInstance] = [
    .init(
      "no format", #""format": "samma-instance/1","#, "",
      [
        #"a.json:1:1: found no format; expected the key "format" with "samma-instance/1" or "samma-instance/2""#
      ]),
    .init(
      "no name", #""name": "two-clients","#, "",
      [
        #"a.json:1:1: found no name; expected the key "name", with the instance's name"#
      ]),
    .init(
      "a name that is no text", #""two-clients""#, "7",
      [
        "a.json:3:11: instance, name: found 7; expected text"
      ]),
    .init(
      "no horizon", #""horizon": {"#, #""horzon": {"#,
      [
        #"a.json:1:1: found no horizon; expected the key "horizon", with an object"#,
        #"a.json:4:3: found the unknown key "horzon" in the instance; expected "horizon", the nearest known key"#,
      ]),
    .init(
      "no travel and no visits", "",
      #"{"format":"samma-instance/1","name":"n","horizon":{"start":"2026-03-02","days":1},"locations":[],"staff":[],"shifts":[],"clients":[]}"#,
      [
        #"a.json:1:1: found no travel; expected the key "travel", with an object"#,
        #"a.json:1:1: found no visits; expected the key "visits", with a list, even if an empty one"#,
      ]),
    .init(
      "an unknown key at the top", #""weights":"#, #""wieghts":"#,
      [
        #"a.json:5:3: found the unknown key "wieghts" in the instance; expected "weights", the nearest known key"#
      ]),
    .init(
      "an unknown key far from any", #""weights":"#, #""comment":"#,
      [
        #"a.json:5:3: found the unknown key "comment" in the instance; expected one of format, name, horizon, weights, travel, locations, staff, shifts, clients, visits, links, history"#
      ]),
    .init(
      "a key twice at the top", #""name": "two-clients","#, #""name": "two-clients", "name": "b","#,
      [
        #"a.json:3:26: found the key "name" of the instance a second time; expected each key once"#
      ]),
    .init(
      "an unknown key in a row", #""maxMinutes": 4800"#, #""maxMinuts": 4800"#,
      [
        #"a.json:8:87: staff row 1 (S01), maxMinuts: found an unknown key; expected "maxMinutes", the nearest known key"#
      ]),
    .init(
      "an unknown key in the horizon", #""window": 14"#, #""windows": 14"#,
      [
        #"a.json:4:50: horizon, windows: found an unknown key; expected "window", the nearest known key"#
      ]),
    .init(
      "a key twice in a row", #""priority": 2"#, #""priority": 2, "priority": 3"#,
      [
        "a.json:18:114: visits row 1 (V1), priority: found the key a second time; expected each key once in an object"
      ]),
    .init(
      "a table that is no list", #""history": [ { "client": "C1", "staff": "S01", "date": "2026-02-27" } ]"#,
      #""history": {}"#,
      [
        "a.json:23:14: found an object for history; expected a list of objects, one for each row of history"
      ]),
    .init(
      "an object that is no object",
      #""horizon": { "start": "2026-03-02", "days": 7, "window": 14, "timeZone": "Europe/Stockholm" }"#,
      #""horizon": "2026-03-02""#,
      [
        #"a.json:4:14: horizon: found "2026-03-02"; expected an object with start, days"#
      ]),
    .init(
      "a row that is no object", #"{ "id": "S02" }"#, #""S02""#,
      [
        #"a.json:9:14: staff row 2: found "S02"; expected an object with id"#
      ]),
    .init(
      "a required cell missing", #""id": "C2", "location": "k1""#, #""id": "C2""#,
      [
        "a.json:16:16: clients row 2 (C2), location: found nothing; expected the id of a row of locations, in text"
      ]),
    .init(
      "a required cell that is null", #""id": "C2", "location": "k1""#, #""id": "C2", "location": null"#,
      [
        "a.json:16:16: clients row 2 (C2), location: found nothing; expected the id of a row of locations, in text"
      ]),
    .init(
      "text where a whole number is due", #""minutes": 20"#, #""minutes": "20""#,
      [
        #"a.json:21:28: visits row 2 (V2), minutes: found "20"; expected a whole number from 1 to 10080"#
      ]),
    .init(
      "a fraction where a whole number is due", #""minutes": 20"#, #""minutes": 20.5"#,
      [
        "a.json:21:28: visits row 2 (V2), minutes: found 20.5; expected a whole number from 1 to 10080"
      ]),
    .init(
      "a whole number beyond all bounds", #""minutes": 20"#, #""minutes": 100000000000000000000"#,
      [
        "a.json:21:28: visits row 2 (V2), minutes: found 100000000000000000000; expected a whole number from 1 to 10080"
      ]),
    .init(
      "a whole number out of range", #""minutes": 20"#, #""minutes": 0"#,
      [
        "a.json:21:28: visits row 2 (V2), minutes: found 0; expected a whole number from 1 to 10080"
      ]),
    .init(
      "a number beyond all bounds", #""lat": 57.4875"#, #""lat": 1e999"#,
      [
        "a.json:7:41: locations row 1 (base), lat: found 1e999; expected a number from -90 to 90"
      ]),
    .init(
      "a number out of range", #""lat": 57.4875"#, #""lat": 574.875"#,
      [
        "a.json:7:41: locations row 1 (base), lat: found 574.875; expected a number from -90.0 to 90.0"
      ]),
    .init(
      "text where a number is due", #""speedKmh": 15"#, #""speedKmh": "15""#,
      [
        #"a.json:6:50: travel, speedKmh: found "15"; expected a number from 0.1 to 1000"#
      ]),
    .init(
      "a number where text is due", #""name": "Bo""#, #""name": 5"#,
      [
        "a.json:14:38: clients row 1 (C1), name: found 5; expected text"
      ]),
    .init(
      "a number where an id is due", #""id": "S02""#, #""id": 2"#,
      [
        "a.json:9:22: staff row 2, id: found 2; expected an id in text"
      ]),
    .init(
      "a word where a flag is due", #""counts": false"#, #""counts": "no""#,
      [
        #"a.json:21:42: visits row 2 (V2), counts: found "no"; expected true or false"#
      ]),
    .init(
      "a date-time with a space", #""2026-03-02T11:30""#, #""2026-03-02 11:30""#,
      [
        #"a.json:20:57: visits row 2 (V2), earliest: found "2026-03-02 11:30"; expected a date-time that exists, such as 2026-03-02T07:30"#
      ]),
    .init(
      "a date-time with seconds", #""2026-03-02T11:30""#, #""2026-03-02T11:30:00""#,
      [
        #"a.json:20:57: visits row 2 (V2), earliest: found "2026-03-02T11:30:00"; expected a date-time that exists, such as 2026-03-02T07:30"#
      ]),
    .init(
      "a date-time that does not exist", #""2026-03-02T11:30""#, #""2026-02-30T11:30""#,
      [
        #"a.json:20:57: visits row 2 (V2), earliest: found "2026-02-30T11:30"; expected a date-time that exists, such as 2026-03-02T07:30"#
      ]),
    .init(
      "a date that does not exist", #""date": "2026-02-27""#, #""date": "2026-02-29""#,
      [
        #"a.json:23:58: history row 1, date: found "2026-02-29"; expected a date that exists, such as 2026-03-02"#
      ]),
    .init(
      "a date written another way", #""date": "2026-02-27""#, #""date": "27/2 2026""#,
      [
        #"a.json:23:58: history row 1, date: found "27/2 2026"; expected a date that exists, such as 2026-03-02"#
      ]),
    .init(
      "an unknown word", #""kind": "pool""#, #""kind": "poool""#,
      [
        #"a.json:13:108: shifts row 2 (P), kind: found "poool"; expected one of "rostered", "pool""#
      ]),
    .init(
      "an unknown kind of travel", #""kind": "coordinates""#, #""kind": "roads""#,
      [
        #"a.json:6:23: travel, kind: found "roads"; expected one of "coordinates", "matrix""#
      ]),
    .init(
      "a list that is no list", #""skills": ["insulin"], "location""#, #""skills": "insulin", "location""#,
      [
        #"a.json:8:54: staff row 1 (S01), skills: found "insulin"; expected a list of texts"#
      ]),
    .init(
      "a list with a number", #""preferred": ["S01"]"#, #""preferred": ["S01", 2, null]"#,
      [
        "a.json:15:39: clients row 1 (C1), preferred: found 2 in the list; expected a list of ids of rows of staff",
        "a.json:15:42: clients row 1 (C1), preferred: found null in the list; expected a list of ids of rows of staff",
      ]),
    .init(
      "part of a break", #""breakMinutes": 30, "breakFrom": "2026-03-02T11:00","#, #""breakMinutes": 30,"#,
      [
        "a.json:10:15: shifts row 1 (S01-0302), breakFrom: found nothing; expected a date-time that exists, such as 2026-03-02T07:30, since breakMinutes and breakTo go with it; or none of them"
      ]),
    .init(
      "coordinates without a speed", #""speedKmh": 15, "#, "",
      [
        "a.json:6:13: travel, speedKmh: found nothing; expected a number from 0.1 to 1000, since kind is coordinates"
      ]),
    .init(
      "coordinates with a matrix", #""speedKmh": 15,"#, #""speedKmh": 15, "minutes": [[0]],"#,
      [
        "a.json:6:65: travel, minutes: found a value where kind is coordinates; expected none, or another kind"
      ]),
    .init(
      "a matrix without minutes", #""kind": "coordinates", "speedKmh": 15, "detour": 1.3, "fixedMinutes": 2"#,
      #""kind": "matrix""#,
      [
        "a.json:6:13: travel, minutes: found nothing; expected a list of rows, each a list of whole minutes, since kind is matrix"
      ]),
    .init(
      "a matrix with a speed", #""kind": "coordinates", "speedKmh": 15, "detour": 1.3, "fixedMinutes": 2"#,
      #""kind": "matrix", "minutes": [[0,1],[1,0]], "speedKmh": 15"#,
      [
        "a.json:6:71: travel, speedKmh: found a value where kind is matrix; expected none, or another kind"
      ]),
    .init(
      "a matrix of texts", #""kind": "coordinates", "speedKmh": 15, "detour": 1.3, "fixedMinutes": 2"#,
      #""kind": "matrix", "minutes": [[0,"1"],[null,0.5]]"#,
      [
        #"a.json:6:48: travel, minutes: found "1"; expected whole minutes"#,
        "a.json:6:54: travel, minutes: found null (2 such in the row); expected whole minutes",
      ]),
    .init(
      "a matrix that is no list of lists", #""kind": "coordinates", "speedKmh": 15, "detour": 1.3, "fixedMinutes": 2"#,
      #""kind": "matrix", "minutes": [0,1]"#,
      [
        "a.json:6:45: travel, minutes: found 0; expected a list of rows, each a list of whole minutes",
        "a.json:6:47: travel, minutes: found 1; expected a list of rows, each a list of whole minutes",
      ]),
    .init(
      "a matrix of the wrong size", #""kind": "coordinates", "speedKmh": 15, "detour": 1.3, "fixedMinutes": 2"#,
      #""kind": "matrix", "minutes": [[0,1]]"#,
      [
        "a.json:6:44: travel, minutes: found 1 rows for 2 locations; expected one row for each location, in the order of locations"
      ]),
    .init(
      "an id used twice", #"{ "id": "S02" }"#, #"{ "id": "S01" }"#,
      [
        #"a.json:9:22: staff row 2 (S01), id: found "S01", the id of row 1 already; expected each id once in staff; give one of the two rows another id"#,
        #"a.json:13:37: shifts row 2 (P), staff: found "S02"; expected the id of a row of staff; add that row or correct the id"#,
        #"a.json:15:51: clients row 1 (C1), blocked: found "S02"; expected the id of a row of staff; add that row or correct the id"#,
      ]),
    .init(
      "a reference to nothing", #""client": "C2""#, #""client": "C3""#,
      [
        #"a.json:20:39: visits row 2 (V2), client: found "C3"; expected the id of a row of clients; add that row or correct the id"#
      ]),
    .init(
      "a window the wrong way round", #""earliest": "2026-03-02T11:30""#, #""earliest": "2026-03-02T12:30""#,
      [
        "a.json:20:87: visits row 2 (V2), latest: found 2026-03-02T12:15; expected a time at or after earliest, 2026-03-02T12:30"
      ]),
    .init(
      "an unreadable id that others refer to", #"{ "id": "S02" }"#, #"{ "id": 2 }"#,
      [
        "a.json:9:22: staff row 2, id: found 2; expected an id in text"
      ]),
    .init(
      "problems of reading and of validation together", #""minutes": 20, "counts": false"#,
      #""minutes": "20", "counts": 0, "staff": 0"#,
      [
        #"a.json:21:28: visits row 2 (V2), minutes: found "20"; expected a whole number from 1 to 10080"#,
        "a.json:21:44: visits row 2 (V2), counts: found 0; expected true or false",
        "a.json:21:56: visits row 2 (V2), staff: found 0; expected a whole number from 1 to 100",
      ]),
  ]
}
