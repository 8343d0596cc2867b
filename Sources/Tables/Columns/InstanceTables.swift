import Files
import HomeCare

/// The tables of an instance, as every kind of file writes them.
enum InstanceTables {
  static let instance = TableLayout(
    name: "instance", meaning: "What the files are and what the instance is called", blank: Heading(),
    columns: [
      Column(
        "format", .choice(InstanceFormat.allCases.map(\.word)), .required, "The format and its version",
        value: { .text($0.format.word) },
        assign: { if case .text(let word) = $1, let format = InstanceFormat(word: word) { $0.format = format } }),
      .text("name", \.name, "The instance's name; rosters name the instance they answer by it"),
    ])

  static let horizon = TableLayout(
    name: "horizon", meaning: "The days planned",
    blank: Horizon(start: LocalDate(dayNumber: 0), days: 1),
    columns: [
      .date("start", \.start, "First day"),
      .whole("days", \.days, in: InputLimits.days, "Number of days"),
      .whole("window", \.window, in: InputLimits.window, default: 14, "Days of a continuity period"),
      .text(
        "timeZone", \.timeZone, default: "Europe/Stockholm",
        "IANA time zone, for warnings where clocks change and for calendars"),
    ])

  /// The weights, whose standards differ between formats.
  static func weights(_ format: InstanceFormat) -> TableLayout<Weights> {
    TableLayout(
      name: "weights", meaning: "What each part of the score costs", blank: Weights.standard(for: format),
      columns: ScorePart.allCases.map { part in
        let column = Column<Weights>.whole(
          part.weightName, \.[part], in: InputLimits.weight, default: part.standardWeight(in: format),
          "Cost of each unit of the score's \(part.name)")
        return (part.isOptional ? column.leftOutWhereStandard : column).since(part.format)
      }, isOptional: true)
  }

  static let travel = TableLayout(
    name: "travel", meaning: "How travel minutes are found", blank: TravelRow(),
    columns: [
      .choice("kind", \.kind, "Whether minutes are computed from coordinates or given in a matrix"),
      .number("speedKmh", \.speedKmh, in: InputLimits.speedKmh, "Kilometres an hour; coordinates only"),
      .number(
        "detour", \.detour, in: InputLimits.detour,
        "Kilometres of road for each kilometre of the crow's flight, 1 where absent; coordinates only"),
      .number(
        "fixedMinutes", \.fixedMinutes, in: InputLimits.fixedMinutes,
        "Minutes that every leg takes beside the distance, 0 where absent; coordinates only"),
      Column(
        "minutes", .matrix(InputLimits.travelMinutes), .optional,
        "Whole minutes: a row for each location from, in it a number for each location to; matrix only",
        value: { row in row.minutes.map { .matrix($0) } },
        assign: { if case .matrix(let rows) = $1 { $0.minutes = rows } }),
    ])

  static let travelModes = TableLayout(
    name: "travelModes", meaning: "Further ways to travel, such as by bicycle", blank: TravelModeRow(),
    columns: [.id(\.id, "The mode's id")] + travel.columns.map { $0.of(\.way) }, isOptional: true, format: .two)

  static let locations = TableLayout(
    name: "locations", meaning: "Places where clients live and staff start", blank: Location(id: ""),
    columns: [
      .id(\.id, "The location's id"),
      .number("lat", \.latitude, in: InputLimits.latitude, "Degrees north; needed where travel is from coordinates"),
      .number("lon", \.longitude, in: InputLimits.longitude, "Degrees east; needed where travel is from coordinates"),
      .text("address", \.address, "The street address, for sheets of staff").since(.two),
    ])

  static let staff = TableLayout(
    name: "staff", meaning: "Staff", blank: StaffMember(id: ""),
    columns: [
      .id(\.id, "The staff member's id"),
      .text("name", \.name, "The name as printed"),
      .texts("skills", \.skills, "What the staff member is able and allowed to do"),
      .reference(
        "location", \.location, to: "locations", "The base where each shift starts and ends; none where absent"),
      .whole(
        "maxMinutes", \.maxMinutes, in: InputLimits.maxMinutes,
        "Most minutes of service and travel over the horizon; no cap where absent"),
      .reference("mode", \.mode, to: "travelModes", "How the staff member travels; as `travel` says where absent")
        .since(.two),
      .text("phone", \.phone, "The telephone number, for sheets of staff").since(.two),
    ])

  static let shifts = TableLayout(
    name: "shifts", meaning: "Stretches of time in which one staff member works", blank: ShiftRow(),
    columns: [
      .id(\.shift.id, "The shift's id"),
      .reference("staff", \.shift.staff, to: "staff", "Who works it"),
      .time("start", \.shift.start, "When it starts"),
      .time("end", \.shift.end, "When it ends"),
      .choice("kind", \.shift.kind, default: .rostered, "On the staff member's own schedule, or called in when needed"),
      .whole("breakMinutes", \.breakMinutes, in: InputLimits.breakMinutes, "Minutes of the break; none where absent"),
      .time("breakFrom", \.breakFrom, "Earliest start of the break"),
      .time("breakTo", \.breakTo, "Latest start of the break"),
      .reference(
        "mode", \.shift.mode, to: "travelModes", "How its staff member travels in it; as otherwise where absent"
      ).since(.two),
    ], together: [["breakMinutes", "breakFrom", "breakTo"]])

