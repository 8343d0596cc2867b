import HTTPTypes

/// Keeps requests out that do not come from a page of the board: of other sites in the same browser, or by names that others
/// let point here.
struct RequestGuard: Sendable {
  /// The names by which the board may be called, beside those of the machine itself.
  let hosts: Set<String>

  private static let own: Set<String> = ["127.0.0.1", "localhost", "[::1]"]

  /// Whether a request may be answered.
  ///
  /// - Parameters:
  ///   - authority: Host and port as the browser was told them.
  ///   - isSensitive: Whether the request changes something, or hears what others do.
  func admits(authority: String?, _ headers: HTTPFields, isSensitive: Bool) -> Bool {
    guard let authority, let host = Self.host(of: authority),
      Self.own.contains(host) || hosts.contains(host)
    else { return false }
    guard isSensitive else { return true }
    let site = headers[.fetchSite]
    if let site, site != "same-origin" { return false }
    let origin = headers[.origin]
    if let origin, origin != "http://\(authority)", origin != "https://\(authority)" { return false }
    // Every browser sends one of the two.
    return site != nil || origin != nil
  }

  /// The host of `host:port` in small letters.
  private static func host(of authority: String) -> String? {
    let name = authority.lowercased()
    if name.hasPrefix("[") { return name.firstIndex(of: "]").map { String(name[...$0]) } }
    return name.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init)
  }
}

extension HTTPField.Name {
  /// Whether a request comes from a page of the same site, by the browser's own word.
  fileprivate static let fetchSite = standing("Sec-Fetch-Site")

  /// A name that stands in the source.
  static func standing(_ name: StaticString) -> HTTPField.Name {
    guard let name = HTTPField.Name(name.description) else { preconditionFailure("\(name) is no name of a header") }
    return name
  }
}
