extension LogMeasurer {
  /// For each grouping, and in it for each period and each of its counted clients, in their order, the group that most of
  /// the client's counted meetings are in.
  public func mainGroups(of periods: [PeriodMeasure], by groupings: [Grouping]) -> [[[String]]] {
    let partitions = groupings.map { Partition(plan, by: $0) }
    return zip(partitions, homes(of: periods, partitions)).map { partition, homes in
      homes.map { $0.map { partition.names[$0] } }
    }
  }

  /// The numbers of those groups; each client's visits are put together once for all partitions.
  func homes(of periods: [PeriodMeasure], _ partitions: [Partition]) -> [[[Int]]] {
    if partitions.isEmpty { return [] }
    let homes = results(of: periods) { visits, inPeriod in
      partitions.map { $0.home($0.meetings(of: visits, inPeriod)) }
    }
    return partitions.indices.map { partition in homes.map { clients in clients.map { $0[partition] } } }
  }
}
