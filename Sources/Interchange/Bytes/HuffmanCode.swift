/// A prefix code of DEFLATE (RFC 1951) as a table of every 15 bits that can follow.
struct HuffmanCode {
  /// For each 15 bits, the symbol they begin with times 16 plus the length of its code; 0 where they begin with none.
  private let table: [UInt16]
  private static let longest = 15

  init(lengths: [UInt8]) throws(Gunzip.Corrupt) {
    var counts = [Int](repeating: 0, count: Self.longest + 1)
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var next = [Int](repeating: 0, count: Self.longest + 2)
    var code = 0
    for length in 1...Self.longest {
      code = (code + counts[length - 1]) << 1
      next[length] = code
      guard code + counts[length] <= 1 << length else { throw Gunzip.Corrupt(reason: "a code of too many words") }
    }
    var table = [UInt16](repeating: 0, count: 1 << Self.longest)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let word = next[Int(length)]
      next[Int(length)] += 1
      // The code's first bit is read first, and so is the lowest of the index.
      var reversed = 0
      for bit in 0..<Int(length) where word >> bit & 1 == 1 { reversed |= 1 << (Int(length) - 1 - bit) }
      for index in stride(from: reversed, to: table.count, by: 1 << Int(length)) {
        table[index] = UInt16(symbol << 4) | UInt16(length)
      }
    }
    self.table = table
  }

  @inline(__always)
  func symbol(from input: inout BitInput) throws(Gunzip.Corrupt) -> Int {
    let entry = table[Int(input.peek(Self.longest))]
    let length = Int(entry & 15)
    guard length > 0, input.has(length) else { throw Gunzip.Corrupt(reason: "bits that are no code") }
    input.drop(length)
    return Int(entry >> 4)
  }

  /// Reads the two codes of a block that brings its own.
  static func read(from input: inout BitInput) throws(Gunzip.Corrupt) -> (literals: HuffmanCode, distances: HuffmanCode)
  {
    let literalCount = Int(try input.bits(5)) + 257
    let distanceCount = Int(try input.bits(5)) + 1
    let codeCount = Int(try input.bits(4)) + 4
    var codeLengths = [UInt8](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for index in order.prefix(codeCount) { codeLengths[index] = UInt8(try input.bits(3)) }
    let code = try HuffmanCode(lengths: codeLengths)
    var lengths: [UInt8] = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try code.symbol(from: &input)
      switch symbol {
      case 0..<16: lengths.append(UInt8(symbol))
      case 16:
        guard let last = lengths.last else { throw Gunzip.Corrupt(reason: "a repeat of nothing") }
        lengths += [UInt8](repeating: last, count: 3 + Int(try input.bits(2)))
      case 17: lengths += [UInt8](repeating: 0, count: 3 + Int(try input.bits(3)))
      default: lengths += [UInt8](repeating: 0, count: 11 + Int(try input.bits(7)))
      }
    }
    guard lengths.count == literalCount + distanceCount else {
      throw Gunzip.Corrupt(reason: "a code of too many words")
    }
    return (
      try HuffmanCode(lengths: Array(lengths[..<literalCount])),
      try HuffmanCode(lengths: Array(lengths[literalCount...]))
    )
  }

  /// The codes of blocks that bring none.
  static let fixedLiterals = fixed(
    [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
      + [UInt8](repeating: 8, count: 8))
  static let fixedDistances = fixed([UInt8](repeating: 5, count: 30))

  private static func fixed(_ lengths: [UInt8]) -> HuffmanCode {
    guard let code = try? HuffmanCode(lengths: lengths) else { preconditionFailure("the fixed codes are sound") }
    return code
  }

  /// The shortest length of each length code, and how many bits follow it.
  static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  static let lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
  /// The shortest distance of each distance code, and how many bits follow it.
  static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
}
