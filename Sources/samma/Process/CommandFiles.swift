import Foundation
import Interchange

/// A command or a group of options that names files.
protocol FileUser: SendableMetatype {
  /// Lists every file that the arguments name, each under its option; files named by other files are none of them.
  func list(_ files: inout CommandFiles)
}

/// The files that a command was given to read and to write.
///
/// They are compared before any is touched: a command never writes over what it reads, nor twice to one place, whatever
/// links and spellings lead there.
struct CommandFiles {
  /// A file that is read.
  struct Input {
    let option: String
    /// As the user named it, or where a folder was named the file in it.
    let path: String
    let identity: FileIdentity
  }

  /// A file or a folder that is written.
  struct Output {
    let option: String
    let path: String
    let identity: FileIdentity?
    /// The end of the names of files that are written into it, where it is a folder.
    var ending: String?
  }

  private(set) var inputs: [Input] = []
  private(set) var outputs: [Output] = []
  /// Outputs that must be possible before the work begins.
  private var tried: [(option: String, path: String)] = []

  /// The files of a command's arguments.
  init(of command: some FileUser) { command.list(&self) }

  // MARK: - What commands say of their files

  /// A file that is read, standard input where the path is `-`, or a folder of which files are read.
  ///
  /// - Parameter endings: Those of the names of the files that are read in a folder.
  mutating func reads(_ option: String, _ path: String?, endings: [String] = ["csv"]) {
    guard let path else { return }
    guard let identity = path == "-" ? FileIdentity(descriptor: 0) : FileIdentity(path) else { return }
    inputs.append(Input(option: option, path: path, identity: identity))
    guard path != "-", FileBytes.place(of: path) == .folder else { return }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where endings.contains(where: { name.lowercased().hasSuffix("." + $0) }) {
      reads(option, FileBytes.folder(path) + "/" + name)
    }
  }

  /// A folder of which some files are read: those of the parts named, and those in parts that are folders.
  mutating func reads(_ option: String, _ folder: String?, with parts: [String]) {
    guard let folder else { return }
    for part in parts.map({ "\(FileBytes.folder(folder))/\($0)" }) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: part)) ?? []
      for path in names.isEmpty ? [part] : names.map({ "\(part)/\($0)" }) { reads(option, path) }
    }
  }

  /// A file that is written; standard output where the path is `-`.
  mutating func writes(_ option: String, _ path: String?) {
    guard let path else { return }
    outputs.append(Output(option: option, path: path, identity: path == "-" ? nil : FileIdentity(path)))
    if path != "-" { tried.append((option, path)) }
  }

  /// A file of the command's own that is made where there is none, and else read or added to.
  mutating func keeps(_ option: String, _ path: String?) {
    guard let path else { return }
    outputs.append(Output(option: option, path: path, identity: FileIdentity(path)))
  }

  /// A folder that files are written into.
  ///
  /// - Parameter ending: That of the files' names, where it is known: no other file of the command with such a name may
  ///   lie in the folder.
  mutating func writesInto(_ option: String, _ folder: String?, ending: String? = nil) {
    guard let folder else { return }
    outputs.append(Output(option: option, path: folder, identity: FileIdentity(folder), ending: ending ?? ""))
    tried.append((option, FileBytes.folder(folder) + "/" + TemporaryFiles.mark))
  }

  // MARK: - What is refused

  /// Refuses files that would be lost, and outputs that cannot be written.
  func check() throws(InvalidRequest) {
    for (position, output) in outputs.enumerated() {
      for input in inputs where Self.meet(output, input.path, input.identity) {
        throw InvalidRequest(
          "\(output.option) \(output.path) would overwrite what \(input.option) \(input.path) reads; name another "
            + "\(output.ending == nil ? "file" : "folder")")
      }
      for other in outputs[..<position] where Self.clash(output, other) {
        throw InvalidRequest(
          "\(other.option) \(other.path) and \(output.option) \(output.path) would be written to one place; name two")
      }
    }
    if let standardOutput = FileIdentity(descriptor: 1),
      let input = inputs.first(where: { $0.identity == standardOutput })
    {
      throw InvalidRequest("standard output goes to what \(input.option) \(input.path) reads; send it elsewhere")
    }
    for (option, path) in tried {
      do {
        try OutputFile.checkWritable(path)
      } catch {
        throw InvalidRequest("\(option) \(error)")
      }
    }
  }

  /// Refuses a file in a folder of the command's, by its path, that it reads or writes otherwise.
  func check(inFolder path: String) throws(InvalidRequest) {
    guard let identity = FileIdentity(path) else { return }
    for input in inputs where input.identity == identity {
      throw InvalidRequest("\(path) would overwrite what \(input.option) \(input.path) reads; name another folder")
    }
    for output in outputs where output.identity == identity {
      throw InvalidRequest("\(path) and \(output.option) \(output.path) would be written to one place; name two")
    }
  }

  /// Whether an output is, or as a folder may hold, a file.
  private static func meet(_ output: Output, _ path: String, _ identity: FileIdentity) -> Bool {
    guard let own = output.identity else { return false }
    if own == identity { return true }
    guard let ending = output.ending, !ending.isEmpty, path.lowercased().hasSuffix(ending) else { return false }
    return (try? OutputFile.resolved(path)).flatMap { FileIdentity(OutputFile.folder(of: $0)) } == own
  }

  private static func clash(_ one: Output, _ other: Output) -> Bool {
    guard let first = one.identity, let second = other.identity else { return one.path == "-" && other.path == "-" }
    return meet(one, other.path, second) || meet(other, one.path, first)
  }
}
