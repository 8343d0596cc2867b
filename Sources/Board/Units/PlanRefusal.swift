import HomeCare
import Interchange
import Rostering
import Store

/// Why the board did not do what somebody asked for; nothing has changed.
public indirect enum PlanRefusal: Error, Sendable {
  /// Others have changed the plan since; what they did, and what would stand in the way now. Where nothing would, it
  /// can be asked for again.
  case stale(meanwhile: [JournalEntry], now: PlanRefusal?)
  /// There is no such plan, or it was put away.
  case noPlan(Int)
  /// The question about the visit has no answer: no such visit, or nobody such serves it.
  case noAnswer(VisitQuestionError)
  /// A rule stands in the way, and no exception could allow it.
  case blocked(StaffID, Obstacle?)
  /// It would take exceptions, for which somebody has to give a reason.
  case needsReason([RuleException])
  /// The roster would break rules.
  case breaksRules([Violation])
  /// The instance would not be sound, or what has happened does not fit it.
  case unsound([InstanceProblem])
  /// The plan has other visits, shifts or people than when the page was made, so that what it names is not certain.
  case reshaped
  /// The repair is kept no longer, or has no such option.
  case noRepair
  /// Accepted changes of a repair do not go without others.
  case needsOthers([PartOfChanges.Dependence])
  /// What is to be taken back is no change, or is taken back already.
  case nothingToUndo
  /// Later changes build on what is to be taken back.
  case builtUpon(by: [JournalEntry])
  /// A run goes on already.
  case runGoesOn
  /// The run could not be made.
  case noRun(String)
  /// The store could not keep it.
  case store(StoreError)
  /// What is kept does not make sense.
  case damaged(String)
}
