import Foundation
import GRDB

/// The book of one unit: what has happened, in order, and the files that this speaks of.
///
/// One SQLite database in a folder. Nothing is ever changed or removed. An event and the files that come with it are one
/// transaction, and once `append` has returned they stay, whatever happens to the program: the log of the database is
/// flushed to the disk first (`synchronous = FULL`).
public final class EventStore: Sendable {
  /// The name of the database in its folder.
  public static let fileName = "unit.sqlite"

  private let queue: DatabaseQueue
  private let path: String

  /// Opens the store in a folder, which is made where there is none; nobody but its owner may read it.
  ///
  /// - Throws: `StoreError` where the folder cannot be used, or another program uses it.
  public init(folder: String) throws(StoreError) {
    path = folder
    let file = folder + "/" + Self.fileName
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      // Where this fails, opening tells why.
      let isThere = FileManager.default.fileExists(atPath: file)
      _ = isThere || FileManager.default.createFile(atPath: file, contents: nil, attributes: [.posixPermissions: 0o600])
      var configuration = Configuration()
      configuration.journalMode = .wal
      configuration.prepareDatabase { database in
        // One program at a time: what it remembers of the unit is then always what is kept.
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      }
      queue = try DatabaseQueue(path: file, configuration: configuration)
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try Self.migrator.migrate(queue)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      throw .inUse(path: folder)
    } catch {
      throw .unusable(path: folder, reason: Self.reason(error))
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(
        sql: """
          CREATE TABLE event (
            revision INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, body BLOB NOT NULL) STRICT;
          CREATE TABLE file (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
          CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events stay'); END;
          CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events stay'); END;
          """)
    }
    return migrator
  }

  // MARK: Writing

  /// Keeps an event and the files that it speaks of: all of it or nothing.
  ///
  /// - Parameters:
  ///   - revision: The last event that the caller knows; 0 where it knows none.
  ///   - files: Files that are not kept yet; those that are stay as they are.
  /// - Throws: `StoreError.stale` where there are later events, and nothing is kept.
  @discardableResult
  public func append(
    _ body: [UInt8], by actor: String, at time: String, after revision: Int, files: [[UInt8]] = []
  ) throws(StoreError) -> StoredEvent {
    let event = StoredEvent(revision: revision + 1, at: time, actor: actor, body: body)
    try perform { database in
      let latest = try Self.latest(database)
      if latest != revision { throw StoreError.stale(latest: latest) }
      for file in files {
        try database.execute(
          sql: "INSERT INTO file (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [FileHash(of: file).rawValue, Data(file)])
      }
      try database.execute(
        sql: "INSERT INTO event (revision, at, actor, body) VALUES (?, ?, ?, ?)",
        arguments: [event.revision, time, actor, Data(body)])
    }
    return event
  }

  /// Writes a copy of the whole store, as it is at this moment, to a file that is not there yet.
  public func backUp(to file: String) throws(StoreError) {
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [file]) }
    } catch {
      throw .unusable(path: file, reason: Self.reason(error))
    }
  }

  // MARK: Reading

  /// Events after a revision, in their order; all by default.
  public func events(after revision: Int = 0) throws(StoreError) -> [StoredEvent] {
    try perform { database in
      try Row.fetchAll(
        database, sql: "SELECT revision, at, actor, body FROM event WHERE revision > ? ORDER BY revision",
        arguments: [revision]
      ).map { row in
        StoredEvent(
          revision: row["revision"], at: row["at"], actor: row["actor"], body: Array(row["body"] as Data))
      }
    }
  }

  /// A file's bytes.
  ///
  /// - Throws: `StoreError.missing` where there is no such file, or its bytes are others than its name says.
  public func file(_ hash: FileHash) throws(StoreError) -> [UInt8] {
    let bytes = try perform { database in
      try Data.fetchOne(database, sql: "SELECT bytes FROM file WHERE hash = ?", arguments: [hash.rawValue])
    }
    guard let bytes, FileHash(of: Array(bytes)) == hash else { throw .missing(hash) }
    return Array(bytes)
  }

  /// Whether the store answers, and holds as many events as the caller knows.
  public func holds(_ revision: Int) -> Bool { (try? perform(Self.latest)) == revision }

  /// How surely what is appended is on the disk, as SQLite numbers it: 2 is FULL.
  package func synchronousMode() throws(StoreError) -> Int {
    try perform { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? 0 }
  }

  private static func latest(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT max(revision) FROM event") ?? 0
  }

  private func perform<Result>(_ work: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try queue.write(work)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .unusable(path: path, reason: Self.reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    if let error = error as? DatabaseError { return error.message ?? "SQLite's error \(error.resultCode.rawValue)" }
    return "\(error.localizedDescription)"
  }
}
