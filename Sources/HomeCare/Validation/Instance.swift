/// A home-care planning problem whose every reference resolves and every rule of the input holds.
///
/// Made only by validation, so whoever holds one need not check again. Tables keep the order of the input.
public struct Instance: Sendable {
  private let draft: InstanceDraft
  private let locationIndex: [LocationID: Int]
  /// The travel of each shift that does not go the instance's own way.
  private let modeTravel: [TravelModeID: Travel]
  private let modeOfStaff: [StaffID: TravelModeID]
  private let alternativesOfVisit: [VisitID: [VisitWindow]]

  /// Exceptions granted for the time being, beside those of the tables.
  public private(set) var granted: [RuleException] = []

  /// What validation doubts but does not refuse: clock changes, failing triangle inequality, and such.
  public let warnings: [InstanceProblem]

  /// Validates a draft.
  ///
  /// - Throws: `InvalidInstance` with every problem found. Cells of `unreadable` refuse the draft too; they are listed
  ///   only where nothing else is wrong, since whoever could not read them has reported them already.
  public init(validating draft: InstanceDraft) throws(InvalidInstance) {
    var problems = draft.problems()
    if draft.unreadable.isEmpty || problems.contains(where: { $0.severity == .error }) {
      guard problems.allSatisfy({ $0.severity == .warning }) else { throw InvalidInstance(problems: problems) }
    } else {
      problems += draft.unreadable.sorted { ($0.table, $0.row, $0.column) < ($1.table, $1.row, $1.column) }.map {
        InstanceProblem(cell: $0, found: "text that could not be read", expected: "a value of the column's type")
      }
      throw InvalidInstance(problems: problems)
    }
    self.draft = draft
    warnings = problems
    locationIndex = Dictionary(uniqueKeysWithValues: draft.locations.enumerated().map { ($1.id, $0) })
    modeTravel = Dictionary(uniqueKeysWithValues: draft.travelModes.map { ($0.id, $0.travel) })
    modeOfStaff = Dictionary(
      uniqueKeysWithValues: draft.staff.compactMap { member in member.mode.map { (member.id, $0) } })
    alternativesOfVisit = Dictionary(grouping: draft.alternatives, by: \.visit).mapValues { $0.map(\.window) }
  }

  /// Which rules, tables and parts of the score there are.
  public var format: InstanceFormat { draft.format }
  /// The instance's name.
  public var name: String { draft.name }
  /// The days planned.
  public var horizon: Horizon { draft.horizon }
  /// What each part of the score costs.
  public var weights: Weights { draft.weights }
  /// How travel minutes are found.
  public var travel: Travel { draft.travel }
  /// Further ways to travel.
  public var travelModes: [TravelMode] { draft.travelModes }
  /// All places.
  public var locations: [Location] { draft.locations }
  /// All staff.
  public var staff: [StaffMember] { draft.staff }
  /// All shifts.
  public var shifts: [Shift] { draft.shifts }
  /// All clients.
  public var clients: [Client] { draft.clients }
  /// Visits that are the same thing on different days.
  public var series: [Series] { draft.series }
  /// All visits.
  public var visits: [Visit] { draft.visits }
  /// Further windows of visits.
  public var alternatives: [AlternativeWindow] { draft.alternatives }
  /// Ties between visits.
  public var links: [Link] { draft.links }
  /// Meetings before the horizon.
  public var history: [PastMeeting] { draft.history }
  /// What a person has allowed, and why, and what is granted for the time being.
  public var exceptions: [RuleException] { draft.exceptions + granted }

  /// The tables as a draft, to change and validate again.
  public var tables: InstanceDraft { draft }

  /// The instance with further exceptions granted for the time being, so that a roster that needs them can be worked on
  /// in either format.
  ///
  /// They must name rows of the instance, and stand in no table: files say only what people have allowed.
  public func allowing(_ exceptions: [RuleException]) -> Instance {
    var instance = self
    instance.granted += exceptions
    return instance
  }

  /// The position of a location in `locations`; the location must belong to the instance.
  public func index(of location: LocationID) -> Int {
    guard let index = locationIndex[location] else { preconditionFailure("no location \(location)") }
    return index
  }

  /// The windows of a visit, its own first; exceptions do not widen them here.
  public func windows(of visit: Visit) -> [VisitWindow] { [visit.window] + (alternativesOfVisit[visit.id] ?? []) }

  /// How a shift's staff member travels in it: the shift's mode, else the staff member's; `nil` where neither names any.
  public func mode(of shift: Shift) -> TravelModeID? { shift.mode ?? modeOfStaff[shift.staff] }

  /// How travel minutes are found on a shift.
  public func travel(of shift: Shift) -> Travel { mode(of: shift).flatMap { modeTravel[$0] } ?? travel }

  /// Whole travel minutes between two locations of the instance, the way of a shift's staff member where one is given.
  public func travelMinutes(from origin: LocationID, to target: LocationID, on shift: Shift? = nil) -> Int {
    let (from, to) = (index(of: origin), index(of: target))
    let travel = shift.map(travel(of:)) ?? travel
    return travel.minutes(from: (from, locations[from]), to: (to, locations[to]))
  }
}

extension InstanceDraft {
  /// Every problem of the draft, errors and warnings alike, in the order of the tables and rows.
  ///
  /// Takes any draft, however broken; cells of `unreadable` are left alone.
  public func problems() -> [InstanceProblem] { InstanceValidator(self).problems() }
}
