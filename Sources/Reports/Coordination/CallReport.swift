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
    let (start, end) = (list.time.lowerBound, list.time.upperBound)
    let until = start.date == end.date ? end.clock : "\(end.date) \(end.clock)"
    var text = language(.neededAt, "\(start.date) \(start.clock)", until, list.visits.count).printable + "\n\n"
    let able = list.candidates.filter { $0.obstacle == nil }
    if !knowsAbsences { text += language(.absencesUnknown) + "\n\n" }
    text += able.isEmpty ? language(.nobodyToCall) + "\n" : table(able, language)
    let others = list.candidates.filter { $0.obstacle != nil }
    if !others.isEmpty {
      text += "\n" + language(.cannotCome) + "\n"
      for candidate in others {
        text += "  \(names.staff(candidate.staff)): \(language.words(candidate.obstacle))".printable + "\n"
      }
    }
    return text
  }

  private func table(_ candidates: [CallList.Candidate], _ language: Language) -> String {
    var table = TextTable([
      (language(.staff), .left), (language(.phone), .left), (language(.visits), .right), (language(.knownTo), .right),
      (language(.callFaces), .right), (language(.hoursLeft), .right), (language(.onCall), .left),
      (language(.lacks), .left),
    ])
    for candidate in candidates {
      table.append([
        names.staff(candidate.staff), candidate.phone ?? Decimal.undefined,
        "\(candidate.able.count)/\(list.visits.count)", "\(candidate.known.count)", "\(candidate.newFaces)",
        left(candidate).map { language.hours($0) } ?? Decimal.undefined, candidate.isOnCall ? language(.yes) : "",
        language.listed(candidate.lacking),
      ])
    }
    return table.text
  }

  /// The minutes that a candidate can still work: what is left of the week, or of the cap where that is less.
  private func left(_ candidate: CallList.Candidate) -> Int? {
    [candidate.minutesLeftInWeek, candidate.minutesLeftOfCap].compactMap { $0 }.min()
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
  /// What keeps somebody from coming.
  func words(_ obstacle: CallList.Obstacle?) -> String {
    switch obstacle {
    case .absent(let end): end == .openEnd ? self(.absentOpen) : self(.absentUntil, end.date, end.clock)
    case .works(let shift): self(.worksThen, shift)
    case .rest(let minutes, let least): self(.tooLittleRest, hours(minutes), hours(least))
    case .rule(let rule): "\(rule.rawValue) \(name("rule", rule.rawValue))"
    case nil: ""
    }
  }
}