  static let clients = TableLayout(
    name: "clients", meaning: "People who receive visits", blank: Client(id: "", location: ""),
    columns: [
      .id(\.id, "The client's id"),
      .text("name", \.name, "The name as printed"),
      .reference("location", \.location, to: "locations", "Where the visits take place"),
      .text("area", \.area, "Part of town or unit, for grouping in reports"),
      .whole(
        "targetStaff", \.targetStaff, in: InputLimits.targetStaff, default: Client.defaultTarget,
        "Distinct staff that the client should at most meet in a continuity period"),
      .reference("contact", \.contact, to: "staff", "The fixed contact"),
      .references("preferred", \.preferred, to: "staff", "Staff whom the client prefers"),
      .references("blocked", \.blocked, to: "staff", "Staff who never serve the client"),
      .text("phone", \.phone, "The telephone number, for sheets of staff").since(.two),
      .text("access", \.access, "A key's number, a door code and the like, for sheets of staff").since(.two),
      .text("remark", \.remark, "What else staff should know, for sheets of staff").since(.two),
    ])

  static let series = TableLayout(
    name: "series", meaning: "Visits that are the same thing on different days, expected at the same time",
    blank: Series(id: "", client: ""),
    columns: [
      .id(\.id, "The series' id"),
      .reference("client", \.client, to: "clients", "Whose visits they are"),
      .clock("usual", \.usual, "The usual start; the one that suits the roster where absent"),
      .whole(
        "tolerance", \.tolerance, in: InputLimits.tolerance, default: Series.defaultTolerance,
        "Minutes beside the usual start that cost nothing"),
    ], isOptional: true, format: .two)

  static let visits = TableLayout(
    name: "visits", meaning: "Visits to be planned",
    blank: Visit(id: "", client: "", earliest: .blank, latest: .blank, minutes: 1),
    columns: [
      .id(\.id, "The visit's id"),
      .reference("client", \.client, to: "clients", "Who is visited"),
      .time("earliest", \.earliest, "Earliest start"),
      .time("latest", \.latest, "Latest start"),
      .whole("minutes", \.minutes, in: InputLimits.visitMinutes, "Length"),
      .whole("staff", \.staff, in: InputLimits.visitStaff, default: 1, "How many staff serve it together"),
      .texts("skills", \.skills, "Skills that every one of its staff must have"),
      .text("kind", \.kind, default: "care", "What the visit is for"),
      .flag("counts", \.counts, default: true, "Whether its staff count as met"),
      .whole(
        "priority", \.priority, in: InputLimits.priority, default: 1, "Factor of the cost of leaving it unassigned"),
      .references("pinned", \.pinned, to: "staff", "Staff who must serve it"),
      .time("pinnedStart", \.pinnedStart, "The start it must have; any in its window where absent"),
      .reference("series", \.series, to: "series", "The series it belongs to, of the same client").since(.two),
      .flag(
        "alongside", \.alongside, default: false, "Whether it may take place beside another visit of the client"
      ).since(.two),
      .text("tasks", \.tasks, "What is to be done").since(.two),
    ])

  static let alternatives = TableLayout(
    name: "alternatives", meaning: "Further windows of visits, mostly on other days",
    blank: AlternativeWindow(visit: "", earliest: .blank, latest: .blank),
    columns: [
      .reference("visit", \.visit, to: "visits", "The visit, which may start here as well as in its own window"),
      .time("earliest", \.earliest, "Earliest start"),
      .time("latest", \.latest, "Latest start"),
    ], isOptional: true, format: .two)

  static let links = TableLayout(
    name: "links", meaning: "Ties between two visits", blank: Link(first: "", second: ""),
    columns: [
      .reference("first", \.first, to: "visits", "The visit from whose start the gap is measured"),
      .reference("second", \.second, to: "visits", "The visit to whose start the gap is measured"),
      .whole("minGap", \.minGap, in: InputLimits.linkGap, "Fewest minutes between the starts; no bound where absent"),
      .whole("maxGap", \.maxGap, in: InputLimits.linkGap, "Most minutes between the starts; no bound where absent"),
      .choice("staff", \.staff, default: .any, "Whether the two share all staff, none, or as it comes"),
    ], isOptional: true)

  static let history = TableLayout(
    name: "history", meaning: "Days before the horizon on which a client met a staff member",
    blank: PastMeeting(client: "", staff: "", date: LocalDate(dayNumber: 0)),
    columns: [
      .reference("client", \.client, to: "clients", "Who was visited"),
      .reference("staff", \.staff, to: "staff", "Who came"),
      .date("date", \.date, "The date of the meeting"),
    ], isOptional: true)

  static let exceptions = TableLayout(
    name: "exceptions", meaning: "What a person has allowed, and why",
    blank: RuleException(rule: .window, reason: ""),
    columns: [
      Column(
        "rule", .choice(Rule.excepted.map(\.rawValue)), .required, "The rule excepted",
        value: { .text($0.rule.rawValue) },
        assign: { if case .text(let word) = $1, let rule = Rule(rawValue: word) { $0.rule = rule } }),
      .text("reason", \.reason, "Why it is allowed"),
      .reference("visit", \.visit, to: "visits", "The visit: of H4 the one left, of H12 either"),
      .reference("second", \.second, to: "visits", "Of H4 the visit that follows directly, of H12 the other"),
      .reference("staff", \.staff, to: "staff", "The staff member"),
      .reference("shift", \.shift, to: "shifts", "The shift"),
      .whole(
        "before", \.before, in: InputLimits.widening, default: 0,
        "Minutes sooner that each window of the visit, or the shift, begins"),
      .whole(
        "after", \.after, in: InputLimits.widening, default: 0,
        "Minutes later that each window of the visit, or the shift, ends"),
      .whole(
        "minutes", \.minutes, in: InputLimits.exceptionMinutes,
        "Of H4 what the way takes, of H11 how much higher the cap is"),
      .text("by", \.by, "Who has allowed it"),
      .time("at", \.at, "When it was allowed"),
    ], isOptional: true, format: .two)
}
