import HomeCare
import Interchange

extension RuleException {
  /// What the exception allows, in words, without its reason.
  public func words(_ language: Language) -> String {
    let (visit, second) = (visit?.rawValue ?? "", second?.rawValue ?? "")
    let (member, shift) = (staff?.rawValue ?? "", shift?.rawValue ?? "")
    return switch rule {
    case .window where before == 0: language(.exceptedLater, visit, after)
    case .window where after == 0: language(.exceptedSooner, visit, before)
    case .window: language(.exceptedWindow, visit, before, after)
    case .shift where before == 0: language(.exceptedLateShift, shift, after)
    case .shift where after == 0: language(.exceptedEarlyShift, shift, before)
    case .shift: language(.exceptedShift, shift, before, after)
    case .route: language(.exceptedWay, visit, second, minutes ?? 0)
    case .breakRoom: language(.exceptedBreak, shift)
    case .skills: language(.exceptedSkills, visit, member)
    case .blocked: language(.exceptedBlocked, visit, member)
    case let rule where rule.isOfPairs: language(.exceptedOfPairs, visit, member, language.name("rule", rule.rawValue))
    case .hours: language(.exceptedHours, member, minutes ?? 0)
    case .ownTime: language(.exceptedOverlap, visit, second)
    default: rule.rawValue
    }
  }

  /// What the exception allows, why, and who has allowed it.
  public func line(_ language: Language) -> String {
    let allowed = reason.isEmpty ? words(language) : language(.becauseOf, words(language), reason)
    return by.map { language(.allowedByWhom, allowed, $0) } ?? allowed
  }

  /// The exception for `--json`, under the names of its columns.
  package var figures: JSONObject { JSONObject(members) }

  /// The exception's columns with what stands in them.
  package var members: [(String, (any Encodable)?)] {
    [
      ("rule", rule.rawValue), ("reason", reason), ("visit", visit?.rawValue), ("second", second?.rawValue),
      ("staff", staff?.rawValue), ("shift", shift?.rawValue), ("before", before == 0 ? nil : before),
      ("after", after == 0 ? nil : after), ("minutes", minutes), ("by", by),
    ]
  }
}

extension ExceptionUse {
  /// The exception for `--json`, with its row and whether the roster needs it.
  package var figures: JSONObject { JSONObject([("row", row + 1), ("inUse", isInUse)] + exception.members) }
}
