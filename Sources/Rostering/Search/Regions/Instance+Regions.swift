import HomeCare

extension Instance {
  /// The regions in which a city is planned, each an instance of its own with a number behind its name; the instance
  /// itself where it is no larger than a unit.
  ///
  /// Clients of one area stay together where areas have a unit's size. Visits pinned to staff of several regions are in
  /// none of them.
  public func regions() throws(InvalidInstance) -> [Instance] {
    let regions = RegionSplit(self).regions()
    guard regions.count > 1 else { return [self] }
    let digits = String(regions.count).count
    var instances: [Instance] = []
    for (index, region) in regions.enumerated() {
      var draft = try restricted(to: region).tables
      let number = String(index + 1)
      draft.name += "-" + String(repeating: "0", count: digits - number.count) + number
      instances.append(try Instance(validating: draft))
    }
    return instances
  }
}
