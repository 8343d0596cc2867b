import HomeCare

extension LogMeasurer {
  /// For each period what comes of each of its counted clients, in their order.
  ///
  /// A client's visits are put together once, for all periods.
  ///
  /// - Parameter result: What comes of a client's visits, and which of them lie in the period.
  func results<Result: Sendable>(
    of periods: [PeriodMeasure], _ result: @escaping @Sendable (ClientVisits, Range<Int>) -> Result
  ) -> [[Result]] {
    let blocks = ClientBlocks.map(ClientBlocks.all(clients: log.clients.count), threads: threads) { clients in
      var visits = ClientVisits(plan)
      var results = [[Result]](repeating: [], count: periods.count)
      var next = periods.map { period in
        period.clients.indices.firstPosition { period.clients[$0].client >= clients.lowerBound }
      }
      for client in clients {
        var isLoaded = false
        for (number, period) in periods.enumerated()
        where next[number] < period.clients.count && period.clients[next[number]].client == client {
          if !isLoaded { visits.load(client) }
          isLoaded = true
          next[number] += 1
          results[number].append(result(visits, visits.sequence.visits(in: period.dates)))
        }
      }
      return results
    }
    return periods.indices.map { period in blocks.flatMap { $0[period] } }
  }
}
