import HomeCare

/// One thing that has happened since a plan was made, as somebody tells it in the morning, in the form in which it is kept.
public struct Happening: Hashable, Sendable, Codable {
  /// What has happened.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A staff member does not work for a time.
    case absent
    /// A staff member works after all.
    case back
    /// Somebody else works a shift.
    case takenOver
    /// A shift begins or ends at another time.
    case hours
    /// A client is not at home for a time.
    case away
    /// A visit is not wanted.
    case cancelled
    /// A visit has another window.
    case moved
    /// A visit takes more or fewer minutes.
    case lengthened
    /// A client needs one more visit.
    case extra
  }

  /// What has happened.
  public let kind: Kind
  private var staffID: String?
  private var clientID: String?
  private var visitID: String?
  private var shiftID: String?
  private var begin: String?
  private var end: String?
  /// How many minutes a visit takes.
  public private(set) var minutes: Int?

  /// Whom it concerns of the staff.
  public var staff: StaffID? { staffID.map { StaffID($0) } }
  /// Whom it concerns of the clients.
  public var client: ClientID? { clientID.map { ClientID($0) } }
  /// The visit.
  public var visit: VisitID? { visitID.map { VisitID($0) } }
  /// The shift.
  public var shift: ShiftID? { shiftID.map { ShiftID($0) } }
  /// When it begins, or the earliest start of a visit.
  public var from: LocalDateTime? { begin.flatMap { LocalDateTime($0) } }
  /// When it ends, or the latest start of a visit; absent where nobody knows yet.
  public var to: LocalDateTime? { end.flatMap { LocalDateTime($0) } }

  private init(
    _ kind: Kind, staff: StaffID? = nil, client: ClientID? = nil, visit: VisitID? = nil, shift: ShiftID? = nil,
    from: LocalDateTime? = nil, to: LocalDateTime? = nil, minutes: Int? = nil
  ) {
    self.kind = kind
    (staffID, clientID) = (staff?.rawValue, client?.rawValue)
    (visitID, shiftID) = (visit?.rawValue, shift?.rawValue)
    (begin, end) = (from?.description, to?.description)
    self.minutes = minutes
  }

  /// A staff member does not work; until further notice where no end is given.
  public static func absent(_ staff: StaffID, from: LocalDateTime, to: LocalDateTime?) -> Happening {
    Happening(.absent, staff: staff, from: from, to: to)
  }

  /// A staff member works after all.
  public static func back(_ staff: StaffID, from: LocalDateTime, to: LocalDateTime) -> Happening {
    Happening(.back, staff: staff, from: from, to: to)
  }

  /// Somebody else works a shift.
  public static func takenOver(_ shift: ShiftID, by staff: StaffID) -> Happening {
    Happening(.takenOver, staff: staff, shift: shift)
  }

  /// A shift has other hours.
  public static func hours(_ shift: ShiftID, from: LocalDateTime, to: LocalDateTime) -> Happening {
    Happening(.hours, shift: shift, from: from, to: to)
  }

  /// A client is away; until further notice where no end is given.
  public static func away(_ client: ClientID, from: LocalDateTime, to: LocalDateTime?) -> Happening {
    Happening(.away, client: client, from: from, to: to)
  }

  /// A visit is not wanted.
  public static func cancelled(_ visit: VisitID) -> Happening { Happening(.cancelled, visit: visit) }

  /// A visit has another window.
  public static func moved(_ visit: VisitID, earliest: LocalDateTime, latest: LocalDateTime) -> Happening {
    Happening(.moved, visit: visit, from: earliest, to: latest)
  }

  /// A visit has another length.
  public static func lengthened(_ visit: VisitID, minutes: Int) -> Happening {
    Happening(.lengthened, visit: visit, minutes: minutes)
  }

  /// A client needs one more visit.
  ///
  /// - Parameter visit: What the visit is called; no other of the instance may be.
  public static func extra(
    _ visit: VisitID, at client: ClientID, earliest: LocalDateTime, latest: LocalDateTime, minutes: Int
  ) -> Happening {
    Happening(.extra, client: client, visit: visit, from: earliest, to: latest, minutes: minutes)
  }
}

extension Changes {
  /// All that has happened, in the form in which a roster is mended after it.
  public init(_ happenings: [Happening]) {
    self.init()
    for happening in happenings { add(happening) }
  }

  private mutating func add(_ happening: Happening) {
    let (from, to) = (happening.from, happening.to)
    switch (happening.kind, happening.staff, happening.client, happening.visit, happening.shift) {
    case (.absent, let staff?, _, _, _):
      if let from { absences.append(Absence(staff: staff, from: from, to: to ?? .openEnd)) }
    case (.back, let staff?, _, _, _):
      if let from, let to { back.append(Return(staff: staff, from: from, to: to)) }
    case (.takenOver, let staff?, _, _, let shift?): takenOver.append(Takeover(shift: shift, staff: staff))
    case (.hours, _, _, _, let shift?): hours.append(Hours(shift: shift, start: from, end: to))
    case (.away, _, let client?, _, _):
      if let from { away.append(Away(client: client, from: from, to: to ?? .openEnd)) }
    case (.cancelled, _, _, let visit?, _): cancelled.append(Cancellation(visit: visit))
    case (.moved, _, _, let visit?, _):
      if let from, let to { moved.append(Move(visit: visit, earliest: from, latest: to)) }
    case (.lengthened, _, _, let visit?, _):
      if let minutes = happening.minutes { lengthened.append(Lengthening(visit: visit, minutes: minutes)) }
    case (.extra, _, let client?, let visit?, _):
      if let from, let to, let minutes = happening.minutes {
        added.append(Visit(id: visit, client: client, earliest: from, latest: to, minutes: minutes))
      }
    default: break
    }
  }
}
