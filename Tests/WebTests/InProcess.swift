import HTTPTypes
import Hummingbird
import Logging
import NIOEmbedded
import Synchronization

@testable import Web

/// Asks a site's routes without a network.
struct InProcess: Sendable {
  private let respond: @Sendable (Request) async -> Response

  /// What a site answered.
  struct Answer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  init(_ site: BoardSite) {
    let responder = site.router().buildResponder()
    respond = { request in
      do {
        let source = ApplicationRequestContextSource(
          channel: NIOAsyncTestingChannel(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try await responder.respond(to: request, context: SiteContext(source: source))
      } catch {
        return Response(status: .internalServerError)
      }
    }
  }

  func ask(
    _ path: String, _ method: HTTPRequest.Method = .get, _ headers: HTTPFields = [:], body: [UInt8] = [],
    host: String = "localhost"
  ) async throws -> Answer {
    let request = Request(
      head: HTTPRequest(
        method: method, scheme: "http", authority: host, path: path, headerFields: headers),
      body: RequestBody(buffer: ByteBuffer(bytes: body)))
    let answer = await respond(request)
    let writer = Collected()
    try await answer.body.write(writer)
    return Answer(status: answer.status, headers: answer.headers, bytes: writer.bytes.withLock { $0 })
  }

  /// Collects what an answer's body writes.
  private final class Collected: ResponseBodyWriter, Sendable {
    let bytes = Mutex<[UInt8]>([])

    func write(_ buffer: ByteBuffer) async throws {
      bytes.withLock { $0 += Array(buffer: buffer) }
    }

    func finish(_ trailers: HTTPFields?) async throws {}
  }
}
