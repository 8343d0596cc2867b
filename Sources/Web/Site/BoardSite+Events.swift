import Board
import Foundation
import HTTPTypes
import Hummingbird
import Reports

extension BoardSite {
  /// Seconds after which a stream says that it is still there.
  private static let beat = 15

  /// What happens, as it happens (server-sent events of HTML's standard).
  func events(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let session = context.session else { throw HTTPError(.unauthorized) }
    let language = session.language
    let notices = await board.notices()
    let revision = await board.state.revision
    let beats = AsyncStream<Void> { continuation in
      let task = Task {
        while !Task.isCancelled {
          try? await Task.sleep(for: .seconds(Self.beat))
          continuation.yield()
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
    return Response(
      status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8"],
      body: ResponseBody { writer in
        let lines = AsyncStream<String> { continuation in
          continuation.yield(Self.event("revision", "\(revision)"))
          let told = Task {
            for await notice in notices { continuation.yield(Self.line(notice, language)) }
            continuation.finish()
          }
          let beating = Task { for await _ in beats { continuation.yield(": \n\n") } }
          continuation.onTermination = { _ in
            told.cancel()
            beating.cancel()
          }
        }
        try await request.body.consumeWithCancellationOnInboundClose { _ in
          for await line in lines { try await writer.write(ByteBuffer(string: line)) }
        }
        try await writer.finish(nil)
      })
  }

  private static func event(_ name: String, _ data: String) -> String { "event: \(name)\ndata: \(data)\n\n" }

  private static func line(_ notice: BoardNotice, _ language: Language) -> String {
    switch notice {
    case .revision(let revision): return event("revision", "\(revision)")
    case .run(let status):
      let told = RunNotice(
        text: PlansPage.text(status, language), percent: PlansPage.percent(status), goesOn: status.goesOn)
      let data = (try? JSONEncoder().encode(told)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
      return event("run", data)
    }
  }

  /// What an open page is told of a run.
  private struct RunNotice: Encodable {
    let text: String
    let percent: Int
    let goesOn: Bool
  }
}
