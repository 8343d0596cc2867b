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
