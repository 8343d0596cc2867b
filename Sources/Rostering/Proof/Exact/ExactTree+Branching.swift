/// What to tell cases apart by.
extension ExactTree {
  /// A decision that the point of a case straddles, the side it leans to; `nil` where the point is whole.
  ///
  /// First whether a visit is left, since that costs most, then who meets whom, since that ties the days together; once
  /// these are settled, little is left for the finer ones.
  func branching(_ point: Point) -> Decision? {
    leftVisit(point) ?? meeting(point) ?? service(point) ?? route(point)
  }

  private static func straddle(_ value: Double) -> Double { min(value, 1 - value) }
  private static let tolerance = 1e-6

  private func leftVisit(_ point: Point) -> Decision? {
    let open = master.unassigned.elements.filter {
      !isForbidden[$0] && Self.straddle(point.side[$0]) > Self.tolerance
    }
    guard let most = open.max(by: { Self.straddle(point.side[$0]) < Self.straddle(point.side[$1]) })
    else { return nil }
    return .side(most, point.side[most] > 0.5)
  }

  private func meeting(_ point: Point) -> Decision? {
    var most = (straddle: Self.tolerance, variable: -1)
    for (index, variable) in side.enumerated() {
      guard case .meets = variable.role else { continue }
      let straddle = Self.straddle(point.side[index])
      if straddle > most.straddle { most = (straddle, index) }
    }
    return most.variable < 0 ? nil : .side(most.variable, point.side[most.variable] >= 0.5)
  }

  private func service(_ point: Point) -> Decision? {
    var shares = routes.map { [Double](repeating: 0, count: $0.tasks.count) }
    for used in point.used {
      var rest = routes[used.shift].masks[Int(used.route)]
      while rest != 0 {
        shares[used.shift][rest.trailingZeroBitCount] += used.value
        rest &= rest - 1
      }
    }
    var most = (straddle: Self.tolerance, shift: -1, position: -1)
    for (shift, ofShift) in shares.enumerated() {
      for (position, share) in ofShift.enumerated() where Self.straddle(share) > most.straddle {
        if filters[shift].required & (1 << UInt64(position)) != 0 { continue }
        most = (Self.straddle(share), shift, position)
      }
    }
    if most.shift < 0 { return nil }
    return .serves(shift: most.shift, position: most.position, shares[most.shift][most.position] >= 0.5)
  }

  /// Routes of equal tasks that differ in their times.
  private func route(_ point: Point) -> Decision? {
    let open = point.used.filter { filters[$0.shift].only < 0 && Self.straddle($0.value) > Self.tolerance }
    guard let most = open.max(by: { Self.straddle($0.value) < Self.straddle($1.value) }) else { return nil }
    return .works(shift: most.shift, route: most.route, most.value >= 0.5)
  }
}
