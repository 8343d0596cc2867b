import HomeCare

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
      lines += proposals.uncovered.map { language(.nothingCovers, language.text($0)) }
      let (covering, left) = (proposals.exceptions.count, proposals.uncovered.count)
      lines.append(left == 0 ? language(.proposalsCoverAll, covering) : language(.proposalSums, covering, left))
      if format == .one && !proposals.exceptions.isEmpty { lines.append(language(.exceptionsNeedFormat)) }
    }
    return lines.map { $0.printable + "\n" }.joined()
  }
}
