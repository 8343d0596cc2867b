import Foundation

/// The processors of this machine.
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

  /// Whether there are so many processors to hold runs to.
  static func suffice(for wanted: Int) -> Bool {
    allowed.count >= wanted && FileManager.default.isExecutableFile(atPath: taskset)
  }

  /// A command held to some processors; to none in particular where absent.
  static func held(_ command: [String], to processors: [Int]?) -> [String] {
    guard let processors, !processors.isEmpty else { return command }
    return [taskset, "-c", processors.map(String.init).joined(separator: ",")] + command
  }
}
