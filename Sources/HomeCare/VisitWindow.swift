/// A stretch of time in which a visit may start.
public struct VisitWindow: Hashable, Sendable {
  /// Earliest start.
  public var earliest: LocalDateTime
  /// Latest start.
  public var latest: LocalDateTime

  /// A window.
  public init(earliest: LocalDateTime, latest: LocalDateTime) {
    self.earliest = earliest
    self.latest = latest
  }

  /// Whether a start lies in the window.
  public func contains(_ start: LocalDateTime) -> Bool { earliest <= start && start <= latest }

  /// The window with both ends moved apart.
  public func widened(before: Int, after: Int) -> VisitWindow {
    VisitWindow(earliest: earliest.advanced(by: -before), latest: latest.advanced(by: after))
  }

  /// Midnight at the beginning of the day on which the window begins, from which starts in it are measured for steadiness.
  public var midnight: LocalDateTime { earliest.date.midnight }
}

/// A further window of a visit, mostly on another day, in which it may start as well as in its own.
public struct AlternativeWindow: Hashable, Sendable {
  /// The visit.
  public var visit: VisitID
  /// Earliest start.
  public var earliest: LocalDateTime
  /// Latest start.
  public var latest: LocalDateTime

  /// A further window of a visit.
  public init(visit: VisitID, earliest: LocalDateTime, latest: LocalDateTime) {
    self.visit = visit
    self.earliest = earliest
    self.latest = latest
  }

  /// The window.
  public var window: VisitWindow { VisitWindow(earliest: earliest, latest: latest) }
}

extension Visit {
  /// The visit's own window.
  public var window: VisitWindow { VisitWindow(earliest: earliest, latest: latest) }
}
