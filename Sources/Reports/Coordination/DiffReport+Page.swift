import HomeCare

extension DiffReport {
  /// The report as one HTML page that needs no network and runs no script, to be read or printed on A4.
  public func html(_ language: Language) -> String {
    let changes = comparison.changes
    var body = HTMLPage.section(language(.figures), figuresHTML(language))
    body +=
      changes.isEmpty
      ? "<p>\(language(.noVisitChanged))</p>\n"
      : HTMLPage.section(language(.changedVisitsCount, changes.count), changesHTML(language))
    for line in language.besides(comparison.list) { body += "<p>\(HTML.name(line))</p>\n" }
    if !comparison.clients.isEmpty { body += HTMLPage.section(language.title(.clients), clientsHTML(language)) }
    if !comparison.staff.isEmpty { body += HTMLPage.section(language.title(.staff), staffHTML(language)) }
    return HTMLPage(language(.diffTitle), language).text(
      lead: "\(instance.name): \(HTML.name(names.before)) → \(HTML.name(names.after))", body)
  }

  private func figuresHTML(_ language: Language) -> HTML {
    let titles = [Phrase.before, .after, .change].map { (language($0), true) }
    var table = HTMLTable(caption: language(.scoreAndParts), [("", false)] + titles)
    for figure in figures {
      table.append(["\(language.name("score", figure.key))"] + figure.cells(language).map { "\($0)" })
    }
    return table.html
  }

  private func changesHTML(_ language: Language) -> HTML {
    let titles = [Phrase.visit, .client, .from, .to, .start]
    var table = HTMLTable(caption: language(.visitsWithOtherStaff), titles.map { (language($0), false) })
    for change in comparison.changes.sorted(by: ChangeTable.byTime) {
      table.append([
        HTML.name(change.visit.rawValue), HTML.name(name(of: change.client)), place(change.before, language),
        place(change.after, language), "\(language.start(change))",
      ])
    }
    return table.html
  }

  private func name(of client: ClientID) -> String {
    instance.clients.first { $0.id == client }?.name.map { "\(client) \($0)" } ?? client.rawValue
  }

  private func place(_ place: RosterChange.Place, _ language: Language) -> HTML {
    let text = language.staff(place)
    return if case .served = place { HTML.name(text) } else { "\(text)" }
  }

  private func clientsHTML(_ language: Language) -> HTML {
    let titles: [(Phrase, Bool)] = [
      (.client, false), (.met, true), (.target, true), (.gained, false), (.lost, false),
    ]
    var table = HTMLTable(caption: language(.clientsWithOtherStaff), titles.map { (language($0.0), $0.1) })
    for client in comparison.clients {
      table.append([
        HTML.name(name(of: client.client)), "\(Self.pair(client.before, client.after))", "\(client.target)",
        HTML.name(language.listed(client.gained)), HTML.name(language.listed(client.lost)),
      ])
    }
    return table.html
  }

  private func staffHTML(_ language: Language) -> HTML {
    let titles = [Phrase.staff, .visits, .hoursWithClients, .change, .minutesOfTravel]
    var table = HTMLTable(caption: language(.staffWithOtherHours), titles.map { (language($0), $0 != .staff) })
    for staff in comparison.staff {
      table.append([HTML.name(staff.before.staff.rawValue)] + work(staff, language).map { "\($0)" })
    }
    return table.html
  }
}
