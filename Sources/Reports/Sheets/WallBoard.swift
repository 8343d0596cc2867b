import HomeCare
import Interchange

/// The day of all staff on one sheet for a wall: a row for each of them, time from left to right, with short names and
/// nothing else of people.
struct WallBoard {
  private let sheets: RosterSheets
  private let names: ShownPeople
  private let language: Language

  init(_ sheets: RosterSheets) {
    self.sheets = sheets
    names = sheets.shown.short
    language = sheets.language
  }

  /// The board of a day; none on a day on which nobody works and nothing is to be done.
  func sheets(of date: LocalDate) -> [HTML] {
    let courses = sheets.courses[date] ?? []
    let serving = Set(courses.map(\.shift.id))
    let idle = sheets.instance.shifts.filter {
      RosterSheets.day(of: $0, in: sheets.instance.horizon) == date && $0.kind == .rostered && !serving.contains($0.id)
    }
    let left = sheets.left(on: date)
    guard !courses.isEmpty || !idle.isEmpty || !left.isEmpty else { return [] }
    var rows: [StaffID: Row] = [:]
    for course in courses { rows[course.shift.staff, default: Row(course.shift.staff)].courses.append(course) }
    for shift in idle { rows[shift.staff, default: Row(shift.staff)].idle.append(shift.start..<shift.end) }
    let all = rows.values.sorted { ($0.start, names.title($0.staff)) < ($1.start, names.title($1.staff)) }
    let axis = Axis(all.flatMap(\.hours), on: date)
    let lines = all.map { line($0, axis) }
    let table: HTML = """
      <table class="board"><thead><tr><th scope="col">\(language.title(.staff))</th><th scope="col">\(axis.head)</th></tr></thead>
      <tbody>\(lines.joined())</tbody></table>
      """
    return [
      """
      <section class="sheet"><h1>\(sheets.title(date))</h1>
      \(all.isEmpty ? "" : table)\(list(left))</section>

      """
    ]
  }

  /// A staff member's shifts of the day.
  private struct Row {
    let staff: StaffID
    var courses: [ShiftCourse] = []
    var idle: [Range<LocalDateTime>] = []

    init(_ staff: StaffID) { self.staff = staff }

    var hours: [Range<LocalDateTime>] { courses.map { $0.start..<$0.end } + idle }
    var start: LocalDateTime { hours.map(\.lowerBound).min() ?? LocalDateTime(minuteNumber: 0) }
  }

  private func line(_ row: Row, _ axis: Axis) -> HTML {
    var lanes = Lanes(axis)
    var marks: [HTML] = []
    for stretch in row.courses.flatMap(\.stretches) {
      switch stretch.activity {
      case .visit(let id):
        guard let visit = sheets.assigned[id]?.visit else { continue }
        let text = "\(stretch.start.clock) \(names.title(visit.client))"
        marks.append(lanes.place(stretch, text, "v"))
      case .rest: marks.append(lanes.place(stretch, language(.rest), "r"))
      case .way, .wayHome, .waiting, .free: break
      }
    }
    let hours = row.hours.sorted { $0.lowerBound < $1.lowerBound }
    let text = hours.map { "\($0.lowerBound.clock)–\($0.upperBound.clock)" }.joined(separator: ", ")
    let bands = hours.map { hours -> HTML in "<i \(axis.place(hours.lowerBound, hours.upperBound))></i>" }
    return """
      <tr><th scope="row"><bdi>\(names.title(row.staff))</bdi> <small class="d">\(text)</small></th>\
      <td><div class="track" style="height: \(lanes.height)mm">\(axis.lines)\(bands.joined())\(marks.joined())</div></td></tr>

      """
  }

  private func list(_ left: [Visit]) -> HTML {
    guard !left.isEmpty else { return "" }
    let items = left.map { visit in
      "\(visit.earliest.clock)–\(visit.latest.clock) \(names.title(visit.client)), \(visit.minutes) \(language(.min))"
    }
    return
      "<p><b>\(language.title(.notYetSettled)): \(left.count)</b></p><p class=\"open\">\(items.joined(separator: " · "))</p>\n"
  }

