import HomeCare

/// Instances of random tables with awkward text, unsound as plans but fit to be written and read.
struct RandomDraft {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func make(_ format: InstanceFormat = .one) -> InstanceDraft {
    let usesMatrix = flip()
    let horizon = Horizon(start: date(), days: whole(30), window: whole(20), timeZone: text())
    var draft = InstanceDraft(
      format: format, name: text(), horizon: horizon,
      travel: .coordinates(speedKmh: number(), detour: number(), fixedMinutes: number()))
    for part in ScorePart.parts(of: draft.format) where flip() { draft.weights[part] = whole(100_000) }
    draft.locations = rows(6).map {
      // A matrix in CSV names its rows, so locations must be told apart, as validation demands.
      Location(
        id: LocationID("\(text())\($0)"), latitude: maybe { $0.number() }, longitude: maybe { $0.number() })
    }
    if usesMatrix {
      let size = draft.locations.count
      draft.travel = .matrix((0..<size).map { _ in (0..<size).map { _ in whole(90) } })
    }
    draft.staff = rows(6).map { _ in
      StaffMember(
        id: StaffID(text()), name: maybe { $0.text() }, skills: texts(), location: maybe { LocationID($0.text()) },
        maxMinutes: maybe { $0.whole(5000) })
    }
    draft.shifts = rows(6).map { _ in
      Shift(
        id: ShiftID(text()), staff: StaffID(text()), start: time(), end: time(), kind: flip() ? .pool : .rostered,
        breakRule: maybe { Shift.Break(minutes: $0.whole(60), from: $0.time(), to: $0.time()) })
    }
    draft.clients = rows(6).map { _ in
      Client(
        id: ClientID(text()), name: maybe { $0.text() }, location: LocationID(text()), area: maybe { $0.text() },
        targetStaff: flip() ? Client.defaultTarget : whole(30), contact: maybe { StaffID($0.text()) },
        preferred: texts().map { StaffID($0) }, blocked: texts().map { StaffID($0) })
    }
    draft.visits = rows(8).map { _ in
      Visit(
        id: VisitID(text()), client: ClientID(text()), earliest: time(), latest: time(), minutes: whole(90),
        staff: flip() ? 1 : whole(4), skills: texts(), kind: flip() ? "care" : text(), counts: flip(),
        priority: flip() ? 1 : whole(9), pinned: texts().map { StaffID($0) }, pinnedStart: maybe { $0.time() })
    }
    draft.links = rows(4).map { _ in
      Link(
        first: VisitID(text()), second: VisitID(text()), minGap: maybe { $0.whole(900) - 450 },
        maxGap: maybe { $0.whole(900) - 450 }, staff: Link.StaffRule.allCases[whole(3) - 1])
    }
    draft.history = rows(5).map { _ in
      PastMeeting(client: ClientID(text()), staff: StaffID(text()), date: date())
    }
    if format == .two { addFormat2(to: &draft) }
    return draft
  }

  private mutating func addFormat2(to draft: inout InstanceDraft) {
    let size = draft.locations.count
    draft.travelModes = rows(3).map { place in
      // A mode by matrix has rows only where there are locations.
      let isMatrix = size > 0 && flip()
      let minutes = (0..<size).map { _ in (0..<size).map { _ in whole(90) } }
      return TravelMode(
        id: TravelModeID("\(text())\(place)"),
        travel: isMatrix
          ? .matrix(minutes) : .coordinates(speedKmh: number(), detour: number(), fixedMinutes: number()))
    }
    for row in draft.locations.indices { draft.locations[row].address = maybe { $0.text() } }
    for row in draft.staff.indices {
      draft.staff[row].mode = maybe { TravelModeID($0.text()) }
      draft.staff[row].phone = maybe { $0.text() }
    }
    for row in draft.shifts.indices { draft.shifts[row].mode = maybe { TravelModeID($0.text()) } }
    for row in draft.clients.indices {
      draft.clients[row].phone = maybe { $0.text() }
      draft.clients[row].access = maybe { $0.text() }
      draft.clients[row].remark = maybe { $0.text() }
    }
    draft.series = rows(4).map { _ in
      Series(
        id: SeriesID(text()), client: ClientID(text()), usual: maybe { $0.whole(1440) - 1 },
        tolerance: flip() ? Series.defaultTolerance : whole(90))
    }
    for row in draft.visits.indices {
      draft.visits[row].series = maybe { SeriesID($0.text()) }
      draft.visits[row].alongside = flip()
      draft.visits[row].tasks = maybe { $0.text() }
    }
    draft.alternatives = rows(4).map { _ in
      AlternativeWindow(visit: VisitID(text()), earliest: time(), latest: time())
    }
    draft.exceptions = rows(5).map { _ in
      RuleException(
        rule: Rule.excepted[whole(Rule.excepted.count) - 1], reason: text(), visit: maybe { VisitID($0.text()) },
        second: maybe { VisitID($0.text()) }, staff: maybe { StaffID($0.text()) }, shift: maybe { ShiftID($0.text()) },
        before: flip() ? 0 : whole(90), after: flip() ? 0 : whole(90), minutes: maybe { $0.whole(90) },
        by: maybe { $0.text() }, at: maybe { $0.time() })
    }
  }

  // MARK: - Draws

  private mutating func flip() -> Bool { generator.int(below: 2) == 0 }

  /// From 1 to `most`.
  private mutating func whole(_ most: Int) -> Int { generator.int(below: most) + 1 }

  private mutating func rows(_ most: Int) -> Range<Int> { 0..<generator.int(below: most + 1) }

  private mutating func maybe<Value>(_ value: (inout RandomDraft) -> Value) -> Value? { flip() ? value(&self) : nil }

  private mutating func number() -> Double {
    switch generator.int(below: 5) {
    case 0: Double(whole(200) - 100)
    case 1: Double(whole(2_000_000) - 1_000_000) / 1e4
    case 2: Double(sign: .plus, exponent: whole(200) - 100, significand: Double(whole(1 << 30)))
    case 3: -0.0
    default: Double(bitPattern: generator.next() & ~(1 << 62))
    }
  }

  private mutating func date() -> LocalDate { LocalDate(dayNumber: generator.int(below: 3_600_000) - 719_000) }

  private mutating func time() -> LocalDateTime { date().midnight.advanced(by: generator.int(below: 1440)) }

  private mutating func texts() -> [String] { rows(3).map { _ in text() } }

  private mutating func text() -> String {
    let pieces = [
      "a", "Z9", "é", "é", "ö", "👩‍⚕️", "\u{FEFF}", "\u{2028}", " ", ";", ",", "\"", "\\", "\n", "\r", "\r\n", "\t", "'",
      "=", "-", "null", "true", "12", "{", "]", ":", "\u{1}", "\u{0}", "|",
    ]
    return (0..<whole(6)).map { _ in pieces[generator.int(below: pieces.count)] }.joined()
  }
}
