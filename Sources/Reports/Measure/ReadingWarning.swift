import Continuity
import HomeCare
import Interchange

/// What a reader of a measure must know before trusting it, with what can be done about it.
enum ReadingWarning {
  /// A period of which the log has but a part: its dates, and those of the log.
  case partOfPeriod(Range<LocalDate>, ClosedRange<LocalDate>)
  /// Days of the measured periods on which the log has no visit at all, though it has many on others: as stretches.
  case daysWithoutVisits([ClosedRange<LocalDate>])
  /// Areas, providers or files that have no visit on days on which others have.
  case silent([SilentDays], String)
  /// Visits that had more staff than the log names.
  case staffLacking(StaffLacking)
  /// Words of rows that are no visits at a client's.
  case noVisits([LogWord])
  /// The definition leaves out a category that no row has.
  case nothingLeftOut(String, LogColumn, hasColumn: Bool)
  /// Rows of nursing that do not say what kind of staff came, and were left out as home nursing.
  case nursingByUnknownStaff(rows: Int)
  /// Words without a known meaning.
  case unknownWords(LogColumn, [LogWord])
  /// Contacts who are no staff of the log.
  case unmatchedContacts([String])
  /// Cells taken for lists of staff.
  case staffLists([String])
  /// Cells that look like lists of staff and were taken for one person each.
  case unsplitStaff([String])
  /// A column that holds people and is not read as such; and the column of staff, by its header.
  case unreadPeople(UnreadPeople, staff: String)
  /// Counted clients with several areas or providers, of so many.
  case shared(Grouping, Int, of: Int)
  /// Rows without a number of a client or a staff member, though a name stands beside; the headers of both.
  case numbersMissing(LogColumn, rows: Int, names: String, numbers: String)
  /// Absences of clients who are not in the log.
  case strangersAway(Int, [StrangerAway])
  /// Absences whose clients were found by name.
  case absencesByName(Int)
  /// Absences outside the dates of the log.
  case absencesOutside(Int)
  /// Staff numbers that occur at several providers.
  case sharedStaff(SharedStaffNumbers)
  /// Rows that could not be used, where they are more than few, of so many; by reason.
  case unusable(Int, of: Int, [(reason: BadRowReason, rows: Int)])
  /// Meetings whose dates lie far from those of all others.
  case strays(StrayMeetings)
  /// A column that is not read and holds words for visits that did not take place.
  case unreadStatus(UnreadStatus)
  /// Visits of no length, of so many rows.
  case withoutLength(Int, of: Int)
  /// Ids or names written as others are but for little.
  case nearIDs(NearIDs)
  /// Staff numbers beside which names of several people stand; and the column of the names, by its header.
  case severalNames([String], names: String)
  /// Staff numbers that occur in files of several kinds.
  case sharedAcrossFiles(StaffAcrossFiles)
  /// Counted clients of unknown age, of so many, though the definition leaves out those under an age.
  case agesUnknown(Int, of: Int, age: Int)
  /// Years of birth taken from personal numbers.
  case birthYearsFromNumbers(Int)
  /// Personal numbers without their century that would make children of clients.
  case centuriesGuessed(Int)
  /// Rows that are the head or the tail of a file.
  case otherRecords(Int)

