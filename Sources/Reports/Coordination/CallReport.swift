import HomeCare
import Interchange

/// Whom to phone, for people (`text`) and for programs (`Encodable`).
public struct CallReport: Sendable {
  let list: CallList
  let names: PersonNames
  let knowsAbsences: Bool

  /// A report on whom to phone.
  ///
  /// - Parameter knowsAbsences: Whether the list was made knowing who is absent; if not, that is told.
  public init(_ list: CallList, of instance: Instance, knowsAbsences: Bool) {
    (self.list, self.knowsAbsences) = (list, knowsAbsences)
    names = PersonNames(instance)
  }

  /// When, which visits, then everybody who can come, those to be phoned first at the top, and why the others cannot.
  public func text(_ language: Language = .english) -> String {
    var text = language.needed(list).printable + "\n\n"
    let able = list.candidates.filter { $0.obstacle == nil }
    if !knowsAbsences { text += language(.absencesUnknown) + "\n\n" }
    text += able.isEmpty ? language.nobodyToCall + "\n" : table(able, language)
    let others = list.candidates.filter { $0.obstacle != nil }
    if !others.isEmpty {
      text += "\n" + language.cannotCome + "\n"
      for candidate in others {
        text += "  \(names.staff(candidate.staff)): \(language.words(candidate.obstacle))".printable + "\n"
      }
    }
    return text
  }

  private func table(_ candidates: [CallList.Candidate], _ language: Language) -> String {
    let sides: [TextTable.Alignment] = [.left, .left, .right, .right, .right, .right, .left, .left]
    var table = TextTable(zip(language.callTitles, sides).map { ($0, $1) })
    for candidate in candidates {
      table.append([names.staff(candidate.staff)] + language.cells(candidate, of: list))
    }
    return table.text
  }
}

extension CallReport: Encodable {
  /// Writes everybody in their order.
  public func encode(to encoder: any Encoder) throws {
    let candidates = list.candidates.map { candidate -> JSONObject in
      [
        "staff": candidate.staff.rawValue, "name": names.name(ofStaff: candidate.staff), "phone": candidate.phone,
        "obstacle": candidate.obstacle.map { Language.english.words($0) }, "onCall": candidate.isOnCall,
        "able": candidate.able.map(\.rawValue), "lacking": candidate.lacking,
        "known": candidate.known.map(\.rawValue), "newFaces": candidate.newFaces,
        "minutesLeftInWeek": candidate.minutesLeftInWeek, "minutesLeftOfCap": candidate.minutesLeftOfCap,
      ]
    }
    let report: JSONObject = [
      "from": list.time.lowerBound.description, "to": list.time.upperBound.description,
      "visits": list.visits.map(\.rawValue), "knowsAbsences": knowsAbsences, "candidates": candidates,
    ]
    try report.encode(to: encoder)
  }
}

extension Language {
  /// When somebody is needed, and for how many visits.
  package func needed(_ list: CallList) -> String {
    let (start, end) = (list.time.lowerBound, list.time.upperBound)
    let until = start.date == end.date ? end.clock : "\(end.date) \(end.clock)"
    return self(.neededAt, "\(start.date) \(start.clock)", until, list.visits.count)
  }

  /// That nobody can come.
  package var nobodyToCall: String { self(.nobodyToCall) }

  /// What stands above those who cannot come.
  package var cannotCome: String { self(.cannotCome) }

  /// The columns of those who can come: who, then what `cells` tells.
  package var callTitles: [String] {
    let titles: [Phrase] = [.staff, .phone, .visits, .knownTo, .callFaces, .hoursLeft, .onCall, .lacks]
    return titles.map { self($0) }
  }

  /// What is told of somebody who can come, beside who it is.
  package func cells(_ candidate: CallList.Candidate, of list: CallList) -> [String] {
    // What is left of the week, or of the cap where that is less.
    let left = [candidate.minutesLeftInWeek, candidate.minutesLeftOfCap].compactMap { $0 }.min()
    return [
      candidate.phone ?? Decimal.undefined, "\(candidate.able.count)/\(list.visits.count)",
      "\(candidate.known.count)", "\(candidate.newFaces)", left.map { hours($0) } ?? Decimal.undefined,
      candidate.isOnCall ? self(.yes) : "", listed(candidate.lacking),
    ]
  }

  /// What keeps somebody from coming.
  package func words(_ obstacle: CallList.Obstacle?) -> String {
    switch obstacle {
    case .absent(let end): end == .openEnd ? self(.absentOpen) : self(.absentUntil, end.date, end.clock)
    case .works(let shift): self(.worksThen, shift)
    case .rest(let minutes, let least): self(.tooLittleRest, hours(minutes), hours(least))
    case .rule(let rule): "\(rule.rawValue) \(name("rule", rule.rawValue))"
    case nil: ""
    }
  }
}
