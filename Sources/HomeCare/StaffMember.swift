/// A person who serves visits.
public struct StaffMember: Hashable, Sendable {
  /// The staff member's id.
  public var id: StaffID
  /// The name as printed; the id where absent.
  public var name: String?
  /// What the staff member is able and allowed to do, such as `insulin`; no duplicates.
  public var skills: [String]
  /// The base where each shift starts and ends; without one there are no base legs.
  public var location: LocationID?
  /// Most minutes of service and travel over the horizon; no cap where absent.
  public var maxMinutes: Int?
  /// How the staff member travels; the instance's own way where absent.
  public var mode: TravelModeID?
  /// The telephone number.
  public var phone: String?

  /// A staff member.
  public init(
    id: StaffID, name: String? = nil, skills: [String] = [], location: LocationID? = nil, maxMinutes: Int? = nil,
    mode: TravelModeID? = nil, phone: String? = nil
  ) {
    self.id = id
    self.name = name
    self.skills = skills
    self.location = location
    self.maxMinutes = maxMinutes
    self.mode = mode
    self.phone = phone
  }
}
