import HomeCare
import Statistics

/// What each cause adds to the distinct staff of a period's clients: what would be without its meetings.
///
/// The clients stay the same ones, even where without the meetings a definition would leave them out, and who meets nobody
/// any more counts as 0. Causes overlap, so their contributions do not add up: a substitute who came once, on a Sunday,
/// is in three of them.
public struct Contributions: Sendable {
  /// One cause over all clients.
  public struct Row: Sendable {
    /// The cause.
    public let cause: Cause
    /// The meetings that belong to it.
    public let meetings: Int
    /// Clients who meet fewer staff without it.
    public let clients: Int
    /// Distinct staff by client without it.
    public let without: Headline
    /// How much the mean would fall without it.
    public let lowering: Ratio?
    /// How sure that is.
    public let interval: Interval?
  }

  /// The dates.
  public let dates: Range<LocalDate>
  /// The causes, those of the staff first.
  public let rows: [Row]
  /// The numbers of the counted clients, in order.
  let clients: [Int]
  /// What the causes of `rows` are to each of them.
  let counts: [CauseCounts]

  /// How many fewer staff a client would meet without each cause of `rows`; `nil` for clients who are not counted.
  public func lowerings(ofClient client: Int) -> [Int]? { counts(ofClient: client)?.lowerings }

  /// The causes that bring a client the most staff, the largest first; of equal ones the one with fewer of the client's
  /// meetings.
  ///
  /// Left out are causes to which more than half of the client's meetings belong, such as the working week or the regular
  /// staff: without most of the care there would be fewer staff, whoever the client is.
  public func reasons(ofClient client: Int) -> [(cause: Cause, lowering: Int)] {
    guard let counts = counts(ofClient: client) else { return [] }
    let telling = rows.indices.filter { counts.lowerings[$0] > 0 && 2 * counts.meetings[$0] <= counts.allMeetings }
    let order = telling.sorted {
      (-counts.lowerings[$0], counts.meetings[$0], $0) < (-counts.lowerings[$1], counts.meetings[$1], $1)
    }
    return order.map { (rows[$0].cause, counts.lowerings[$0]) }
  }

  private func counts(ofClient client: Int) -> CauseCounts? {
    let place = clients.indices.firstPosition { clients[$0] >= client }
    return place < clients.count && clients[place] == client ? counts[place] : nil
  }
}

extension LogMeasurer {
  /// What each cause adds to the figures of some periods.
  public func contributions(
    to periods: [PeriodMeasure], _ resampling: Resampling = Resampling()
  ) -> [Contributions] {
    let causes = Cause.all(plan)
    let parts = stride(from: 0, to: causes.count, by: CauseBits.most).map {
      CauseBits(causes[$0..<min(causes.count, $0 + CauseBits.most)], of: log.traits)
    }
    let staffCount = log.staff.count
    let counts = results(of: periods) { visits, inPeriod in
      parts.map { $0.count(visits, inPeriod, staffCount: staffCount) }
        .reduce(into: CauseCounts()) { $0.append($1) }
    }
    return zip(periods, counts).enumerated().map { number, period in
      let (period, counts) = period
      let distinct = period.clients.map(\.measure.figures.distinct)
      let rows = ClientBlocks.map(causes.indices.map { $0..<$0 + 1 }, threads: threads) { block in
        let cause = block.lowerBound
        let lowerings = counts.map { $0.lowerings[cause] }
        // Streams behind those of the evidence.
        let stream = 1 << 63 | UInt64(number) << 32 | UInt64(cause)
        let intervals = HeadlineIntervals(Headline(lowerings), resampling, stream: stream)
        return Contributions.Row(
          cause: causes[cause], meetings: counts.reduce(0) { $0 + $1.meetings[cause] },
          clients: lowerings.count { $0 > 0 }, without: Headline(zip(distinct, lowerings).map { $0 - $1 }),
          lowering: intervals.headline.mean, interval: intervals.mean)
      }
      return Contributions(
        dates: period.dates, rows: rows, clients: period.clients.map(\.client), counts: counts)
    }
  }
}

/// Of one client, by cause: the meetings that belong to it, and how many fewer staff there would be without.
struct CauseCounts: Sendable {
  private(set) var meetings: [Int] = []
  private(set) var lowerings: [Int] = []
  /// The client's meetings, whatever their causes.
  private(set) var allMeetings = 0

  fileprivate init() {}

  fileprivate init(_ meetings: [Int], _ lowerings: [Int], of allMeetings: Int) {
    (self.meetings, self.lowerings, self.allMeetings) = (meetings, lowerings, allMeetings)
  }

  fileprivate mutating func append(_ other: CauseCounts) {
    meetings += other.meetings
    lowerings += other.lowerings
    allMeetings = other.allMeetings
  }
}

extension CauseBits {
  /// Counts what the causes bring to some visits of a client.
  fileprivate func count(_ client: ClientVisits, _ visits: Range<Int>, staffCount: Int) -> CauseCounts {
    var staff = StaffWithout(staffCount: staffCount)
    var meetings = [Int](repeating: 0, count: causes)
    let sequence = client.sequence
    for visit in visits {
      let places = sequence.bounds[visit]..<sequence.bounds[visit + 1]
      let ofVisit = bits(of: sequence.starts[visit]) | (places.count > 1 ? double : 0)
      for place in places {
        let ofMeeting = ofVisit | bits(of: sequence.staff[place], on: visit, client)
        staff.add(sequence.staff[place], causes: ofMeeting, once: once)
        var rest = ofMeeting
        while rest != 0 {
          meetings[rest.trailingZeroBitCount] += 1
          rest &= rest - 1
        }
      }
    }
    let lowerings = staff.lowerings(causes)
    // Who is met once has one meeting, so there are as many.
    if once != 0 { meetings[once.trailingZeroBitCount] = lowerings[once.trailingZeroBitCount] }
    return CauseCounts(meetings, lowerings, of: sequence.staff(ofVisits: visits).count)
  }

  /// The causes that lie in what a staff member did on a visit: those to which all of it belongs.
  private func bits(of member: Int32, on visit: Int, _ client: ClientVisits) -> UInt64 {
    var bits = ~UInt64(0)
    for place in client.partBounds[visit]..<client.partBounds[visit + 1] where client.parts[place].staff == member {
      bits &= ofTrait[Int(client.parts[place].trait)]
    }
    return bits
  }
}
