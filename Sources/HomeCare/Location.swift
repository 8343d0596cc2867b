/// A place where a client lives or a staff member starts and ends the day.
public struct Location: Hashable, Sendable {
  /// The location's id.
  public var id: LocationID
  /// Degrees north, −90…90; absent where travel is a matrix.
  public var latitude: Double?
  /// Degrees east, −180…180; absent where travel is a matrix.
  public var longitude: Double?
  /// The street address, for sheets of staff.
  public var address: String?

  /// A location, with coordinates where travel is computed from them.
  public init(id: LocationID, latitude: Double? = nil, longitude: Double? = nil, address: String? = nil) {
    self.id = id
    self.latitude = latitude
    self.longitude = longitude
    self.address = address
  }
}
