import HomeCare
import Rostering

/// Who could take a visit, for people (`text`) and for programs (`Encodable`).
public struct SuggestionReport: Sendable {
  let suggestions: Suggestions
  let visit: Visit?
  private let names: [StaffID: String]

  /// A report on an answer about a visit of an instance.
  public init(_ suggestions: Suggestions, of instance: Instance) {
    self.suggestions = suggestions
    visit = instance.visits.first { $0.id == suggestions.visit }
    names = Dictionary(instance.staff.map { ($0.id, $0.name ?? $0.id.rawValue) }, uniquingKeysWith: { $1 })
  }

  /// The visit as it stands, and every staff member, best first.
  ///
  /// - Parameter limit: Staff listed at most; all where absent.
  public func text(limit: Int? = nil) -> String {
    var table = TextTable([
      ("staff", .left), ("could", .left), ("start", .left), ("faces", .left), ("travel", .right), ("score", .right),
    ])
    for option in suggestions.options.prefix(limit ?? suggestions.options.count) { table.append(cells(option)) }
    let hidden = suggestions.options.count - min(suggestions.options.count, limit ?? suggestions.options.count)
    return heading + "\n" + table.text + (hidden > 0 ? "… and \(hidden) more\n" : "")
  }

  private var heading: String {
    var lines = ["Who could take \(suggestions.visit) at \(suggestions.client)"]
    if let visit {
      let window = visit.earliest == visit.latest ? "" : "–\(visit.latest.clock)"
      lines[0] += ", \(visit.earliest.date) \(visit.earliest.clock)\(window), \(visit.minutes) min"
    }
    if let now = suggestions.now.assignment {
      lines.append("Now \(now.staff.map(\.rawValue).joined(separator: ", ")) at \(now.start.clock)")
      if let replacing = suggestions.replacing, now.staff.count > 1 { lines[1] += "; in place of \(replacing)" }
    } else {
      lines.append("Now unassigned")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cells(_ option: Suggestion) -> [String] {
    guard let assignment = option.assignment else {
      let obstacle = option.obstacle.map { "no: \($0.cause), \($0.detail)" } ?? "no"
      return [name(option.staff), obstacle, "", "", "", ""]
    }
    return [
      name(option.staff), readiness(option), assignment.start.clock,
      "\(option.facesBefore) → \(option.facesAfter) of \(suggestions.target)", Self.signed(option.change[.travel]),
      Self.signed(option.change.total),
    ]
  }

  private func name(_ staff: StaffID) -> String {
    names[staff].map { $0 == staff.rawValue ? $0 : "\(staff) \($0)" } ?? staff.rawValue
  }

  private func readiness(_ option: Suggestion) -> String {
    var text = option.servesNow ? "serves it now" : "yes"
    if option.otherVisits > 0 {
      text += ", known: \(option.otherVisits) other \(option.otherVisits == 1 ? "visit" : "visits")"
    } else if option.isInHistory {
      text += ", known from before"
    } else {
      text += option.servesNow ? ", no other visit" : ", new face"
    }
    if option.kind == .ifMoved, let moved = option.changes.first(where: { $0.visit != suggestions.visit }) {
      let to = moved.changesStaff ? "goes to \(ChangeTable.staff(moved.after))" : "moves"
      text = "if \(moved.visit) \(to) at \(moved.after.assignment?.start.clock ?? "")" + text.dropFirst(3)
    }
    let team = option.assignment?.staff.filter { $0 != option.staff } ?? []
    if !team.isEmpty { text += ", with \(team.map(\.rawValue).joined(separator: ", "))" }
    return text
  }

  /// A difference with its sign.
  static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : number < 0 ? "−\(-number)" : "0" }
}

extension SuggestionReport: Encodable {
  private enum Keys: String, CodingKey { case visit, client, target, now, replacing, options }

  private struct Option: Encodable {
    let staff, kind: String
    let servesNow, inHistory: Bool
    let otherVisits, facesBefore, facesAfter: Int
    let start: String?
    let team: [String]?
    let change: ScoreFigures?
    let changes: [ChangeFigures]
    let rule, detail: String?

    init(_ option: Suggestion) {
      staff = option.staff.rawValue
      kind = option.kind.rawValue
      servesNow = option.servesNow
      inHistory = option.isInHistory
      otherVisits = option.otherVisits
      facesBefore = option.facesBefore
      facesAfter = option.facesAfter
      start = option.assignment?.start.description
      team = option.assignment?.staff.map(\.rawValue)
      change = option.assignment == nil ? nil : ScoreFigures(option.change)
      changes = option.changes.map(ChangeFigures.init)
      rule = option.obstacle?.cause
      detail = option.obstacle?.detail
    }
  }

  /// Writes every staff member, best first.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(suggestions.visit.rawValue, forKey: .visit)
    try container.encode(suggestions.client.rawValue, forKey: .client)
    try container.encode(suggestions.target, forKey: .target)
    try container.encode(ChangeFigures.Place(suggestions.now), forKey: .now)
    try container.encode(suggestions.replacing?.rawValue, forKey: .replacing)
    try container.encode(suggestions.options.map(Option.init), forKey: .options)
  }
}
