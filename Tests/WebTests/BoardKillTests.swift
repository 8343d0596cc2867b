import Board
import Foundation
import HomeCare
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The program, ended at random moments while many send commands.
///
/// Quick by default; `SAMMA_KILLS` in the environment says how often it is to be ended (`make kill`).
@Suite struct BoardKillTests {
  private static let kills = ProcessInfo.processInfo.environment["SAMMA_KILLS"].flatMap { Int($0) } ?? 4

  @Test func whatWasSaidToBeDoneIsThereHoweverTheProgramEnded() async throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: UInt64(Self.kills))
    do {
      try await UnitBoard(folder: folder["unit"].path).take(
        SiteTests.planned.instance, SiteTests.planned.roster, as: "Eva")
    }
    let visits = SiteTests.planned.instance.visits
    var before = 1
    for _ in 0..<Self.kills {
      let program = try await RunningBoard(folder["unit"].path)
      let wait = random.pick(Array(20...400))
      let load = Task { await Self.load(program, visits: visits.count) }
      try await Task.sleep(for: .milliseconds(wait))
      program.kill()
      let done = await load.value
      // A copy, as the disk holds it at this moment.
      let copy = folder[UUID().uuidString]
      try FileManager.default.copyItem(at: folder["unit"], to: copy)
      let board = try UnitBoard(folder: copy.path)
      let (revision, plan) = (await board.state.revision, try await board.plan(1))
      #expect(revision >= before + done.count, "of \(done.count) commands some are lost")
      #expect(plan.check.isValid)
      let left = Set(plan.roster.unassigned)
      for row in done { #expect(left.contains(visits[row].id)) }
      before = revision
    }
  }

  /// Leaves visits, one after another in each of several queues, until nobody answers; those that were said to be left.
  private static func load(_ program: RunningBoard, visits: Int) async -> [Int] {
    await withTaskGroup(of: [Int].self) { group in
      let queues = 3
      for queue in 0..<queues {
        group.addTask {
          var done: [Int] = []
          for row in stride(from: queue, to: visits, by: queues) {
            // Everybody has seen everything, so that nobody is asked again.
            let answer = try? await program.post("plans/1/leave", "visit=\(row)&revision=1000000")
            guard let answer else { break }
            if answer == 303 { done.append(row) }
          }
          return done
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }
}

/// The program that serves a folder, and a browser that has come in.
final class RunningBoard: NSObject, URLSessionTaskDelegate, @unchecked Sendable {
  private let process = Process()
  private var session = URLSession.shared
  private var home = URL(filePath: "/")

  init(_ data: String, options: [String] = []) async throws {
    super.init()
    let printed = data + ".address"
    try Data().write(to: URL(filePath: printed))
    process.executableURL = BrowserTests.program
    process.arguments = ["--data", data, "--port", "0", "--user", "Eva"] + options
    process.standardOutput = FileHandle(forWritingAtPath: printed)
    try process.run()
    try await wait(for: "the address of the board") {
      try String(contentsOfFile: printed, encoding: .utf8).contains("token=")
    }
    let line = try String(contentsOfFile: printed, encoding: .utf8)
    let text = try #require(line.firstMatch(of: /http:\S+/)).output
    let address = try #require(URL(string: String(text)))
    home = try #require(URL(string: "/", relativeTo: address)?.absoluteURL)
    session = URLSession(configuration: .ephemeral, delegate: self, delegateQueue: nil)
    _ = try await session.data(from: address)
  }

  /// Sends a form; the status of the answer.
  func post(_ path: String, _ body: String) async throws -> Int {
    var request = URLRequest(url: home.appending(path: path))
    request.httpMethod = "POST"
    request.httpBody = Data(body.utf8)
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.setValue(home.absoluteString.replacing(/\/$/, with: ""), forHTTPHeaderField: "Origin")
    return (try await session.data(for: request).1 as? HTTPURLResponse)?.statusCode ?? 0
  }

  /// Ends the program at once.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Answers that lead elsewhere are answers.
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}
