/// What headers call columns of coordinates, as headers are compared: lower case without spaces and marks.
enum CoordinateNames {
  /// Degrees or metres north.
  static let north =
    ["latitude", "latitud", "northing", "nord", "nkoordinat", "ykoordinat", "ykoord"] + sweref(["n", "nord", "north"])

  /// Degrees or metres east.
  static let east =
    ["lng", "long", "longitude", "longitud", "easting", "öst", "ost", "ekoordinat", "xkoordinat", "xkoord"]
    + sweref(["e", "ost", "öst", "east"])

  /// Letters of the points of the compass, which a table of clients may have; `X` and `Y` mean either, and so neither.
  static let ofClients = (
    north: ["n", "norr", "north", "xn", "yn", "nx", "ny"], east: ["e", "öster", "east", "xe", "ye", "ex", "ey"]
  )

  /// Single letters, which only a table of addresses is known to mean so.
  static let northLetters = ["n", "y", "norr", "north"]
  /// Single letters, which only a table of addresses is known to mean so.
  static let eastLetters = ["e", "x", "öster", "east"]

  /// Names with the system in them, such as `N SWEREF 99 13 30` or `SWEREF99TM_N`.
  private static func sweref(_ directions: [String]) -> [String] {
    let zones = ["", "tm"] + CoordinateSystem.zones.compactMap(\.zoneDigits)
    return directions.flatMap { direction in
      zones.flatMap { ["\(direction)sweref99\($0)", "sweref99\($0)\(direction)"] }
    }
  }
}
