import Board
import HomeCare
import Reports

/// The forms by which somebody tells what has happened, one for each kind.
struct HappeningForms {
  private let frame: Frame
  private let plan: PlanInHand
  private let shown: PlanNames
  private let day: LocalDate
  /// The repair to which what is told is added.
  private let repair: RepairInHand?

  init(_ frame: Frame, _ plan: PlanInHand, _ shown: PlanNames, day: LocalDate, addingTo repair: RepairInHand?) {
    (self.frame, self.plan, self.shown, self.day, self.repair) = (frame, plan, shown, day, repair)
  }

  private var language: Language { frame.language }

  var html: HTML {
    let parts = Happening.Kind.allCases.map { kind -> HTML in
      // What happens most is open at once, where nothing has been told yet.
      let mark: HTML = kind == .absent && repair == nil ? " open" : ""
      let told = repair.map { repair -> HTML in "<input type=\"hidden\" name=\"repair\" value=\"\(repair.id)\">" } ?? ""
      return """
        <details class="tell"\(mark)><summary>\(language(Self.title(of: kind)))</summary>
        \(frame.form("/plans/\(frame.plan?.id ?? 0)/repair", "\(told)<input type=\"hidden\" name=\"kind\" value=\"\(kind.rawValue)\"><input type=\"hidden\" name=\"day\" value=\"\(day)\">\(fields(of: kind))<button class=\"main\">\(language(.showOptions))</button>", kind: " class=\"row\""))</details>
        """
    }
    return "<section aria-labelledby=\"tell\"><h2 id=\"tell\">\(language(.tellMore))</h2>\(parts.joined())</section>"
  }

  private static func title(of kind: Happening.Kind) -> BoardPhrase {
    switch kind {
    case .absent: .tellAbsent
    case .back: .tellBack
    case .takenOver: .tellTakenOver
    case .hours: .tellHours
    case .away: .tellAway
    case .cancelled: .tellCancelled
    case .moved: .tellMoved
    case .lengthened: .tellLengthened
    case .extra: .tellExtra
    }
  }

  private func fields(of kind: Happening.Kind) -> HTML {
    switch kind {
    case .absent: staff + days
    case .away: client + days
    case .back: staff + times(.fromTime, .toTime)
    case .takenOver: shift + staff
    case .hours: shift + times(.fromTime, .toTime)
    case .cancelled: visit
    case .moved: visit + times(.earliestStart, .latestStart)
    case .lengthened: visit + minutes
    case .extra: client + times(.earliestStart, .latestStart) + minutes
    }
  }

  // MARK: Fields

  private var days: HTML {
    """
    <label>\(language(.fromDay)) <input type="date" name="from" value="\(day)" required></label>
    <label>\(language(.toDay)) <input type="date" name="to" value="\(day)"> <span class="hint">\(language(.untilFurther))</span></label>
    <label>\(language(.fromTime)) <input type="time" name="begin"> <span class="hint">\(language(.wholeDayIfEmpty))</span></label>
    """
  }

  private func times(_ begin: BoardPhrase, _ end: BoardPhrase) -> HTML {
    """
    <label>\(language(begin)) <input type="time" name="begin" required></label>
    <label>\(language(end)) <input type="time" name="end" required></label>
    """
  }

  private var minutes: HTML {
    "<label>\(language(.newMinutes)) <input type=\"number\" name=\"minutes\" min=\"1\" max=\"1440\" value=\"30\" required></label>"
  }

  private var staff: HTML {
    let working = Set(plan.instance.shifts.filter { $0.start.date == day }.map(\.staff))
    let all = plan.instance.staff.enumerated().map { (row: $0.offset, id: $0.element.id) }
      .sorted { (shown.title($0.id), $0.row) < (shown.title($1.id), $1.row) }
    func group(_ phrase: BoardPhrase, _ members: [(row: Int, id: StaffID)]) -> HTML {
      let options = members.map { member -> HTML in "<option value=\"\(member.row)\">\(shown.title(member.id))</option>"
      }
      return "<optgroup label=\"\(language(phrase))\">\(options.joined())</optgroup>"
    }
    let groups =
      group(.worksThatDay, all.filter { working.contains($0.id) })
      + group(.others, all.filter { !working.contains($0.id) })
    return "<label>\(language(.staff)) <select name=\"staff\">\(groups)</select></label>"
  }

  private var client: HTML {
    let options = plan.instance.clients.enumerated().sorted {
      (shown.title($0.element.id), $0.offset) < (shown.title($1.element.id), $1.offset)
    }.map { row, client -> HTML in "<option value=\"\(row)\">\(shown.title(client.id))</option>" }
    return "<label>\(language.title(.client)) <select name=\"client\">\(options.joined())</select></label>"
  }

  private var shift: HTML {
    let options = plan.instance.shifts.enumerated().filter { $0.element.start.date == day }.map { row, shift -> HTML in
      "<option value=\"\(row)\">\(shown.title(shift.staff)) \(shift.start.clock)–\(shift.end.clock)</option>"
    }
    return "<label>\(language.title(.shift)) <select name=\"shift\">\(options.joined())</select></label>"
  }

  private var visit: HTML {
    let places = plan.roster.places
    let visits = plan.instance.visits.enumerated().map { row, visit in
      (row: row, visit: visit, place: places[visit.id]?.assignment)
    }.filter { ($0.place?.start ?? $0.visit.earliest).date == day }.sorted {
      ($0.place?.start ?? $0.visit.earliest, $0.row) < ($1.place?.start ?? $1.visit.earliest, $1.row)
    }
    let options = visits.map { row, visit, place -> HTML in
      let staff = place.map { shown.titles($0.staff) } ?? language(.nobody)
      let start = place?.start ?? visit.earliest
      return """
        <option value="\(row)">\(start.clock) \(shown.title(visit.client)), \(visit.minutes) min (\(staff))</option>
        """
    }
    return "<label>\(language.title(.visit)) <select name=\"visit\">\(options.joined())</select></label>"
  }
}
