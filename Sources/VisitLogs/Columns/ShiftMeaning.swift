/// What a mark of a schedule means.
public enum ShiftMeaning: Hashable, Sendable {
  /// A shift: its minutes of the day, the end possibly on the next, and those of its break.
  case shift(Range<Int>, breakMinutes: Int?)
  /// Not at work.
  case free
  /// Not at work although it would be: a holiday, illness, parental leave.
  case absent
}
