import Files
import Foundation
import HomeCare

extension MappedRow {
  /// The degrees north and east of a row, whatever system its table has; `nil` where it has none, or where they are wrong,
  /// which is noted.
  mutating func coordinates() -> (latitude: Double, longitude: Double)? {
    let columns = [("lat", "degrees north"), ("lon", "degrees east")]
    guard columns.contains(where: { text($0.0) != nil }) else { return nil }
    for (column, expected) in columns where text(column) == nil { refuse(column, found: "nothing", expected: expected) }
    let limits = -10_000_000.0...10_000_000
    guard let first = number("lat", limits), let second = number("lon", limits) else { return nil }
    if let place = table.readings.places.degrees(first, second) { return place }
    refuse(
      "lat", found: "\(text("lat") ?? "") and \(text("lon") ?? "")", expected: table.readings.places.expected)
    return nil
  }
}

extension NeedsReader {
  /// Where a row's person lives or starts: by its coordinates, or else by its address.
  mutating func place(_ row: inout MappedRow, needed: Bool) -> Location? {
    let count = row.problems.count
    if let place = row.coordinates() {
      // Clients alone have an address: bases are told apart by their coordinates.
      return Location(
        id: "", latitude: place.latitude, longitude: place.longitude, address: needed ? row.text("address") : nil)
    }
    guard row.problems.count == count, needed else { return nil }
    guard let addresses, let address = row.text("address") else {
      row.refuse("lat", found: "nothing", expected: "coordinates, or an address that --addresses finds")
      return nil
    }
    switch addresses.find(address, town: row.text("town")) {
    case .place(let latitude, let longitude):
      placedByAddress += 1
      return Location(id: "", latitude: latitude, longitude: longitude, address: address)
    case .several(let places):
      row.refuse(
        "address", found: quoted(address),
        expected:
          "the town too, since the address is found in \(places.map(\.capitalized).joined(separator: " and in "))"
      )
    case .none(let nearest):
      let hint = nearest.isEmpty ? "" : "; the nearest is \(nearest.map(quoted).joined(separator: ", "))"
      row.refuse("address", found: quoted(address), expected: "an address of \(addresses.file), or coordinates\(hint)")
    }
    return nil
  }
}
