import HomeCare

/// What an upgrade made of an instance.
public struct UpgradeReport {
  let upgrade: Upgrade
  let old: Instance

  /// A report on the upgrade of an instance.
  public init(_ upgrade: Upgrade, of old: Instance) {
    self.upgrade = upgrade
    self.old = old
  }

  /// What is asked of rosters before and after, and what has been made of the instance.
  public func lines(_ language: Language) -> [String] {
    if old.format == .two { return [language(.upgradedAlready)] }
    var lines = [language(.upgraded)]
    lines += upgrade.changedWeights.map { part, before in
      language(.upgradedWeight, part.weightName, upgrade.draft.weights[part], before)
    }
    if !upgrade.draft.series.isEmpty {
      lines.append(
        language(.upgradedSeries, upgrade.draft.series.count, upgrade.visitsInSeries, upgrade.draft.visits.count))
    }
    if !upgrade.alongside.isEmpty {
      let names = upgrade.alongside.map(\.rawValue).joined(separator: ", ")
      lines.append(language(.upgradedAlongside, upgrade.alongside.count, names))
    }
    return lines
  }
}
