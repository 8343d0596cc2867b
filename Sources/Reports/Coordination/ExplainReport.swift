import Continuity
import HomeCare
import Interchange
import Rostering

/// Why a visit is served by whom it is, part by part of the score.
public struct VisitReasonsReport: Sendable {
  let reasons: RosterExplainer.VisitReasons
  let instance: Instance
  private var weights: Weights { instance.weights }

  /// A report on a visit of an instance.
  public init(_ reasons: RosterExplainer.VisitReasons, of instance: Instance) {
    self.reasons = reasons
    self.instance = instance
  }

  /// The parts of the score in which any alternative differs, most telling of all those that the weights count.
  private var terms: [ScorePart] {
    ScorePart.allCases.filter { part in
      weights[part] > 0 && reasons.alternatives.options.contains { $0.assignment != nil && $0.change[part] != 0 }
    }
  }

  /// Each alternative with what it would cost by part, and why the others are none.
  public func text(_ language: Language = .english) -> String {
    let (answer, names) = (reasons.alternatives, PersonNames(instance))
    var text = answer.broken.text(language)
    if let now = answer.now.assignment {
      let start = "\(now.start.date) \(now.start.clock)"
      let staff = language.listed(now.staff.map(names.staff))
      text += language(.isServedBy, answer.visit, names.client(answer.client), staff, start) + "\n"
      text += language(.moreWithOthers) + "\n\n"
    } else {
      let summary = reasons.unassigned.map { language.summary($0, of: instance) } ?? ""
      text += language(.isUnassigned, answer.visit, names.client(answer.client), summary) + "\n"
      if let remedy = reasons.unassigned?.remedy { text += language.text(remedy, names) + "\n" }
      text += "\n"
    }
    let terms = terms
    let titles = terms.map { language.term("score", $0.name) } + [language(.total)]
    var table = TextTable(
      [(language(.staff), .left)] + titles.map { ($0, .right) } + [(language(.note), .left)])
    for option in answer.options {
      let cells: [String]
      if let obstacle = option.obstacle {
        cells = titles.map { _ in "" } + [language.text(obstacle)]
      } else {
        cells =
          terms.map { language.signed(option.change[$0] * weights[$0]) }
          + [language.signed(option.change.total), note(option, language)]
      }
      table.append([names.staff(option.staff)] + cells)
    }
    return (text + table.text).printable
  }

  private func note(_ option: Suggestion, _ language: Language) -> String {
    if option.kind == .withException { return language(.withException, language.inWords(option.exceptions)) }
    if option.servesNow { return language(.servesItNow) }
    if option.kind == .ifMoved {
      let moved = option.changes.first { $0.visit != reasons.alternatives.visit }
      return language(.ifMoves, moved?.visit.rawValue ?? language(.anotherVisit))
    }
    return language(option.kind == .known ? .known : .newFace)
  }
}

extension VisitReasonsReport: Encodable {
  /// Writes the cost of every alternative by part of the score, weights included.
  public func encode(to encoder: any Encoder) throws {
    let alternatives = reasons.alternatives.options.map { option -> JSONObject in
      var cost = Dictionary(
        uniqueKeysWithValues: ScorePart.parts(of: instance.format).map { ($0.name, option.change[$0] * weights[$0]) })
      cost["total"] = option.change.total
      return [
        "staff": option.staff.rawValue, "kind": option.kind.rawValue, "servesNow": option.servesNow,
        "cost": option.obstacle == nil ? cost : nil,
        "exceptions": option.exceptions.isEmpty ? nil : option.exceptions.map(\.figures),
        "rule": option.obstacle?.cause, "detail": option.obstacle?.detail,
      ]
    }
    let report: JSONObject = [
      "visit": reasons.alternatives.visit.rawValue, "now": reasons.alternatives.now.figures,
      "unassigned": .some(reasons.unassigned?.summary), "alternatives": alternatives,
      "broken": reasons.alternatives.broken.figures,
    ]
    try report.encode(to: encoder)
  }
}

