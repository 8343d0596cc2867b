/// Visits of one client that are the same thing on different days, expected at the same time.
public struct Series: Hashable, Sendable {
  /// Minutes beside the usual time that nobody minds, where nothing else is said.
  public static let defaultTolerance = 15

  /// The series' id.
  public var id: SeriesID
  /// Whose visits they are.
  public var client: ClientID
  /// The start that the client is used to, in minutes from midnight; the one that suits the roster where absent.
  public var usual: Int?
  /// Minutes beside the usual time that cost nothing.
  public var tolerance: Int

  /// A series.
  public init(id: SeriesID, client: ClientID, usual: Int? = nil, tolerance: Int = Series.defaultTolerance) {
    self.id = id
    self.client = client
    self.usual = usual
    self.tolerance = tolerance
  }
}
