import Continuity
import Files

/// A column that holds people whom nobody counts, since it is not read, or as something else.
public struct UnreadPeople: Hashable, Sendable {
  /// What speaks for people.
  public enum Evidence: String, CaseIterable, Hashable, Sendable {
    /// Most of the values are staff of the log.
    case staff
    /// The values are written as the ids of the log's staff are, or are personal numbers.
    case likeIDs = "like-ids"
    /// The values are written as names of people are.
    case likeNames = "like-names"
  }

  /// The header.
  public var header: String
  /// What the column is read as; `nil` where it is not read.
  public var column: LogColumn?
  /// What speaks for people.
  public var evidence: Evidence
  /// Different values, and those of them that are staff or are written as people are.
  public var values: Int
  /// Those of the values that speak for people.
  public var matches: Int
  /// Rows with a value; `nil` where they are not counted.
  public var rows: Int?
  /// Whether each client has one value throughout, as a fixed contact is.
  public var isOfClient: Bool
}

/// Finds people in columns that are not read as people, by what the columns hold.
struct UnreadPeopleFinder {
  let clients: IDMerger
  let staff: IDMerger
  /// The names beside the ids of staff, as names are compared.
  let staffNames: Set<String>
  /// The names beside the id of each staff member.
  let namesOfStaff: [Int: Set<String>]
  private let shapesOfStaff: Set<String>

  init(clients: IDMerger, staff: IDMerger, namesOfStaff: [Int: Set<String>]) {
    (self.clients, self.staff, self.namesOfStaff) = (clients, staff, namesOfStaff)
    staffNames = namesOfStaff.values.reduce(into: []) { $0.formUnion($1) }
    let shapes = Set(staff.ids.prefix(Self.sample).compactMap(Self.shape))
    // Ids that all begin alike, as those of clients do not.
    shapesOfStaff = shapes.count > 3 ? [] : shapes.subtracting(clients.ids.prefix(Self.sample).compactMap(Self.shape))
  }

  /// A value of a column over all threads.
  private struct Value {
    var rows = 0
    /// Whether a row names another staff member than the value.
    var isOther = false
  }

  /// What the threads have found in one column that is not read; `nil` where nothing speaks for people.
  func people(in columns: [WatchedColumn], header: String) -> UnreadPeople? {
    guard columns.allSatisfy({ !$0.isClosed }) else { return nil }
    var values: [String: Value] = [:]
    let texts = columns.map(\.values.texts)
    for (worker, column) in columns.enumerated() {
      for (number, text) in texts[worker].enumerated() where !text.isEmpty {
        values[text, default: Value()].rows += column.rows[number]
        let member = column.staff[number]
        let own = member < 0 ? nil : Int(staff.numbers[worker][Int(member)])
        if column.isBesideSeveral[number] || own.map({ !isText(text, of: $0) }) ?? true {
          values[text]?.isOther = true
        }
      }
    }
    guard !values.isEmpty else { return nil }
    func people(_ evidence: UnreadPeople.Evidence, _ matches: Int) -> UnreadPeople {
      UnreadPeople(
        header: header, column: nil, evidence: evidence, values: values.count, matches: matches,
        rows: values.values.reduce(0) { $0 + $1.rows },
        isOfClient: isOfOne(columns, texts, \.ofClients) { clients.numbers[$0] })
    }
    let all = values.keys.sorted()
    let matches = matches(all, header)
    if matches > 0 {
      // What says again who the row's own staff member is tells nothing of anybody else.
      return all.contains { isStaff($0) && values[$0]?.isOther == true } ? people(.staff, matches) : nil
    }
    let named = othersAtEnds(columns, texts)
    if named >= Self.fewestNamed { return people(.staff, named) }
    guard let found = likeness(all, header) else { return nil }
    let unread = people(found.evidence, found.matches)
    // One text throughout for each client, or each staff member, is what those are called.
    let isOfStaff = isOfOne(columns, texts, \.ofStaff) { staff.numbers[$0] }
    return unread.isOfClient || isOfStaff && !Self.speaksOfOthers(header) ? nil : unread
  }

  /// Values that end with a member of the staff, other than the one whom the row names, from which a column is told of.
  private static let fewestNamed = 3

  /// How many values end with the id or the name of somebody else than the row names: `Dubbelbemanning med Åsa Ek`.
  private func othersAtEnds(_ columns: [WatchedColumn], _ texts: [[String]]) -> Int {
    var found: Set<String> = []
    for (worker, column) in columns.enumerated() {
      for (number, text) in texts[worker].enumerated() {
        let words = text.split { $0.isWhitespace || ".,;:()".contains($0) }
        guard words.count > 2 else { continue }
        let own = column.staff[number]
        let member = own < 0 ? nil : Int(staff.numbers[worker][Int(own)])
        let ends = [2, 3].filter { $0 < words.count }.map { words.suffix($0).joined(separator: " ") }
        let isOther = ends.contains { end in isOne(end) && member.map { !isText(end, of: $0) } ?? true }
        if isOther || column.isBesideSeveral[number] && ends.contains(where: isOne) { found.insert(text) }
      }
    }
    return found.count
  }

  /// Words of a column that is read as something else; `nil` where they are no staff.
  func people(in words: Set<String>, readAs column: LogColumn, header: String) -> UnreadPeople? {
    let all = words.subtracting([""]).sorted()
    guard all.contains(where: { !Self.isSmallNumber($0) }) else { return nil }
    let matches = matches(all, header)
    return matches == 0
      ? nil
      : UnreadPeople(
        header: header, column: column, evidence: .staff, values: all.count, matches: matches, rows: nil,
        isOfClient: false)
  }

