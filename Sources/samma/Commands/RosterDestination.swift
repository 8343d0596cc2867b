import HomeCare
import Interchange

/// Where `plan` writes its roster.
struct RosterDestination {
  private let path: String?

  /// A destination, tried before the run so that an hour's work is not lost for a misspelt folder.
  ///
  /// - Parameter path: A file; standard output where absent or `-`.
  init(_ path: String?, apartFrom source: InstanceArgument) throws {
    self.path = path == "-" ? nil : path
    guard let path = self.path else { return }
    if path == source.instance { throw InvalidRequest("-o \(path) would overwrite the instance; name another file") }
    do {
      try OutputFile.checkWritable(path)
    } catch {
      throw InvalidRequest("-o \(error)")
    }
  }

  /// Writes the roster.
  func write(_ roster: Roster) throws {
    let bytes = roster.json()
    if let path {
      try OutputFile.write(bytes, to: path)
    } else {
      try StandardStream.output.write(bytes)
    }
  }
}
