import Continuity
import Files
import HomeCare

extension LogWorker {
  /// Adds a row's meeting, unless there is a reason not to.
  mutating func readRow(_ row: LogRow, _ layout: LogLayout, _ chunk: LogFeed.Chunk) -> BadRowReason? {
    guard row.count >= layout.fewestFields else { return .tooFewFields }
    let dates = LogDates.first(ofFile: chunk.file)
    // Minutes are kept in 32 bits, which end in the year 6053.
    // A row of two starts of which the actual one is empty is of a visit that was planned and not made.
    let isPlannedAlone =
      layout.plannedStart >= 0 && row[layout.start].isEmpty && row[layout.status].isEmpty
      && !row[layout.plannedStart].isEmpty
    let begun = isPlannedAlone ? plannedStart(row, layout, dates) : start(row, layout, dates)
    guard let start = begun, Int32(exactly: start) != nil else {
      return layout.date < 0 && isTimeAlone(row[layout.start], dates) ? .noDate : .badStart
    }
    let length: UInt16
    switch self.length(row, layout, start, dates) {
    case .success(let minutes): length = minutes
    case .failure(let flaw): return flaw.reason
    }
    let client = clients.number(of: row[layout.client], at: Self.order(chunk, row.line))
    guard client >= 0 else {
      if isNoVisit(row, layout) {
        (rows, otherRecords) = (rows - 1, otherRecords + 1)
        return nil
      }
      return row[layout.clientName].isEmpty ? .noClient : .noClientNumber
    }
    let member = staff.number(of: row[layout.staff], at: Self.order(chunk, row.line))
    let others = layout.moreStaff.isEmpty ? [] : others(row, layout, chunk)
    guard member >= 0 || !others.isEmpty else {
      return row[layout.staffName].isEmpty ? .noStaff : .noStaffNumber
    }
    if clients.isShortened(client) || staff.isShortened(member) { return .shortenedID }
    if !layout.moreStaff.isEmpty, layout.moreStaff.contains(where: { ShortenedNumber.matches(row[$0]) }) {
      return .shortenedID
    }
    var trait = trait(row, layout, chunk.file)
    if isPlannedAlone, trait >= 0 { trait = calledOff(trait) }
    guard trait >= 0 else {
      unknownStatusRows[Self.number(row, layout.status, &words), default: 0] += 1
      return .unknownStatus
    }
    if layout.requiresEnd, row[layout.end].isEmpty { return .noEnd }
    traitRows[Int(trait)] += 1
    if length == 0, !row[layout.end].isEmpty, traits[Int(trait)].status == .performed { withoutLength += 1 }
    if meetings.count >= Self.pieceSize { endPiece() }
    var meeting = MeetingRow(
      client: client, staff: member, start: Int32(truncatingIfNeeded: start), trait: trait, length: length,
      plannedAfter: layout.plannedStart < 0 ? MeetingRow.unplanned : plannedAfter(row, layout, start, dates))
    if member >= 0 { meetings.append(meeting) }
    if !layout.moreStaff.isEmpty {
      for other in others {
        meeting.staff = other
        meetings.append(meeting)
        extraMeetings += 1
      }
      if member < 0 { extraMeetings -= 1 }
    }
    note(row, layout, chunk, client, member, trait)
    if layout.staffCount >= 0, layout.moreStaff.isEmpty, let wanted = StaffLacking.count(row[layout.staffCount]),
      traits[Int(trait)].status == .performed
    {
      crowded.append(
        StaffLacking.Row(client: client, staff: member, start: Int32(truncatingIfNeeded: start), wanted: wanted))
    }
    return nil
  }

  /// Whether the category of a row says that it is of no visit.
  private func isNoVisit(_ row: LogRow, _ layout: LogLayout) -> Bool {
    let word = row[layout.category]
    return !word.isEmpty && layout.categories[LogWords.folded(TextEncoding.text(word, .utf8))] == Trait.noVisit
  }

