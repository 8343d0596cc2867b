import Continuity
import HomeCare
import Rostering

/// Why a visit is served by whom it is, term by term of the score.
public struct VisitReasonsReport: Sendable {
  let reasons: RosterExplainer.VisitReasons
  let weights: Weights

  /// A report on a visit of an instance.
  public init(_ reasons: RosterExplainer.VisitReasons, of instance: Instance) {
    self.reasons = reasons
    weights = instance.weights
  }

  /// The terms in which any alternative differs, most telling of all those that the weights count.
  private var terms: [ScorePart] {
    ScorePart.allCases.filter { part in
      weights[part] > 0 && reasons.alternatives.options.contains { $0.assignment != nil && $0.change[part] != 0 }
    }
  }

  /// Each alternative with what it would cost by term, and why the others are none.
  public var text: String {
    let answer = reasons.alternatives
    var text = ""
    if let now = answer.now.assignment {
      let staff = now.staff.map(\.rawValue).joined(separator: ", ")
      text += "\(answer.visit) at \(answer.client) is served by \(staff) at \(now.start.date) \(now.start.clock).\n"
      text += "What the score would be more with others:\n\n"
    } else {
      text += "\(answer.visit) at \(answer.client) is unassigned: \(reasons.unassigned?.summary ?? "").\n\n"
    }
    var columns: [(title: String, alignment: TextTable.Alignment)] = [("staff", .left)]
    columns += terms.map { ($0.name, .right) } + [("total", .right), ("note", .left)]
    var table = TextTable(columns)
    for option in answer.options {
      if let obstacle = option.obstacle {
        let empty = Array(repeating: "", count: terms.count + 1)
        table.append([option.staff.rawValue] + empty + ["no: \(obstacle.cause), \(obstacle.detail)"])
        continue
      }
      let cells = terms.map { SuggestionReport.signed(option.change[$0] * weights[$0]) }
      table.append([option.staff.rawValue] + cells + [SuggestionReport.signed(option.change.total), note(option)])
    }
    return (text + table.text).printable
  }

  private func note(_ option: Suggestion) -> String {
    if option.servesNow { return "serves it now" }
    if option.kind == .ifMoved {
      let moved = option.changes.first { $0.visit != reasons.alternatives.visit }
      return "if \(moved?.visit.rawValue ?? "another visit") moves"
    }
    return option.kind == .known ? "known" : "new face"
  }
}

extension VisitReasonsReport: Encodable {
  private enum Keys: String, CodingKey { case visit, now, unassigned, alternatives }

  private struct Alternative: Encodable {
    let staff, kind: String
    let servesNow: Bool
    let cost: [String: Int]?
    let rule, detail: String?
  }

  /// Writes the cost of every alternative by term, weights included.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(reasons.alternatives.visit.rawValue, forKey: .visit)
    try container.encode(ChangeFigures.Place(reasons.alternatives.now), forKey: .now)
    try container.encode(reasons.unassigned?.summary, forKey: .unassigned)
    let alternatives = reasons.alternatives.options.map { option in
      var cost = Dictionary(
        uniqueKeysWithValues: ScorePart.allCases.map { ($0.name, option.change[$0] * weights[$0]) })
      cost["total"] = option.change.total
      return Alternative(
        staff: option.staff.rawValue, kind: option.kind.rawValue, servesNow: option.servesNow,
        cost: option.obstacle == nil ? cost : nil, rule: option.obstacle?.cause, detail: option.obstacle?.detail)
    }
    try container.encode(alternatives, forKey: .alternatives)
  }
}

/// What a client's floor is and which visits force it.
public struct FloorReport: Sendable {
  let floors: [ContinuityFloor]
  let met: [Int]
  let target: Int
  let visits: [VisitID: Visit]
  let horizon: Horizon

