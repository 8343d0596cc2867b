import CGLPK
import Testing

@testable import IntegerProgram

/// GLPK ends the process when a call goes wrong; these tests would not survive it.
@Suite struct GuardTests {
  private func onGLPK<Value>(_ body: () throws -> Value) throws -> Value {
    try SolverThread.run {
      let watch = StopWatch(seconds: nil, isCancelled: nil)
      try GLPKEnvironment.open(watch)
      defer { withExtendedLifetime(watch) { GLPKEnvironment.close() } }
      return try body()
    }
  }

  @Test func aFailedAssertionBecomesAnError() throws {
    try onGLPK {
      #expect(throws: Interruption.self) { try GLPKEnvironment.check(cglpk_provoke_failure()) }
      let message = String(cString: cglpk_message())
      #expect(message.contains("cglpk.c"))
    }
  }

  @Test func aRefusedArgumentBecomesAnError() throws {
    for duplicate in [false, true] {
      try onGLPK {
        let problem = try GLPKProblem(SolveTests.knapsack(capacity: 8))
        let ending =
          duplicate
          ? cglpk_load_matrix(problem.handle, 2, [0, 1, 1], [0, 1, 1], [0, 1, 1])
          : cglpk_set_row(problem.handle, 1, 1, [0, 99], [0, 1])
        #expect(Int(ending) == CGLPK_FAILED)
      }
    }
  }

  @Test func theThreadCanUseGLPKAgainAfterAFailure() throws {
    try SolverThread.run {
      let watch = StopWatch(seconds: nil, isCancelled: nil)
      for _ in 0..<100 {
        try GLPKEnvironment.open(watch)
        _ = try GLPKProblem(SolveTests.knapsack(capacity: 8))
        #expect(Int(cglpk_provoke_failure()) == CGLPK_FAILED)
        GLPKEnvironment.close()
      }
      try GLPKEnvironment.open(watch)
      let problem = try GLPKProblem(SolveTests.knapsack(capacity: 8))
      #expect(try problem.simplex(primal: true) == .optimal)
      GLPKEnvironment.close()
    }
  }

  @Test func aFailureWithinACallbackEndsTheRunWithWhatWasFound() throws {
    var calls = 0
    let outcome = try Model.facilities(12, clients: 16, seed: 3).solve(isCancelled: {
      calls += 1
      if calls == 2 { _ = cglpk_provoke_failure() }
      return false
    })
    guard case .solverFailed(let text) = outcome.termination else {
      Issue.record("ended with \(outcome.termination)")
      return
    }
    #expect(text.contains("cglpk.c"))
  }

  @Test func aSessionIsOverAfterAFailure() throws {
    try LinearProgramSession.run(LinearProgramSessionTests.diet) { session in
      try session.solve()
      var errors: [IntegerProgramError] = []
      do {
        try session.guarded { _ throws(Interruption) in try GLPKEnvironment.check(cglpk_provoke_failure()) }
      } catch let error as IntegerProgramError { errors.append(error) }
      do { try session.solve() } catch let error as IntegerProgramError { errors.append(error) }
      do { try session.addRow([]) } catch let error as IntegerProgramError { errors.append(error) }
      #expect(errors.count == 3)
      #expect(Array(errors.dropFirst()) == [.sessionOver, .sessionOver])
    }
  }

  @Test func eachReturnCodeIsTheHeadersOwn() {
    let header: [ReturnCode: Int32] = [
      .success: 0, .invalidBasis: GLP_EBADB, .singularBasis: GLP_ESING, .illConditionedBasis: GLP_ECOND,
      .invalidBounds: GLP_EBOUND, .failure: GLP_EFAIL, .lowerObjectiveLimit: GLP_EOBJLL,
      .upperObjectiveLimit: GLP_EOBJUL, .iterationLimit: GLP_EITLIM, .timeLimit: GLP_ETMLIM,
      .noPrimalFeasible: GLP_ENOPFS, .noDualFeasible: GLP_ENODFS, .noRootOptimum: GLP_EROOT,
      .stoppedByCallback: GLP_ESTOP, .gapReached: GLP_EMIPGAP, .noFeasible: GLP_ENOFEAS,
      .noConvergence: GLP_ENOCVG, .unstable: GLP_EINSTAB, .invalidData: GLP_EDATA, .outOfRange: GLP_ERANGE,
    ]
    #expect(header.count == ReturnCode.allCases.count)
    for (code, value) in header { #expect(code.rawValue == value) }
    #expect(ReturnCode.meaning(of: 77) == .failed("GLPK returned the unknown code 77"))
  }
}
