extension LogMeasurer {
  /// For each grouping, and in it for each period and each of its counted clients, in their order, the group that most of
  /// the client's counted meetings are in.
  public func mainGroups(of periods: [PeriodMeasure], by groupings: [Grouping]) -> [[[String]]] {
    groupings.map { grouping in
      let names = Partition(plan, by: grouping).names
      return periods.map { $0.clients.map { names[$0.homes[grouping]] } }
    }
  }
}
