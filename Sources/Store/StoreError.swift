/// Why a store could not do what it was asked for.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder or its database cannot be opened, read or written; the reason is the system's or SQLite's own.
  case unusable(path: String, reason: String)
  /// Another program holds the store.
  case inUse(path: String)
  /// Others have kept events since the revision that the caller knew.
  case stale(latest: Int)
  /// A file that an event names is not there, or is not what it was.
  case missing(FileHash)

  /// What is wrong and how to mend it.
  public var description: String {
    switch self {
    case .unusable(let path, let reason): "\(path): found \(reason); expected a folder that can be written"
    case .inUse(let path): "\(path) is in use by another program; end that one, or name another folder"
    case .stale(let latest): "the store is at revision \(latest) by now; look at what has happened and try again"
    case .missing(let hash): "the store lacks the file \(hash), or it is damaged; restore the folder from a copy"
    }
  }
}
