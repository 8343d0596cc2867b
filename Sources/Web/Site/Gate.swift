import HTTPTypes
import Hummingbird
import Reports

/// Lets in who may come in, and says with every answer what browsers may do with it.
struct Gate: RouterMiddleware {
  typealias Context = SiteContext

  let requests: RequestGuard
  let sessions: Sessions
  /// In which language those are answered who have not come in.
  let language: Language

  /// What anybody may ask for: it tells nothing of the unit.
  private static func isOpen(_ path: String) -> Bool {
    path == "/login" || path == "/healthz" || path.hasPrefix("/assets/")
  }

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    let isRead = request.method == .get || request.method == .head
    guard
      requests.admits(
        authority: request.head.authority, request.headers, isSensitive: !isRead || path == "/events")
    else {
      return Self.closed(
        Response.page(
          Frame.bare(language(.refusedTitle), language, "<p>\(language(.foreignRequest))</p>"), status: .forbidden))
    }
    var context = context
    let secret = request.cookies[sessions.cookie]?.value
    context.session = await sessions.session(secret)
    context.secret = secret
    if context.session == nil && !Self.isOpen(path) {
      return Self.closed(
        Response.page(
          Frame.bare(language(.loginTitle), language, "<p>\(language(.loginNeeded))</p>"), status: .unauthorized))
    }
    let spoken = context.session?.language ?? language
    do {
      return Self.closed(try await next(request, context))
    } catch let error as HTTPError where error.status == .notFound {
      return Self.closed(
        Response.page(
          Frame.bare(spoken(.refusedTitle), spoken, "<p>\(spoken(.notFound))</p>"), status: .notFound))
    } catch let error as HTTPError where error.status == .contentTooLarge {
      let most = BoardSite.mostUploaded >> 20
      return Self.closed(
        Response.page(
          Frame.bare(spoken(.refusedTitle), spoken, "<p>\(spoken(.tooLarge, most))</p>"), status: .contentTooLarge))
    } catch let error as HTTPError where error.status == .badRequest {
      return Self.closed(
        Response.page(
          Frame.bare(spoken(.refusedTitle), spoken, "<p>\(spoken(.badForm))</p>"), status: .badRequest))
    }
  }

  /// What pages may load: nothing but the board's own files, and no script or style that stands in a page.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  /// The answer with what browsers must know of every one.
  private static func closed(_ answer: Response) -> Response {
    var answer = answer
    let standing: [(HTTPField.Name, String)] = [
      (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"), (.cacheControl, "no-store"),
      (.standing("Referrer-Policy"), "same-origin"),
      (.standing("X-Frame-Options"), "DENY"),
      (.standing("Cross-Origin-Opener-Policy"), "same-origin"),
      (.standing("Cross-Origin-Resource-Policy"), "same-origin"),
    ]
    for (name, value) in standing where answer.headers[name] == nil { answer.headers[name] = value }
    return answer
  }
}

extension Response {
  /// A page.
  static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: html)))
  }

  /// A page to be printed, which carries its style with it and runs nothing.
  static func sheet(_ html: String) -> Response {
    var answer = page(html)
    answer.headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox allow-modals"
    return answer
  }

  /// A file.
  static func file(_ bytes: [UInt8], type: String, name: String? = nil) -> Response {
    var headers: HTTPFields = [.contentType: type]
    if let name { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// The way to another page, after something was done.
  static func seeOther(_ address: String) -> Response {
    Response(status: .seeOther, headers: [.location: address])
  }
}