  /// What files call it.
  var key: String {
    switch self {
    case .partOfPeriod: "part-of-period"
    case .daysWithoutVisits: "days-without-visits"
    case .silent(_, let kind): "\(kind)-without-visits"
    case .staffLacking: "staff-lacking"
    case .noVisits: "no-visits"
    case .nothingLeftOut: "exclusion-matched-nothing"
    case .nursingByUnknownStaff: "nursing-by-unknown-staff"
    case .unknownWords: "unknown-words"
    case .unmatchedContacts: "unmatched-contacts"
    case .staffLists: "staff-lists"
    case .unsplitStaff: "unsplit-staff"
    case .unreadPeople: "people-not-read"
    case .numbersMissing(let column, _, _, _): "no-\(column.rawValue)-numbers"
    case .strangersAway: "absences-of-others"
    case .absencesByName: "absences-by-name"
    case .absencesOutside: "absences-outside"
    case .sharedStaff: "staff-numbers-of-several-providers"
    case .shared(let grouping, _, _): "several-\(grouping.rawValue)"
    case .unusable: "unusable-rows"
    case .strays: "far-from-all-others"
    case .unreadStatus: "status-not-read"
    case .withoutLength: "visits-without-length"
    case .nearIDs(let near): "near-\(near.column.rawValue)-\(near.kind.rawValue)"
    case .severalNames: "staff-numbers-of-several-names"
    case .sharedAcrossFiles: "staff-numbers-of-several-files"
    case .agesUnknown: "ages-unknown"
    case .birthYearsFromNumbers: "birth-years-from-numbers"
    case .centuriesGuessed: "centuries-guessed"
    case .otherRecords: "other-records"
    }
  }

  /// All that a report has to warn of, the gravest first.
  static func all(_ report: MeasureReport, _ quality: LogQuality) -> [ReadingWarning] {
    let (definition, measurer) = (report.measurer.definition, report.measurer)
    var warnings: [ReadingWarning] = []
    let bad = quality.rows - quality.used
    if quality.badShare > report.mostBad { warnings.append(.unusable(bad, of: quality.rows, quality.badByReason)) }
    if let strays = measurer.strays { warnings.append(.strays(strays)) }
    warnings += parts(of: report)
    let periods = report.series.map(\.dates)
    let empty = measurer.emptyDays(in: periods)
    if !empty.all.isEmpty { warnings.append(.daysWithoutVisits(empty.all)) }
    for grouping in [Grouping.area, .provider] {
      if let silent = empty.ofGroups[grouping] { warnings.append(.silent(silent, grouping.rawValue)) }
    }
    let files = quality.silentFiles.filter { silent in
      silent.stretches.contains { days in periods.contains { $0.overlaps(days) } }
    }
    if !files.isEmpty { warnings.append(.silent(files, "file")) }
    if let lacking = quality.staffLacking { warnings.append(.staffLacking(lacking)) }
    warnings += ofPeople(in: quality)
    warnings += quality.unreadStatuses.map { .unreadStatus($0) }
    if quality.withoutLength > 0 { warnings.append(.withoutLength(quality.withoutLength, of: quality.rows)) }
    if let age = definition.minimumAge, let last = report.listed.last, last.summary.unknownAge > 0 {
      warnings.append(.agesUnknown(last.summary.unknownAge, of: last.clients.count, age: age))
    }
    let nursing = measurer.rowsOfNursingByUnknownStaff
    if nursing > 0 { warnings.append(.nursingByUnknownStaff(rows: nursing)) }
    let lists = [
      (LogColumn.category, definition.excludedCategories), (.staffCategory, definition.excludedStaffCategories),
    ]
    for (column, excluded) in lists {
      for name in excluded {
        let matches = quality.words.contains { word in
          word.column == column && Definition.names(name, word.meaning ?? word.word, word.word)
        }
        let isTold = column == .staffCategory && name == Trait.homeNursing && nursing > 0
        if !matches, !isTold { warnings.append(.nothingLeftOut(name, column, hasColumn: quality.has(column))) }
      }
    }
    warnings += ofWords(in: quality)
    let noVisits = quality.words.filter { $0.column == .category && $0.meaning == Trait.noVisit }
    if !noVisits.isEmpty { warnings.append(.noVisits(noVisits)) }
    if quality.absencesOfOthers > 0 {
      warnings.append(.strangersAway(quality.absencesOfOthers, quality.strangersAway))
    }
    if quality.absencesByName > 0 { warnings.append(.absencesByName(quality.absencesByName)) }
    if quality.absencesOutside > 0 { warnings.append(.absencesOutside(quality.absencesOutside)) }
    if !quality.unmatchedContacts.isEmpty { warnings.append(.unmatchedContacts(quality.unmatchedContacts)) }
    if !quality.staffLists.isEmpty { warnings.append(.staffLists(quality.staffLists)) }
    if !quality.unsplitStaff.isEmpty { warnings.append(.unsplitStaff(quality.unsplitStaff)) }
    for grouping in Grouping.allCases {
      guard let last = report.listed.last, let shared = last.shared[grouping],
        !quality.groupsOfOne.contains(where: { $0.rawValue == grouping.rawValue })
      else { continue }
      warnings.append(.shared(grouping, shared.count, of: last.clients.count))
    }
    if quality.centuriesGuessed > 0 { warnings.append(.centuriesGuessed(quality.centuriesGuessed)) }
    if quality.birthYearsFromNumbers > 0 { warnings.append(.birthYearsFromNumbers(quality.birthYearsFromNumbers)) }
    if quality.otherRecords > 0 { warnings.append(.otherRecords(quality.otherRecords)) }
    return warnings
  }

