import HomeCare

extension RosterSheets {
  /// What staff need to know at a client's home, to stand below the name: address, telephone, the way in, and what else
  /// is to be minded; nothing where people are shown by stand-ins.
  func particulars(of client: ClientID) -> HTML {
    guard shown.showsPlaces, let client = clients[client] else { return "" }
    let lines = [
      address(of: client), client.phone.map { language(.telephone, $0) }, client.access.map { language(.access, $0) },
      client.remark,
    ]
    return lines.compactMap(\.self).map { line -> HTML in "<br><small>\(line)</small>" }.joined()
  }

  /// Where a client lives, as far as the instance says.
  func address(of client: Client) -> String? { instance.locations[instance.index(of: client.location)].address }

  /// What is done at a visit: what it is for, the skills it needs, and its tasks, which tell of the client.
  func care(at visit: Visit) -> HTML {
    let words: HTML = "\(language.listed([language.word(visit.kind)] + visit.skills))"
    guard shown.showsPlaces, let tasks = visit.tasks else { return words }
    return words + "<br><small>\(tasks)</small>"
  }

  /// What a visit is for, as its client reads it: its tasks, or the kind of visit where there are none to tell.
  func purpose(of visit: Visit) -> String {
    visit.tasks.flatMap { shown.showsPlaces ? $0 : nil } ?? language.word(visit.kind)
  }

  /// A table of visits that nobody serves yet; nothing where there are none.
  func leftTable(_ visits: [Visit], _ date: LocalDate) -> HTML {
    guard !visits.isEmpty else { return "" }
    var table = HTMLTable(
      caption: language(.notYetSettled),
      [Phrase.begins, .min, .client, .care, .staff].map { (language($0), $0 == .min) })
    for visit in visits {
      table.append(
        [
          clock(visit.earliest, visit.latest, on: date), "\(visit.minutes)",
          HTML.name(shown.title(visit.client)) + particulars(of: visit.client), care(at: visit),
          "\(visit.staff)",
        ], kind: "left")
    }
    return table.html
  }

  /// Visits that nobody serves, whose own window begins on a date.
  func left(on date: LocalDate) -> [Visit] { left.filter { $0.earliest.date == date } }
}
