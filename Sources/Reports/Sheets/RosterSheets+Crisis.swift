import HomeCare

extension RosterSheets {
  /// The rules of the crisis pack's own: small print, and days in two columns.
  static let crisisStyle: HTML = """

    .pack table { font-size: .68rem; margin: 0 0 .4rem; } .pack th, .pack td { padding-top: .05rem; padding-bottom: .05rem; line-height: 1.25; }
    .pack h2 { margin: 1rem 0 .3rem; } .pack h3 { margin: .5rem 0 0; font-size: .8rem; break-after: avoid; }
    .pack caption:empty { display: none; } .columns { columns: 2; column-gap: 5mm; }
    .columns dl { margin: .1rem 0 .3rem; font-size: .68rem; line-height: 1.25; } .columns dt { float: left; clear: left; white-space: nowrap; }
    .columns dd { margin: 0 0 0 5.4rem; padding-bottom: .1rem; break-inside: avoid; }
    @media print { .pack { font-size: 9.5pt; } }
    """

  /// What a unit needs on paper when its systems are down: whom to call, where clients live and how to get in, who works
  /// when, and every day's visits.
  var crisisPack: [HTML] {
    [crisisCover, staffRegister, clientRegister, shiftRegister] + days.compactMap(crisisDay)
  }

  private var crisisCover: HTML {
    let (first, last) = (title(instance.horizon.start), title(instance.horizon.lastDate))
    let contents = [
      "\(language.title(.staff)): \(instance.staff.count)", "\(language.title(.clients)): \(instance.clients.count)",
      language(.whoWorksWhen), language(.everyDaysVisits),
    ]
    return """
      <section class="sheet"><h1>\(language(.crisisPack))</h1>
      <p class="lead">\(HTML.name(instance.name)), \(language(.fromTo, first, last))</p>
      \(HTML.box([language(.holdsParticulars)]))\(HTML.list(contents))
      <p>\(language(.packInSum, served.count, left.count))</p></section>

      """
  }

  private var staffRegister: HTML {
    var table = HTMLTable(caption: "", [Phrase.staff, .phoneTitle, .skills].map { (language($0), false) })
    let working = Set(instance.shifts.map(\.staff))
    for member in inOrder(instance.staff, { shown.staff[$0.id] }) {
      let idle: HTML = working.contains(member.id) ? "" : "<br><small>\(language(.noShiftInPeriod))</small>"
      table.append([
        HTML.name(shown.title(member.id)) + idle, "\(shown.showsPlaces ? member.phone ?? "" : "")",
        "\(language.listed(member.skills))",
      ])
    }
    return "<section class=\"sheet pack\"><h2>\(language.title(.staff))</h2>\(table.html)</section>\n"
  }

  private var clientRegister: HTML {
    let titles = [Phrase.client, .addressTitle, .phoneTitle, .accessTitle, .remarkTitle, .contact]
    var table = HTMLTable(caption: "", titles.map { (language($0), false) })
    for client in inOrder(instance.clients, { shown.clients[$0.id] }) {
      let own =
        shown.showsPlaces ? [address(of: client), client.phone, client.access, client.remark] : [nil, nil, nil, nil]
      table.append(
        [HTML.name(shown.title(client.id))] + own.map { "\($0 ?? "")" }
          + [client.contact.map { HTML.name(shown.title($0)) } ?? ""])
    }
    return "<section class=\"sheet pack\"><h2>\(language.title(.clients))</h2>\(table.html)</section>\n"
  }

  private var shiftRegister: HTML {
    let weeks = mondays.map { monday -> HTML in
      let days = (0..<7).map { monday.advanced(by: $0) }
      var table = HTMLTable(
        caption: language(.week, monday.isoWeek, monday.advanced(by: 3).components.year),
        [(language(.staff), false)] + days.map { (language.weekday($0), false) })
      for row in weekRows(monday) {
        table.append(
          [HTML.name(shown.title(row.member.id))]
            + row.days.map { day in day.split(separator: ", ").map { Self.whole(String($0)) }.joined(separator: "<br>")
            })
      }
      return table.html
    }
    return "<section class=\"sheet pack\"><h2>\(language(.whoWorksWhen))</h2>\(weeks.joined())</section>\n"
  }

  /// The shifts of each staff member in a week, a text for each day; whoever has none is left out.
  func weekRows(_ monday: LocalDate) -> [(member: StaffMember, days: [String])] {
    let shifts = Dictionary(grouping: instance.shifts, by: \.staff)
    return inOrder(instance.staff) { shown.staff[$0.id] }.compactMap { member in
      let own = (shifts[member.id] ?? []).sorted { ($0.start, $0.id) < ($1.start, $1.id) }
      let days = (0..<7).map { day in
        own.filter { $0.start.date == monday.advanced(by: day) }.map { "\($0.start.clock)–\($0.end.clock)" }
          .joined(separator: ", ")
      }
      return days.allSatisfy(\.isEmpty) ? nil : (member, days)
    }
  }

  private func crisisDay(_ date: LocalDate) -> HTML? {
    let today = courses[date] ?? []
    let open = left(on: date)
    guard !today.isEmpty || !open.isEmpty else { return nil }
    let staff = inOrder(instance.staff) { shown.staff[$0.id] }
    let parts = staff.compactMap { member -> HTML? in
      let own = today.filter { $0.shift.staff == member.id }
      guard !own.isEmpty else { return nil }
      let phone =
        shown.showsPlaces ? member.phone.map { phone -> HTML in ", \(Self.whole(language(.telephone, phone)))" } : nil
      return """
        <h3>\(HTML.name(shown.title(member.id))), \(own.map(shiftText).joined(separator: "; "))\(phone ?? "")</h3>
        <dl>\(own.map { crisisList($0, date) }.joined())</dl>

        """
    }
    return """
      <section class="sheet pack"><h2>\(title(date))</h2>
      \(leftTable(open, date))<div class="columns">\(parts.joined())</div></section>

      """
  }

  /// Text that stays on one line.
  private static func whole(_ text: String) -> HTML { "<span class=\"d\">\(text)</span>" }

  /// The visits and the break of a shift, a few lines each.
  private func crisisList(_ course: ShiftCourse, _ date: LocalDate) -> HTML {
    course.stretches.compactMap { stretch -> HTML? in
      let what: HTML
      switch stretch.activity {
      case .visit(let id):
        guard let visit = assigned[id]?.visit, let client = clients[visit.client] else { return nil }
        let others = company(at: stretch, of: course)
        let more = [
          shown.showsPlaces ? address(of: client) : nil, language.listed([language.word(visit.kind)] + visit.skills),
          shown.showsPlaces ? visit.tasks : nil, others.isEmpty ? nil : "\(language(.togetherWith)) \(others)",
        ]
        what = "<b>\(HTML.name(shown.title(visit.client)))</b>, \(more.compactMap(\.self).joined(separator: ". "))"
      case .rest: what = "<b>\(language(.rest))</b>"
      case .way, .wayHome, .waiting, .free: return nil
      }
      return "<dt>\(clock(stretch.start, stretch.end, on: date))</dt><dd>\(what)</dd>\n"
    }.joined()
  }
}
