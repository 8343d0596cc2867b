import Foundation
import Testing

/// A program or package of others' making that some tests are run with.
public struct Tool: Sendable {
  /// What it is called in messages.
  public let name: String
  /// Where it lies; none where it is not installed.
  public let path: String?

  /// A browser without a window.
  public static let chromium = Tool(
    "Chromium", anyOf: "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")

  /// What a Slurm cluster of one node needs, root included.
  public static let slurm: Tool = {
    let programs = ["/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/sbin/munged", "/usr/bin/sbatch"]
    let isReady = geteuid() == 0 && programs.allSatisfy(FileManager.default.isExecutableFile)
    return Tool(name: "Slurm", path: isReady ? programs[0] : nil)
  }()

  /// A compiler of C: the toolchain's own, or the system's.
  public static let compiler: Tool = {
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").flatMap { folder in
      ["clang", "cc", "gcc"].map { "\(folder)/\($0)" }
    }.first(where: FileManager.default.isExecutableFile)
    return Tool(name: "a compiler of C", path: path)
  }()

  /// What holds a process to some processors.
  public static let taskset = Tool("taskset", anyOf: "/usr/bin/taskset")

  /// Python 3 with its standard library.
  public static let python3 = python("sys")

  /// The Python packages that read calendars; the path is that of the Python that has them.
  public static let icalendar = python("icalendar", "dateutil")

  /// The Python package that reads and writes workbooks; the path is that of the Python that has it.
  public static let openpyxl = python("openpyxl")

  /// The Python package that works a browser; the path is that of the Python that has it.
  public static let playwright = python("playwright")

  /// A Python with some packages.
  ///
  /// The system's own Python is asked too, since its packages are no other Python's that stands before it in the path.
  private static func python(_ packages: String...) -> Tool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let pythons = (folders + ["/usr/bin"]).map { $0 + "/python3" }.filter(FileManager.default.isExecutableFile)
    let list = packages.joined(separator: ", ")
    return Tool(name: "Python's \(list)", path: pythons.first { succeeds($0, "-c", "import \(list)") })
  }

  private static func succeeds(_ program: String, _ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private init(name: String, path: String?) {
    self.name = name
    self.path = path
  }

  private init(_ name: String, anyOf paths: String...) {
    self.init(name: name, path: paths.first(where: FileManager.default.isExecutableFile))
  }

  /// Whether tests with it can be run.
  ///
  /// Continuous integration, which sets `CI`, is to run them all: there a missing tool is an error.
  fileprivate func isUsable() throws -> Bool {
    if path == nil, ProcessInfo.processInfo.environment["CI"] ?? "" != "" { throw Missing(name: name) }
    return path != nil
  }

  private struct Missing: Error, CustomStringConvertible {
    let name: String

    var description: String { "\(name) is not installed, and CI is set" }
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips where a tool is not installed; fails there where the environment sets `CI`.
  public static func needs(_ tool: Tool) -> Self { .enabled(if: try tool.isUsable(), "\(tool.name) is not installed") }
}
