import Files
import HomeCare

extension NeedsReader {
  /// Reads recurring visits.
  ///
  /// - Parameter holdsClients: Whether the clients stand in the same rows, as planning systems export them.
  mutating func readVisits(_ table: MappedTable, holdsClients: Bool) {
    var firstRow: [ClientID: Int] = [:]
    if holdsClients { clientIDs.learn(table.texts("client")) }
    forEachRow(of: table) { reader, row in
      guard let text = row.required("client", "the client's id"), let client = reader.client(text, in: "client", &row)
      else {
        reader.incomplete.insert(.needs)
        return
      }
      if holdsClients {
        if let first = firstRow[client] {
          reader.checkSame(&row, table, first)
        } else {
          firstRow[client] = row.index
          reader.appendClient(client, &row)
        }
      }
      if let text = row.text("recurrence"), RecurrenceText.isAsNeeded(text) {
        reader.tallies[.needs, default: NeedsTally(.needs)]
          .asNeeded.append(NeedsTally.name(table.rows[row.index].line, row.person))
      } else if let visit = reader.visit(of: client, &row) {
        reader.needs.visits.append(visit)
        // A start goes before a part of the day, and is told where the two do not agree.
        if let slot = row.text("slot"), reader.startInSlot(row) == nil,
          row.text("start") != nil || row.text("earliest") != nil
        {
          let time = (visit.usual ?? visit.window.lowerBound) % LocalDateTime.minutesPerDay
          let part = DayPart.range(slot, reader.mapping.slots)
          let agrees = part.map { $0.contains(time) || $0.contains(time + LocalDateTime.minutesPerDay) } ?? false
          if !agrees {
            reader.tallies[.needs, default: NeedsTally(.needs)]
              .besideSlot.append(NeedsTally.name(table.rows[row.index].line, row.person))
          }
        }
        reader.take(.needs)
        reader.note("visits", row)
      }
    }
  }

  /// Where several rows tell of one client, what they tell must agree; an empty cell tells nothing.
  private func checkSame(_ row: inout MappedRow, _ table: MappedTable, _ first: Int) {
    for column in [
      "lat", "lon", "contact", "area", "targetStaff", "preferred", "blocked", "address", "town", "phone", "access",
      "remark",
    ] {
      guard let text = row.text(column) else { continue }
      let other = table.text(first, column)
      if text != other {
        row.refuse(
          column, found: quoted(text),
          expected: "what line \(table.rows[first].line) says of the client, \(quoted(other ?? "")), or nothing")
      }
    }
  }

  private mutating func visit(of client: ClientID, _ row: inout MappedRow) -> Needs.RecurringVisit? {
    let count = row.problems.count
    let recurrence = row.recurrence(choosesDays: true, near: start)
    tell(recurrence, row)
    let minutes = row.length("minutes")
    if minutes == nil, row.text("minutes") == nil { _ = row.required("minutes", "the visit's length in minutes") }
    let window = window(&row, part: recurrence?.part, minutes: minutes)
    let isDouble = row.text("double") == "2" ? true : row.flag("double") ?? false
    let counts = row.flag("counts") ?? true
    let priority = row.whole("priority", InputLimits.priority) ?? 1
    let tie = tie(&row)
    if let tie, recurrence?.recurrence.times != nil {
      row.refuse(
        "tie", found: quoted(tie.name), expected: "nothing, where the planner chooses the days: a tie is of one day")
    }
    let tolerance = row.length("tolerance", InputLimits.tolerance)
    let alongside = row.flag("alongside") ?? false
    let pinned = staffList("pinned", &row)
    guard row.problems.count == count, let recurrence, let minutes, let window else { return nil }
    var visit = Needs.RecurringVisit(
      client: client, recurrence: recurrence.recurrence, window: window, minutes: minutes)
    if row.text("earliest") == nil { visit.usual = row.clock("start") ?? startInSlot(row) }
    visit.staff = isDouble ? 2 : 1
    visit.skills = row.skills("skills")
    if let kind = row.text("kind") { visit.kind = mapping.words(.category)[LogWords.folded(kind)] ?? kind }
    visit.counts = counts
    visit.priority = priority
    visit.pinned = pinned
    visit.tie = tie
    if let tolerance { visit.tolerance = tolerance }
    visit.alongside = alongside
    visit.tasks = row.text("tasks")
    return visit
  }

