import HomeCare

/// A part of a large instance that can be planned by itself: clients, and the staff who are to serve them.
struct Region {
  var clients: [Int]
  var staff: [Int]
}

/// Divides a city into regions of about a unit's size.
///
/// Clients with the same area stay together where areas have a unit's size; larger areas, and instances without areas,
/// are halved by place until they have. Staff go where their base's clients are, in proportion to the work.
struct RegionSplit {
  /// Clients from which an instance is divided at all, and above which a region is halved.
  static let greatestRegion = 240

  private let instance: Instance
  private let place: [(north: Double, east: Double)]
  private let minutesOfClient: [Int]

  init(_ instance: Instance) {
    self.instance = instance
    place = instance.clients.map { client in
      let location = instance.locations[instance.index(of: client.location)]
      return (location.latitude ?? 0, location.longitude ?? 0)
    }
    let row = Dictionary(uniqueKeysWithValues: instance.clients.enumerated().map { ($1.id, $0) })
    var minutes = [Int](repeating: 0, count: instance.clients.count)
    for visit in instance.visits {
      if let client = row[visit.client] { minutes[client] += visit.minutes * visit.staff }
    }
    minutesOfClient = minutes
  }

  /// The regions; one where the instance is no larger than a region.
  func regions() -> [Region] {
    if instance.clients.count <= Self.greatestRegion {
      return [Region(clients: Array(instance.clients.indices), staff: Array(instance.staff.indices))]
    }
    var groups: [[Int]] = []
    for group in areas() { halve(group, into: &groups) }
    var regions = groups.map { Region(clients: $0.sorted(), staff: []) }
    dealStaff(to: &regions)
    return regions.filter { !$0.clients.isEmpty }
  }

  /// Clients by area, in the order in which areas first stand in the table.
  private func areas() -> [[Int]] {
    var position: [String: Int] = [:]
    var groups: [[Int]] = []
    for (index, client) in instance.clients.enumerated() {
      let area = client.area ?? ""
      if let at = position[area] {
        groups[at].append(index)
      } else {
        position[area] = groups.count
        groups.append([index])
      }
    }
    return groups
  }

  /// Halves a group across its longer side until it has a unit's size.
  private func halve(_ group: [Int], into groups: inout [[Int]]) {
    if group.count <= Self.greatestRegion {
      groups.append(group)
      return
    }
    let north = group.map { place[$0].north }
    let east = group.map { place[$0].east }
    let tall = (north.max() ?? 0) - (north.min() ?? 0)
    // A degree of longitude is about half a degree of latitude in the north of Europe.
    let wide = ((east.max() ?? 0) - (east.min() ?? 0)) / 2
    let sorted = group.sorted { left, right in
      let (a, b) = tall >= wide ? (place[left].north, place[right].north) : (place[left].east, place[right].east)
      return (a, left) < (b, right)
    }
    halve(Array(sorted[..<(sorted.count / 2)]), into: &groups)
    halve(Array(sorted[(sorted.count / 2)...]), into: &groups)
  }

  /// Deals staff out: each to the region most in want among those near the base, so that all end up equally staffed.
  private func dealStaff(to regions: inout [Region]) {
    let centres = regions.map { region -> (north: Double, east: Double) in
      let count = Double(max(1, region.clients.count))
      return (
        region.clients.reduce(0) { $0 + place[$1].north } / count,
        region.clients.reduce(0) { $0 + place[$1].east } / count
      )
    }
    let demand = regions.map { max(1, $0.clients.reduce(0) { $0 + minutesOfClient[$1] }) }
    let profiles = StaffProfiles(instance)
    // Staff of one base and one profile are dealt evenly; each kind of work then has its share everywhere.
    var dealt = [[String: Int]](repeating: [:], count: regions.count)
    for staff in instance.staff.indices {
      let profile = profiles.key(of: staff)
      let near = regionsNear(base: instance.staff[staff].location, centres)
      guard
        let region = near.min(by: { left, right in
          let a = Double(dealt[left][profile, default: 0]) / Double(demand[left])
          let b = Double(dealt[right][profile, default: 0]) / Double(demand[right])
          if a != b { return a < b }
          return (regions[left].staff.count * demand[right], left) < (regions[right].staff.count * demand[left], right)
        })
      else { continue }
      dealt[region][profile, default: 0] += 1
      regions[region].staff.append(staff)
    }
  }

  /// The regions to which a base belongs: the nearest and those hardly farther; all where there is no base.
  private func regionsNear(base: LocationID?, _ centres: [(north: Double, east: Double)]) -> [Int] {
    guard let base, let north = instance.locations[instance.index(of: base)].latitude,
      let east = instance.locations[instance.index(of: base)].longitude
    else { return Array(centres.indices) }
    let squares = centres.map { centre -> Double in
      let (dn, de) = (centre.north - north, (centre.east - east) / 2)
      return dn * dn + de * de
    }
    guard let nearest = squares.min() else { return [] }
    return squares.indices.filter { squares[$0] <= nearest * 1.2 + 1e-9 }
  }
}

/// What kind of work a staff member's shifts and skills allow, as a key for dealing alike staff evenly.
private struct StaffProfiles {
  private let keys: [String]

  init(_ instance: Instance) {
    var pattern: [StaffID: [String]] = [:]
    for shift in instance.shifts {
      let part = shift.start.minuteOfDay < 14 * 60 ? "d" : "e"
      let weekend = shift.start.date.weekday >= 6 ? "w\((shift.start.date.dayNumber + 3) / 7 % 2)" : ""
      pattern[shift.staff, default: []].append(part + weekend)
    }
    keys = instance.staff.map { member in
      let kinds = Set(pattern[member.id] ?? []).sorted().joined(separator: ",")
      return "\(member.location?.rawValue ?? "")|\(kinds)|\(member.skills.sorted().joined(separator: ","))"
    }
  }

  func key(of staff: Int) -> String { keys[staff] }
}
