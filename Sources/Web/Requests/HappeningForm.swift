import Board
import HomeCare

/// What somebody tells by one of the forms of what has happened.
struct HappeningForm {
  private let form: Form
  private let day: LocalDate

  /// - Parameter day: The day of which times of day are.
  init(_ form: Form, day: LocalDate) { (self.form, self.day) = (form, day) }

  /// What has happened, with visits and people as `rows` finds them; `nil` where the form lacks something.
  func happening(
    staff: StaffID?, client: ClientID?, visit: VisitID?, shift: ShiftID?, newVisit: () -> VisitID
  ) -> Happening? {
    switch form["kind"].flatMap({ Happening.Kind(rawValue: $0) }) {
    case .absent:
      guard let staff, let (from, to) = days else { return nil }
      return .absent(staff, from: from, to: to)
    case .away:
      guard let client, let (from, to) = days else { return nil }
      return .away(client, from: from, to: to)
    case .back:
      guard let staff, let (from, to) = times() else { return nil }
      return .back(staff, from: from, to: to)
    case .takenOver:
      guard let staff, let shift else { return nil }
      return .takenOver(shift, by: staff)
    case .hours:
      guard let shift, let (from, to) = times() else { return nil }
      return .hours(shift, from: from, to: to)
    case .cancelled: return visit.map { .cancelled($0) }
    case .moved:
      guard let visit, let (from, to) = times(mayBeEqual: true) else { return nil }
      return .moved(visit, earliest: from, latest: to)
    case .lengthened:
      guard let visit, let minutes else { return nil }
      return .lengthened(visit, minutes: minutes)
    case .extra:
      guard let client, let minutes, let (from, to) = times(mayBeEqual: true) else { return nil }
      return .extra(newVisit(), at: client, earliest: from, latest: to, minutes: minutes)
    case nil: return nil
    }
  }

  private var minutes: Int? { form.number("minutes").flatMap { (1...1440).contains($0) ? $0 : nil } }

  /// From the beginning of one day, or a time in it, to the end of another.
  private var days: (from: LocalDateTime, to: LocalDateTime?)? {
    guard let first = form["from"].flatMap({ LocalDate($0) }) else { return nil }
    let begin = form["begin"] ?? ""
    guard let from = begin.isEmpty ? first.midnight : time(begin, on: first) else { return nil }
    let end = form["to"] ?? ""
    if end.isEmpty { return (from, nil) }
    guard let last = LocalDate(end) else { return nil }
    return (from, last.advanced(by: 1).midnight)
  }

  /// Two times of the day; an end before its beginning is of the next day.
  private func times(mayBeEqual: Bool = false) -> (from: LocalDateTime, to: LocalDateTime)? {
    guard let from = time(form["begin"], on: day), let to = time(form["end"], on: day) else { return nil }
    return (from, to < from || to == from && !mayBeEqual ? to.advanced(by: LocalDateTime.minutesPerDay) : to)
  }

  /// A time of day as browsers send it: `07:30`, some with seconds.
  private func time(_ text: String?, on day: LocalDate) -> LocalDateTime? {
    text.flatMap { LocalDateTime("\(day)T\($0.prefix(5))") }
  }
}
