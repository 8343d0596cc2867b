extension LogMeasurer {
  /// For each period and each of its counted clients, in their order, the group that most of the client's counted meetings
  /// are in.
  public func mainGroups(of periods: [PeriodMeasure], by grouping: Grouping) -> [[String]] {
    let partition = Partition(plan, by: grouping)
    return homes(of: periods, partition).map { $0.map { partition.names[$0] } }
  }

  /// The numbers of those groups.
  func homes(of periods: [PeriodMeasure], _ partition: Partition) -> [[Int]] {
    results(of: periods) { visits, inPeriod in partition.home(partition.meetings(of: visits, inPeriod)) }
  }
}