  /// The further staff that a row names.
  private mutating func others(_ row: LogRow, _ layout: LogLayout, _ chunk: LogFeed.Chunk) -> [Int32] {
    layout.moreStaff.map { staff.number(of: row[$0], at: Self.order(chunk, row.line)) }.filter { $0 >= 0 }
  }

  /// Keeps what a row says of its client and its staff member besides the meeting.
  @inline(__always)
  private mutating func note(
    _ row: LogRow, _ layout: LogLayout, _ chunk: LogFeed.Chunk, _ client: Int32, _ member: Int32, _ trait: Int32
  ) {
    if layout.birthYear >= 0, let year = Self.year(row, layout.birthYear) ?? year(of: row[layout.birthYear], client) {
      Self.note(Remark(value: year, order: Self.order(chunk, row.line)), of: client, &birthYears)
    }
    if layout.contact >= 0 {
      let contact = Self.number(row, layout.contact, &contactTexts)
      if contact >= 0 {
        let provider = traits[Int(trait)].provider
        Self.note(
          Remark(value: contact, provider: provider, order: Self.order(chunk, row.line)), of: client, &contacts)
      }
    }
    if layout.staffName >= 0, member >= 0 {
      let name = Self.number(row, layout.staffName, &words)
      if name >= 0 {
        Self.note(Remark(value: name, order: Self.order(chunk, row.line)), of: member, &staffNames)
        note(Naming(staff: member, provider: traits[Int(trait)].provider, name: name))
      }
    }
    if layout.clientName >= 0 {
      let name = Self.number(row, layout.clientName, &words)
      if name >= 0 { Self.note(Remark(value: name, order: Self.order(chunk, row.line)), of: client, &clientNames) }
    }
    for (place, number) in zip(layout.unread, layout.watchNumbers) {
      watched[number].note(row[place], client: client, member: member)
    }
  }

  /// Keeps a name at a provider, mostly that of the member's row before.
  private mutating func note(_ naming: Naming) {
    while lastNamings.count <= Int(naming.staff) { lastNamings.append(Naming(staff: -1, provider: -2, name: -1)) }
    guard lastNamings[Int(naming.staff)] != naming else { return }
    lastNamings[Int(naming.staff)] = naming
    namings.insert(naming)
  }

