import Foundation

/// The transverse Mercator projection on the ellipsoid GRS 80, by the series of the Swedish mapping authority.
///
/// Lantmäteriet, "Gauss Conformal Projection (Transverse Mercator): Krüger's formulas" (2008), exact to less than a millimetre. RT 90
/// comes by the parameters that Lantmäteriet gives for a direct projection from GRS 80, exact to a few decimetres.
struct GaussKruger: Sendable {
  private let centralMeridian: Double
  private let scale: Double
  private let falseNorthing: Double
  private let falseEasting: Double

  /// The projection of a system; `nil` where the system has degrees.
  init?(_ system: CoordinateSystem) {
    switch system {
    case .wgs84: return nil
    case .sweref99TM: (centralMeridian, scale, falseNorthing, falseEasting) = (15, 0.9996, 0, 500_000)
    case .rt90:
      centralMeridian = 15 + 48 / 60.0 + 22.624306 / 3600
      (scale, falseNorthing, falseEasting) = (1.00000561024, -667.711, 1_500_064.274)
    default:
      let digits = system.zoneDigits.flatMap { Int($0) } ?? 0
      centralMeridian = Double(digits / 100) + Double(digits % 100) / 60
      (scale, falseNorthing, falseEasting) = (1, 0, 150_000)
    }
  }

  private static let axis = 6_378_137.0
  private static let flattening = 1 / 298.257222101
  private static let squaredEccentricity = flattening * (2 - flattening)
  private static let third = flattening / (2 - flattening)
  /// The radius of a circle as long as a meridian.
  private static let radius = axis / (1 + third) * (1 + pow(third, 2) / 4 + pow(third, 4) / 64)

  /// Factors of the series from the plane to the ellipsoid.
  private static let toEllipsoid = [
    third / 2 - 2 / 3 * pow(third, 2) + 37 / 96 * pow(third, 3) - 1 / 360 * pow(third, 4),
    1 / 48 * pow(third, 2) + 1 / 15 * pow(third, 3) - 437 / 1440 * pow(third, 4),
    17 / 480 * pow(third, 3) - 37 / 840 * pow(third, 4), 4397 / 161_280 * pow(third, 4),
  ]

  /// The degrees north and east of a point in the plane, given in metres.
  func degrees(north: Double, east: Double) -> (latitude: Double, longitude: Double) {
    let xi = (north - falseNorthing) / (scale * Self.radius)
    let eta = (east - falseEasting) / (scale * Self.radius)
    var (conformalXi, conformalEta) = (xi, eta)
    for (index, factor) in Self.toEllipsoid.enumerated() {
      let turns = Double(2 * index + 2)
      conformalXi -= factor * sin(turns * xi) * cosh(turns * eta)
      conformalEta -= factor * cos(turns * xi) * sinh(turns * eta)
    }
    let conformal = asin(sin(conformalXi) / cosh(conformalEta))
    let longitude = atan(sinh(conformalEta) / cos(conformalXi))
    let e2 = Self.squaredEccentricity
    let square = pow(sin(conformal), 2)
    let series =
      (e2 + pow(e2, 2) + pow(e2, 3) + pow(e2, 4)) - (7 * pow(e2, 2) + 17 * pow(e2, 3) + 30 * pow(e2, 4)) / 6 * square
      + (224 * pow(e2, 3) + 889 * pow(e2, 4)) / 120 * pow(square, 2) - 4279 / 1260 * pow(e2, 4) * pow(square, 3)
    let latitude = conformal + sin(conformal) * cos(conformal) * series
    return (latitude * 180 / .pi, centralMeridian + longitude * 180 / .pi)
  }
}
