import Files

/// Text that nobody can guess.
enum Secret {
  /// Random text of letters and digits: 256 bits by the system's generator.
  static func make() -> String {
    let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var generator = SystemRandomNumberGenerator()
    return String(
      decoding: (0..<52).map { _ in digits[Int(generator.next(upperBound: UInt64(digits.count)))] }, as: UTF8.self)
  }

  /// Whether two secrets are the same, in a time that does not tell how much of them is.
  static func areEqual(_ first: String, _ second: String) -> Bool {
    let (first, second) = (SHA256.digest(of: Array(first.utf8)), SHA256.digest(of: Array(second.utf8)))
    return zip(first, second).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
