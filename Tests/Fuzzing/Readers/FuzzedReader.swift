import Files
import Foundation
import HomeCare

/// A reader of files from outside, as a function from bytes to nothing: it answers, or refuses by an error.
public struct FuzzedReader: Sendable {
  /// What the fuzzer and the corpus call it.
  public let name: String
  /// How its input is built.
  public let shape: InputShape
  let read: @Sendable (_ bytes: [UInt8], _ folder: ScratchFolder) throws -> Void

  /// A promise that a reader did not keep.
  public struct BrokenPromise: Error, CustomStringConvertible {
    /// What was found.
    public let description: String

    init(_ description: String) { self.description = description }
  }

  /// Reads an input and holds the reader to its promises: an answer, or a refusal that names every problem in one line.
  ///
  /// - Throws: `BrokenPromise`; whatever else the reader refuses with is as it should be.
  public func run(_ bytes: [UInt8], in folder: ScratchFolder) throws(BrokenPromise) {
    do {
      try read(bytes, folder)
    } catch let error as InputError {
      try expectTold(error.problems.prefix(200).map { ($0.found, $0.expected, $0.description) })
    } catch let error as InvalidChanges {
      // These get their places in a file by whoever read it, and are put into lines then.
      try expectTold(error.problems.prefix(200).map { ($0.found, $0.expected, "") })
    } catch let error as BrokenPromise {
      throw error
    } catch {
      if "\(error)".isEmpty { throw BrokenPromise("an error without words") }
    }
  }

  private func expectTold(_ problems: [(found: String, expected: String, line: String)]) throws(BrokenPromise) {
    if problems.isEmpty { throw BrokenPromise("a refusal without a problem") }
    for problem in problems
    where problem.found.isEmpty || problem.expected.isEmpty || problem.line.contains("\n") {
      throw BrokenPromise(
        "a problem that does not tell what was found and expected in a line: \(problem.found), \(problem.expected)")
    }
  }

  /// The reader of a name.
  public static func named(_ name: String) -> FuzzedReader? { all.first { $0.name == name } }

  /// All readers, by the order of their names.
  public static let all: [FuzzedReader] =
    (ofInstances + ofSettings + ofLogs + ofNeeds + ofPublicSets + ofExperiments).sorted { $0.name < $1.name }
}

/// A folder of memory, where there is one, for readers that take paths.
public final class ScratchFolder: Sendable {
  let path: String

  /// Makes it, with a name of its own.
  public init() throws {
    let memory = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: memory) ? memory : FileManager.default.temporaryDirectory.path
    path = "\(parent)/samma-fuzzing-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes one file and gives its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// Writes the files of a bundle into a folder that has no others, and gives its path.
  func folder(of bundle: FileBundle) throws -> String {
    let folder = "\(path)/folder"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, bytes) in bundle.files.prefix(32) {
      let plain = String(name.unicodeScalars.filter { CharacterSet.alphanumerics.union(["."]).contains($0) }.prefix(40))
      try? Data(bytes).write(
        to: URL(filePath: "\(folder)/\(plain.isEmpty || plain.hasPrefix(".") ? "x\(plain)" : plain)"))
    }
    return folder
  }
}