/// What a client's floor is and which visits force it.
public struct FloorReport: Sendable {
  let floors: [ContinuityFloor]
  let met: [Int]
  let target: Int
  let visits: [VisitID: Visit]
  let horizon: Horizon
  private let names: PersonNames

  /// A report on the floors of one client of a roster.
  public init(_ floors: [ContinuityFloor], _ roster: Roster, of instance: Instance) {
    self.floors = floors
    horizon = instance.horizon
    names = PersonNames(instance)
    let meetings = RosterChecker(instance).check(roster).meetings
    met = floors.map { floor in
      meetings.first { $0.client == floor.client && $0.period == floor.period }?.distinct ?? 0
    }
    target = instance.clients.first { $0.id == floors.first?.client }?.targetStaff ?? 0
    visits = Dictionary(instance.visits.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }

  /// Each period: whom the client meets, the fewest possible, and the visits that force that many.
  public func text(_ language: Language = .english) -> String {
    zip(floors, lines(language, called: floors.first.map { names.client($0.client) } ?? "")).map { floor, line in
      let text = line.text.printable + "\n"
      if floor.witness.isEmpty { return text }
      let titles: [(Phrase, TextTable.Alignment)] = [
        (.visit, .left), (.window, .left), (.minutes, .right), (.staff, .right), (.skills, .left),
      ]
      var table = TextTable(titles.map { (language($0.0), $0.1) })
      for visit in floor.witness.compactMap({ visits[$0] }) {
        table.append([
          visit.id.rawValue, Language.window(visit), "\(visit.minutes)", "\(visit.staff)",
          language.listed(visit.skills),
        ])
      }
      return text + table.text
    }.joined(separator: "\n")
  }

  /// What is told of each period, and the visits that force so many.
  ///
  /// - Parameter name: What the client is called.
  package func lines(_ language: Language, called name: String) -> [(text: String, witness: [VisitID])] {
    zip(floors, met).map { floor, met in
      let dates = horizon.dates(ofPeriod: floor.period)
      var text = language(.meetsAtMost, name, met, target, dates.lowerBound, dates.lastDate) + "\n"
      text += language(floor.isExact ? .fewestExactly : .fewestAtLeast, floor.staff)
      if floor.alreadyMet > 0 { text += language(.metBeforeHorizon, floor.alreadyMet) }
      text += "."
      if !floor.witness.isEmpty { text += "\n" + language(.visitsForceIt, floor.witness.count) }
      return (text, floor.witness)
    }
  }
}

extension FloorReport: Encodable {
  /// Writes each period's floor.
  public func encode(to encoder: any Encoder) throws {
    let floors = zip(floors, met).map { floor, met -> JSONObject in
      [
        "client": floor.client.rawValue, "period": floor.period, "met": met, "target": target, "floor": floor.staff,
        "alreadyMet": floor.alreadyMet, "exact": floor.isExact, "witness": floor.witness.map(\.rawValue),
      ]
    }
    try JSONObject(dictionaryLiteral: ("floors", floors)).encode(to: encoder)
  }
}

/// Visits left, why, and what the unit lacks.
public struct ShortageReport: Sendable {
  let reasons: [UnassignedReason]
  let shortages: [Shortage]
  let instance: Instance
  let broken: BrokenRules?

  /// A report on the unassigned visits of a roster, and on what it breaks.
  public init(
    _ reasons: [UnassignedReason], _ shortages: [Shortage], of instance: Instance, broken: BrokenRules? = nil
  ) {
    self.broken = broken
    self.reasons = reasons
    self.shortages = shortages
    self.instance = instance
  }

