import HomeCare

/// The ids of a scenario: numbered through all units, with as many digits as the last one needs.
struct Numbering {
  private let firstClient: [Int]
  private let firstRostered: [Int]
  private let firstPool: [Int]
  private let clientDigits: Int
  private let staffDigits: Int
  private let poolDigits: Int
  private let visitDigits: Int

  init(units: [Unit]) {
    func starts(_ count: (Unit) -> Int) -> (starts: [Int], total: Int) {
      units.reduce(into: ([], 0)) { sums, unit in
        sums.0.append(sums.1)
        sums.1 += count(unit)
      }
    }
    let clients = starts { $0.clients.count }
    let rostered = starts { $0.staff.count { !$0.isPool } }
    let pool = starts { $0.staff.count(where: \.isPool) }
    (firstClient, clientDigits) = (clients.starts, max(3, String(max(0, clients.total - 1)).count))
    (firstRostered, staffDigits) = (rostered.starts, max(3, String(max(0, rostered.total - 1)).count))
    (firstPool, poolDigits) = (pool.starts, max(2, String(max(0, pool.total - 1)).count))
    visitDigits = max(5, String(units.reduce(0) { $0 + $1.visits.count }).count)
  }

  func clientID(_ client: Int, of unit: Unit) -> ClientID {
    ClientID("C\(padded(firstClient[unit.number] + client, to: clientDigits))")
  }

  /// Rostered staff come first in each unit, so that positions tell numbers.
  func staffID(_ member: Int, of unit: Unit) -> StaffID {
    let rostered = unit.staff.count { !$0.isPool }
    return member < rostered
      ? StaffID("S\(padded(firstRostered[unit.number] + member, to: staffDigits))")
      : StaffID("P\(padded(firstPool[unit.number] + member - rostered, to: poolDigits))")
  }

  func shiftID(_ shift: DraftShift, of unit: Unit) -> ShiftID {
    ShiftID("\(staffID(shift.staff, of: unit))-\(padded(shift.day, to: 2))\(shift.kind.rawValue)")
  }

  /// A series is named after its client and its place among the client's needs.
  func seriesID(_ need: Int, of unit: Unit) -> SeriesID {
    let client = unit.needs[need].client
    let place = unit.needs[..<need].reversed().prefix { $0.client == client }.count
    return SeriesID("\(clientID(client, of: unit))-n\(place)")
  }

  func visitID(_ visit: Int) -> VisitID { VisitID("V\(padded(visit, to: visitDigits))") }

  /// A home is named after the first client who lives there.
  func locationID(_ place: Int, of unit: Unit) -> LocationID {
    guard place > 0, let resident = unit.clients.firstIndex(where: { $0.place == place }) else {
      return LocationID("base\(unit.number)")
    }
    return LocationID("L\(clientID(resident, of: unit))")
  }

  func location(_ place: Int, of unit: Unit) -> Location {
    Location(
      id: locationID(place, of: unit), latitude: Double(unit.places[place].latitude) / 1_000_000,
      longitude: Double(unit.places[place].longitude) / 1_000_000, address: unit.places[place].address)
  }

  func staff(_ member: Int, of unit: Unit) -> StaffMember {
    let draft = unit.staff[member]
    return StaffMember(
      id: staffID(member, of: unit), name: draft.name, skills: draft.skills, location: locationID(0, of: unit),
      maxMinutes: draft.maxMinutes, mode: draft.goesOtherWay ? unit.options.setting.otherWay : nil,
      phone: draft.phone)
  }

  func client(_ client: Int, of unit: Unit) -> Client {
    let draft = unit.clients[client]
    return Client(
      id: clientID(client, of: unit), name: draft.name, location: locationID(draft.place, of: unit),
      area: "unit\(unit.number)", targetStaff: draft.target, contact: draft.contact.map { staffID($0, of: unit) },
      preferred: draft.preferred.map { staffID($0, of: unit) }, blocked: draft.blocked.map { staffID($0, of: unit) },
      phone: draft.phone, access: draft.access, remark: draft.remark)
  }
}
