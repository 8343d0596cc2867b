import Foundation

/// The machine that made a run.
public struct Machine: Codable, Hashable, Sendable {
  /// The processor's model.
  public var processor: String
  /// Logical processors that are on.
  public var cores: Int
  /// The operating system and its kernel.
  public var system: String

  /// The machine that this process runs on.
  public static var current: Machine {
    let information = text(of: "/proc/cpuinfo")
    let processor = field("model name", of: information, between: ":") ?? field("Model", of: information, between: ":")
    let release = field("PRETTY_NAME", of: text(of: "/etc/os-release"), between: "=")
    let kernel = text(of: "/proc/sys/kernel/osrelease").trimmingCharacters(in: .whitespacesAndNewlines)
    let name = release?.trimmingCharacters(in: ["\""]) ?? ProcessInfo.processInfo.operatingSystemVersionString
    return Machine(
      processor: processor ?? "unknown", cores: ProcessInfo.processInfo.activeProcessorCount,
      system: kernel.isEmpty ? name : "\(name), kernel \(kernel)")
  }

  /// Processes that ran or waited for a processor, on average over the last minute.
  static var load: Double? { text(of: "/proc/loadavg").split(separator: " ").first.flatMap { Double($0) } }

  private static func text(of path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  private static func field(_ name: String, of text: String, between mark: Character) -> String? {
    for line in text.split(separator: "\n") {
      let halves = line.split(separator: mark, maxSplits: 1)
      if halves.count == 2, halves[0].trimmingCharacters(in: .whitespaces) == name {
        return halves[1].trimmingCharacters(in: .whitespaces)
      }
    }
    return nil
  }
}

/// The processors of this machine, dealt out so that runs at the same time do not share one.
enum Processors {
  /// The program that holds a command to some processors, part of every Linux.
  private static let taskset = "/usr/bin/taskset"

  /// The processors that this process may use.
  static var allowed: [Int] {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }
    return line.map { numbers(in: $0.split(separator: ":")[1].trimmingCharacters(in: .whitespaces)) } ?? []
  }

  /// The numbers of a list such as `0-3,8`.
  static func numbers(in list: String) -> [Int] {
    list.split(separator: ",").flatMap { part -> [Int] in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last else { return [] }
      return Array(first...last)
    }
  }

  /// Processors for each of some runs at the same time, so many each; `nil` where there are not enough to share none.
  static func dealt(_ processors: [Int], runs: Int, each: Int) -> [[Int]]? {
    guard processors.count >= runs * each, FileManager.default.isExecutableFile(atPath: taskset) else { return nil }
    return (0..<runs).map { Array(processors[$0 * each..<($0 + 1) * each]) }
  }

  /// A command held to some processors; to none in particular where absent.
  static func held(_ command: [String], to processors: [Int]?) -> [String] {
    guard let processors, !processors.isEmpty else { return command }
    return [taskset, "-c", processors.map(String.init).joined(separator: ",")] + command
  }
}
