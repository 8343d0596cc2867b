/// The systems in which files give coordinates of places in Sweden.
public enum CoordinateSystem: String, CaseIterable, Hashable, Sendable {
  /// Degrees north and east, as satellite navigation has them.
  case wgs84
  /// SWEREF 99 TM, of the whole country.
  case sweref99TM = "sweref99-tm"
  /// SWEREF 99 with the central meridian 12° 00′, and so on: what municipalities use.
  case sweref991200 = "sweref99-1200"
  /// SWEREF 99 13 30.
  case sweref991330 = "sweref99-1330"
  /// SWEREF 99 15 00.
  case sweref991500 = "sweref99-1500"
  /// SWEREF 99 16 30.
  case sweref991630 = "sweref99-1630"
  /// SWEREF 99 18 00.
  case sweref991800 = "sweref99-1800"
  /// SWEREF 99 14 15.
  case sweref991415 = "sweref99-1415"
  /// SWEREF 99 15 45.
  case sweref991545 = "sweref99-1545"
  /// SWEREF 99 17 15.
  case sweref991715 = "sweref99-1715"
  /// SWEREF 99 18 45.
  case sweref991845 = "sweref99-1845"
  /// SWEREF 99 20 15.
  case sweref992015 = "sweref99-2015"
  /// SWEREF 99 21 45.
  case sweref992145 = "sweref99-2145"
  /// SWEREF 99 23 15.
  case sweref992315 = "sweref99-2315"
  /// RT 90 2.5 gon V, which SWEREF 99 has replaced.
  case rt90

  /// The local zones of SWEREF 99, which numbers alone do not tell apart.
  public static let zones = allCases.filter { $0 != .wgs84 && $0 != .sweref99TM && $0 != .rt90 }

  /// The central meridian of a local zone as names have it, such as `1330`.
  var zoneDigits: String? { Self.zones.contains(self) ? String(rawValue.suffix(4)) : nil }

  /// What people call it.
  var title: String {
    switch self {
    case .wgs84: "degrees (WGS 84)"
    case .sweref99TM: "SWEREF 99 TM"
    case .rt90: "RT 90 2.5 gon V"
    default: "SWEREF 99 \(rawValue.suffix(4).prefix(2)) \(rawValue.suffix(2))"
    }
  }
}
