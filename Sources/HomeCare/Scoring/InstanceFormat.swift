/// The formats that an instance can be of: which rules, tables, columns, default weights and parts of the score it has.
public enum InstanceFormat: Int, CaseIterable, Comparable, Sendable {
  /// What research instances are written in.
  case one = 1
  /// What a roster needs beyond it before a coordinator can hand it out: steady times, one visit at a time, days to
  /// choose among, several ways to travel, and exceptions.
  case two = 2

  /// Orders formats by their age.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