  /// Tells the year of days and weeks that name none.
  private mutating func tell(_ days: RecurrenceText?, _ row: MappedRow) {
    guard let days, !days.guessed.isEmpty, let text = row.text("recurrence") else { return }
    let dates =
      days.guessed.prefix(6).map(\.description).joined(separator: ", ") + (days.guessed.count > 6 ? ", …" : "")
    let note = NeedsReading.ColumnNote(
      file: row.table.name, header: row.table.header("recurrence") ?? "recurrence",
      reading: "\(quoted(text)) is \(dates)")
    if !notes.contains(note) { notes.append(note) }
  }

  /// What ties the visit to the client's others of the day that have the same word.
  private func tie(_ row: inout MappedRow) -> Needs.RecurringVisit.Tie? {
    let (least, most) = (row.length("minGap", 0...1440), row.length("maxGap", 0...1440))
    let same = row.flag("sameStaff")
    if let least, let most, least > most {
      row.refuse("maxGap", found: "\(most)", expected: "a number of minutes that is not below minGap, \(least)")
    }
    guard let name = row.text("tie") else {
      if least != nil || most != nil || same != nil {
        row.refuse("tie", found: "nothing", expected: "a word that the tied visits of the client have in common")
      }
      return nil
    }
    return Needs.RecurringVisit.Tie(
      LogWords.folded(name), minGap: least, maxGap: most, staff: same.map { $0 ? .same : .different } ?? .any)
  }

  /// The earliest and the latest start: from the two themselves, from a start with minutes before and after it, or from
  /// a part of the day in which the whole visit lies.
  ///
  /// - Parameter part: The part of the day that the recurrence names, by a word of `DayPart`.
  private func window(_ row: inout MappedRow, part: String?, minutes: Int?) -> ClosedRange<Int>? {
    let word = part
    let part = part.flatMap { DayPart.range($0, mapping.slots) }
    let (earliest, latest) = (row.clock("earliest"), row.clock("latest"))
    let start = row.text("start") == nil ? startInSlot(row) : row.clock("start")
    let (before, after) = (row.length("before", 0...1439), row.length("after", 0...1439))
    if let earliest, let latest {
      check(earliest, in: part, word, "earliest", &row)
      return earliest...(latest < earliest ? latest + LocalDateTime.minutesPerDay : latest)
    }
    if row.text("earliest") != nil || row.text("latest") != nil {
      let column = row.text("earliest") == nil ? "earliest" : "latest"
      if row.text(column) == nil { row.refuse(column, found: "nothing", expected: "a time of day such as 07:30") }
      return nil
    }
    if let start {
      check(start, in: part, word, "start", &row)
      // A start shortly after midnight stays on its day.
      return max(0, start - (before ?? 0))...(start + (after ?? 0))
    }
    guard row.text("start") == nil else { return nil }
    guard
      part != nil
        || row.required("slot", "a part of the day such as \"morgon\" or \"07:00-10:00\", or a start time") != nil
    else { return nil }
    let expected =
      "morgon, lunch, middag, kväll, two times such as 07:00-10:00, or a word that a mapping gives in slots"
    let own = row.value("slot", expected: expected) { DayPart.range($0, mapping.slots) }
    // A narrower part of the day goes before one that holds it.
    if let own, let part, !Self.holds(part, own) {
      row.refuse(
        "slot", found: quoted(row.text("slot") ?? ""),
        expected: "the part of the day that the days name, \(quoted(word ?? ""))")
    }
    let slot = row.text("slot") == nil ? part : own
    guard let slot, let minutes else { return nil }
    guard minutes <= slot.count else {
      row.refuse(
        "minutes", found: "\(minutes)",
        expected: "a length that the part of the day has room for, \(slot.count) minutes")
      return nil
    }
    return slot.lowerBound...(slot.upperBound - minutes)
  }

  /// Whether a part of the day lies in another, over midnight or not.
  private static func holds(_ part: Range<Int>, _ own: Range<Int>) -> Bool {
    [0, LocalDateTime.minutesPerDay].contains { shift in
      part.lowerBound <= own.lowerBound + shift && own.upperBound + shift <= part.upperBound
    }
  }

