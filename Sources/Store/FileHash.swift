import Files

/// What a kept file is called: the SHA-256 of its bytes, in hexadecimal.
///
/// The same bytes have the same name, so that a file is kept once however many events speak of it.
public struct FileHash: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The 64 digits.
  public let rawValue: String

  /// Takes the digits as they stand.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The name of some bytes.
  public init(of bytes: [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    rawValue = String(
      decoding: SHA256.digest(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digits.
  public var description: String { rawValue }
}
