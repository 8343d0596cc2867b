import Foundation

/// Which file or folder a path leads to, so that two paths to one file are known for that.
///
/// What exists is known by its device and its number there, whatever links lead to it. What does not exist yet is known by the
/// folder that it would stand in and its name, upper and lower case alike, since many file systems make one file of both.
package struct FileIdentity: Hashable {
  private enum Kind: Hashable {
    case existing
    case coming(rest: [String])
  }

  private let device: UInt64
  private let number: UInt64
  private let kind: Kind

  private init(_ status: stat, _ kind: Kind) {
    (device, number, self.kind) = (UInt64(status.st_dev), UInt64(status.st_ino), kind)
  }

  /// The file or folder of a path; `nil` for devices and pipes, which nothing replaces, and for what cannot be looked at.
  package init?(_ path: String) {
    guard !path.isEmpty, let target = try? OutputFile.resolved(path) else { return nil }
    var status = stat()
    if stat(target, &status) == 0 {
      guard Self.canBeLost(status) else { return nil }
      self.init(status, .existing)
      return
    }
    // The nearest folder that exists holds all that is still to come.
    var rest: [String] = []
    var folder = FileBytes.folder(target)
    repeat {
      let name = folder.split(separator: "/").last.map(String.init) ?? ""
      rest.append(name.lowercased())
      folder = OutputFile.folder(of: folder)
      if stat(folder, &status) == 0 {
        self.init(status, .coming(rest: Self.withoutDetours(rest.reversed())))
        return
      }
    } while folder != "." && folder != "/"
    return nil
  }

  /// The file that a descriptor is open on; `nil` where it is a device or a pipe.
  package init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, Self.canBeLost(status) else { return nil }
    self.init(status, .existing)
  }

  private static func canBeLost(_ status: stat) -> Bool {
    status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR
  }

  private static func withoutDetours(_ names: [String]) -> [String] {
    names.reduce(into: []) { kept, name in
      switch name {
      case ".": break
      case ".." where !kept.isEmpty: kept.removeLast()
      default: kept.append(name)
      }
    }
  }
}
