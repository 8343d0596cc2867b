import Continuity
import Dispatch
import Files
import HomeCare

/// Who clients and staff are: their names, contacts and years of birth, and numbers that are several people.
extension LogMerger {
  /// Gives staff numbers that are several people, one at each provider, numbers of their own.
  func apart(_ pieces: inout [[[MeetingRow]]]) -> StaffAtProviders {
    var seen = StaffAtProviders.Seen(traits, staffCount: staff.ids.count)
    if seen.hasSeveral {
      var found = [StaffAtProviders.Seen](repeating: seen, count: pieces.count)
      found.withUnsafeMutableBufferPointer { [pieces] buffer in
        nonisolated(unsafe) let slots = buffer
        DispatchQueue.concurrentPerform(iterations: slots.count) { worker in
          for piece in pieces[worker] { for meeting in piece { slots[worker].note(meeting) } }
        }
      }
      for part in found { seen.merge(part) }
    }
    var namings: Set<StaffAtProviders.Naming> = []
    for (index, worker) in workers.enumerated() {
      for naming in worker.namings {
        let provider = naming.provider < 0 ? "" : worker.words.text(of: Int(naming.provider))
        let name = NormalForm.shown(worker.words.text(of: Int(naming.name)))
        namings.insert(.init(staff: staff.numbers[index][Int(naming.staff)], provider: provider, name: name))
      }
    }
    let members = StaffAtProviders(staff.ids, seen, namings, areOfProvider: rules.staffIDsAreOfProvider)
    guard members.splits else { return members }
    for worker in pieces.indices {
      for piece in pieces[worker].indices {
        for row in pieces[worker][piece].indices {
          pieces[worker][piece][row].staff = members.place(of: pieces[worker][piece][row])
        }
      }
    }
    return members
  }

  /// The names beside the ids of staff, those furthest down in the files.
  func staffNames(_ members: StaffAtProviders) -> [String?] {
    let names = latest(\.staffNames, of: staff)
    return members.numbers.indices.map { members.names[$0] ?? names[members.numbers[$0]] }
  }

  /// What is last said of each person in the files, as a word.
  private func latest(_ remarks: KeyPath<LogWorker, [LogWorker.Remark]>, of people: IDMerger) -> [String?] {
    var found = [(order: UInt64, text: String?)](repeating: (0, nil), count: people.ids.count)
    for (index, worker) in workers.enumerated() {
      for (person, remark) in worker[keyPath: remarks].enumerated() where remark.value >= 0 {
        let row = Int(people.numbers[index][person])
        guard remark.order >= found[row].order else { continue }
        found[row] = (remark.order, NormalForm.shown(worker.words.text(of: Int(remark.value))))
      }
    }
    return found.map(\.text)
  }

  /// Names, birth years and contacts: of several that are known of a client, the one furthest down in the files.
  mutating func addRemarks(_ people: inout [LoggedClient], _ members: StaffAtProviders) {
    for (row, name) in latest(\.clientNames, of: clients).enumerated() { people[row].name = name }
    var contactOfClient = [(text: String, provider: String)](repeating: ("", ""), count: people.count)
    var (years, contacts) = ([UInt64](repeating: 0, count: people.count), [UInt64](repeating: 0, count: people.count))
    for (index, worker) in workers.enumerated() {
      for (client, year) in worker.birthYears.enumerated() where year.value >= 0 {
        let row = Int(clients.numbers[index][client])
        guard year.order >= years[row] else { continue }
        (years[row], people[row].birthYear) = (year.order, Int(year.value))
      }
      for (client, contact) in worker.contacts.enumerated() where contact.value >= 0 {
        let row = Int(clients.numbers[index][client])
        guard contact.order >= contacts[row] else { continue }
        contacts[row] = contact.order
        contactOfClient[row] = (
          worker.contactTexts.text(of: Int(contact.value)),
          contact.provider < 0 ? "" : worker.words.text(of: Int(contact.provider))
        )
      }
    }
    var unmatched: Set<String> = []
    let named = staffByName
    for (row, contact) in contactOfClient.enumerated() where !contact.text.isEmpty {
      let number = staff.number(of: contact.text) ?? named[NormalForm.name(contact.text)]
      people[row].contact = number.flatMap { number in
        members.place(number, named: contact.text) ?? members.place(number, at: contact.provider)
      }
      if people[row].contact == nil { unmatched.insert(contact.text) }
    }
    quality.unmatchedContacts = unmatched.sorted()
  }

