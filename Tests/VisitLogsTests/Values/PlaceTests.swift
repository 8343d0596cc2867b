import Files
import Foundation
import HomeCare
import Testing

@testable import VisitLogs

@Suite struct PlaceTests {
  /// Control points of Lantmäteriet (kontrollpunkter.pdf): SWEREF 99 as degrees, SWEREF 99 TM and RT 90 2.5 gon V.
  static let controlPoints: [(latitude: Double, longitude: Double, tm: (Double, Double), rt90: (Double, Double))] = [
    (67.0906813247, 21.0347504375, (7_454_204.638, 761_811.242), (7_453_389.762, 1_727_060.905)),
    (63.5374338153, 16.2498873961, (7_046_077.605, 562_140.337), (7_047_738.415, 1_522_128.637)),
    (60.1594118369, 14.7578242131, (6_669_189.376, 486_557.055), (6_671_665.273, 1_441_843.186)),
    (56.3547775681, 13.8732650061, (6_246_136.458, 430_374.835), (6_249_111.351, 1_380_573.079)),
  ]

  /// Points of towns in the zone that each of them uses, projected by PROJ.
  static let zonePoints: [(zone: String, latitude: Double, longitude: Double, north: Double, east: Double)] = [
    ("1200", 57.7089, 11.9746, 6398861.670, 148485.856), ("1330", 55.605, 13.0038, 6164696.157, 118725.830),
    ("1500", 59.2753, 15.2134, 6573356.297, 162167.166), ("1630", 58.4108, 15.6214, 6477373.523, 98643.123),
    ("1800", 59.3293, 18.0686, 6579354.448, 153905.093), ("1415", 63.1792, 14.6357, 7008417.100, 169424.520),
    ("1545", 61.0, 16.2, 6765577.175, 174348.233), ("1715", 62.3908, 17.3069, 6920486.385, 152943.201),
    ("1845", 63.2909, 18.7153, 7020809.907, 148259.173), ("2015", 63.8258, 20.263, 7080435.051, 150640.070),
    ("2145", 65.5848, 22.1547, 7276602.606, 168673.445), ("2315", 66.8309, 23.6647, 7415556.311, 168214.618),
  ]

  private func isNear(_ found: (latitude: Double, longitude: Double)?, _ point: (Double, Double), metres: Double)
    -> Bool
  {
    guard let found else { return false }
    let degree = 111_000.0
    return abs(found.latitude - point.0) * degree < metres
      && abs(found.longitude - point.1) * degree * cos(point.0 * .pi / 180) < metres
  }

  private func place(_ location: Location) -> (latitude: Double, longitude: Double)? {
    location.latitude.flatMap { latitude in location.longitude.map { (latitude, $0) } }
  }

  @Test func controlPointsComeOutWhereTheyLie() throws {
    for point in Self.controlPoints {
      let tm = PlaceColumns([(point.tm.0, point.tm.1)], headers: [], named: nil)
      #expect(tm.system == .sweref99TM)
      #expect(isNear(tm.degrees(point.tm.0, point.tm.1), (point.latitude, point.longitude), metres: 0.01))
      // The direct projection of RT 90 is good to some decimetres.
      let old = PlaceColumns([(point.rt90.0, point.rt90.1)], headers: [], named: nil)
      #expect(old.system == .rt90)
      #expect(isNear(old.degrees(point.rt90.0, point.rt90.1), (point.latitude, point.longitude), metres: 0.3))
    }
    for point in Self.zonePoints {
      let zone = try #require(CoordinateSystem(rawValue: "sweref99-\(point.zone)"))
      for columns in [
        PlaceColumns([(point.north, point.east)], headers: ["N", "E"], named: zone),
        PlaceColumns([(point.north, point.east)], headers: ["N SWEREF 99 \(point.zone)", "E"], named: nil),
      ] {
        #expect(columns.system == zone)
        #expect(isNear(columns.degrees(point.north, point.east), (point.latitude, point.longitude), metres: 0.01))
      }
    }
  }

