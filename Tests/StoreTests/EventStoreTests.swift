import Foundation
import GRDB
import Store
import TestSupport
import Testing

/// What is kept stays, in order, as a whole or not at all.
@Suite struct EventStoreTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func eventsAndFilesAreThereAfterReopening() throws {
    try withTemporaryFolder { folder in
      let file = Self.bytes("a roster")
      do {
        let store = try EventStore(folder: folder.path)
        try store.append(Self.bytes("one"), by: "Eva", at: "t1", after: 0, files: [file, file])
        try store.append(Self.bytes("two"), by: "Åsa", at: "t2", after: 1)
      }
      let store = try EventStore(folder: folder.path)
      let events = try store.events()
      #expect(events.map(\.revision) == [1, 2])
      #expect(events.map(\.actor) == ["Eva", "Åsa"])
      #expect(events.map(\.body) == [Self.bytes("one"), Self.bytes("two")])
      #expect(try store.events(after: 1).map(\.at) == ["t2"])
      #expect(try store.file(FileHash(of: file)) == file)
    }
  }

  @Test func anEventOnAnOldRevisionIsRefusedWithItsFiles() throws {
    try withTemporaryFolder { folder in
      let store = try EventStore(folder: folder.path)
      try store.append([], by: "Eva", at: "", after: 0)
      let file = Self.bytes("too late")
      #expect(throws: StoreError.stale(latest: 1)) {
        try store.append([], by: "Åsa", at: "", after: 0, files: [file])
      }
      #expect(throws: StoreError.stale(latest: 1)) { try store.append([], by: "Åsa", at: "", after: 7) }
      #expect(throws: StoreError.missing(FileHash(of: file))) { try store.file(FileHash(of: file)) }
      #expect(try store.events().count == 1)
    }
  }

  @Test func whatIsAppendedIsFlushedToTheDisk() throws {
    try withTemporaryFolder { folder in
      let store = try EventStore(folder: folder.path)
      #expect(try store.synchronousMode() == 2)
    }
  }

  @Test func aSecondProgramIsToldThatTheFolderIsInUse() throws {
    try withTemporaryFolder { folder in
      let store = try EventStore(folder: folder.path)
      try store.append([], by: "Eva", at: "", after: 0)
      #expect(throws: StoreError.inUse(path: folder.path)) { try EventStore(folder: folder.path) }
      withExtendedLifetime(store) {}
    }
  }

  /// What lies on the disk at any moment is what a program finds that is started after the first was killed then.
  @Test func theFilesOfAStoreThatWasNeverClosedHoldAllThatWasAcknowledged() throws {
    try withTemporaryFolder { folder in
      let store = try EventStore(folder: folder.appending(path: "live").path)
      for revision in 0..<40 {
        try store.append(
          Self.bytes("\(revision)"), by: "Eva", at: "", after: revision, files: [Self.bytes("file \(revision)")])
        if revision % 13 != 0 { continue }
        let copy = folder.appending(path: "copy\(revision)")
        try FileManager.default.copyItem(at: folder.appending(path: "live"), to: copy)
        let reopened = try EventStore(folder: copy.path)
        #expect(try reopened.events().map(\.body) == (0...revision).map { Self.bytes("\($0)") })
        for kept in 0...revision {
          let file = Self.bytes("file \(kept)")
          #expect(try reopened.file(FileHash(of: file)) == file)
        }
      }
      withExtendedLifetime(store) {}
    }
  }

  @Test func eventsCannotBeChangedOrRemoved() throws {
    try withTemporaryFolder { folder in
      do { try EventStore(folder: folder.path).append([], by: "Eva", at: "", after: 0) }
      let queue = try DatabaseQueue(path: folder.appending(path: EventStore.fileName).path)
      for change in ["UPDATE event SET actor = 'Åsa'", "DELETE FROM event"] {
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: change) } }
      }
    }
  }

  @Test func aDamagedFileIsToldAndNotUsed() throws {
    try withTemporaryFolder { folder in
      let file = Self.bytes("a roster")
      do { try EventStore(folder: folder.path).append([], by: "Eva", at: "", after: 0, files: [file]) }
      do {
        let queue = try DatabaseQueue(path: folder.appending(path: EventStore.fileName).path)
        try queue.write { try $0.execute(sql: "UPDATE file SET bytes = x'00'") }
      }
      let store = try EventStore(folder: folder.path)
      #expect(throws: StoreError.missing(FileHash(of: file))) { try store.file(FileHash(of: file)) }
    }
  }

  @Test func aCopyHoldsEverything() throws {
    try withTemporaryFolder { folder in
      let store = try EventStore(folder: folder.appending(path: "live").path)
      try store.append(Self.bytes("one"), by: "Eva", at: "", after: 0, files: [Self.bytes("x")])
      let copy = folder.appending(path: "copy")
      try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
      try store.backUp(to: copy.appending(path: EventStore.fileName).path)
      let restored = try EventStore(folder: copy.path)
      #expect(try restored.events() == store.events())
      #expect(try restored.file(FileHash(of: Self.bytes("x"))) == Self.bytes("x"))
      #expect(throws: StoreError.self) { try store.backUp(to: copy.appending(path: EventStore.fileName).path) }
    }
  }

  @Test func aPlaceThatCannotBeAFolderIsToldWithItsReason() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "file")
      try Data().write(to: file)
      #expect(throws: StoreError.self) { try EventStore(folder: file.path) }
    }
  }
}
