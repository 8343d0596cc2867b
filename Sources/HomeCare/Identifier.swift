/// A string id that can only be compared with ids of the same table.
///
/// Ids are opaque: nothing is read out of their text, and they are case-sensitive.
public struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Sendable {
  /// The id as it stands in the file.
  public let rawValue: String

  /// Wraps the id as it stands in the file.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Wraps the id as it stands in the file.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Orders ids by Unicode scalar values, as a file sorted by bytes would.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: ExpressibleByStringLiteral {
  /// Wraps a literal id.
  public init(stringLiteral value: String) { self.init(value) }
}

extension Identifier: CustomStringConvertible {
  /// The id itself.
  public var description: String { rawValue }
}

/// The id of a location.
public typealias LocationID = Identifier<Location>
/// The id of a staff member.
public typealias StaffID = Identifier<StaffMember>
/// The id of a shift.
public typealias ShiftID = Identifier<Shift>
/// The id of a client.
public typealias ClientID = Identifier<Client>
/// The id of a visit.
public typealias VisitID = Identifier<Visit>
/// The id of a series.
public typealias SeriesID = Identifier<Series>
/// The id of a way to travel.
public typealias TravelModeID = Identifier<TravelMode>
