import HomeCare

extension DiffReport {
  /// The report as one HTML page that needs no network and runs no script, to be read or printed on A4.
  public func html(_ language: Language) -> String {
    func say(_ swedish: String, _ english: String) -> String { language.pick(swedish, english) }
    let title = say("Skillnad mellan två planeringar", "Difference between two rosters")
    var body = HTMLPage.section(say("Nyckeltal", "Figures"), figuresHTML(language))
    if comparison.changes.isEmpty {
      body += "<p>\(say("Inget besök är ändrat.", "No visit is changed."))</p>\n"
    } else {
      let count = comparison.changes.count
      body += HTMLPage.section(say("\(count) ändrade besök", "\(count) changed visits"), changesHTML(language))
    }
    if !comparison.clients.isEmpty { body += HTMLPage.section(say("Kunder", "Clients"), clientsHTML(language)) }
    if !comparison.staff.isEmpty { body += HTMLPage.section(say("Personal", "Staff"), staffHTML(language)) }
    let lead =
      "\(HTMLText.escaped(instance.name)): \(HTMLText.name(names.before)) → \(HTMLText.name(names.after))"
    return HTMLPage(title, language).text(lead: lead, body)
  }

  private func figuresHTML(_ language: Language) -> String {
    var table = HTMLTable(
      caption: language.pick("Poängen och dess delar", "The score and its parts"),
      [
        ("", false), (language.pick("före", "before"), true), (language.pick("efter", "after"), true),
        (language.pick("ändring", "change"), true),
      ])
    for figure in figures {
      table.append([
        language.name(figure: figure.key), "\(figure.before)", "\(figure.after)",
        SuggestionReport.signed(figure.after - figure.before),
      ])
    }
    return table.text
  }

  private func changesHTML(_ language: Language) -> String {
    var table = HTMLTable(
      caption: language.pick("Besök med annan personal eller starttid", "Visits with other staff or another start"),
      [
        (language.pick("besök", "visit"), false), (language.pick("kund", "client"), false),
        (language.pick("från", "from"), false), (language.pick("till", "to"), false),
        (language.pick("start", "start"), false),
      ])
    for change in comparison.changes.sorted(by: ChangeTable.byTime) {
      table.append([
        HTMLText.name(change.visit.rawValue), HTMLText.name(name(of: change.client)),
        place(change.before, language), place(change.after, language),
        HTMLText.escaped(ChangeTable.start(change, was: language.pick("var", "was"))),
      ])
    }
    return table.text
  }

  private func name(of client: ClientID) -> String {
    instance.clients.first { $0.id == client }?.name.map { "\(client) \($0)" } ?? client.rawValue
  }

  private func place(_ place: RosterChange.Place, _ language: Language) -> String {
    switch place {
    case .served(let assignment): HTMLText.name(Self.list(assignment.staff))
    case .unassigned: language.pick("otilldelat", "unassigned")
    case .absent: "–"
    }
  }

  private func clientsHTML(_ language: Language) -> String {
    var table = HTMLTable(
      caption: language.pick("Kunder som möter annan personal", "Clients who meet other staff"),
      [
        (language.pick("kund", "client"), false), (language.pick("möter", "met"), true),
        (language.pick("mål", "target"), true), (language.pick("nya", "gained"), false),
        (language.pick("borta", "lost"), false),
      ])
    for client in comparison.clients {
      table.append([
        HTMLText.name(name(of: client.client)), Self.pair(client.before, client.after), "\(client.target)",
        HTMLText.name(Self.list(client.gained)), HTMLText.name(Self.list(client.lost)),
      ])
    }
    return table.text
  }

  private func staffHTML(_ language: Language) -> String {
    var table = HTMLTable(
      caption: language.pick("Personal med andra timmar", "Staff with other hours"),
      [
        (language.pick("personal", "staff"), false), (language.pick("besök", "visits"), true),
        (language.pick("timmar hos kund", "hours with clients"), true), (language.pick("ändring", "change"), true),
        (language.pick("minuter på väg", "minutes of travel"), true),
      ])
    for staff in comparison.staff {
      let (old, new) = (staff.before, staff.after)
      table.append([
        HTMLText.name(old.staff.rawValue), Self.pair(old.visits, new.visits),
        "\(Self.hours(old.serviceMinutes, mark: language.mark)) → \(Self.hours(new.serviceMinutes, mark: language.mark))",
        Self.signedHours(new.serviceMinutes - old.serviceMinutes, mark: language.mark),
        Self.pair(old.travelMinutes, new.travelMinutes),
      ])
    }
    return table.text
  }
}

extension Language {
  /// A figure of the score by the name that files use.
  func name(figure: String) -> String {
    switch figure {
    case "total": pick("poäng", "score")
    case "unassigned": pick("otilldelade besök", "unassigned visits")
    case "distinct": pick("olika personal, alla kunder", "distinct staff, all clients")
    case "overTarget": pick("personal över målet", "staff above target")
    case "newFace": pick("nya ansikten", "new faces")
    case "notContact": pick("besök utan fast omsorgskontakt", "visits without the fixed contact")
    case "notPreferred": pick("besök av annan än önskad", "visits by others than preferred")
    case "travelMinutes": pick("minuter på väg", "minutes of travel")
    case "poolShifts": pick("vikariepass", "pool shifts")
    case "imbalance": pick("minuter över rättvis andel", "minutes above the fair share")
    case "clientsAboveTarget": pick("kunder över sitt mål", "clients above their target")
    default: figure
    }
  }
}
