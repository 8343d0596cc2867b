import HomeCare
import Interchange
import Rostering

/// Who could take a visit, for people (`text`) and for programs (`Encodable`).
public struct SuggestionReport: Sendable {
  let suggestions: Suggestions
  let visit: Visit?
  private let names: PersonNames

  /// A report on an answer about a visit of an instance.
  public init(_ suggestions: Suggestions, of instance: Instance) {
    self.suggestions = suggestions
    visit = instance.visits.first { $0.id == suggestions.visit }
    names = PersonNames(instance)
  }

  /// The visit as it stands, and every staff member, best first.
  ///
  /// - Parameter limit: Staff listed at most; all where absent.
  public func text(_ language: Language = .english, limit: Int? = nil) -> String {
    let titles = [Phrase.staff, .could, .start, .faces, .travel, .score]
    var table = TextTable(titles.map { (language($0), $0 == .travel || $0 == .score ? .right : .left) })
    let shown = suggestions.options.prefix(limit ?? suggestions.options.count)
    for option in shown { table.append(cells(option, language)) }
    let hidden = suggestions.options.count - shown.count
    return suggestions.broken.text(language) + heading(language) + "\n" + table.text
      + (hidden > 0 ? language(.andMore, hidden) + "\n" : "")
  }

  private func heading(_ language: Language) -> String {
    var first = language(.whoCouldTake, suggestions.visit, names.client(suggestions.client))
    if let visit {
      let window = visit.earliest == visit.latest ? "" : "–\(visit.latest.clock)"
      first += language(.minutesShort, visit.earliest.date, visit.earliest.clock + window, visit.minutes)
    }
    guard let now = suggestions.now.assignment else { return first + "\n" + language(.nowUnassigned) + "\n" }
    var second = language(.nowServedBy, language.listed(now.staff.map(names.staff)), now.start.clock)
    if let replacing = suggestions.replacing, now.staff.count > 1 {
      second += language(.inPlaceOf, names.staff(replacing))
    }
    return first + "\n" + second + "\n"
  }

  private func cells(_ option: Suggestion, _ language: Language) -> [String] {
    guard let assignment = option.assignment else {
      return [names.staff(option.staff), option.obstacle.map(language.text) ?? language(.no), "", "", "", ""]
    }
    return [
      names.staff(option.staff), readiness(option, language), start(of: option, assignment, language),
      language(.facesChange, option.facesBefore, option.facesAfter, suggestions.target),
      language.signed(option.change[.travel]), language.signed(option.change.total),
    ]
  }

  /// The start, with its date where that is another day, and how far it lies from the usual time.
  private func start(of option: Suggestion, _ assignment: Roster.Assignment, _ language: Language) -> String {
    let isOtherDay = visit.map { $0.earliest.date != assignment.start.date && $0.latest.date != assignment.start.date }
    let clock = (isOtherDay == true ? "\(assignment.start.date) " : "") + assignment.start.clock
    guard let minutes = option.minutesFromUsual, minutes != 0 else { return clock }
    return language(minutes > 0 ? .afterUsual : .beforeUsual, clock, abs(minutes))
  }

  private func readiness(_ option: Suggestion, _ language: Language) -> String {
    var text = language(option.servesNow ? .servesItNow : .yes)
    if option.kind == .ifMoved, let moved = option.changes.first(where: { $0.visit != suggestions.visit }) {
      let clock = moved.after.assignment?.start.clock ?? ""
      text =
        moved.changesStaff
        ? language(.ifGoesTo, moved.visit, language.staff(moved.after), clock)
        : language(.ifMovesAt, moved.visit, clock)
    }
    if option.kind == .withException { text = language(.withException, language.inWords(option.exceptions)) }
    if option.otherVisits > 0 {
      text += language(.knownFromOthers, option.otherVisits)
    } else if option.isInHistory {
      text += language(.knownFromBefore)
    } else {
      text += language(option.servesNow ? .noOtherVisit : .newFaceAfter)
    }
    let team = option.assignment?.staff.filter { $0 != option.staff } ?? []
    return team.isEmpty ? text : text + language(.together, language.listed(team))
  }
}

extension Language {
  /// Why a staff member cannot take a visit: the planner's own words in English, the rule's in other languages.
  package func text(_ obstacle: Obstacle) -> String {
    self(.noBecause, obstacle.cause, self == .english ? obstacle.detail : name("rule", obstacle.cause))
  }
}

extension SuggestionReport: Encodable {
  /// Writes every staff member, best first.
  public func encode(to encoder: any Encoder) throws {
    let options = suggestions.options.map { option -> JSONObject in
      [
        "staff": option.staff.rawValue, "kind": option.kind.rawValue, "servesNow": option.servesNow,
        "inHistory": option.isInHistory, "otherVisits": option.otherVisits, "facesBefore": option.facesBefore,
        "facesAfter": option.facesAfter, "start": option.assignment?.start.description,
        "team": option.assignment?.staff.map(\.rawValue),
        "change": option.assignment == nil ? nil : ScoreFigures(option.change),
        "changes": option.changes.map(\.figures),
        "exceptions": option.exceptions.isEmpty ? nil : option.exceptions.map(\.figures),
        "minutesFromUsual": option.minutesFromUsual, "rule": option.obstacle?.cause, "detail": option.obstacle?.detail,
      ]
    }
    let report: JSONObject = [
      "visit": suggestions.visit.rawValue, "client": suggestions.client.rawValue, "target": suggestions.target,
      "now": suggestions.now.figures, "replacing": .some(suggestions.replacing?.rawValue), "options": options,
      "broken": suggestions.broken.figures,
    ]
    try report.encode(to: encoder)
  }
}