  /// The rules of the board's own: an A4 on its side.
  static let style: HTML = """

    body { max-width: 76rem; }
    .board { table-layout: fixed; font-size: .75rem; margin: .3rem 0; } .board th { width: 33mm; font-weight: 600; }
    .board th + th, .board td { width: auto; max-width: none; padding: 0 19mm 0 0; } .board td, .board tbody th { padding-top: 0; padding-bottom: 0; }
    .board small { font-weight: 400; }
    .track { position: relative; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .track > * { position: absolute; box-sizing: border-box; white-space: nowrap; }
    .track i { top: 0; bottom: 0; background: #f1f1f1; } .track u { top: 0; bottom: 0; border-left: 1px solid #ddd; text-decoration: none; }
    .track b { height: 3.4mm; border-left: 1.5px solid #111; border-top: 1.5px solid #111; font: 6.5pt/3.2mm system-ui, sans-serif; padding-left: .5mm; background: #cfe0f2; }
    .track b.r { background: none; border-color: #999; border-top-style: dashed; color: #444; font-style: italic; }
    .head-track u { border: 0; font-weight: 400; } .open { font-size: .8rem; }
    @page { size: A4 landscape; margin: 9mm 10mm; }
    @media print { .board { font-size: 8pt; } h1 { font-size: 12pt; margin: 0; } }
    """

  /// Time from left to right, in whole hours.
  private struct Axis {
    /// Millimetres that it takes on paper.
    static let width = 222.0
    let start: LocalDateTime
    let hours: Int

    init(_ spans: [Range<LocalDateTime>], on date: LocalDate) {
      let first = spans.map(\.lowerBound).min() ?? date.midnight
      let last = spans.map(\.upperBound).max() ?? first
      start = first.advanced(by: -(first.minuteOfDay % 60))
      hours = max(1, (last.minutes(since: start) + 59) / 60)
    }

    func millimetres(_ minutes: Int) -> Double { Double(minutes) / Double(hours * 60) * Self.width }

    private func percent(_ minutes: Int) -> String {
      Decimal.text(100 * Double(minutes) / Double(hours * 60), places: 2)
    }

    func place(_ from: LocalDateTime, _ to: LocalDateTime) -> HTML {
      "style=\"left: \(percent(from.minutes(since: start)))%; width: \(percent(to.minutes(since: from)))%\""
    }

    func place(_ from: LocalDateTime, _ to: LocalDateTime, top: String) -> HTML {
      "style=\"left: \(percent(from.minutes(since: start)))%; width: \(percent(to.minutes(since: from)))%; top: \(top)mm\""
    }

    var lines: HTML {
      (0..<hours).map { hour -> HTML in "<u style=\"left: \(percent(hour * 60))%\"></u>" }.joined()
    }

    var head: HTML {
      let marks = (0..<hours).map { hour -> HTML in
        "<u style=\"left: \(percent(hour * 60))%\">\(start.advanced(by: hour * 60).clock.prefix(2))</u>"
      }
      return "<div class=\"track head-track\" style=\"height: 4mm\">\(marks.joined())</div>"
    }
  }

  /// Lanes of a row, as many as keep its texts apart.
  private struct Lanes {
    /// Millimetres of a lane, and of a letter in the board's print.
    private static let (lane, letter) = (3.6, 1.3)

    private let axis: Axis
    /// How far each lane is taken, in millimetres from the left.
    private var ends: [Double] = []

    init(_ axis: Axis) { self.axis = axis }

    var height: String { Decimal.text(Double(max(1, ends.count)) * Self.lane + 0.3, places: 1) }

    mutating func place(_ stretch: ShiftCourse.Stretch, _ text: String, _ kind: HTML) -> HTML {
      let left = axis.millimetres(stretch.start.minutes(since: axis.start))
      let right = left + max(axis.millimetres(stretch.minutes), Double(text.count) * Self.letter + 1.5)
      let lane = ends.firstIndex { $0 <= left } ?? ends.count
      if lane < ends.count { ends[lane] = right } else { ends.append(right) }
      let top = Decimal.text(Double(lane) * Self.lane + 0.3, places: 1)
      return "<b class=\"\(kind)\" \(axis.place(stretch.start, stretch.end, top: top))>\(text)</b>"
    }
  }
}
