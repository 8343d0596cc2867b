import HomeCare

extension RuleException {
  /// What the exception allows, in words, without its reason.
  public func words(_ language: Language) -> String {
    let (visit, second) = (visit?.rawValue ?? "", second?.rawValue ?? "")
    let (member, shift) = (staff?.rawValue ?? "", shift?.rawValue ?? "")
    return switch rule {
    case .window: language(.exceptedWindow, visit, before, after)
    case .shift: language(.exceptedShift, shift, before, after)
    case .route: language(.exceptedWay, visit, second, minutes ?? 0)
    case .breakRoom: language(.exceptedBreak, shift)
    case .skills: language(.exceptedSkills, visit, member)
    case .blocked: language(.exceptedBlocked, visit, member)
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
}

/// What the check of a roster tells of exceptions.
public struct ExceptionReport {
  let uses: [ExceptionUse]
  let proposals: ExceptionProposals?
  let format: InstanceFormat

  /// A report on the exceptions of a checked roster, and on those proposed where any are asked for.
  public init(_ check: RosterCheck, proposals: ExceptionProposals?, of instance: Instance) {
    uses = check.exceptions
    self.proposals = proposals
    format = instance.format
  }

  /// Lines on the exceptions that the roster needs and those it does not, and on what would cover what it breaks.
  public func text(_ language: Language) -> String {
    var lines = uses.filter(\.isInUse).map {
      language(.exceptionNeeded, $0.exception.rule, $0.exception.line(language))
    }
    lines += uses.filter { !$0.isInUse }.map {
      language(.exceptionNotNeeded, $0.exception.rule, $0.exception.line(language))
    }
    if let proposals {
      lines += proposals.exceptions.map { language(.exceptionProposed, $0.rule, $0.words(language)) }
      lines += proposals.uncovered.map { language(.nothingCovers, $0) }
      lines.append(language(.proposalSums, proposals.exceptions.count, proposals.uncovered.count))
      if format == .one && !proposals.exceptions.isEmpty { lines.append(language(.exceptionsNeedFormat)) }
    }
    return lines.map { $0.printable + "\n" }.joined()
  }
}
