import Hummingbird

/// What the site knows of a request while it answers.
struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Who asks; none where nobody has come in.
  var session: Session?
  /// The secret of the session.
  var secret: String?

  init(source: Source) { coreContext = .init(source: source) }
}
