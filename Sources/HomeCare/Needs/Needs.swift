/// What clients need and when staff work, week after week: what an instance is expanded from.
public struct Needs: Hashable, Sendable {
  /// A visit that comes again.
  public struct RecurringVisit: Hashable, Sendable {
    /// Who is visited.
    public var client: ClientID
    /// On which dates.
    public var recurrence: Recurrence
    /// Earliest and latest start in minutes after midnight; the latest may lie after the next midnight.
    public var window: ClosedRange<Int>
    /// The start that the client is used to, in minutes after midnight, where the need names one.
    public var usual: Int?
    /// Length in minutes.
    public var minutes: Int
    /// How many staff are needed.
    public var staff = 1
    /// Skills that every staff member on the visit must have.
    public var skills: [String] = []
    /// What the visit is for.
    public var kind = "care"
    /// Whether its staff count as met.
    public var counts = true
    /// Factor of the cost of leaving it unassigned.
    public var priority = 1
    /// Staff who serve it on the days on which they work then.
    public var pinned: [StaffID] = []
    /// What ties it to another visit of the day.
    public var tie: Tie?
    /// Minutes beside the usual start that nobody minds.
    public var tolerance = Series.defaultTolerance
    /// Whether it may take place beside another visit of the client.
    public var alongside = false
    /// What is to be done.
    public var tasks: String?

    /// What ties the client's visits of one day that have the same word, each to the one before it.
    public struct Tie: Hashable, Sendable {
      /// The word.
      public var name: String
      /// Least minutes from the start of the visit before to this one's.
      public var minGap: Int?
      /// Most minutes from the start of the visit before to this one's.
      public var maxGap: Int?
      /// Whether the two have the same staff, share none, or either.
      public var staff: Link.StaffRule

      /// A tie that asks nothing yet.
      public init(_ name: String, minGap: Int? = nil, maxGap: Int? = nil, staff: Link.StaffRule = .any) {
        self.name = name
        self.minGap = minGap
        self.maxGap = maxGap
        self.staff = staff
      }
    }

    /// A visit by one staff member, without special skills.
    public init(client: ClientID, recurrence: Recurrence, window: ClosedRange<Int>, minutes: Int) {
      self.client = client
      self.recurrence = recurrence
      self.window = window
      self.minutes = minutes
    }
  }

  /// A shift that comes again.
  public struct ShiftPattern: Hashable, Sendable {
    /// Who works it.
    public var staff: StaffID
    /// On which dates it begins.
    public var recurrence: Recurrence
    /// Start and end in minutes after midnight; the end may lie after the next midnight.
    public var time: Range<Int>
    /// Rostered or pool.
    public var kind = Shift.Kind.rostered
    /// Minutes of the break and its earliest and latest start in minutes after midnight.
    public var breakRule: (minutes: Int, window: ClosedRange<Int>)? {
      get { rest.map { ($0.minutes, $0.window) } }
      set { rest = newValue.map { Rest(minutes: $0.minutes, window: $0.window) } }
    }

    private struct Rest: Hashable, Sendable {
      var minutes: Int
      var window: ClosedRange<Int>
    }
    private var rest: Rest?

    /// A rostered shift without a break.
    public init(staff: StaffID, recurrence: Recurrence, time: Range<Int>) {
      self.staff = staff
      self.recurrence = recurrence
      self.time = time
    }
  }

  /// How travel minutes are found.
  public var travel: Travel
  /// All places.
  public var locations: [Location] = []
  /// All staff; what `weeklyMinutes` says goes before their own caps.
  public var staff: [StaffMember] = []
  /// Minutes a week that staff are contracted for.
  public var weeklyMinutes: [StaffID: Int] = [:]
  /// All clients.
  public var clients: [Client] = []
  /// All recurring visits.
  public var visits: [RecurringVisit] = []
  /// All recurring shifts.
  public var shifts: [ShiftPattern] = []
  /// When staff are absent.
  public var absences: [Changes.Absence] = []
  /// When clients are not at home, in hospital for one.
  public var away: [Changes.Away] = []

  /// Meetings of the past; those of others than the needs' clients and staff are left out of instances.
  public var history: [PastMeeting] = []

  /// Days that are planned as other days of the week.
  public var holidays = Holidays()

  /// What the instance's weights are, where they are not the standard ones.
  public var weights = WeightSettings()

  /// What a person has allowed; a visit may be named by its series, which stands for all of its visits.
  public var exceptions: [RuleException] = []

  /// No needs at all.
  public init(travel: Travel) { self.travel = travel }
}
