import Foundation
import HomeCare
import TestLibFuzzer
import TestReaders

/// Fuzzes one reader: `fuzz READER`, and then what libFuzzer is told; `--list` tells the readers and their dictionaries,
/// `--seeds READER FOLDER` writes what is made to begin with.
@main
enum Fuzzing {
  private static let chosen: FuzzedReader = {
    let name = CommandLine.arguments.dropFirst().first ?? ""
    guard let reader = FuzzedReader.named(name) else {
      let names = FuzzedReader.all.map(\.name).joined(separator: " ")
      FileHandle.standardError.write(Data("fuzz: found \"\(name)\"; expected one of \(names)\n".utf8))
      exit(2)
    }
    return reader
  }()

  private static let folder: ScratchFolder = {
    guard let folder = try? ScratchFolder() else { preconditionFailure("no folder for files can be made") }
    return folder
  }()

  static func main() throws {
    switch CommandLine.arguments.dropFirst().first {
    case "--list": for reader in FuzzedReader.all { print(reader.name, reader.shape.dictionary) }
    case "--seeds": try writeSeeds(CommandLine.arguments[2], to: CommandLine.arguments[3])
    default: run()
    }
  }

  /// Writes the inputs that are made for a reader.
  private static func writeSeeds(_ name: String, to folder: String) throws {
    for (number, seed) in (FuzzedReader.madeInputs[name] ?? []).enumerated() {
      try Data(seed).write(to: URL(filePath: "\(folder)/made-\(number)"))
    }
  }

  private static func run() {
    _ = chosen
    // The reader's name is none of the fuzzer's arguments.
    var arguments: [UnsafeMutablePointer<CChar>?] =
      ([CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)).map { strdup($0) }
    var count = CInt(arguments.count)
    arguments.append(nil)
    let status = arguments.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      return LLVMFuzzerRunDriver(&count, &start) { bytes, size in readInput(bytes, size) }
    }
    exit(status)
  }

  fileprivate static func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    do {
      try chosen.run(Array(bytes), in: folder)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Changes an input: mostly by what it is built of, else byte by byte.
  static func mutate(_ bytes: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int, _ seed: UInt32) -> Int {
    var random = SeededGenerator(seed: UInt64(seed))
    if random.chance(1, in: 4) { return LLVMFuzzerMutate(bytes, size, most) }
    let sound = Array(UnsafeBufferPointer(start: bytes, count: size))
    let changed = StructuredMutation.mutated(sound, chosen.shape, &random).prefix(most)
    for (place, byte) in changed.enumerated() { bytes[place] = byte }
    return changed.count
  }
}

/// What libFuzzer calls with each input; its own way to begin, which is linked in but not taken, asks for it by this name.
@_cdecl("LLVMFuzzerTestOneInput")
public func readInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  Fuzzing.read(UnsafeBufferPointer(start: bytes, count: size))
  return 0
}

/// What libFuzzer calls to change an input.
@_cdecl("LLVMFuzzerCustomMutator")
public func changeInput(_ bytes: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int, _ seed: UInt32) -> Int {
  Fuzzing.mutate(bytes, size, most, seed)
}
