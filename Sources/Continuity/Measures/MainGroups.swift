extension LogMeasurer {
  /// For each counted client of a period, in their order, the group that most of the client's counted meetings are in.
  public func mainGroups(of period: PeriodMeasure, by grouping: Grouping) -> [String] {
    let partition = Partition(plan, by: grouping)
    return homes(of: period, partition).map { partition.names[$0] }
  }

  /// The numbers of those groups.
  func homes(of period: PeriodMeasure, _ partition: Partition) -> [Int] {
    var visits = ClientVisits(plan)
    return period.clients.map { client in
      visits.load(client.client)
      return partition.home(partition.meetings(of: visits, visits.sequence.visits(in: period.dates)))
    }
  }
}
