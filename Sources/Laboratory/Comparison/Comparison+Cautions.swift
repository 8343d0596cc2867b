import Reports

extension Comparison {
  /// What stands above the cautions.
  static let cautionTitle = "To be read with care:"

  /// What a reader must know before believing a figure of the comparison, a sentence each; every format has them.
  public var cautions: [String] {
    solvers.flatMap { solver -> [String] in
      let own = runs.filter { $0.run.label == solver }
      return [late(own), disturbed(own), shared(own), doubted(own), onlyTold(own)].compactMap { sentence in
        // On one line and harmless, whatever programs and files have said.
        sentence.map { "\(solver): \($0)".replacing("\n", with: " ").printable }
      }
    }
  }

  private func late(_ own: [RunRecord]) -> String? {
    let late = own.filter(\.isLate)
    guard let worst = late.max(by: { ($0.resultSeconds ?? 0) < ($1.resultSeconds ?? 0) }) else { return nil }
    return "\(late.count) of \(own.count) runs were late, at worst \(worst.lateness ?? "")"
      + (options.countsLate ? ", and count all the same" : ", and count as failures")
  }

  private func disturbed(_ own: [RunRecord]) -> String? {
    let disturbed = own.filter(\.isDisturbed)
    guard let most = disturbed.compactMap(\.takenByOthers).max() else { return nil }
    return
      "others took up to \(Decimal.percent(most)) of the processors of \(disturbed.count) of \(own.count) runs, so that "
      + "they were slower than the solver is"
  }

  private func shared(_ own: [RunRecord]) -> String? {
    let shared = own.count { $0.processors == nil }
    if shared == 0 { return nil }
    return "\(shared) of \(own.count) runs were held to no processors of their own"
  }

  private func doubted(_ own: [RunRecord]) -> String? {
    let doubted = own.filter { $0.remarks != nil }
    guard let first = doubted.first, let remark = first.remarks?.first else { return nil }
    return "\(doubted.count) of \(own.count) runs have remarks, the first on \(first.run.instance), seed "
      + "\(first.run.seed): \(remark)"
  }

  private func onlyTold(_ own: [RunRecord]) -> String? {
    let told = own.filter { $0.run.external != nil && $0.trace.contains { $0.isChecked != true } }
    if told.isEmpty { return nil }
    return "of \(told.count) of \(own.count) runs the trace before the end is as the program told it, checked only not "
      + "to be better than what it handed in"
  }
}
