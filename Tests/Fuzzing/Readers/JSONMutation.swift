import HomeCare

/// Changes of a JSON text by its values and members.
enum JSONMutation {
  static func changed(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let values = spans(bytes)
    guard !values.isEmpty else { return StructuredMutation.garbled(bytes, &random) }
    var changed = bytes
    let value = random.pick(values)
    switch random.int(below: 8) {
    case 0: changed.removeSubrange(withComma(value, bytes))
    case 1: changed.insert(contentsOf: [0x2C] + bytes[value], at: value.upperBound)
    case 2, 3: changed.replaceSubrange(value, with: bytes[random.pick(values)])
    case 4: changed.replaceSubrange(value, with: [0x5B] + bytes[value] + [0x5D])
    default: changed.replaceSubrange(value, with: HostileWords.jsonValue(&random))
    }
    return changed
  }

  /// A value with the comma before or after it.
  private static func withComma(_ value: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (value.lowerBound, value.upperBound)
    while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
    if end < bytes.count, bytes[end] == 0x2C { return value.lowerBound..<end + 1 }
    while start > 0, bytes[start - 1] <= 0x20 { start -= 1 }
    return start > 0 && bytes[start - 1] == 0x2C ? start - 1..<value.upperBound : value
  }

  /// Where values and whole members, a key with its value, lie; of a text that is no JSON those that can be told.
  private static func spans(_ bytes: [UInt8]) -> [Range<Int>] {
    var (spans, open): ([Range<Int>], [Int]) = ([], [])
    var (place, key): (Int, Int?) = (0, nil)
    func end(_ span: Range<Int>) {
      spans.append(span)
      if let first = key, first < span.lowerBound, bytes[first..<span.lowerBound].contains(0x3A) {
        spans.append(first..<span.upperBound)
      }
    }
    while place < bytes.count {
      let start = place
      switch bytes[place] {
      case 0x7B, 0x5B:
        open.append(place)
        place += 1
      case 0x7D, 0x5D:
        place += 1
        if let first = open.popLast() { spans.append(first..<place) }
      case 0x22:
        place += 1
        while place < bytes.count, bytes[place] != 0x22 { place += bytes[place] == 0x5C ? 2 : 1 }
        place = min(bytes.count, place + 1)
        let next = bytes[place...].first { $0 > 0x20 }
        if next == 0x3A { key = start } else { end(start..<place) }
      case 0x2C:
        key = nil
        place += 1
      case ...0x20, 0x3A: place += 1
      default:
        while place < bytes.count, bytes[place] > 0x20, !",:{}[]\"".utf8.contains(bytes[place]) { place += 1 }
        end(start..<place)
      }
    }
    return spans
  }
}
