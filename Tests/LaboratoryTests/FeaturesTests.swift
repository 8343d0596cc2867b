import Foundation
import HomeCare
import Interchange
import Testing

@testable import Laboratory

@Suite struct FeaturesTests {
  private let instance: Instance

  init() throws {
    instance = try Instance(
      json: Array(
        """
        {
          "format": "samma-instance/1", "name": "three-visits",
          "horizon": {"start": "2026-03-02", "days": 2},
          "travel": {"kind": "matrix", "minutes": [[0, 10], [10, 0]]},
          "locations": [{"id": "k1"}, {"id": "k2"}],
          "staff": [{"id": "S1", "skills": ["insulin"]}, {"id": "S2"}, {"id": "S3"}],
          "shifts": [
            {"id": "A", "staff": "S1", "start": "2026-03-02T07:00", "end": "2026-03-02T11:00"},
            {"id": "B", "staff": "S2", "start": "2026-03-02T08:30", "end": "2026-03-02T10:30"},
            {"id": "P", "staff": "S2", "start": "2026-03-03T08:00", "end": "2026-03-03T10:00", "kind": "pool"}
          ],
          "clients": [{"id": "C1", "location": "k1", "contact": "S1"},
                      {"id": "C2", "location": "k2", "blocked": ["S1"], "targetStaff": 5}],
          "visits": [
            {"id": "V1", "client": "C1", "earliest": "2026-03-02T08:00", "latest": "2026-03-02T09:00", "minutes": 60},
            {"id": "V2", "client": "C1", "earliest": "2026-03-02T08:00", "latest": "2026-03-02T09:00", "minutes": 30,
             "skills": ["insulin"], "pinned": ["S1"]},
            {"id": "V3", "client": "C2", "earliest": "2026-03-02T09:30", "latest": "2026-03-02T10:30", "minutes": 30},
            {"id": "V4", "client": "C1", "earliest": "2026-03-02T08:00", "latest": "2026-03-02T08:00", "minutes": 30,
             "staff": 2, "counts": false}
          ],
          "history": [{"client": "C1", "staff": "S3", "date": "2026-02-27"}, {"client": "C1", "staff": "S1", "date": "2026-02-27"},
                      {"client": "C1", "staff": "S1", "date": "2026-02-26"}]
        }
        """.utf8))
  }

  @Test func featuresAreThoseCountedByHand() {
    let features = InstanceFeatures(instance)
    let expected: [String: Double] = [
      "clients": 2, "visits": 4, "days": 2, "visitsPerDay": 2, "visitsPerClientMedian": 2, "minutesMedian": 30,
      "windowMinutesUpper": 60, "doubleShare": 0.25, "skilledShare": 0.25, "pinnedShare": 0.25, "uncountedShare": 0.25,
      "serviceMinutes": 180, "shiftMinutes": 480, "load": 0.375, "rosteredLoad": 0.5, "poolShare": 1.0 / 3,
      "targetMean": 9.5, "historyPerClient": 1, "historyOverlap": 0.5, "contactShare": 0.5,
    ]
    for (name, value) in expected { #expect(features[name] == value, "\(name)") }
  }

  @Test func eligibleStaffHaveTheSkillTheTimeAndAreNotBlocked() {
    let eligible = EligibleStaff(instance)
    // V4 begins before S2 does; V3 may not be served by S1, and S2 goes home half an hour after it may end.
    #expect(instance.visits.map { eligible.count(for: $0) } == [2, 1, 1, 1])
  }

  @Test func thePeakIsTheBusiestHalfHour() throws {
    let features = InstanceFeatures(instance)
    // From 8:00 to 8:30: half of V1's hour in two, a third of V2's, and two staff with V4.
    let peak = try #require(features["peakStaff"])
    #expect(abs(peak - (0.5 + 1.0 / 3 + 2)) < 1e-9)
    #expect(abs(try #require(features["peakLoad"]) - peak) < 1e-9, "S1 alone is at work then")
  }

  @Test func aRowStandsForEachInstanceInCSVAndForEachFeatureElsewhere() {
    let features = InstanceFeatures(instance)
    let report = FeatureReport([features, features])
    let csv = String(decoding: report.csv, as: UTF8.self).split(separator: "\n")
    #expect(csv.count == 3)
    #expect(csv[0].split(separator: ",").count == features.features.count + 1)
    #expect(csv[1].hasPrefix("three-visits,2,4,3,3,2,0,2,"))
    #expect(report.text.split(separator: "\n").count == features.features.count + 2)
    #expect(report.latex.contains("feature & three-visits & three-visits \\\\"))
  }
}