  // MARK: - What speaks for people

  /// Values looked at; of more, as many in even steps.
  private static let sample = 512

  /// How many of some values are staff, where it is most of them; 0 elsewhere.
  private func matches(_ all: [String], _ header: String) -> Int {
    // Small numbers may be ids and anything else: then all must be staff, and the header must not speak of an amount.
    let areSmall = all.allSatisfy(Self.isSmallNumber)
    if areSmall, all.count < 3 || Self.speaksOfAmounts(header) { return 0 }
    let share = areSmall ? 0.9 : 0.5
    let looked =
      all.count <= 4 * Self.sample ? all : stride(from: 0, to: all.count, by: all.count / Self.sample).map { all[$0] }
    guard Double(looked.count(where: isStaff)) >= share * Double(looked.count) else { return 0 }
    return all.count(where: isStaff)
  }

  /// Whether a text is staff of the log, by id or name, or a list of such.
  private func isStaff(_ text: String) -> Bool {
    if isOne(text) { return true }
    let items = StaffCell.items(text)
    return items.count > 1 && items.allSatisfy(isOne)
  }

  private func isOne(_ text: String) -> Bool {
    staff.number(of: text) != nil || staffNames.contains(NormalForm.name(text))
  }

  private func isText(_ text: String, of member: Int) -> Bool {
    staff.number(of: text) == member || namesOfStaff[member]?.contains(NormalForm.name(text)) ?? false
  }

  /// What values that are no staff of the log are written like.
  private func likeness(_ all: [String], _ header: String) -> (evidence: UnreadPeople.Evidence, matches: Int)? {
    let few = Self.speaksOfOthers(header) ? 1 : 3
    let looked = all.count <= 4 * Self.sample ? all : Array(all.prefix(4 * Self.sample))
    let ids = looked.count { text in
      Self.shape(text).map(shapesOfStaff.contains) ?? false || PersonalNumber(text) != nil
    }
    if ids >= few, ids * 5 >= looked.count * 4 { return (.likeIDs, ids) }
    let names = looked.filter(Self.isName)
    guard names.count >= few, names.count * 5 >= looked.count * 4 else { return nil }
    // Services and places may be two words with capitals as well, but share their words.
    let families = Set(names.compactMap { $0.split(whereSeparator: \.isWhitespace).last?.lowercased() })
    return families.count * 5 >= names.count * 3 ? (.likeNames, names.count) : nil
  }

  /// The letters that an id of letters and digits begins with; `nil` for other texts.
  private static func shape(_ text: String) -> String? {
    let letters = text.prefix { $0.isLetter }
    let digits = text.dropFirst(letters.count)
    guard !letters.isEmpty, letters.count <= 4, !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return letters.lowercased()
  }

  /// Whether a text is written as a name of a person is: two to four words of letters with capitals.
  private static func isName(_ text: String) -> Bool {
    let words = (NormalForm.givenNameFirst(text) ?? text).split(whereSeparator: \.isWhitespace)
    return (2...4).contains(words.count)
      && words.allSatisfy { word in
        word.first?.isUppercase ?? false && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
          && (word.count == 1 || word.contains(where: \.isLowercase) || word.hasSuffix("."))
      }
  }

  private static func isSmallNumber(_ text: String) -> Bool {
    text.utf8.count <= 4 && text.utf8.allSatisfy { Byte.isDigit($0) || $0 == Byte.comma || $0 == UInt8(ascii: ".") }
  }

  /// Whether a header speaks of an amount or a time.
  private static func speaksOfAmounts(_ header: String) -> Bool {
    let words = LogWords.folded(header).split { !$0.isLetter }
    return words.contains { word in amounts.contains(String(word)) || amountEndings.contains { word.hasSuffix($0) } }
  }

  private static let amounts: Set<String> = [
    "min", "tim", "antal", "km", "meter", "vecka", "dag", "år", "månad", "kr", "pris", "belopp", "poäng", "prio",
    "prioritet",
    "count", "number", "minutes", "hours", "units", "week", "day", "year", "month", "amount", "miles", "level", "nivå",
  ]
  private static let amountEndings = ["längd", "tid", "minuter", "timmar", "duration", "length", "time"]

  /// Whether a header speaks of somebody else at the visit.
  private static func speaksOfOthers(_ header: String) -> Bool {
    let folded = ExportColumn.folded(header)
    return others.contains { folded.contains($0) }
  }

  private static let others = [
    "medhjälp", "kolleg", "dubbel", "medföljande", "utförare", "personal", "medarbet", "carer", "caregiver", "aide",
    "staff", "colleague", "coworker", "second", "partner", "assist", "double",
  ]

  /// Whether each person has one value, of those with a value: told only where values are several.
  private func isOfOne(
    _ columns: [WatchedColumn], _ texts: [[String]], _ beside: KeyPath<WatchedColumn, WatchedColumn.Beside>,
    _ numbers: (Int) -> [Int32]
  ) -> Bool {
    var valueOf: [Int32: String] = [:]
    var rows = 0
    for (worker, column) in columns.enumerated() {
      if column[keyPath: beside].differs { return false }
      rows += column.rows.reduce(0, +)
      let numbers = numbers(worker)
      for (person, value) in column[keyPath: beside].values.enumerated() where value >= 0 {
        let text = texts[worker][Int(value)]
        if let known = valueOf.updateValue(text, forKey: numbers[person]), known != text { return false }
      }
    }
    return rows > valueOf.count
  }
}
