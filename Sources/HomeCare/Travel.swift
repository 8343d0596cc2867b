import Foundation

/// How travel minutes between locations are found.
public enum Travel: Hashable, Sendable {
  /// From coordinates: haversine distance times `detour` at `speedKmh`, plus `fixedMinutes`, rounded up to whole minutes.
  case coordinates(speedKmh: Double, detour: Double, fixedMinutes: Double)
  /// Given: row from, column to, in the order of the instance's locations; whole minutes.
  case matrix([[Int]])

  /// Radius in kilometres of the sphere on which distances are measured.
  public static let earthRadius = 6371.0

  /// Whole minutes from one location to another, given both and their positions in the instance's table.
  ///
  /// Zero between equal locations or equal coordinates.
  public func minutes(from origin: (index: Int, location: Location), to target: (index: Int, location: Location)) -> Int
  {
    if origin.index == target.index { return 0 }
    switch self {
    case .matrix(let rows):
      return rows[origin.index][target.index]
    case .coordinates(let speedKmh, let detour, let fixedMinutes):
      guard let φ1 = origin.location.latitude, let λ1 = origin.location.longitude,
        let φ2 = target.location.latitude, let λ2 = target.location.longitude
      else { preconditionFailure("a validated instance has coordinates where travel needs them") }
      if φ1 == φ2 && λ1 == λ2 { return 0 }
      let kilometres = Self.haversine(latitude1: φ1, longitude1: λ1, latitude2: φ2, longitude2: λ2)
      // The small subtraction keeps an exact whole number of minutes from being rounded up by noise.
      return Int((fixedMinutes + 60 * detour * kilometres / speedKmh - 1e-9).rounded(.up))
    }
  }

  /// Great-circle distance in kilometres between two points given in degrees.
  static func haversine(latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double) -> Double {
    let radians = Double.pi / 180
    let p = latitude1 * radians
    let q = latitude2 * radians
    let sinLatitude = sin((q - p) / 2)
    let sinLongitude = sin((longitude2 - longitude1) * radians / 2)
    let s = sinLatitude * sinLatitude + cos(p) * cos(q) * sinLongitude * sinLongitude
    // Rounding can lift s above 1 between opposite points of the sphere.
    return 2 * earthRadius * asin(min(1, s).squareRoot())
  }
}
