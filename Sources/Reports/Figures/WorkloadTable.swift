import HomeCare

/// How evenly a roster treats the staff: visits, time with clients against the contract, travel, evenings, weekends.
struct WorkloadTable {
  let loads: [StaffWorkload]

  /// One line on how far the staff lie apart, and a table of them, those with the most client time first.
  var text: String {
    let working = loads.filter { $0.contractMinutes > 0 }
    guard !working.isEmpty else { return "No staff member has a shift.\n" }
    var table = TextTable([
      ("staff", .left), ("visits", .right), ("client h", .right), ("contract h", .right), ("share", .right),
      ("travel h", .right), ("shifts", .right), ("evenings", .right), ("weekend days", .right),
    ])
    let order = working.sorted { left, right in
      let (a, b) = (left.clientShare ?? 0, right.clientShare ?? 0)
      return a != b ? a > b : left.staff < right.staff
    }
    for load in order {
      table.append([
        load.staff.rawValue, "\(load.visits)", Self.hours(load.serviceMinutes), Self.hours(load.contractMinutes),
        Self.percent(load.clientShare), Self.hours(load.travelMinutes), "\(load.shifts)", "\(load.evenings)",
        "\(load.weekendDays)",
      ])
    }
    return headline(working, order) + table.text
  }

  private func headline(_ working: [StaffWorkload], _ order: [StaffWorkload]) -> String {
    let service = working.reduce(0) { $0 + $1.serviceMinutes }
    let contract = working.reduce(0) { $0 + $1.contractMinutes }
    let mean = contract == 0 ? nil : Double(service) / Double(contract)
    var text = "client time \(Self.percent(mean)) of contract time over \(working.count) staff"
    if let most = order.first, let least = order.last {
      text +=
        ", from \(Self.percent(least.clientShare)) (\(least.staff)) to \(Self.percent(most.clientShare)) (\(most.staff))"
    }
    return text.printable + "\n"
  }

  private static func hours(_ minutes: Int) -> String { Decimal.text(Double(minutes) / 60, places: 1) }
  private static func percent(_ share: Double?) -> String {
    share.map { Decimal.text($0 * 100, places: 0) + " %" } ?? Decimal.undefined
  }
}

/// A staff member's workload for JSON.
struct WorkloadFigures: Encodable {
  let staff: String
  let visits, serviceMinutes, travelMinutes, contractMinutes, shifts, evenings, weekendDays: Int
  let clientShare: Double?

  init(_ load: StaffWorkload) {
    staff = load.staff.rawValue
    (visits, serviceMinutes, travelMinutes) = (load.visits, load.serviceMinutes, load.travelMinutes)
    (contractMinutes, shifts) = (load.contractMinutes, load.shifts)
    (evenings, weekendDays) = (load.evenings, load.weekendDays)
    clientShare = load.clientShare
  }

  private enum Keys: String, CodingKey {
    case staff, visits, serviceMinutes, travelMinutes, contractMinutes, clientShare, shifts, evenings, weekendDays
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(staff, forKey: .staff)
    try container.encode(visits, forKey: .visits)
    try container.encode(serviceMinutes, forKey: .serviceMinutes)
    try container.encode(travelMinutes, forKey: .travelMinutes)
    try container.encode(contractMinutes, forKey: .contractMinutes)
    try container.encode(clientShare, forKey: .clientShare)
    try container.encode(shifts, forKey: .shifts)
    try container.encode(evenings, forKey: .evenings)
    try container.encode(weekendDays, forKey: .weekendDays)
  }
}
