import Interchange

/// Stable stand-ins for ids: the same key gives the same pseudonym, and without the key nobody finds the id.
public struct Pseudonyms: Sendable {
  private let key: [UInt8]

  /// Stand-ins by a key that the user keeps; one of 16 random bytes or more.
  public init(key: [UInt8]) { self.key = key }

  /// The pseudonym of a client.
  public func client(_ id: String) -> String { "K-" + code("client", id) }

  /// The pseudonym of a staff member.
  public func staff(_ id: String) -> String { "P-" + code("staff", id) }

  /// The pseudonym of a visit.
  public func visit(_ id: String) -> String { "B-" + code("visit", id) }

  /// The pseudonym of a shift.
  public func shift(_ id: String) -> String { "A-" + code("shift", id) }

  /// The pseudonym of a group that is too small to be named.
  public func group(_ name: String) -> String { "G-" + code("group", name) }

  /// 50 bits of the keyed hash in letters and digits that are hard to confuse: two of a million ids share one with a
  /// probability of one in two thousand.
  private func code(_ table: String, _ id: String) -> String {
    let hash = SHA256.authenticationCode(of: Array("\(table)\u{0}\(id)".utf8), key: key)
    var bits = hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
    return String(
      (0..<10).map { _ in
        defer { bits >>= 5 }
        return letters[Int(bits & 31)]
      })
  }
}
