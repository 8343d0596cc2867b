import Foundation

/// The program that runs.
enum Program {
  /// The version that `samma --version` prints.
  static let version = "0.1.0"

  /// Where it lies, however it was called.
  static var executable: String { URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path }
}