  /// What asks for a decision on how a log is read, whatever is measured.
  static func ofReading(_ quality: LogQuality) -> [ReadingWarning] { ofPeople(in: quality) + ofWords(in: quality) }

  /// What is doubtful of who clients and staff are.
  private static func ofPeople(in quality: LogQuality) -> [ReadingWarning] {
    let columns = quality.files.flatMap(\.columns)
    func header(_ column: LogColumn) -> String { columns.first { $0.column == column }?.header ?? "" }
    var warnings = quality.unreadPeople.map { ReadingWarning.unreadPeople($0, staff: header(.staff)) }
    let missing: [(BadRowReason, LogColumn, LogColumn)] = [
      (.noClientNumber, .client, .clientName), (.noStaffNumber, .staff, .staffName),
    ]
    for (reason, number, name) in missing {
      guard let rows = quality.bad[reason] else { continue }
      warnings.append(.numbersMissing(number, rows: rows, names: header(name), numbers: header(number)))
    }
    if quality.sharedStaff.numbers > 0, !quality.sharedStaff.isDecided {
      warnings.append(.sharedStaff(quality.sharedStaff))
    }
    if !quality.sharedStaff.named.isEmpty {
      warnings.append(.severalNames(quality.sharedStaff.named, names: header(.staffName)))
    }
    warnings += quality.nearIDs.map { .nearIDs($0) }
    if let shared = quality.sharedAcrossFiles { warnings.append(.sharedAcrossFiles(shared)) }
    return warnings
  }

  private static func ofWords(in quality: LogQuality) -> [ReadingWarning] {
    LogColumn.classifying.compactMap { column in
      let words = quality.words.filter { $0.column == column && $0.meaning == nil }
      return column == .status || words.isEmpty ? nil : .unknownWords(column, words)
    }
  }

  /// Periods of which the log has but a part, so that their clients meet too few.
  private static func parts(of report: MeasureReport) -> [ReadingWarning] {
    guard let known = report.measurer.log.dates(of: report.measurer.basis) else { return [] }
    return report.listed.map(\.dates).filter { $0.lowerBound < known.lowerBound || $0.lastDate > known.upperBound }
      .map { .partOfPeriod($0, known) }
  }

  /// Whether it limits what the figures say without telling of anybody, so that a board must know it too.
  var isForBoards: Bool {
    switch self {
    case .partOfPeriod, .daysWithoutVisits, .nothingLeftOut, .nursingByUnknownStaff: true
    case .unreadPeople, .shared, .sharedStaff, .severalNames, .sharedAcrossFiles, .agesUnknown, .unusable, .strays,
      .unreadStatus, .nearIDs, .silent, .staffLacking:
      true
    case .withoutLength(let visits, let rows): visits * 100 >= rows
    default: false
    }
  }

