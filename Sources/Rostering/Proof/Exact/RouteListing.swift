import Foundation
import Synchronization

/// Lists the routes of every shift, spread over the cores.
struct RouteListing {
  private let problem: CompiledProblem
  private let table: ExactTasks
  private let links: TimedLinks
  private let mostLabels: Int
  private let mostRoutes: Int

  /// - Parameters:
  ///   - labels: most partial routes of one shift.
  ///   - routes: most routes in all.
  init(_ problem: CompiledProblem, _ table: ExactTasks, links: TimedLinks, labels: Int, routes: Int) {
    self.problem = problem
    self.table = table
    self.links = links
    mostLabels = labels
    mostRoutes = routes
  }

  /// The routes of each shift; `nil` where they are too many or `watch` says stop.
  func routes(watch: ExactWatch) -> [ExactRoutes]? {
    let listed = Atomic<Int>(0)
    let all = [ExactRoutes?](unsafeUninitializedCapacity: problem.shiftCount) { buffer, initialized in
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: problem.shiftCount) { shift in
        let isFull = listed.load(ordering: .relaxed) > mostRoutes
        let found =
          isFull
          ? nil
          : RouteEnumerator.routes(of: ShiftRow(shift), table, problem, links: links, limit: mostLabels, watch: watch)
        listed.add(found?.count ?? mostRoutes + 1, ordering: .relaxed)
        slots.initializeElement(at: shift, to: found)
      }
      initialized = problem.shiftCount
    }
    let found = all.compactMap { $0 }
    return found.count == all.count && listed.load(ordering: .relaxed) <= mostRoutes ? found : nil
  }
}
