import Foundation
import Reports

/// Somebody who has come in.
struct Session: Sendable {
  /// Who acts.
  let actor: String
  /// In which language pages are.
  var language: Language
  /// When it was last used.
  fileprivate(set) var used: Date
}

/// Who has come in, and by which address others may.
///
/// All of it is forgotten when the program ends.
actor Sessions {
  /// Seconds after which a session ends that nobody uses: a working day.
  static let idleSeconds = 12.0 * 3600

  /// What the cookie is called; another name for each program, since browsers keep cookies apart by host but not by port.
  nonisolated let cookie = "samma_" + Secret.make().prefix(8)

  private let actor: String
  private let language: Language
  private let clock: @Sendable () -> Date
  private var token: String?
  private var sessions: [String: Session] = [:]

  init(actor: String, language: Language, clock: @escaping @Sendable () -> Date) {
    (self.actor, self.language, self.clock) = (actor, language, clock)
  }

  /// A token that opens the board once; one that was made before opens nothing any more.
  func newToken() -> String {
    let made = Secret.make()
    token = made
    return made
  }

  /// The secret of a new session for whoever brings the token; `nil` where it is wrong or has been used.
  func open(_ given: String) -> String? {
    guard let token, Secret.areEqual(token, given) else { return nil }
    self.token = nil
    let secret = Secret.make()
    sessions[secret] = Session(actor: actor, language: language, used: clock())
    return secret
  }

  /// The session of a secret, which is thereby in use.
  func session(_ secret: String?) -> Session? {
    let now = clock()
    sessions = sessions.filter { now.timeIntervalSince($0.value.used) < Self.idleSeconds }
    guard let secret, var session = sessions[secret] else { return nil }
    session.used = now
    sessions[secret] = session
    return session
  }

  /// Sets the language of a session.
  func speak(_ language: Language, _ secret: String) { sessions[secret]?.language = language }

  /// Ends a session.
  func end(_ secret: String) { sessions[secret] = nil }
}
