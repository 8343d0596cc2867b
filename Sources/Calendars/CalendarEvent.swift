import HomeCare

/// One visit in a staff member's calendar, by its content lines.
struct CalendarEvent: Hashable {
  /// What tells it from all others, in every version of the calendar.
  let uid: String
  /// The version: rises with every change.
  var sequence = 0
  /// When this version was made, in UTC, as `20260302T063000Z`.
  var stamp: String
  /// Whether the visit is no longer this staff member's.
  var isCancelled = false
  /// What the visit is: all other lines.
  var lines: [String]

  /// When it starts, as its line says; events are put in this order.
  var start: String {
    lines.first { $0.hasPrefix("DTSTART") }.flatMap { $0.split(separator: ":").last.map(String.init) } ?? ""
  }

  /// Adds the event to a calendar.
  func write(to calendar: inout CalendarLines) {
    calendar.append("BEGIN:VEVENT")
    calendar.append("UID:\(uid)")
    calendar.append("DTSTAMP:\(stamp)")
    calendar.append("SEQUENCE:\(sequence)")
    calendar.append("STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")")
    for line in lines { calendar.append(line) }
    calendar.append("END:VEVENT")
  }

  /// The events of a calendar that this project wrote; lines of any other are passed over.
  static func read(_ bytes: [UInt8]) -> [CalendarEvent] {
    var events: [CalendarEvent] = []
    var current: [String]?
    for line in CalendarLines.unfolded(bytes) {
      switch line {
      case "BEGIN:VEVENT": current = []
      case "END:VEVENT":
        if let lines = current, let event = CalendarEvent(lines) { events.append(event) }
        current = nil
      default: current?.append(line)
      }
    }
    return events
  }

  private init?(_ lines: [String]) {
    func value(_ name: String) -> String? {
      lines.first { $0.hasPrefix("\(name):") }.map { String($0.dropFirst(name.count + 1)) }
    }
    guard let uid = value("UID"), let stamp = value("DTSTAMP"), let sequence = value("SEQUENCE").flatMap({ Int($0) }),
      (0..<Int(Int32.max)).contains(sequence)
    else { return nil }
    self.uid = uid
    self.stamp = stamp
    self.sequence = sequence
    isCancelled = value("STATUS") == "CANCELLED"
    self.lines = lines.filter { line in
      !["UID:", "DTSTAMP:", "SEQUENCE:", "STATUS:"].contains { line.hasPrefix($0) }
    }
  }

  init(uid: String, stamp: String, lines: [String]) {
    self.uid = uid
    self.stamp = stamp
    self.lines = lines
  }

  /// The events of a new calendar beside those of the one before: what is as it was keeps its version, what is not gets
  /// the next one, and what is gone is cancelled. What lies outside the days planned belongs to other rosters, and stays.
  static func updated(
    _ events: [CalendarEvent], after before: [CalendarEvent], days: Range<LocalDate>, stamp: String
  ) -> [CalendarEvent] {
    let old = Dictionary(before.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(events.map(\.uid))
    let (first, end) = (CalendarZone.text(days.lowerBound.midnight), CalendarZone.text(days.upperBound.midnight))
    var result = events.map { event in
      guard let previous = old[event.uid] else { return event }
      if !previous.isCancelled, previous.lines == event.lines { return previous }
      var event = event
      event.sequence = previous.sequence + 1
      return event
    }
    for var event in before where !kept.contains(event.uid) {
      if !event.isCancelled, event.start >= first, event.start < end {
        event.isCancelled = true
        event.sequence += 1
        event.stamp = stamp
      }
      result.append(event)
    }
    return result.sorted { ($0.start, $0.uid) < ($1.start, $1.uid) }
  }
}