  private static func order(_ chunk: LogFeed.Chunk, _ line: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: chunk.file) << 52 | UInt64(truncatingIfNeeded: chunk.sequence) << 26
      | UInt64(truncatingIfNeeded: line)
  }

  private static func note(_ remark: Remark, of client: Int32, _ remarks: inout [Remark]) {
    while remarks.count <= Int(client) { remarks.append(Remark()) }
    // A thread's pieces come in order, and so do their rows.
    remarks[Int(client)] = remark
  }

  /// The number of a field's value; -1 where it is empty.
  @inline(__always)
  private static func number(_ row: LogRow, _ place: Int, _ interner: inout ByteInterner) -> Int32 {
    let value = row[place]
    return value.isEmpty ? -1 : interner.number(of: value)
  }

  // MARK: - Traits

  /// The number of a row's trait; -1 where its status means none.
  @inline(__always)
  private mutating func trait(_ row: LogRow, _ layout: LogLayout, _ file: Int) -> Int32 {
    guard let run = layout.traitFields, let bytes = row.run(run) else { return readTrait(row, layout, file) }
    // Few different runs of these fields stand in a log: each is taken apart once.
    if runsOfFile != file {
      runs.removeAll()
      traitOfRun.removeAll()
      runsOfFile = file
    }
    let number = Int(runs.number(of: bytes))
    if number < traitOfRun.count { return traitOfRun[number] }
    let trait = readTrait(row, layout, file)
    traitOfRun.append(trait)
    return trait
  }

  private mutating func readTrait(_ row: LogRow, _ layout: LogLayout, _ file: Int) -> Int32 {
    let statusWord = Self.number(row, layout.status, &words)
    guard let status = status(statusWord) else { return -1 }
    let trait = LogTrait(
      category: Self.number(row, layout.category, &words), area: Self.number(row, layout.area, &words),
      provider: layout.provider < 0 ? providerOfFile(layout) : Self.number(row, layout.provider, &words),
      staffCategory: Self.number(row, layout.staffCategory, &words), status: status, statusWord: statusWord,
      mapping: mapping, system: layout.system, file: Int32(truncatingIfNeeded: file))
    return number(of: trait)
  }

  private mutating func number(of trait: LogTrait) -> Int32 {
    if let known = traitNumbers[trait] { return known }
    let number = Int32(traits.count)
    traits.append(trait)
    traitRows.append(0)
    traitNumbers[trait] = number
    return number
  }

  /// The number of the provider that the mapping says all rows are of; -1 where it says none.
  private mutating func providerOfFile(_ layout: LogLayout) -> Int32 {
    guard let provider = layout.mapping.provider, !provider.isEmpty else { return -1 }
    return Array(provider.utf8).withUnsafeBytes { words.number(of: $0) }
  }

  /// The status that a word means: performed where there is none, `nil` where it means none.
  @inline(__always)
  private mutating func status(_ word: Int32) -> MeetingStatus? {
    if word < 0 { return .performed }
    while statusOfWord.count <= Int(word) { statusOfWord.append(nil) }
    if let known = statusOfWord[Int(word)] { return known }
    let status = LogWords.meaning(of: words.text(of: Int(word)), .status, in: statuses).flatMap(MeetingStatus.init)
    statusOfWord[Int(word)] = .some(status)
    return status
  }

  // MARK: - Times

  /// The wall clock's minute at which a row's visit started, or `nil` where it says none.
  @inline(__always)
  private mutating func start(_ row: LogRow, _ layout: LogLayout, _ dates: Int) -> Int? {
    guard var moment = moments.parse(row[layout.start], dates), moment.minute != nil else { return nil }
    if moment.day == nil, layout.date >= 0 { moment.day = moments.parse(row[layout.date], dates + 2)?.day }
    return wallMinute(moment)
  }

  /// The wall clock's minute at which a row's visit was planned to start, or `nil` where it says none.
  private mutating func plannedStart(_ row: LogRow, _ layout: LogLayout, _ dates: Int) -> Int? {
    guard var moment = moments.parse(row[layout.plannedStart], dates + 3), moment.minute != nil else { return nil }
    if moment.day == nil, layout.date >= 0 { moment.day = moments.parse(row[layout.date], dates + 2)?.day }
    return wallMinute(moment)
  }

  /// A trait of a visit that was called off instead.
  private mutating func calledOff(_ trait: Int32) -> Int32 {
    var other = traits[Int(trait)]
    other.status = .cancelled
    return number(of: other)
  }

  /// Whether a start is a time of day and no more.
  private mutating func isTimeAlone(_ start: UnsafeRawBufferPointer, _ dates: Int) -> Bool {
    moments.parse(start, dates).map { $0.minute != nil && $0.day == nil } ?? false
  }

  /// The wall clock's minute of a moment, or `nil` where it lacks its date or its time or lies in another age.
  @inline(__always)
  private func wallMinute(_ moment: MomentParser.Moment) -> Int? {
    guard let day = moment.day, let minute = moment.minute, Self.days.contains(day) else { return nil }
    let wall = day * LocalDateTime.minutesPerDay + minute
    return moment.offset.map { clock.wallMinute(ofInstant: wall - $0) } ?? wall
  }

  /// Days from 1901 to 2199: no home visit lies outside them, and minutes within them fit in 32 bits.
  private static let days = -25_202..<84_006

  /// Minutes that a visit may last whose end is a time of day on the day after its start.
  private static let longestPastMidnight = 720

  /// A row that ends as no visit does.
  private struct EndFlaw: Error {
    let reason: BadRowReason
  }

  /// How many minutes a row's visit lasts, 0 where the row has no end.
  @inline(__always)
  private mutating func length(
    _ row: LogRow, _ layout: LogLayout, _ start: Int, _ dates: Int
  ) -> Result<UInt16, EndFlaw> {
    guard !row[layout.end].isEmpty else { return .success(0) }
    guard var moment = moments.parse(row[layout.end], dates + 1), let minute = moment.minute else {
      return .failure(EndFlaw(reason: .badEnd))
    }
    if moment.day == nil {
      // A time of day alone is one of the start's date, or of the next: the end of a visit over midnight.
      let day = start / LocalDateTime.minutesPerDay
      let past = day * LocalDateTime.minutesPerDay + minute - start
      let isNextDay = past < 0 && past + LocalDateTime.minutesPerDay <= Self.longestPastMidnight
      moment.day = isNextDay ? day + 1 : day
    }
    guard let end = wallMinute(moment) else { return .failure(EndFlaw(reason: .badEnd)) }
    var length = end - start
    // On the night on which clocks go back, a visit may end at an earlier time of day than it began.
    if length < 0 { length += clock.setBack(between: start, and: end) }
    if length < 0 { return .failure(EndFlaw(reason: .endBeforeStart)) }
    guard length <= LocalDateTime.minutesPerDay else { return .failure(EndFlaw(reason: .tooLong)) }
    return .success(UInt16(truncatingIfNeeded: length))
  }

  /// Minutes from a row's start to the one that was planned, which lies on the date of the start or near it.
  private mutating func plannedAfter(_ row: LogRow, _ layout: LogLayout, _ start: Int, _ dates: Int) -> Int16 {
    guard let moment = moments.parse(row[layout.plannedStart], dates + 3), let minute = moment.minute else {
      return MeetingRow.unplanned
    }
    var after = minute - start % LocalDateTime.minutesPerDay
    if moment.day == nil {
      // A time of day alone: a visit planned just before midnight may have begun just after it.
      if after > LocalDateTime.minutesPerDay / 2 { after -= LocalDateTime.minutesPerDay }
      if after < -LocalDateTime.minutesPerDay / 2 { after += LocalDateTime.minutesPerDay }
      return Int16(truncatingIfNeeded: after)
    }
    guard let planned = wallMinute(moment) else { return MeetingRow.unplanned }
    return Int16(exactly: planned - start) ?? MeetingRow.unplanned
  }

  /// The year that a field begins with, or that a date with slashes or dots ends with.
  private static func year(_ row: LogRow, _ place: Int) -> Int32? {
    let value = row[place]
    guard value.count >= 4 else { return nil }
    if value[..<4].allSatisfy(Byte.isDigit) {
      if value.count == 4 || !Byte.isDigit(value[4]) { return year(value[..<4]) }
      // Ten digits, or six before a mark, are a personal number without its century.
      let digits = value.prefix(while: Byte.isDigit).count
      if digits == 8 || digits > 10 { return year(value[..<4]) }
    }
    let mark = value.count > 4 ? value[value.count - 5] : 0
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: "."), value.suffix(4).allSatisfy(Byte.isDigit) else {
      return nil
    }
    return year(value.suffix(4))
  }

  /// The year of birth that a personal number without its century tells; `nil` also where the client's is known.
  private mutating func year(of number: UnsafeRawBufferPointer, _ client: Int32) -> Int32? {
    guard (9...16).contains(number.count), let last = meetings.last,
      Int(client) >= birthYears.count || birthYears[Int(client)].value < 0,
      let found = BirthNumber(String(decoding: number, as: UTF8.self))
    else { return nil }
    let born = found.year(asOf: LocalDateTime(minuteNumber: Int(last.start)).date.components.year)
    if born.isGuessed { guessedCenturies.insert(client) }
    return Int32(truncatingIfNeeded: born.year)
  }

  private static func year(_ digits: Slice<UnsafeRawBufferPointer>) -> Int32? {
    let year = digits.reduce(Int32(0)) { $0 * 10 + Int32($1 - 48) }
    return (1850...2150).contains(year) ? year : nil
  }
}