  @Test func columnsThatStandTheOtherWayRoundAreFound() {
    let degrees = PlaceColumns([(12.08, 57.49), (12.1, 57.5)], headers: [], named: nil)
    #expect(degrees.isExchanged && degrees.system == .wgs84)
    #expect(degrees.degrees(12.08, 57.49).map { [$0.latitude, $0.longitude] } == [57.49, 12.08])
    let metres = PlaceColumns([(430_374.835, 6_246_136.458)], headers: [], named: nil)
    #expect(metres.isExchanged && metres.system == .sweref99TM)
    #expect(isNear(metres.degrees(430_374.835, 6_246_136.458), (56.3547775681, 13.8732650061), metres: 0.01))
    // Elsewhere in the world degrees stay as they stand.
    for pair in [(40.7, -74.0), (-33.9, 151.2), (0.0, 0.0), (57.49, 12.08)] {
      #expect(!PlaceColumns([pair], headers: [], named: nil).isWorthTelling)
    }
  }

  @Test func aZoneThatNothingNamesAndARowOfAnotherKindAreRefused() {
    let zone = PlaceColumns([(6_398_861, 148_485)], headers: ["N", "E"], named: nil)
    #expect(zone.system == nil && zone.degrees(6_398_861, 148_485) == nil && zone.expected.contains("sweref99-1330"))
    let mixed = PlaceColumns([(57.49, 12.08), (57.5, 12.1), (12.2, 57.4)], headers: [], named: nil)
    #expect(mixed.degrees(57.5, 12.1) != nil && mixed.degrees(12.2, 57.4) == nil)
  }

  @Test(arguments: [
    ("Storgatan 5 A", "storgatan 5a", ""), ("STORGATAN 5A", "storgatan 5a", ""), ("Storg. 5a", "storgatan 5a", ""),
    ("Storgatan 5 A, lgh 1102, 443 30 Lerum", "storgatan 5a", "lerum"), ("Storgatan 5A lgh 1102", "storgatan 5a", ""),
    ("c/o Ek, Storgatan 5 A, Lerum", "storgatan 5a", "lerum"), ("Björkv. 12, 44330  LERUM", "björkvägen 12", "lerum"),
    ("Storgatan 5, SE-443 30 Lerum", "storgatan 5", "lerum"), ("Storgatan 5-7", "storgatan 5-7", ""),
    ("Storgatan 5 Lerum", "storgatan 5", "lerum"), ("Stora Hult", "stora hult", ""), ("", "", ""),
    ("Lilla  Nygatan\u{A0}3, vån 2", "lilla nygatan 3", ""), ("Storgatan 5, 1102", "storgatan 5", ""),
  ])
  func addressesHaveOneForm(text: String, key: String, town: String) {
    let address = StreetAddress(text)
    #expect(address.key == key && address.town == town)
  }

  private static let addresses = """
    Adress;Ort;N SWEREF 99 12 00;E SWEREF 99 12 00
    Storgatan 5A;Lerum;6398861,670;148485,856
    Storgatan 5A;Floda;6408861,670;158485,856
    Björkvägen 12;Lerum;6398900;148500
    Björkvägen 14;Lerum;6398950;148500

    """

