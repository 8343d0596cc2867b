import Files

/// In which system the two columns of coordinates of a table are, told from all rows together.
///
/// Metres are told apart by their ranges: in Sweden, every northing lies between 6.05 and 7.75 million, and no easting of any
/// system does; eastings lie below 260 km in the local zones of SWEREF 99, between there and 925 km in SWEREF 99 TM, and from
/// 1.2 to 1.9 million in RT 90. So columns that stand the other way round show too. Degrees are taken for exchanged where
/// they would lie in the Nordic countries so, and do not as they stand.
struct PlaceColumns {
  /// What numbers like these may be.
  private enum Kind: Hashable {
    case degrees, tm, zone, rt90, none
  }

  /// A pair of coordinates as it is to be understood.
  private struct Shape: Hashable {
    let kind: Kind
    let isExchanged: Bool
  }

  /// The system; `nil` where the numbers are of a local zone and nothing says which.
  let system: CoordinateSystem?
  /// Whether the column of degrees or metres north holds those east.
  let isExchanged: Bool
  /// Whether anything differs from degrees, north first.
  var isWorthTelling: Bool { system != .wgs84 || isExchanged }

  private let shape: Shape
  private let projection: GaussKruger?

  /// - Parameters:
  ///   - pairs: The numbers of the two columns, row by row.
  ///   - headers: What the file calls the columns, which may say the zone.
  ///   - named: The system that the mapping names.
  init(_ pairs: [(north: Double, east: Double)], headers: [String], named: CoordinateSystem?) {
    var counts: [Shape: Int] = [:]
    for pair in pairs { counts[Self.shape(pair.north, pair.east), default: 0] += 1 }
    let usual = Shape(kind: .degrees, isExchanged: false)
    let order: [Kind] = [.degrees, .tm, .zone, .rt90]
    let shapes = order.flatMap { [Shape(kind: $0, isExchanged: false), Shape(kind: $0, isExchanged: true)] }
    // Of equally frequent shapes the first of the list.
    let most = shapes.max { counts[$0, default: 0] <= counts[$1, default: 0] && counts[$0] != counts[$1] }
    shape = most.flatMap { counts[$0] == nil ? nil : $0 } ?? usual
    isExchanged = shape.isExchanged
    system =
      switch shape.kind {
      case .tm: .sweref99TM
      case .rt90: .rt90
      case .zone: named?.zoneDigits == nil ? Self.zone(in: headers) : named
      case .degrees, .none: .wgs84
      }
    projection = system.flatMap { GaussKruger($0) }
  }

  private static let northings = 6_050_000.0...7_750_000
  private static let nordicNorth = 54.0...72
  private static let nordicEast = 4.0...32

  private static func shape(_ north: Double, _ east: Double) -> Shape {
    if northings.contains(north) { return Shape(kind: kind(ofEasting: east), isExchanged: false) }
    if northings.contains(east) { return Shape(kind: kind(ofEasting: north), isExchanged: true) }
    let isExchanged = nordicNorth.contains(east) && nordicEast.contains(north)
    let (latitude, longitude) = isExchanged ? (east, north) : (north, east)
    return Shape(kind: abs(latitude) <= 90 && abs(longitude) <= 180 ? .degrees : .none, isExchanged: isExchanged)
  }

  private static func kind(ofEasting east: Double) -> Kind {
    switch east {
    case 20_000..<260_000: .zone
    case 260_000..<925_000: .tm
    case 1_200_000..<1_900_000: .rt90
    default: .none
    }
  }

  /// The zone that a header such as `N SWEREF 99 13 30` names.
  private static func zone(in headers: [String]) -> CoordinateSystem? {
    for header in headers {
      let digits = String(header.filter { $0.isASCII && $0.isNumber })
      if let zone = CoordinateSystem.zones.first(where: { $0.zoneDigits.map { digits.hasSuffix($0) } ?? false }) {
        return zone
      }
    }
    return nil
  }

  /// The degrees of a row; `nil` where its numbers are none of the kind that the columns have.
  func degrees(_ first: Double, _ second: Double) -> (latitude: Double, longitude: Double)? {
    guard Self.shape(first, second) == shape, system != nil else { return nil }
    let (north, east) = isExchanged ? (second, first) : (first, second)
    return projection.map { $0.degrees(north: north, east: east) } ?? (north, east)
  }

  /// What should stand in a row whose numbers are not degrees to be had.
  var expected: String {
    guard let system else {
      return "the zone of SWEREF 99 in which these are, in the header or in a mapping, such as "
        + "\"coordinates\": \"\(CoordinateSystem.sweref991330.rawValue)\""
    }
    let order = isExchanged ? "east before north" : "north before east"
    return "coordinates as in the other rows: \(system.title), \(order)"
  }

  /// What the columns were taken for.
  var reading: String {
    "\(system?.title ?? "a local zone of SWEREF 99")\(isExchanged ? ", with north and east exchanged" : "")"
  }
}
