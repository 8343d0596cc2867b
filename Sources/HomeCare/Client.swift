/// A person who receives visits.
public struct Client: Hashable, Sendable {
  /// Distinct staff in a continuity period that a client should at most meet, where nothing else is said.
  public static let defaultTarget = 14

  /// The client's id.
  public var id: ClientID
  /// The name as printed; the id where absent.
  public var name: String?
  /// Where the visits take place.
  public var location: LocationID
  /// The part of town or unit, for grouping in reports.
  public var area: String?
  /// Distinct staff in a continuity period above which each more costs `overTarget`.
  public var targetStaff: Int
  /// The fixed contact (*fast omsorgskontakt*), where the client has one.
  public var contact: StaffID?
  /// Staff whom the client prefers; empty where there is no preference.
  public var preferred: [StaffID]
  /// Staff who never serve the client.
  public var blocked: [StaffID]
  /// The telephone number, for sheets of staff.
  public var phone: String?
  /// How to get in, such as a key's number or a door code, for sheets of staff.
  public var access: String?
  /// What else staff should know, for sheets of staff.
  public var remark: String?

  /// A client.
  public init(
    id: ClientID, name: String? = nil, location: LocationID, area: String? = nil,
    targetStaff: Int = Client.defaultTarget, contact: StaffID? = nil, preferred: [StaffID] = [],
    blocked: [StaffID] = [], phone: String? = nil, access: String? = nil, remark: String? = nil
  ) {
    self.id = id
    self.name = name
    self.location = location
    self.area = area
    self.targetStaff = targetStaff
    self.contact = contact
    self.preferred = preferred
    self.blocked = blocked
    self.phone = phone
    self.access = access
    self.remark = remark
  }
}
