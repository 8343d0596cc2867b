import HomeCare

/// What stands in a table of its own for each type: a row, or a pair of rows.
protocol TableKey: BitwiseCopyable, Hashable, Sendable {
  /// Where it stands, counted from 0.
  var index: Int { get }
}

/// The number of a row in one of the compiled tables.
///
/// A type of its own for each table: the compiler takes no visit for a slot, and no row for a number of minutes. It is
/// as small and as fast as the number itself (after the strong integers of OR-Tools' MathOpt).
protocol Row: TableKey, Strideable where Stride == Int {
  var number: Int32 { get }
  init(number: Int32)
}

extension Row {
  /// No row.
  @inline(__always) static var none: Self { Self(number: -1) }

  /// The row that stands at an index of the instance's own list.
  @inline(__always) init(_ index: Int) { self.init(number: Int32(index)) }

  @inline(__always) var exists: Bool { number >= 0 }
  @inline(__always) var index: Int { Int(number) }

  @inline(__always) static func == (left: Self, right: Self) -> Bool { left.number == right.number }
  @inline(__always) static func < (left: Self, right: Self) -> Bool { left.number < right.number }
  @inline(__always) func advanced(by step: Int) -> Self { Self(number: number &+ Int32(truncatingIfNeeded: step)) }
  @inline(__always) func distance(to other: Self) -> Int { Int(other.number) &- Int(number) }

  /// The first rows of a table.
  @inline(__always) static func first(_ count: Int) -> Range<Self> { Self(0)..<Self(count) }

  /// The row of each of the identifiers that stand in the order of the table.
  static func byID<Subject>(_ ids: some Sequence<Identifier<Subject>>) -> [Identifier<Subject>: Self] {
    Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, Self($0)) })
  }
}

struct VisitRow: Row { let number: Int32 }

/// A staff place on a visit.
struct SlotRow: Row { let number: Int32 }

struct ShiftRow: Row { let number: Int32 }

struct StaffRow: Row { let number: Int32 }

struct ClientRow: Row { let number: Int32 }

struct LocationRow: Row { let number: Int32 }

struct SeriesRow: Row { let number: Int32 }

/// A (client, staff) pair, by client, whose staff are mostly asked for together.
struct PairRow: TableKey { let index: Int }

/// A client in a continuity period.
struct ClientTerm: TableKey { let index: Int }

/// Minutes from the horizon's first midnight, or a length of time in minutes.
///
/// One type for both: route arithmetic adds the one to the other all the time.
typealias Minutes = Int32

extension Instance {
  subscript(visit: VisitRow) -> Visit { visits[visit.index] }
  subscript(shift: ShiftRow) -> Shift { shifts[shift.index] }
  subscript(member: StaffRow) -> StaffMember { staff[member.index] }
  subscript(client: ClientRow) -> Client { clients[client.index] }
}