  /// A report on the floors of one client of a roster.
  public init(_ floors: [ContinuityFloor], _ roster: Roster, of instance: Instance) {
    self.floors = floors
    horizon = instance.horizon
    let meetings = RosterChecker(instance).check(roster).meetings
    met = floors.map { floor in
      meetings.first { $0.client == floor.client && $0.period == floor.period }?.distinct ?? 0
    }
    target = instance.clients.first { $0.id == floors.first?.client }?.targetStaff ?? 0
    visits = Dictionary(instance.visits.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }

  /// Each period: whom the client meets, the fewest possible, and the visits that force that many.
  public var text: String {
    zip(floors, met).map { floor, met in
      let dates = horizon.dates(ofPeriod: floor.period)
      let last = dates.upperBound.advanced(by: -1)
      var text = "\(floor.client) meets \(met) of at most \(target) staff from \(dates.lowerBound) to \(last).\n"
      text +=
        "Were there no other client, \(floor.isExact ? "" : "at least ")\(floor.staff) would be the fewest"
        + (floor.alreadyMet > 0 ? ", \(floor.alreadyMet) of them met before the horizon" : "") + ".\n"
      guard !floor.witness.isEmpty else { return text.printable }
      text += floor.witness.count == 1 ? "This visit forces it:\n" : "These visits force it:\n"
      var table = TextTable([
        ("visit", .left), ("window", .left), ("minutes", .right), ("staff", .right), ("skills", .left),
      ])
      for id in floor.witness {
        guard let visit = visits[id] else { continue }
        table.append([
          id.rawValue, "\(visit.earliest.date) \(visit.earliest.clock)–\(visit.latest.clock)", "\(visit.minutes)",
          "\(visit.staff)", visit.skills.joined(separator: ", "),
        ])
      }
      return text.printable + table.text
    }.joined(separator: "\n")
  }
}

extension FloorReport: Encodable {
  private enum Keys: String, CodingKey { case floors }

  private struct Floor: Encodable {
    let client: String
    let period, met, target, floor, alreadyMet: Int
    let exact: Bool
    let witness: [String]
  }

  /// Writes each period's floor.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(
      zip(floors, met).map { floor, met in
        Floor(
          client: floor.client.rawValue, period: floor.period, met: met, target: target, floor: floor.staff,
          alreadyMet: floor.alreadyMet, exact: floor.isExact, witness: floor.witness.map(\.rawValue))
      }, forKey: .floors)
  }
}

/// Visits left, why, and what the unit lacks.
public struct ShortageReport: Sendable {
  let reasons: [UnassignedReason]
  let shortages: [Shortage]

  /// A report on the unassigned visits of a roster.
  public init(_ reasons: [UnassignedReason], _ shortages: [Shortage]) {
    self.reasons = reasons
    self.shortages = shortages
  }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// What is lacking in hours, then each visit left with its reason.
  public var text: String {
    if reasons.isEmpty { return "Every visit is assigned; nothing is lacking.\n" }
    var text = "Lacking:\n"
    for shortage in shortages {
      let skills = shortage.skills.isEmpty ? "" : " with \(shortage.skills.joined(separator: ", "))"
      let day = "\(Self.weekdays[shortage.date.weekday - 1]) \(shortage.date)"
      let people = shortage.staff == 1 ? "1 person" : "\(shortage.staff) people"
      text += "  \(DiffReport.hours(shortage.minutes)) h\(skills), \(day) \(shortage.slot.rawValue), \(people): "
      text += shortage.visits.map(\.rawValue).joined(separator: ", ") + "\n"
    }
    text += "\nLeft:\n"
    for reason in reasons {
      text += "  \(reason.visit)\(reason.isImpossible ? " (impossible)" : ""): \(reason.summary)\n"
    }
    return text.printable
  }
}

extension ShortageReport: Encodable {
  private enum Keys: String, CodingKey { case shortages, unassigned }

  private struct Lack: Encodable {
    let skills: [String]
    let date, slot: String
    let minutes, staff: Int
    let visits: [String]
  }

  private struct Left: Encodable {
    let visit, summary: String
    let impossible: Bool
  }

  /// Writes what is lacking and what is left.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    let lacks = shortages.map {
      Lack(
        skills: $0.skills, date: $0.date.description, slot: $0.slot.rawValue, minutes: $0.minutes, staff: $0.staff,
        visits: $0.visits.map(\.rawValue))
    }
    try container.encode(lacks, forKey: .shortages)
    let left = reasons.map { Left(visit: $0.visit.rawValue, summary: $0.summary, impossible: $0.isImpossible) }
    try container.encode(left, forKey: .unassigned)
  }
}
