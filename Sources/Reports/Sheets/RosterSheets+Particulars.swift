import HomeCare

extension RosterSheets {
  /// What staff need to know at a client's home, to stand below the name: address, telephone, the way in, and what else
  /// is to be minded; nothing where people are shown by stand-ins.
  func particulars(of client: ClientID) -> HTML {
    guard shown.showsPlaces, let client = clients[client] else { return "" }
    let address = instance.locations[instance.index(of: client.location)].address
    let lines = [
      address, client.phone.map { language(.telephone, $0) }, client.access.map { language(.access, $0) },
      client.remark,
    ]
    return lines.compactMap(\.self).map { line -> HTML in "<br><small>\(line)</small>" }.joined()
  }

  /// What is done at a visit: what it is for, the skills it needs, and its tasks, which tell of the client.
  func care(at visit: Visit) -> HTML {
    let words: HTML = "\(language.listed([language.word(visit.kind)] + visit.skills))"
    guard shown.showsPlaces, let tasks = visit.tasks else { return words }
    return words + "<br><small>\(tasks)</small>"
  }

  /// Minutes of the way to a visit from where a shift was before; `nil` where that is nowhere.
  func way(to visit: Visit, on shift: ShiftID?, from origin: LocationID?, after last: VisitID?) -> Int? {
    guard let origin, let home = clients[visit.client]?.location else { return nil }
    if let last, let first = rowOfVisit[last], let second = rowOfVisit[visit.id],
      let minutes = allowances.way(from: first, to: second)
    {
      return minutes
    }
    return instance.travelMinutes(from: origin, to: home, on: shift.flatMap { shifts[$0] })
  }
}
