import Files
import HomeCare

/// Where addresses lie: a table of addresses with coordinates, as the map office of a municipality exports it.
public struct Gazetteer: Sendable {
  /// An address with its place.
  struct Entry: Sendable {
    /// The address as the table has it.
    let text: String
    let address: StreetAddress
    let latitude: Double
    let longitude: Double
  }

  /// What an address comes to.
  enum Match {
    /// One place.
    case place(latitude: Double, longitude: Double)
    /// Places in these towns.
    case several([String])
    /// None; the addresses that come nearest, as the table has them.
    case none(nearest: [String])
  }

  /// The file, as messages call it.
  public let file: String
  private let entries: [Entry]
  private let rows: [String: [Int]]
  /// All streets, in order.
  private let streets: [String]
  private let towns: Set<String>
  /// What the columns of coordinates were taken for, where that is worth telling.
  public let note: String?

  init(_ entries: [Entry], file: String, note: String?) {
    self.file = file
    self.entries = entries
    self.note = note
    rows = Dictionary(grouping: entries.indices) { entries[$0].address.key }
    streets = Set(entries.map(\.address.street)).sorted()
    towns = Set(entries.map(\.address.town))
  }

  /// Degrees within which two places are one: some hundred metres.
  private static let tolerance = 0.001

  /// The place of an address.
  ///
  /// - Parameter town: The town, where it stands apart from the address.
  func find(_ text: String, town: String?) -> Match {
    let address = StreetAddress(text, town: town)
    var found = (rows[address.key] ?? []).map { entries[$0] }
    if !address.town.isEmpty, found.contains(where: { !$0.address.town.isEmpty }) {
      // A town that the table does not have says nothing; one that it has says where.
      let there = found.filter { $0.address.town == address.town }
      if !there.isEmpty || towns.contains(address.town) { found = there }
    }
    guard let first = found.first else { return .none(nearest: nearest(to: address)) }
    let isOne = found.allSatisfy {
      abs($0.latitude - first.latitude) <= Self.tolerance && abs($0.longitude - first.longitude) <= 2 * Self.tolerance
    }
    guard isOne else { return .several(found.map { $0.address.town.isEmpty ? $0.text : $0.address.town }) }
    return .place(latitude: first.latitude, longitude: first.longitude)
  }

  /// Addresses whose spelling comes nearest: the same street with another number, or the nearest spelling of all.
  private func nearest(to address: StreetAddress) -> [String] {
    let same = entries.filter { $0.address.street == address.street && !address.street.isEmpty }
    if !same.isEmpty {
      let wanted = Int(address.number.prefix(while: \.isNumber)) ?? 0
      func distance(_ entry: Entry) -> Int { abs((Int(entry.address.number.prefix(while: \.isNumber)) ?? 0) - wanted) }
      return same.sorted { (distance($0), $0.text) < (distance($1), $1.text) }.prefix(3).map(\.text)
    }
    guard let street = nearestStreet(to: address.street) else { return [] }
    let there = entries.filter { $0.address.street == street }
    let exact = there.filter { $0.address.number == address.number }
    return (exact.isEmpty ? there : exact).prefix(3).map(\.text)
  }

  /// The street whose spelling comes nearest, one with the same first letter if there is any.
  private func nearestStreet(to street: String) -> String? {
    let alike = streets.filter { $0.first == street.first }
    return Spelling.nearest(to: street, among: alike) ?? Spelling.nearest(to: street, among: streets)
  }
}
