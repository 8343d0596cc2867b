import Files
import HomeCare

@testable import Tables

/// Small files for tests.
enum Samples {
  /// An instance in which every table and every column says something.
  static let full = """
    {
      "format": "samma-instance/1",
      "name": "two-clients",
      "horizon": { "start": "2026-03-02", "days": 7, "window": 14, "timeZone": "Europe/Stockholm" },
      "weights": { "distinct": 90, "newFace": 5 },
      "travel": { "kind": "coordinates", "speedKmh": 15, "detour": 1.3, "fixedMinutes": 2 },
      "locations": [ { "id": "base", "lat": 57.4875, "lon": 12.0763 }, { "id": "k1", "lat": 57.4921, "lon": 12.0801 } ],
      "staff": [ { "id": "S01", "name": "Åsa", "skills": ["insulin"], "location": "base", "maxMinutes": 4800 },
                 { "id": "S02" } ],
      "shifts": [ { "id": "S01-0302", "staff": "S01", "start": "2026-03-02T07:00", "end": "2026-03-02T16:00",
                    "kind": "rostered", "breakMinutes": 30, "breakFrom": "2026-03-02T11:00",
                    "breakTo": "2026-03-02T13:30" },
                  { "id": "P", "staff": "S02", "start": "2026-03-02T07:00", "end": "2026-03-02T16:00", "kind": "pool" } ],
      "clients": [ { "id": "C1", "name": "Bo", "location": "k1", "area": "north", "targetStaff": 9, "contact": "S01",
                     "preferred": ["S01"], "blocked": ["S02"] },
                   { "id": "C2", "location": "k1" } ],
      "visits": [ { "id": "V1", "client": "C1", "earliest": "2026-03-02T07:30", "latest": "2026-03-02T08:15",
                    "minutes": 30, "staff": 1, "skills": ["insulin"], "kind": "care", "counts": true, "priority": 2,
                    "pinned": ["S01"], "pinnedStart": "2026-03-02T07:45" },
                  { "id": "V2", "client": "C2", "earliest": "2026-03-02T11:30", "latest": "2026-03-02T12:15",
                    "minutes": 20, "counts": false, "kind": "service", "pinnedStart": null } ],
      "links": [ { "first": "V1", "second": "V2", "minGap": 60, "maxGap": 360, "staff": "any" } ],
      "history": [ { "client": "C1", "staff": "S01", "date": "2026-02-27" } ]
    }
    """

  /// An instance of format 2 in which every table and every column says something.
  static let second = """
    {
      "format": "samma-instance/2",
      "name": "two-clients",
      "horizon": { "start": "2026-03-02", "days": 7 },
      "weights": { "unsteady": 2, "poolMinute": 3 },
      "travel": { "kind": "matrix", "minutes": [[0, 7], [9, 0]] },
      "travelModes": [ { "id": "bicycle", "kind": "coordinates", "speedKmh": 15, "detour": 1.3, "fixedMinutes": 2 },
                       { "id": "car", "kind": "matrix", "minutes": [[0, 3], [4, 0]] } ],
      "locations": [ { "id": "base", "lat": 57.4875, "lon": 12.0763 },
                     { "id": "k1", "lat": 57.4921, "lon": 12.0801, "address": "Storgatan 1" } ],
      "staff": [ { "id": "S01", "skills": ["insulin"], "location": "base", "maxMinutes": 300, "mode": "bicycle",
                   "phone": "070" }, { "id": "S02" } ],
      "shifts": [ { "id": "S01-0302", "staff": "S01", "start": "2026-03-02T07:00", "end": "2026-03-02T16:00",
                    "breakMinutes": 30, "breakFrom": "2026-03-02T11:00", "breakTo": "2026-03-02T13:30" },
                  { "id": "S02-0302", "staff": "S02", "start": "2026-03-02T07:00", "end": "2026-03-02T16:00",
                    "kind": "pool", "mode": "car" } ],
      "clients": [ { "id": "C1", "location": "k1", "blocked": ["S02"], "phone": "08", "access": "key 4",
                     "remark": "dog" } ],
      "series": [ { "id": "C1-a", "client": "C1", "usual": "08:10", "tolerance": 0 }, { "id": "C1-b", "client": "C1" } ],
      "visits": [ { "id": "V1", "client": "C1", "earliest": "2026-03-02T07:30", "latest": "2026-03-02T08:15",
                    "minutes": 30, "skills": ["insulin"], "series": "C1-a", "tasks": "wash" },
                  { "id": "V2", "client": "C1", "earliest": "2026-03-02T08:00", "latest": "2026-03-02T08:15",
                    "minutes": 20, "series": "C1-b", "alongside": true } ],
      "alternatives": [ { "visit": "V1", "earliest": "2026-03-03T07:30", "latest": "2026-03-03T08:15" } ],
      "links": [ { "first": "V1", "second": "V2", "minGap": -60 } ],
      "history": [ { "client": "C1", "staff": "S01", "date": "2026-02-27" } ],
      "exceptions": [
        { "rule": "H2", "reason": "late bus", "visit": "V1", "before": 5, "after": 10, "by": "Åsa",
          "at": "2026-02-27T09:00" },
        { "rule": "H3", "reason": "overtime", "shift": "S01-0302", "after": 15 },
        { "rule": "H4", "reason": "next door", "visit": "V1", "second": "V2", "minutes": 1 },
        { "rule": "H6", "reason": "short day", "shift": "S01-0302" },
        { "rule": "H7", "reason": "accompanied", "visit": "V1", "staff": "S02" },
        { "rule": "H8", "reason": "agreed", "visit": "V1", "staff": "S02" },
        { "rule": "H11", "reason": "agreed", "staff": "S01", "minutes": 60 },
        { "rule": "H12", "reason": "handover", "visit": "V1", "second": "V2" } ]
    }
    """

  /// A roster with everything in it.
  static let roster = """
    { "format": "samma-roster/1", "instance": "two-clients",
      "assignments": [ { "visit": "V1", "start": "2026-03-02T07:45", "staff": ["S01"], "shifts": ["S01-0302"] } ],
      "unassigned": [ "V2" ],
      "score": { "total": 123, "unassigned": 1, "distinct": 1, "overTarget": 0, "newFace": 0, "notContact": 0,
                 "notPreferred": 0, "travelMinutes": 23, "poolShifts": 0 },
      "solve": { "solver": "exact", "status": "optimal", "lowerBound": 123, "gap": 0.0,
                 "bound": { "unassigned": 0, "distinct": 1 }, "seed": 1, "seconds": 0.4, "machine": [{"cores": 2}] } }
    """

  /// The tables of a JSON text, or what is wrong with it.
  static func draft(_ json: String) throws -> InstanceDraft { try Instance(json: Array(json.utf8)).tables }

  /// The messages that a JSON instance is refused with; none where it is accepted.
  static func problems(_ json: String) -> [String] { problems(Array(json.utf8)) }

  static func problems(_ bytes: [UInt8]) -> [String] {
    do throws(InputError) {
      _ = try Instance(json: bytes, file: "a.json")
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  /// The messages that a JSON roster is refused with.
  static func rosterProblems(_ json: String) -> [String] {
    do throws(InputError) {
      _ = try Roster(json: Array(json.utf8), file: "r.json")
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }
}
