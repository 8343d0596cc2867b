import HomeCare

/// Broken travel and locations.
let brokenPlaces = [
  BrokenDraft(
    "a location without id",
    {
      $0.locations.append(Location(id: ""))
      $0.travel = .matrix([[0, 9, 9, 9], [9, 0, 9, 9], [9, 9, 0, 9], [9, 9, 9, 0]])
    },
    "locations row 4, id: found an empty id; expected an id that no other row of locations has"),
  BrokenDraft(
    "a location twice",
    {
      $0.locations[2].id = "k1"
    },
    "locations row 3 (k1), id: found \"k1\", the id of row 2 already; expected each id once in"
      + " locations; give one of the two rows another id",
    "clients row 2 (c2), location: found \"k2\"; expected the id of a row of locations; add that row or"
      + " correct the id"),
  BrokenDraft(
    "a latitude off the globe",
    {
      $0.locations[1].latitude = 90.1
    },
    "locations row 2 (k1), lat: found 90.1; expected a number from -90.0 to 90.0"),
  BrokenDraft(
    "a longitude that is no number",
    {
      $0.locations[1].longitude = .nan
    },
    "locations row 2 (k1), lon: found nan; expected a number from -180.0 to 180.0"),
  BrokenDraft(
    "coordinates missing",
    {
      $0.travel = .coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
      $0.locations[0] = Location(id: "base", latitude: 57.48, longitude: 12.07)
      $0.locations[1] = Location(id: "k1", latitude: 57.49, longitude: 12.08)
      $0.locations[2] = Location(id: "k2", latitude: 57.5)
    },
    "locations row 3 (k2), lon: found nothing; expected degrees from -180.0 to 180.0, since travel is"
      + " computed from coordinates"),
  BrokenDraft(
    "speed, detour and minutes out of range",
    {
      $0.travel = .coordinates(speedKmh: 0, detour: .infinity, fixedMinutes: -1)
      for row in 0..<3 { ($0.locations[row].latitude, $0.locations[row].longitude) = (57, 12) }
    },
    "travel row 1, speedKmh: found 0.0; expected a number from 0.1 to 1000.0",
    "travel row 1, detour: found inf; expected a number from 0.0 to 10.0",
    "travel row 1, fixedMinutes: found -1.0; expected a number from 0.0 to 1440.0"),
  BrokenDraft(
    "a matrix with a row too few",
    {
      $0.travel = .matrix([[0, 10, 14], [12, 0, 5]])
    },
    "travel row 1, minutes: found 2 rows for 3 locations; expected one row for each location, in the"
      + " order of locations"),
  BrokenDraft(
    "a matrix that is not square",
    {
      $0.travel = .matrix([[0, 10, 14], [12, 0], [18, 7, 0, 3]])
    },
    "travel row 1, minutes: found 2 numbers in the row from \"k1\", for 3 locations; expected one number"
      + " for each location, in the order of locations",
    "travel row 1, minutes: found 4 numbers in the row from \"k2\", for 3 locations; expected one number"
      + " for each location, in the order of locations"),
  BrokenDraft(
    "a matrix with a negative leg",
    {
      $0.travel = .matrix([[0, 10, 14], [12, 0, -5], [18, 7, 0]])
    },
    "travel row 1, minutes: found -5 from \"k1\" to \"k2\"; expected whole minutes from 0 to 1000000"),
  BrokenDraft(
    "a matrix with absurd legs",
    {
      $0.travel = .matrix([[0, 10, 14], [12, 0, 5], [.max, 1_000_001, 0]])
    },
    "travel row 1, minutes: found 9223372036854775807 from \"k2\" to \"base\" (2 such in that row);"
      + " expected whole minutes from 0 to 1000000"),
]
