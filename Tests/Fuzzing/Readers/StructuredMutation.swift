import HomeCare

/// Changes an input by what it is built of: members of JSON, cells of tables, lines of YAML, files of a bundle.
public enum StructuredMutation {
  /// An input with one to three changes, all of which follow from the generator.
  public static func mutated(_ bytes: [UInt8], _ shape: InputShape, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.int(below: 3) {
      bytes = random.chance(1, in: 8) ? garbled(bytes, &random) : changed(bytes, shape, &random)
    }
    return bytes
  }

  private static func changed(_ bytes: [UInt8], _ shape: InputShape, _ random: inout SeededGenerator) -> [UInt8] {
    switch shape {
    case .json: JSONMutation.changed(bytes, &random)
    case .table: TableMutation.changed(bytes, &random)
    case .yaml, .text: LineMutation.changed(bytes, &random)
    case .files, .archive: bundleChanged(bytes, &random)
    case .bytes: garbled(bytes, &random)
    }
  }

  /// A file of a bundle changed by what its name says it is, taken out, doubled or renamed.
  private static func bundleChanged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bundle = FileBundle(bytes)
    guard !bundle.files.isEmpty else { return garbled(bytes, &random) }
    let place = random.int(below: bundle.files.count)
    switch random.int(below: 16) {
    case 0: bundle.files.remove(at: place)
    case 1: bundle.files.append(bundle.files[place])
    case 2: bundle.files.swapAt(place, random.int(below: bundle.files.count))
    case 3: bundle.files[place].name = bundle.files[random.int(below: bundle.files.count)].name
    default:
      let file = bundle.files[place]
      let shape: InputShape =
        file.name.hasSuffix(".json")
        ? .json : file.name.hasSuffix(".xml") || file.name.hasSuffix(".rels") ? .text : .table
      bundle.files[place].bytes = changed(file.bytes, shape, &random)
    }
    return bundle.bytes
  }

  /// Bytes changed without regard to what they mean.
  static func garbled(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    guard !bytes.isEmpty else { return HostileWords.drawn(&random) }
    var bytes = bytes
    let start = random.int(below: bytes.count)
    let end = min(bytes.count, start + random.int(below: 16))
    switch random.int(below: 6) {
    case 0: bytes[start] ^= 1 << UInt8(random.int(below: 8))
    case 1: bytes[start] = UInt8(truncatingIfNeeded: random.next())
    case 2: bytes.removeSubrange(start..<end)
    case 3: bytes.insert(contentsOf: bytes[start..<end], at: random.int(below: bytes.count))
    case 4: bytes.removeSubrange(start...)
    default: bytes.replaceSubrange(start..<end, with: HostileWords.drawn(&random))
    }
    return bytes
  }
}

/// Changes of a text line by line, and of the words in a line.
enum LineMutation {
  static func changed(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let (place, other) = (random.int(below: lines.count), random.int(below: lines.count))
    switch random.int(below: 8) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[place], at: other)
    case 2: lines.swapAt(place, other)
    case 3: lines[place] = Array(repeating: 0x20, count: random.int(below: 5)) + lines[place].drop { $0 == 0x20 }
    case 4: lines[place] += lines[other]
    default: lines[place] = wordChanged(lines[place], &random)
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  /// A word of letters or digits replaced.
  private static func wordChanged(_ line: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var words: [Range<Int>] = []
    var start: Int?
    for place in 0...line.count {
      let isWord = place < line.count && !" \t:,;<>\"'=()[]{}/".utf8.contains(line[place])
      if isWord, start == nil { start = place }
      if !isWord, let first = start {
        words.append(first..<place)
        start = nil
      }
    }
    guard !words.isEmpty else { return line + HostileWords.drawn(&random) }
    var changed = line
    let word = random.pick(words)
    changed.replaceSubrange(
      word, with: random.chance(1, in: 3) ? Array(line[random.pick(words)]) : HostileWords.drawn(&random))
    return changed
  }
}
