import Board
import Foundation
import HTTPTypes
import HomeCare
import Hummingbird
import Interchange
import Reports

/// The site of one unit: its routes, and whoever has come in.
public struct BoardSite: Sendable {
  /// Bytes that may be uploaded at once: 32 MB.
  static let mostUploaded = 32 << 20
  /// Bytes of any other form.
  static let mostInForm = 64 << 10

  let board: UnitBoard
  let sessions: Sessions
  private let language: Language
  private let hosts: Set<String>
  let clock: @Sendable () -> Date
  let imports = ImportNotes()

  /// A site.
  ///
  /// - Parameters:
  ///   - actor: Who works here, as the journal calls them.
  ///   - language: In which language pages are until somebody chooses another.
  ///   - hosts: Names by which browsers may call the site, beside those of the machine itself.
  ///   - clock: What time it is.
  public init(
    _ board: UnitBoard, actor: String, language: Language, hosts: Set<String> = [],
    clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.board = board
    self.language = language
    self.hosts = hosts
    self.clock = clock
    sessions = Sessions(actor: actor, language: language, clock: clock)
  }

  /// The path of the address that opens the board once.
  public func loginPath() async -> String { "/login?token=\(await sessions.newToken())" }

  // MARK: Routes

  /// What answers requests.
  func router() -> Router<SiteContext> {
    let router = Router(context: SiteContext.self)
    router.add(middleware: Gate(requests: RequestGuard(hosts: hosts), sessions: sessions, language: language))
    Assets.add(to: router)
    addSessions(to: router)
    addImports(to: router)
    addPlans(to: router)
    addDay(to: router)
    addRepairs(to: router)
    addLists(to: router)
    router.get("events") { request, context in try await events(request, context) }
    return router
  }

  private func addSessions(to router: Router<SiteContext>) {
    // For whoever watches over the machine: it tells nothing of the unit.
    router.get("healthz") { _, _ in
      let isWell = await board.isWell
      return Response(
        status: isWell ? .ok : .serviceUnavailable, headers: [.contentType: "application/json"],
        body: .init(byteBuffer: ByteBuffer(string: "{\"ok\": \(isWell)}\n")))
    }
    router.get("login") { request, _ in
      guard let token = request.uri.queryParameters["token"],
        let secret = await sessions.open(String(token))
      else {
        return Response.page(
          Frame.bare(
            language(.loginTitle), language, "<p>\(language(.loginUsed))</p><p>\(language(.loginNeeded))</p>"),
          status: .unauthorized)
      }
      var answer = Response.seeOther("/")
      answer.setCookie(
        Cookie(name: sessions.cookie, value: secret, path: "/", secure: false, httpOnly: true, sameSite: .strict))
      return answer
    }
    router.post("logout") { _, context in
      if let secret = context.secret { await sessions.end(secret) }
      return Response.page(
        Frame.bare(language(.loggedOut), language, "<p>\(language(.loginNeeded))</p>"))
    }
    router.post("language") { request, context in
      if let secret = context.secret, let session = context.session {
        await sessions.speak(session.language.other, secret)
      }
      return Response.seeOther(Self.ownPath(of: request.headers[.referer]))
    }
    router.get("") { _, _ in
      let drafts = await board.state.drafts
      return Response.seeOther(drafts.first.map { "/plans/\($0.id)/staff" } ?? "/import")
    }
  }

  /// The path of a page that a request came from; the first page where there is none.
  private static func ownPath(of referer: String?) -> String {
    guard let url = referer.flatMap({ URLComponents(string: $0) }), url.path.hasPrefix("/"), !url.path.hasPrefix("//")
    else { return "/" }
    return url.path + (url.percentEncodedQuery.map { "?\($0)" } ?? "")
  }

  // MARK: What routes share

  /// What surrounds a page.
  func frame(
    _ context: SiteContext, _ here: Frame.Place, plan id: Int? = nil, notice: BoardPhrase? = nil
  ) async throws -> Frame {
    guard let session = context.session else { throw HTTPError(.unauthorized) }
    let state = await board.state
    var frame = Frame(
      language: session.language, actor: session.actor, revision: state.revision, here: here,
      notice: notice.map { session.language($0) })
    if let id {
      frame.plan = state.plan(id)
      do { frame.figures = try await board.figures(of: id) } catch { throw HTTPError(.notFound) }
    }
    return frame
  }

  /// The plan that an address names.
  func plan(_ context: SiteContext) async throws -> (id: Int, plan: PlanInHand) {
    guard let id = context.parameters.get("plan", as: Int.self) else { throw HTTPError(.notFound) }
    do { return (id, try await board.plan(id)) } catch { throw HTTPError(.notFound) }
  }

  /// What a form says.
  func form(_ request: Request, upTo most: Int = Self.mostInForm) async throws -> Form {
    let body = try await request.body.collect(upTo: most)
    guard let form = Form(Array(buffer: body), type: request.headers[.contentType]) else {
      throw HTTPError(.badRequest)
    }
    return form
  }

  /// Who asks, and what they had seen.
  func standpoint(_ context: SiteContext, _ form: Form) throws -> Standpoint {
    guard let session = context.session, let revision = form.number("revision") else { throw HTTPError(.badRequest) }
    return Standpoint(session.actor, at: revision)
  }

  /// The answer to a command that was refused.
  func refused(
    _ refusal: PlanRefusal, _ context: SiteContext, plan id: Int?, _ action: HTML, _ form: Form, back: HTML
  ) async throws -> Response {
    let known = id.flatMap { $0 }
    var plan: PlanInHand?
    if let known { plan = try? await board.plan(known) }
    let page = RefusalPage(
      frame: try await frame(context, .other, plan: plan == nil ? nil : known), refusal: refusal, plan: plan,
      action: action, form: form, back: back)
    return Response.page(page.html, status: .conflict)
  }
}

/// What the last files that came in were taken for, by the number of the plan that they made.
actor ImportNotes {
  private var notes: [Int: [String]] = [:]

  func keep(_ told: [String], of plan: Int) { notes[plan] = told }

  func of(_ plan: Int) -> [String]? { notes[plan] }
}
