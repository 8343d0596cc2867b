import Foundation
import TestSupport
import Testing

@testable import Files

@Suite struct OutputFileTests {
  private func text(_ url: URL) throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }

  @Test func `a file is written whole and leaves no other behind`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a.json")
      try OutputFile.write(Array("one".utf8), to: file.path)
      try OutputFile.write(Array("second".utf8), to: file.path)
      #expect(try text(file) == "second")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.json"])
    }
  }

  @Test func `pieces make one file, and an old one stays where they break off`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a.csv")
      try OutputFile.write(to: file.path) { output throws(OutputError) in
        for piece in ["one ", "two ", "three"] { try output(Array(piece.utf8)) }
      }
      #expect(try text(file) == "one two three")
      let broken = OutputError(path: "somewhere", reason: "broken off")
      #expect(throws: broken) {
        try OutputFile.write(to: file.path) { output throws(OutputError) in
          try output([65])
          throw broken
        }
      }
      #expect(try text(file) == "one two three")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.csv"])
    }
  }

  @Test func `an existing file keeps its permissions, a new one gets the usual ones`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a.json")
      let usual = folder.appending(path: "b.json")
      try Data().write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
      try Data().write(to: usual)
      try OutputFile.write([65], to: file.path)
      try OutputFile.write([65], to: folder.appending(path: "c.json").path)
      func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)[.posixPermissions] as? Int
      }
      #expect(try mode("a.json") == 0o640)
      #expect(try mode("c.json") == mode("b.json"))
    }
  }

  @Test func `a symbolic link stays one and its target is replaced, even one not yet there`() throws {
    try withTemporaryFolder { folder in
      let link = folder.appending(path: "link.json").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target.json")
      for value in ["first", "second"] {
        try OutputFile.write(Array(value.utf8), to: link)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target.json")
        #expect(try text(folder.appending(path: "target.json")) == value)
      }
    }
  }

  @Test func `what cannot be written says why and leaves the old file whole`() throws {
    try withTemporaryFolder { folder in
      let plain = folder.appending(path: "plain")
      try Data().write(to: plain)
      let inside = plain.appending(path: "such/a.json").path
      #expect(throws: OutputError.self) { try OutputFile.checkWritable(inside) }
      #expect(throws: OutputError.self) { try OutputFile.write([65], to: inside) }
      #expect(throws: OutputError(path: folder.path, reason: "it is a folder")) {
        try OutputFile.write([65], to: folder.path)
      }
      let file = folder.appending(path: "a.txt").path
      try OutputFile.write([65], to: file)
      #expect(try text(URL(filePath: file)) == "A")
    }
  }

  @Test func `folders that are missing are made, when the file is and not before`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "out/week/a.json")
      try OutputFile.checkWritable(file.path)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
      try OutputFile.write([65], to: file.path)
      #expect(try text(file) == "A")
    }
  }

  @Test func `a device is written to, not replaced`() throws {
    try OutputFile.write(Array("gone".utf8), to: "/dev/null")
    #expect(FileBytes.place(of: "/dev/null") == .file)
    #expect(try FileBytes.read("/dev/null") == [])
  }
}
