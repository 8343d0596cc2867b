import HomeCare

extension RosterSheets {
  /// A staff member's day: visits with all that is needed there, ways, break, and what else fills the shift; nothing on a
  /// day without visits.
  func staffSheet(_ member: StaffMember, _ date: LocalDate) -> HTML? {
    let own = (courses[date] ?? []).filter { $0.shift.staff == member.id }
    guard !own.isEmpty else { return nil }
    let table = courseTable(own, date)
    let visits = own.flatMap(\.stretches).count { $0.activity.isVisit }
    func minutes(_ isMeant: (ShiftCourse.Activity) -> Bool) -> Int { own.reduce(0) { $0 + $1.minutes(isMeant) } }
    let sum = language(
      .dayInSum, visits, minutes(\.isVisit), minutes { $0 == .way || $0 == .wayHome }, minutes { $0 == .rest },
      minutes { $0 == .waiting || $0 == .free })
    return """
      <section class="\(Self.kind(rows: visits))"><h1>\(HTML.name(shown.title(member.id)))</h1>
      <p class="lead">\(title(date))\(own.map { ". \(Language.capitalised(language(.shiftTimes, shiftText($0))))" }.joined())</p>
      \(table)<p>\(sum)</p></section>

      """
  }

  /// When a shift begins and ends, and that it has no break where somebody has spared it.
  func shiftText(_ course: ShiftCourse) -> String {
    let times = "\(course.start.clock)–\(course.end.clock)"
    let isSpared = course.shift.breakRule != nil && !course.stretches.contains { $0.activity == .rest }
    return isSpared ? "\(times), \(language(.withoutBreak))" : times
  }

  /// A table of how shifts go.
  private func courseTable(_ courses: [ShiftCourse], _ date: LocalDate) -> HTML {
    // A column that has something to say on few days only.
    let hasCompany = courses.contains { course in course.stretches.contains { !company(at: $0, of: course).isEmpty } }
    let titles = [Phrase.time, .min, .clientOrWay, .care] + (hasCompany ? [.togetherWith] : [])
    var table = HTMLTable(caption: language(.visitsInOrder), titles.map { (language($0), $0 == .min) })
    for course in courses {
      for stretch in course.stretches {
        func append(_ what: HTML, _ care: HTML = "", kind: HTML) {
          let start = [clock(stretch.start, stretch.end, on: date), "\(stretch.minutes)", what, care]
          table.append(start + (hasCompany ? [HTML.name(company(at: stretch, of: course))] : []), kind: kind)
        }
        switch stretch.activity {
        case .visit(let id):
          guard let visit = assigned[id]?.visit else { continue }
          let name: HTML = "<b>\(HTML.name(shown.title(visit.client)))</b>"
          append(name + particulars(of: visit.client), care(at: visit), kind: "visit")
        case .rest: append("\(language(.rest))", kind: "rest")
        case .way: append("\(way(.wayThere, course.mode))", kind: "between")
        case .wayHome: append("\(way(.wayToBase, course.mode))", kind: "between")
        case .waiting: append("\(language(.waiting))", kind: "between")
        case .free: append("\(language(.withoutVisit))", kind: "between")
        }
      }
    }
    return table.html
  }

  /// The others who serve a visit of a shift; empty where there are none.
  func company(at stretch: ShiftCourse.Stretch, of course: ShiftCourse) -> String {
    guard case .visit(let id) = stretch.activity, let staff = assigned[id]?.assignment.staff else { return "" }
    return language.listed(staff.filter { $0 != course.shift.staff }.sorted().map { shown.title($0) })
  }

  /// What a way is called, and how it is gone.
  private func way(_ phrase: Phrase, _ mode: TravelModeID?) -> String {
    language.listed([language(phrase)] + (mode.map { [language.word($0.rawValue)] } ?? []))
  }
}

extension ShiftCourse.Activity {
  /// Whether it is a visit.
  var isVisit: Bool { if case .visit = self { true } else { false } }
}
