/// What meetings have in common besides who met and when; a log has few different ones.
public struct Trait: Hashable, Sendable {
  /// What the visit is for: `care`, `service`, `alarm`, `meal`, `nursing`, `other`, `no-visit`, or a word of the log's
  /// own.
  public var category: String
  /// The part of town or unit; empty where unknown.
  public var area: String
  /// Who runs the home care; empty where unknown.
  public var provider: String
  /// `home-care`, `home-nursing`, `substitute`, `other`, or a word of the log's own; empty where unknown.
  public var staffCategory: String
  /// The log's own word for the category, where its meaning is another; empty where not.
  public var categoryWord = ""
  /// The log's own word for the staff category, where its meaning is another; empty where not.
  public var staffCategoryWord = ""
  /// Whether the meeting took place.
  public var status: MeetingStatus

  /// A trait.
  public init(
    category: String = "care", area: String = "", provider: String = "", staffCategory: String = "",
    status: MeetingStatus = .performed
  ) {
    self.category = category
    self.area = area
    self.provider = provider
    self.staffCategory = staffCategory
    self.status = status
  }

  /// The category of what is no visit at a client's.
  public static let noVisit = "no-visit"
  /// The category of home nursing.
  public static let nursing = "nursing"
  /// The staff category of home nursing.
  public static let homeNursing = "home-nursing"
  /// The staff category of those called in to stand in for others.
  public static let substitute = "substitute"
}