  /// What is lacking in hours, proven or in this roster, then each visit left with its reason.
  public func text(_ language: Language = .english) -> String {
    let names = PersonNames(instance)
    var text = broken?.text(language) ?? ""
    if reasons.isEmpty { return text + language(.nothingLacking) + "\n" }
    for (isProven, title) in [(true, Phrase.lacking), (false, .notPlaced)] {
      let told = shortages.filter { $0.isProven == isProven }
      if told.isEmpty { continue }
      text += language(title) + "\n" + told.map { line($0, language, names) }.joined() + "\n"
    }
    text += language(.left) + "\n"
    for reason in reasons {
      let impossible = reason.isImpossible ? language(.impossible) : ""
      text += "  \(names.visit(reason.visit))\(impossible): \(language.summary(reason, of: instance))\n"
      if let remedy = reason.remedy { text += "    \(language.text(remedy, names))\n" }
    }
    return text.printable
  }

  private func line(_ shortage: Shortage, _ language: Language, _ names: PersonNames) -> String {
    let skills = shortage.skills.isEmpty ? "" : language(.withSkills, language.listed(shortage.skills))
    let day = "\(language.weekday(shortage.date)) \(shortage.date) \(language.word(shortage.slot.rawValue))"
    return "  \(language(.hours, language.hours(shortage.minutes)))\(skills), \(day), "
      + "\(language(.people, shortage.staff)): \(language.listed(shortage.visits.map(names.visit)))\n"
  }
}

extension Language {
  /// Why a visit is left: the planner's own words in English, and in other languages what they come from.
  package func summary(_ reason: UnassignedReason, of instance: Instance) -> String {
    guard self != .english, let visit = instance.visits.first(where: { $0.id == reason.visit }) else {
      return reason.summary
    }
    let window = Self.window(visit)
    if reason.candidates.isEmpty { return self(.noShiftAround, window) }
    if reason.isImpossible { return self(.tooFewAble, visit.staff, window) }
    let free = reason.candidates.count { $0.obstacle.isNone }
    if free > 0 { return self(.shiftsAreFree, free, reason.candidates.count, window) }
    let counts = Dictionary(grouping: reason.candidates, by: \.obstacle.cause).mapValues(\.count)
    let rules = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let kept = rules.map { self(.keptBy, $0.value, $0.key, name("rule", $0.key)) }
    return self(.shiftsAreKept, reason.candidates.count, window, listed(kept))
  }

  /// What exceptions would place a visit, and how it would be served.
  func text(_ remedy: UnassignedReason.Remedy, _ names: PersonNames) -> String {
    text(remedy, staff: names.staff)
  }

  /// What exceptions would place a visit, and how it would be served.
  ///
  /// - Parameter staff: What staff are called.
  package func text(_ remedy: UnassignedReason.Remedy, staff: (StaffID) -> String) -> String {
    let start = remedy.assignment.start
    return self(
      .remedy, inWords(remedy.exceptions), listed(remedy.assignment.staff.map(staff)), "\(start.date) \(start.clock)")
  }

  /// When a visit may start.
  static func window(_ visit: Visit) -> String {
    "\(visit.earliest.date) \(visit.earliest.clock)–\(visit.latest.clock)"
  }
}

extension ShortageReport: Encodable {
  /// Writes what is lacking and what is left.
  public func encode(to encoder: any Encoder) throws {
    let lacks = shortages.map { lack -> JSONObject in
      [
        "skills": lack.skills, "date": lack.date.description, "slot": lack.slot.rawValue, "minutes": lack.minutes,
        "staff": lack.staff, "visits": lack.visits.map(\.rawValue), "proven": lack.isProven,
      ]
    }
    let left = reasons.map { reason -> JSONObject in
      [
        "visit": reason.visit.rawValue, "summary": reason.summary, "impossible": reason.isImpossible,
        "remedy": reason.remedy?.figures,
      ]
    }
    let report: JSONObject = ["shortages": lacks, "unassigned": left, "broken": broken?.figures]
    try report.encode(to: encoder)
  }
}

extension UnassignedReason.Remedy {
  /// The exceptions and the visit as it would be served, for JSON.
  var figures: JSONObject {
    ["exceptions": exceptions.map(\.figures), "to": RosterChange.Place.served(assignment).figures]
  }
}