  /// The names that stand beside the ids of staff, as names are compared.
  private var namesOfStaff: [Int: Set<String>] {
    var names: [Int: Set<String>] = [:]
    for (index, worker) in workers.enumerated() {
      for (member, name) in worker.staffNames.enumerated() where name.value >= 0 {
        let form = NormalForm.name(worker.words.text(of: Int(name.value)))
        names[Int(staff.numbers[index][member]), default: []].insert(form)
      }
      for naming in worker.namings {
        let form = NormalForm.name(worker.words.text(of: Int(naming.name)))
        names[Int(staff.numbers[index][Int(naming.staff)]), default: []].insert(form)
      }
    }
    return names
  }

  /// Clients by the names that stand beside their ids, as far as only one bears the name.
  var clientByName: [String: Int] {
    var bearers: [String: Set<Int>] = [:]
    for (index, worker) in workers.enumerated() {
      for (client, name) in worker.clientNames.enumerated() where name.value >= 0 {
        let form = NormalForm.name(worker.words.text(of: Int(name.value)))
        bearers[form, default: []].insert(Int(clients.numbers[index][client]))
      }
    }
    return bearers.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Staff by the names that stand beside their ids, as far as only one bears the name.
  private var staffByName: [String: Int] {
    var bearers: [String: Set<Int>] = [:]
    for (member, names) in namesOfStaff { for name in names { bearers[name, default: []].insert(member) } }
    return bearers.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// People in columns that are not read, or as places or providers.
  func unreadPeople(_ layouts: [LogLayout]) -> [UnreadPeople] {
    let finder = UnreadPeopleFinder(clients: clients, staff: staff, namesOfStaff: namesOfStaff)
    let unread = LogLayout.watchedHeaders(layouts).enumerated().compactMap { number, header in
      finder.people(in: workers.map { $0.watched[number] }, header: header)
    }
    let others: [(LogColumn, KeyPath<Trait, String>)] = [(.provider, \.provider), (.area, \.area)]
    return unread
      + others.compactMap { column, words in
        guard let header = quality.files.lazy.flatMap(\.columns).first(where: { $0.column == column })?.header else {
          return nil
        }
        return finder.people(in: Set(traits.map { $0[keyPath: words] }), readAs: column, header: header)
      }
  }

  /// Notes whether what is read as areas or providers is people.
  mutating func noteGroupsOfOne(_ pieces: [[[MeetingRow]]]) {
    for (column, value) in [(LogColumn.area, \Trait.area), (.provider, \Trait.provider)] {
      var groups = GroupsOfOne(traits) { $0[keyPath: value] }
      for piece in pieces.joined() { groups.note(piece) }
      if groups.areStaff || groups.areClients { quality.groupsOfOne.insert(column) }
      guard groups.areStaff, !quality.unreadPeople.contains(where: { $0.column == column }),
        let header = quality.files.lazy.flatMap(\.columns).first(where: { $0.column == column })?.header
      else { continue }
      quality.unreadPeople.append(
        UnreadPeople(
          header: header, column: column, evidence: .staff, values: groups.values, matches: groups.ofStaff, rows: nil,
          isOfClient: false))
    }
  }

  /// Takes years of birth from personal numbers that are ids, where no column tells them.
  mutating func addBirthYears(_ people: inout [LoggedClient], _ pieces: [[MeetingRow]]) {
    if quality.files.contains(where: { $0.columns.contains { $0.column == .birthYear && $0.reason == .beside } }) {
      quality.birthYearsFromNumbers = people.count { $0.birthYear != nil }
    }
    var guessed = Set(
      workers.indices.flatMap { worker in
        workers[worker].guessedCenturies.map { Int(clients.numbers[worker][Int($0)]) }
      })
    let numbers = people.indices.compactMap { row in BirthNumber(people[row].id).map { (row: row, number: $0) } }
    // Ids that are no personal numbers may look like some now and then.
    if !numbers.isEmpty, numbers.count * 2 >= people.count {
      let year = lastYear(pieces)
      for (row, number) in numbers where people[row].birthYear == nil {
        let born = number.year(asOf: year)
        people[row].birthYear = born.year
        if born.isGuessed { guessed.insert(row) }
        quality.birthYearsFromNumbers += 1
      }
    }
    quality.centuriesGuessed = guessed.count
  }

  /// The year in which the last meeting that was read starts; a year of the past where there is none.
  private func lastYear(_ pieces: [[MeetingRow]]) -> Int {
    var last = Int32(0)
    for piece in pieces { for row in piece { last = max(last, row.start) } }
    return LocalDateTime(minuteNumber: Int(last)).date.components.year
  }
}
