import Files
import Foundation
import TestSupport
import Testing

@Suite struct OwnTablesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func replaces(_ old: String, by new: String) throws -> Bool {
    _ = try folder.write(old, to: "staff.csv")
    do {
      try OwnTables.check([("other.csv", []), ("staff.csv", Array(new.utf8))], into: folder.url.path)
      return true
    } catch {
      #expect("\(error)".contains("staff.csv cannot be written: a table of other columns stands there"))
      return false
    }
  }

  @Test(arguments: [
    ("staff,from,to\nS1,,\n", "\u{FEFF}staff;from;to;clients\n"), ("\"id\",\"name\"\r\n", "id,name,skills,phone\n"),
    ("from,k1,k2\n", "from,k7\n"),
    ("mode,from,k1,k2,k3\n", "mode,from,a,b,c\n"), ("", "id,name\n"), ("\n", "id,name\n"),
  ])
  func `an older table of the same kind is replaced`(old: String, new: String) throws {
    #expect(try replaces(old, by: new))
  }

  @Test(arguments: ["Personal;Lat;Lon\nS1;57,48;12,07\n", "staff;lat;lon\n", "my own notes\n", "id"])
  func `what people made is not`(old: String) throws {
    #expect(try !replaces(old, by: "staff,from,to,clients,meetings\n"))
  }

  @Test func `what is no table, or not there, is no hindrance`() throws {
    mkfifo(folder["staff.csv"].path, 0o600)
    try OwnTables.check([("staff.csv", Array("id\n".utf8)), ("new.csv", [])], into: folder.url.path)
    try OwnTables.check([("staff.csv", Array("id\n".utf8))], into: folder["nowhere"].path)
  }
}
