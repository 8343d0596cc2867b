import Foundation
import IntegerProgram
import Testing

@Suite struct ConcurrencyTests {
  @Test func manyTasksGetTheSerialAnswers() async throws {
    let models = (0..<8).map { seed in
      seed % 2 == 0 ? Model.facilities(8, clients: 12, seed: seed) : SolveTests.knapsack(capacity: Double(seed))
    }
    let serial = try models.map { try $0.solve() }
    try await withThrowingTaskGroup(of: [(Int, Outcome)].self) { group in
      for task in 0..<32 {
        group.addTask {
          var answers: [(Int, Outcome)] = []
          for step in 0..<4 {
            let index = (task + step) % models.count
            answers.append((index, try models[index].solve()))
          }
          return answers
        }
      }
      for try await answers in group {
        for (index, outcome) in answers {
          #expect(outcome.termination == .optimal)
          #expect(outcome.values == serial[index].values)
          #expect(outcome.nodes == serial[index].nodes)
        }
      }
    }
  }

  @Test func sessionsAndSolvesDoNotDisturbEachOther() async throws {
    let model = Model.facilities(10, clients: 15, seed: 4)
    let relaxed = try model.relaxed().objective
    let best = try #require(try model.solve().objective)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<16 {
        group.addTask {
          try LinearProgramSession.run(model) { session in
            try session.solve()
            // A run within the session's closure has a thread and memory of its own.
            #expect(try model.solve().objective == best)
            #expect(try session.solve() == .optimal)
            #expect(LinearProgramSessionTests.isClose(session.objective, relaxed))
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func aRunRepeatedGivesTheSameResult() throws {
    let model = Model.facilities(15, clients: 25, seed: 9)
    let first = try model.solve()
    for _ in 0..<3 {
      let again = try model.solve()
      #expect(again.values == first.values)
      #expect(again.nodes == first.nodes)
    }
  }

  @Test func memoryIsGivenBack() throws {
    // Each run takes some megabytes; kept, they would come to some hundred.
    let model = Model.facilities(60, clients: 100, seed: 1)
    let runs = 80
    for _ in 0..<10 { _ = try model.solve(limits: SolveLimits(seconds: 0)) }
    let before = try residentMegabytes()
    for run in 0..<runs {
      var polls = 0
      _ = try model.solve(isCancelled: {
        polls += 1
        return polls > run % 4
      })
    }
    #expect(try residentMegabytes() - before < 120)
  }

  private func residentMegabytes() throws -> Double {
    let text = String(decoding: try Data(contentsOf: URL(filePath: "/proc/self/statm")), as: UTF8.self)
    let pages = try #require(Double(text.split(separator: " ")[1]))
    return pages * 4096 / 1_048_576
  }
}