  /// The start that a time alone means in the place of a part of the day.
  private func startInSlot(_ row: MappedRow) -> Int? {
    row.text("slot").flatMap { DayPart.range($0, mapping.slots) == nil ? DayPart.clock($0) : nil }
  }

  /// Refuses a time that lies outside the part of the day that the recurrence names.
  private func check(_ time: Int, in part: Range<Int>?, _ word: String?, _ column: String, _ row: inout MappedRow) {
    guard let part, let word, !part.contains(time), !part.contains(time + LocalDateTime.minutesPerDay) else { return }
    row.refuse(
      column, found: quoted(row.text(column) ?? ""),
      expected: "a time in the part of the day that the days name, \(quoted(word))")
  }

  mutating func readShifts(_ table: MappedTable) {
    forEachRow(of: table) { reader, row in
      let staff = row.required("staff", "the id or name of somebody in the table staff").flatMap {
        reader.staff($0, in: "staff", &row)
      }
      let days = row.recurrence(choosesDays: false, near: reader.start)
      let recurrence = days?.recurrence
      reader.tell(days, row)
      let kind = row.text("kind") == nil ? .rostered : reader.kind(&row)
      guard let start = reader.time("start", &row), let end = reader.time("end", &row) else { return }
      guard let time = DayPart.range(from: start, to: end) else {
        return row.refuse("end", found: quoted(row.text("end") ?? ""), expected: "another time than the start")
      }
      let count = row.problems.count
      let rule = reader.breakRule(in: time, &row)
      guard let staff, let recurrence, let kind, row.problems.count == count else { return }
      var pattern = Needs.ShiftPattern(staff: staff, recurrence: recurrence, time: time)
      pattern.kind = kind
      pattern.breakRule = rule
      reader.needs.shifts.append(pattern)
      reader.take(.shifts)
      reader.note("shifts", row)
    }
  }

  private func time(_ column: String, _ row: inout MappedRow) -> Int? {
    row.required(column, "a time of day such as 07:00") == nil ? nil : row.clock(column)
  }

  private func kind(_ row: inout MappedRow) -> Shift.Kind? {
    row.value("kind", expected: "rostered or pool, schemalagt or vikarie") { text in
      switch LogWords.folded(text) {
      case "rostered", "schemalagt", "schemalagd", "ordinarie": .rostered
      case "pool", "vikarie", "vikariepass", "poolpass", "extra": .pool
      default: nil
      }
    }
  }

  /// When a break begins of which nothing says when: at least two hours from both ends of the shift, where it is that long.
  static func breakWindow(of minutes: Int, in time: Range<Int>) -> ClosedRange<Int> {
    let last = time.upperBound - minutes
    return time.count >= 240 + minutes ? (time.lowerBound + 120)...(last - 120) : time.lowerBound...last
  }

  /// The break; where nothing says when, it begins at least two hours from both ends of the shift.
  private func breakRule(in time: Range<Int>, _ row: inout MappedRow) -> (minutes: Int, window: ClosedRange<Int>)? {
    let minutes = row.length("breakMinutes")
    let (from, to) = (row.clock("breakFrom"), row.clock("breakTo"))
    guard let minutes else {
      if row.text("breakMinutes") == nil, from != nil || to != nil {
        row.refuse("breakMinutes", found: "nothing", expected: "the break's length, since its times are given")
      }
      return nil
    }
    guard minutes < time.count else {
      row.refuse("breakMinutes", found: "\(minutes)", expected: "a break shorter than its shift")
      return nil
    }
    func inShift(_ clock: Int) -> Int { clock < time.lowerBound ? clock + LocalDateTime.minutesPerDay : clock }
    let last = time.upperBound - minutes
    let usual = Self.breakWindow(of: minutes, in: time)
    let first = from.map(inShift) ?? usual.lowerBound
    let end = to.map(inShift) ?? usual.upperBound
    guard first <= end, end <= last else {
      row.refuse(
        to == nil ? "breakFrom" : "breakTo", found: quoted(row.text(to == nil ? "breakFrom" : "breakTo") ?? ""),
        expected: "a time at which the break fits into the shift")
      return nil
    }
    return (minutes, first...end)
  }
}
