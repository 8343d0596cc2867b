import Foundation
import HomeCare
import Interchange
import Rostering

/// Says what came of a run: its rosters checked, its trace held against them.
///
/// Ours are judged as others are. What counts is the best valid roster that was there in time, be it the last or one that
/// was handed in before; where none was, the last counts, and is late.
struct RunJudge {
  /// A valid roster and when it was there.
  private struct Answer {
    var seconds: Double
    var score: Score
    var roster: Roster
    var isLast: Bool
  }

  private let run: RunSpec
  private let checker: RosterChecker

  /// - Throws: Where the instance cannot be read, or is no longer the one that was listed.
  init(_ run: RunSpec) throws {
    guard try InstanceHash.hexadecimal(of: run.file) == run.sha256 else {
      throw ExperimentProblem("\(run.file) changed after the experiment was listed")
    }
    self.run = run
    checker = RosterChecker(try InstanceSource(argument: run.file).read())
  }

  /// Fills in what is to be said of a run.
  func judge(_ ending: SolverProcess.Ending, roster path: String, _ record: inout RunRecord) throws {
    var remarks: [String] = []
    var (answers, failure) = (snapshots(ending, &remarks), failure(of: ending))
    if failure == nil {
      do {
        answers.append(try answer(try Roster(answer: path), at: ending.seconds, isLast: true))
      } catch {
        failure = "\(error)"
      }
    }
    var trace = ending.trace
    trace.settle(answers.sorted { $0.seconds < $1.seconds }.map(moment))
    let inTime = answers.filter { run.budget.isKept(after: $0.seconds) }
    let best = (inTime.isEmpty ? answers : inTime).min { ($0.score.total, $0.seconds) < ($1.score.total, $1.seconds) }
    if let best {
      fill(&record, from: best)
      if let failure { remarks.append("\(failure); the best roster handed in before counts") }
      if failure == nil && !best.isLast { remarks.append("a roster handed in before the last one counts") }
    } else {
      record.failure = String((failure ?? "no roster").prefix(1000))
    }
    record.trace = trace.moments
    remarks += trace.remarks
    record.remarks = remarks.isEmpty ? nil : remarks
    record.end = end(ending, record)
  }

  private func failure(of ending: SolverProcess.Ending) -> String? {
    let words = ending.trace.lastWords
    return ending.failure.map { words.isEmpty ? $0 : "\($0): \(words)" }
  }

  /// The valid ones of the rosters that were handed in while the solver ran.
  private func snapshots(_ ending: SolverProcess.Ending, _ remarks: inout [String]) -> [Answer] {
    var answers: [Answer] = []
    var refused: [String] = []
    for snapshot in ending.snapshots {
      do {
        let roster = try Roster(json: snapshot.bytes, file: snapshot.name)
        answers.append(try answer(roster, at: snapshot.seconds, isLast: false))
      } catch {
        refused.append("\(error)")
      }
    }
    if let first = refused.first {
      remarks.append(
        "\(refused.count) of \(ending.snapshots.count) rosters handed in are refused (\(first.prefix(200)))")
    }
    if ending.passedOver > 0 {
      remarks.append("\(ending.passedOver) rosters handed in could not be kept to be checked")
    }
    return answers
  }

  private func answer(_ roster: Roster, at seconds: Double, isLast: Bool) throws -> Answer {
    var roster = roster
    // What another program says of its roster is not asked; what `samma` says must be right.
    if run.external != nil || !isLast { roster = try roster.judged(by: checker) }
    let check = checker.check(roster)
    guard check.isValid else { throw SolverFailure.invalid(check.violations) }
    return Answer(seconds: seconds, score: check.score, roster: roster, isLast: isLast)
  }

  private func moment(_ answer: Answer) -> RunTrace.Moment {
    RunTrace.Moment(
      seconds: answer.seconds, iterations: answer.roster.solve?.iterations, total: answer.score.total,
      distinct: answer.score[.distinct], unassigned: answer.score[.unassigned], isChecked: true)
  }

  private func fill(_ record: inout RunRecord, from answer: Answer) {
    record.resultSeconds = answer.seconds
    record.score = Dictionary(uniqueKeysWithValues: answer.score.parts.map { ($0.name, answer.score[$0]) })
      .merging(["total": answer.score.total]) { $1 }
    guard let solve = answer.roster.solve else { return }
    record.status = solve.status.rawValue
    record.bound = RunRecord.Bound(
      total: solve.lowerBound, distinct: solve.distinctBound, unassigned: solve.unassignedBound)
    record.iterations = solve.iterations
    record.evaluatedMoves = solve.evaluatedMoves
    if let moves = solve.evaluatedMoves, let seconds = solve.seconds, seconds > 0 {
      record.movesPerSecond = (Double(moves) / seconds).rounded()
    }
  }

  private func end(_ ending: SolverProcess.Ending, _ record: RunRecord) -> RunEnd {
    if ending.isLate { return .ended }
    if ending.failure != nil { return .failed }
    if record.status == SolveSummary.Status.optimal.rawValue { return .settled }
    if let most = run.iterations, let made = record.iterations, made >= most { return .iterations }
    if let seconds = run.seconds, ending.seconds >= seconds { return .timeUp }
    return .byItself
  }
}
