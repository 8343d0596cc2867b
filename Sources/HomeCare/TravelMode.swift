/// A further way to travel, such as by bicycle, beside the instance's own.
public struct TravelMode: Hashable, Sendable {
  /// The mode's id.
  public var id: TravelModeID
  /// How its travel minutes are found.
  public var travel: Travel

  /// A way to travel.
  public init(id: TravelModeID, travel: Travel) {
    self.id = id
    self.travel = travel
  }
}
