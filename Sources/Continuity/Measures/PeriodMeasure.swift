import HomeCare

/// What a definition finds in one period.
public struct PeriodMeasure: Sendable {
  /// One client whom the definition counts.
  public struct Client: Sendable {
    /// The client's number in the log.
    public let client: Int
    /// Everything measured.
    public let measure: ClientMeasure
    /// Why the client met more than the definition's target; empty where not.
    public let reasons: [AboveTargetReason]
    /// Where most of the client's counted meetings are.
    let homes: Homes
    /// Whether the definition asks for an age and the client's is unknown.
    public let ageIsUnknown: Bool
  }

  /// The area and the provider that most of a client's counted meetings are in, by their places among all names in order.
  struct Homes: Sendable {
    private var area: Int32 = 0
    private var provider: Int32 = 0

    subscript(grouping: Grouping) -> Int {
      get { Int(grouping == .area ? area : provider) }
      set {
        if grouping == .area {
          area = Int32(truncatingIfNeeded: newValue)
        } else {
          provider = Int32(truncatingIfNeeded: newValue)
        }
      }
    }
  }

  /// One client left out.
  public struct Excluded: Hashable, Sendable {
    /// The client's number in the log.
    public let client: Int
    /// The rule.
    public let rule: Exclusion
  }

  /// One counted client who has meetings in several areas, or with several providers.
  public struct Shared: Sendable {
    /// A group and the client's counted meetings in it.
    public struct Part: Hashable, Sendable {
      /// The group's name.
      public let name: String
      /// Counted meetings.
      public let meetings: Int
      /// Different staff at them.
      public let staff: Int
    }

    /// The client's number in the log.
    public let client: Int
    /// The groups, the one with the most meetings first: there the client is counted, with everyone met.
    public let groups: [Part]
  }

  /// The dates.
  public let dates: Range<LocalDate>
  /// The figures over the counted clients.
  public internal(set) var summary = Summary()
  /// The counted clients, in the order of their numbers.
  public internal(set) var clients: [Client] = []
  /// All other clients of the log, in the order of their numbers.
  public internal(set) var excluded: [Excluded] = []
  /// The staff who met the counted clients, in the order of their numbers.
  public internal(set) var staff: [StaffMeasure] = []
  /// The groups by grouping, each in the order of the names.
  public internal(set) var groups: [Grouping: [GroupMeasure]] = [:]
  /// By provider, and by area where asked for, the counted clients who have several, in the order of their numbers.
  public internal(set) var shared: [Grouping: [Shared]] = [:]

  /// What became of every row of the log, where asked for.
  public internal(set) var account: RowAccount?

  /// How many clients each rule left out.
  public var excludedByRule: [(rule: Exclusion, count: Int)] { Exclusion.counts(excluded.map(\.rule)) }
}
