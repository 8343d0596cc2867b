/// Changes of who works when, and of who may serve whom.
extension Changes {
  /// A shift that somebody else works, with its route as far as they can serve it; two such rows swap two shifts.
  public struct Takeover: Hashable, Sendable {
    /// The shift.
    public var shift: ShiftID
    /// Who works it from now on.
    public var staff: StaffID

    /// A shift taken over.
    public init(shift: ShiftID, staff: StaffID) {
      self.shift = shift
      self.staff = staff
    }
  }

  /// A shift that begins or ends at another time.
  public struct Hours: Hashable, Sendable {
    /// The shift.
    public var shift: ShiftID
    /// When it begins; as before where absent.
    public var start: LocalDateTime?
    /// When it ends; as before where absent.
    public var end: LocalDateTime?

    /// Other hours of a shift.
    public init(shift: ShiftID, start: LocalDateTime? = nil, end: LocalDateTime? = nil) {
      self.shift = shift
      self.start = start
      self.end = end
    }
  }

  /// A staff member who works at a time after all, such as one who is back sooner.
  public struct Return: Hashable, Sendable {
    /// Who is back.
    public var staff: StaffID
    /// From when.
    public var from: LocalDateTime
    /// Until when they work.
    public var to: LocalDateTime

    /// A staff member who is back.
    public init(staff: StaffID, from: LocalDateTime, to: LocalDateTime) {
      self.staff = staff
      self.from = from
      self.to = to
    }
  }

  /// Skills that a staff member has now, or no longer.
  public struct SkillChange: Hashable, Sendable {
    /// Who.
    public var staff: StaffID
    /// Skills that they have from now on.
    public var gained: [String]
    /// Skills that they no longer have.
    public var lost: [String]

    /// Skills gained and lost.
    public init(staff: StaffID, gained: [String] = [], lost: [String] = []) {
      self.staff = staff
      self.gained = gained
      self.lost = lost
    }
  }

  /// Another fixed contact of a client.
  public struct ContactChange: Hashable, Sendable {
    /// The client.
    public var client: ClientID
    /// The contact from now on; none where absent.
    public var contact: StaffID?

    /// Another contact.
    public init(client: ClientID, contact: StaffID? = nil) {
      self.client = client
      self.contact = contact
    }
  }

  /// The visits of some clients as new ones, with the clients and all else that belongs to them: a client who comes home, or
  /// is new, by their needs.
  public init(addingVisitsOf clients: Set<ClientID>, of instance: Instance) {
    self.init()
    newClients = instance.clients.filter { clients.contains($0.id) }
    let homes = Set(newClients.map(\.location))
    newLocations = instance.locations.filter { homes.contains($0.id) }
    added = instance.visits.filter { clients.contains($0.client) }
    series = instance.series.filter { clients.contains($0.client) }
    let visits = Set(added.map(\.id))
    alternatives = instance.alternatives.filter { visits.contains($0.visit) }
    links = instance.links.filter { visits.contains($0.first) && visits.contains($0.second) }
  }
}
