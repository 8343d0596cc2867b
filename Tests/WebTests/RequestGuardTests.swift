import HTTPTypes
import Testing

@testable import Web

/// Only the board's own pages may change something or listen.
@Suite struct RequestGuardTests {
  private static let own = RequestGuard(hosts: ["board.norr.example"])

  private static func headers(origin: String? = nil, site: String? = nil) -> HTTPFields {
    var headers = HTTPFields()
    headers[.origin] = origin
    headers[.standing("Sec-Fetch-Site")] = site
    return headers
  }

  @Test(arguments: ["127.0.0.1:8345", "localhost", "[::1]:80", "LOCALHOST:1", "board.norr.example"])
  func theMachineAndItsNamesAreKnown(_ authority: String) {
    #expect(Self.own.admits(authority: authority, [:], isSensitive: false))
  }

  @Test(arguments: [
    "evil.example", "127.0.0.1.evil.example:8345", "localhost.evil.example", "", "127.0.0.1@evil.example",
    "192.168.0.2",
  ]) func aForeignNameIsNot(_ authority: String) {
    #expect(!Self.own.admits(authority: authority, Self.headers(site: "same-origin"), isSensitive: false))
    #expect(!Self.own.admits(authority: nil, [:], isSensitive: false))
  }

  @Test func whatChangesSomethingMustComeFromTheSameOrigin() {
    func admits(_ headers: HTTPFields) -> Bool {
      Self.own.admits(authority: "127.0.0.1:8345", headers, isSensitive: true)
    }
    #expect(admits(Self.headers(site: "same-origin")))
    #expect(admits(Self.headers(origin: "http://127.0.0.1:8345")))
    #expect(admits(Self.headers(origin: "http://127.0.0.1:8345", site: "same-origin")))
    for headers in [
      [:], Self.headers(site: "cross-site"), Self.headers(site: "same-site"), Self.headers(site: "none"),
      Self.headers(origin: "http://127.0.0.1:3000"), Self.headers(origin: "null"),
      Self.headers(origin: "http://evil.example"),
      Self.headers(origin: "http://evil.example", site: "same-origin"),
      Self.headers(origin: "http://127.0.0.1:8345", site: "cross-site"),
    ] { #expect(!admits(headers), "\(headers)") }
  }
}