  @Test func clientsWithoutCoordinatesArePlacedByTheirAddresses() throws {
    let needs = "client;recurrence;slot;minutes;adress;ort\n"
    let folder = try NeedsFolder.sound([
      "needs.csv": needs + "C1;mån;morgon;30;Storg. 5 A, lgh 1102, Lerum;\nC2;mån;morgon;30;BJÖRKV. 12;\n"
    ])
    let file = try NeedsFolder(["gator.csv": Self.addresses])
    let gazetteer = try Gazetteer.read("\(file.path)/gator.csv", nil)
    #expect(gazetteer.note?.contains("SWEREF 99 12 00") ?? false)
    func reading(_ folder: NeedsFolder) throws -> NeedsReading {
      try NeedsReader.read(
        folder: folder.path, nil, travel: .coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2), addresses: gazetteer
      )
    }
    let found = try reading(folder)
    #expect(found.placedByAddress == 2)
    let homes = found.needs.locations.filter { $0.id.rawValue.hasPrefix("home") }
    #expect(isNear(place(homes[0]), (57.7089, 11.9746), metres: 0.1))
    let lost = try NeedsFolder.sound([
      "needs.csv": needs
        + "C1;mån;morgon;30;Storgatan 5A;\nC2;mån;morgon;30;Björkvägen 13;\nC3;mån;morgon;30;Bjrkvägen 12;\n"
        + "C4;mån;morgon;30;Ängen 1;\nC5;mån;morgon;30;Storgatan 5 A;FLODA\n"
    ])
    let horizon = Horizon(start: try #require(LocalDate("2026-03-02")), days: 7)
    let error = try #require(throws: InputError.self) { try reading(lost).instance(over: horizon, name: "x") }
    let problems = error.problems.map { "\($0.position?.line ?? 0) \($0.expected)" }
    #expect(
      problems.count == 4 && problems[0].hasPrefix("2 the town too, since the address is found in Lerum and in Floda")
        && problems[1].hasSuffix("the nearest is \"Björkvägen 12\", \"Björkvägen 14\"")
        && problems[2].hasSuffix("the nearest is \"Björkvägen 12\"") && problems[3].hasPrefix("5 an address of"),
      "\(problems)")
  }

  @Test func placesInMetresAndExchangedOnesAreReadAndTold() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": "client;recurrence;slot;minutes;nord;öst\nC1;mån;morgon;30;6246136,458;430374,835\n",
      "staff.csv": "staff;lat;lon\nS1;12,07;57,48\nS2;12,07;57,48\n",
    ])
    let instance = try folder.instance()
    #expect(instance.locations.contains { isNear(place($0), (56.35478, 13.87327), metres: 1) })
    #expect(instance.locations.contains { $0.latitude == 57.48 && $0.longitude == 12.07 })
    let notes = try NeedsReader.read(
      folder: folder.path, nil, travel: .coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
    ).notes.map(\.description)
    #expect(
      notes.contains { $0.contains("SWEREF 99 TM") } && notes.contains { $0.contains("north and east exchanged") })
    let zone = try NeedsFolder.sound([
      "needs.csv": "client;recurrence;slot;minutes;nord;öst\nC1;mån;morgon;30;6398861,670;148485,856\n"
    ])
    #expect(try zone.problems().contains { $0.contains("the zone of SWEREF 99") })
    var mapping = ExportMapping.genericSwedish
    mapping.coordinates = .sweref991200
    #expect(try zone.problems(mapping).isEmpty)
    // The header may say the zone, and a row of another system is refused.
    let named = try NeedsFolder.sound([
      "needs.csv": "client;recurrence;slot;minutes;N SWEREF 99 13 30;E SWEREF 99 13 30\n"
        + "C1;mån;morgon;30;6164696,157;118725,830\n"
    ])
    let home = try named.instance().locations.first { $0.id.rawValue.hasPrefix("home") }
    #expect(isNear(home.flatMap(place), (55.605, 13.0038), metres: 0.1))
    let mixed = try NeedsFolder.sound([
      "needs.csv": "client;recurrence;slot;minutes;nord;öst\nC1;mån;morgon;30;6246136;430374\n"
        + "C2;mån;morgon;30;6246200;430400\nC3;mån;morgon;30;57,49;12,08\n"
    ])
    #expect(
      try mixed.problems().contains { $0.hasPrefix("needs.csv:4") && $0.contains("coordinates as in the other rows") })
  }
}