  /// The warning in a sentence for a board: what counts rows is without the number, which may be one client's.
  ///
  /// - Parameter limit: The smallest count of clients that is shown.
  func textForBoards(_ language: Language, limit: Int) -> String {
    switch self {
    case .shared(let grouping, let count, let all) where count < limit || all - count < limit:
      language(.someSeveralGroups, language.name("grouping", grouping.rawValue))
    case .sharedStaff, .severalNames, .sharedAcrossFiles: language(.sharedNumbersForBoards)
    case .unreadStatus: language(.statusNotReadForBoards)
    case .silent(let parts, let kind):
      language(.partsWithoutVisitsForBoards, parts.count, language.name("part", kind))
    case .staffLacking: language(.staffLackingForBoards)
    case .strays(let strays): language(.straysForBoards, strays.others.lowerBound, strays.others.upperBound)
    case .withoutLength: language(.withoutLengthForBoards)
    case .nearIDs: language(.nearIDsForBoards)
    case .agesUnknown(_, _, let age): language(.agesUnknownForBoards, age)
    case .nursingByUnknownStaff: language(.nursingLeftOut)
    case .unreadPeople: language(.staffNotReadForBoards)
    default: text(language, showsIDs: false)
    }
  }

  /// The warning in a sentence.
  ///
  /// - Parameter showsIDs: Whether the ids of people may be named.
  func text(_ language: Language, showsIDs: Bool) -> String {
    switch self {
    case .partOfPeriod(let dates, let known):
      return language(.partOfPeriod, dates.lowerBound, dates.lastDate, known.lowerBound, known.upperBound)
    case .daysWithoutVisits(let stretches):
      let days = stretches.reduce(0) { $0 + ($1.lowerBound..<$1.upperBound.advanced(by: 1)).dayCount }
      let listed = stretches.prefix(5).map {
        $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound) – \($0.upperBound)"
      }
      return language(
        .daysWithoutVisits, days, language.listed(listed) + (stretches.count > 5 ? ", …" : ""))
    case .silent(let parts, let kind):
      let example = parts[0].stretches[0]
      let dates =
        example.lowerBound == example.upperBound
        ? "\(example.lowerBound)" : "\(example.lowerBound) – \(example.upperBound)"
      return language(
        .partsWithoutVisits, parts.count, language.name("part", kind),
        showsIDs ? "\(quoted(parts[0].part)) (\(dates))" : dates)
    case .staffLacking(let lacking): return language(.staffLacking, quoted(lacking.header), lacking.visits)
    case .noVisits(let words):
      let listed = language.listed(words.prefix(20).map { "\($0.word) (\($0.rows))" }) + (words.count > 20 ? ", …" : "")
      let example = "{\"values\": {\"category\": {\(quoted(words[0].word)): \"care\"}}}"
      return language(.noVisits, words.reduce(0) { $0 + $1.rows }, listed, example)
    case .nothingLeftOut(let name, let column, let hasColumn):
      let kind = language.name("grouping", column.rawValue)
      return language(hasColumn ? .noRowLeftOut : .noColumnToLeaveOut, language.word(name), kind)
    case .nursingByUnknownStaff(let rows): return language(.nursingByUnknownStaff, rows)
    case .unknownWords(let column, let words):
      let kind = language.name("grouping", column.rawValue)
      let listed = language.listed(words.prefix(20).map { "\($0.word) (\($0.rows))" }) + (words.count > 20 ? ", …" : "")
      let example = words.first.map { word in
        "{\"values\": {\"\(column.rawValue)\": {\(quoted(word.word)): \"\(column == .category ? "care" : "home-care")\"}}}"
      }
      return language(.unknownWordsAsk, kind, listed, example ?? "")
    case .unmatchedContacts(let contacts):
      return language(.contactsUnmatched, contacts.count) + Self.named(contacts, showsIDs)
    case .staffLists(let cells): return language(.cellsSplit, cells.count) + Self.named(cells, showsIDs)
    case .unsplitStaff(let cells): return language(.cellsNotSplit, cells.count) + Self.named(cells, showsIDs)
    case .unreadPeople(let people, let staff): return Self.text(of: people, beside: staff, language)
    case .numbersMissing(let column, let rows, let names, let numbers):
      let example = #"{"columns": {"\#(column.rawValue)": \#(quoted(names))}}"#
      return language(.numbersMissing, rows, quoted(names), quoted(numbers), example)
    case .strangersAway(let count, let strangers):
      let named = strangers.prefix(20).map { stranger in
        stranger.nearest.map { language(.nearestIs, quoted(stranger.id), quoted($0)) } ?? quoted(stranger.id)
      }
      let list = ": " + named.joined(separator: ", ") + (strangers.count > 20 ? ", …" : "")
      let zeros =
        strangers.contains(where: \.lacksZeros)
        ? "; " + language(.zerosDropped, #"{"ids": {"dropsLeadingZeros": true}}"#) : ""
      return language(.strangersAwayNamed, count) + (showsIDs ? list : "") + zeros
    case .absencesByName(let count): return language(.absencesFoundByName, count)
    case .absencesOutside(let count): return language(.absencesElsewhere, count)
    case .sharedStaff(let shared):
      let example = #"{"ids": {"staffIdsAreOfProvider": true}}"#
      return language(.sharedNumbers, shared.numbers, shared.differing, shared.apart, example)
    case .shared(let grouping, let count, _):
      return language(.severalGroups, count, language.name("grouping", grouping.rawValue))
    case .unusable(let bad, let rows, let reasons):
      let listed = reasons.map { "\(language.name("row", $0.reason.rawValue)): \($0.rows)" }
      return language(.rowsLeftAside, bad, rows, language.listed(listed))
    case .strays(let strays):
      return language(
        .strays, strays.count, strays.dates.lowerBound, strays.dates.upperBound, strays.others.lowerBound,
        strays.others.upperBound)
    case .unreadStatus(let column):
      let header = quoted(column.header)
      return language(
        .statusNotRead, header, column.rows, quoted(column.example), #"{"columns": {"status": \#(header)}}"#,
        #"{"ignore": [\#(header)]}"#)
    case .withoutLength(let visits, _): return language(.withoutLength, visits)
    case .nearIDs(let near):
      let pair = showsIDs ? ": " + near.example.map { quoted($0) }.joined(separator: ", ") : ""
      let kind = language.name("role", near.column.rawValue)
      return near.kind == .words
        ? language(.nearNames, near.count, kind) + pair
        : language(.nearNumbers, near.count, kind, #"{"ids": {"dropsLeadingZeros": true}}"#) + pair
    case .severalNames(let ids, let names):
      let example = #"{"columns": {"staff": \#(quoted(names))}}"#
      return language(.severalNames, ids.count, example) + Self.named(ids, showsIDs)
    case .sharedAcrossFiles(let shared):
      let example = #"{"format": "samma-mapping/1", "provider": "…", "ids": {"staffIdsAreOfProvider": true}}"#
      return language(.sharedAcrossFiles, shared.numbers, language.listed(shared.files), example)
    case .agesUnknown(let count, let all, let age): return language(.agesUnknown, age, count, all)
    case .birthYearsFromNumbers(let count): return language(.birthYearsTaken, count)
    case .centuriesGuessed(let count): return language(.centuriesGuessed, count)
    case .otherRecords(let count): return language(.headsAndTails, count)
    }
  }

  private static func text(of people: UnreadPeople, beside staff: String, _ language: Language) -> String {
    let header = quoted(people.header)
    let isContact = people.isOfClient && people.evidence == .staff
    let asPeople =
      isContact
      ? #"{"columns": {"contact": \#(header)}}"# : #"{"columns": {"staff": [\#(quoted(staff)), \#(header)]}}"#
    let ignored = #"{"ignore": [\#(header)]}"#
    if let column = people.column {
      let role = language.name("role", column.rawValue)
      return language(.staffReadAsOther, header, role, people.matches, people.values, asPeople, ignored)
    }
    let rows = people.rows ?? 0
    if people.evidence == .staff {
      return language(.staffNotRead, header, people.matches, people.values, rows, asPeople, ignored)
    }
    let kind = language.name("evidence", people.evidence.rawValue)
    return language(.peopleNotRead, header, people.matches, people.values, kind, rows, asPeople, ignored)
  }

  private static func named(_ ids: [String], _ showsIDs: Bool) -> String {
    guard showsIDs else { return "" }
    return ": " + ids.prefix(5).map { quoted($0) }.joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
  }
}
