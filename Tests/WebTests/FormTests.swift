import Board
import Testing

@testable import Web

/// Forms are read as browsers send them, and what is no form is refused.
@Suite struct FormTests {
  private static func multipart(_ body: String, boundary: String = "X") -> Form? {
    Form(Array(body.utf8), type: "multipart/form-data; boundary=\(boundary)")
  }

  @Test func fieldsAreDecoded() throws {
    let form = try #require(
      Form(Array("a=%C3%85sa+Ek&b=1&b=2&empty=".utf8), type: "application/x-www-form-urlencoded; charset=utf-8"))
    #expect(form["a"] == "Åsa Ek")
    #expect(form.number("b") == 1)
    #expect(form["empty"] == "")
    #expect(form["missing"] == nil)
  }

  @Test func filesAndFieldsComeInParts() throws {
    let form = try #require(
      Self.multipart(
        "--X\r\nContent-Disposition: form-data; name=\"start\"\r\n\r\n2026-03-02\r\n"
          + "--X\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a \\\"b%22.csv\"\r\n"
          + "Content-Type: text/csv\r\n\r\nid, not at a line's beginning: --X\r\n"
          + "--X\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n\r\n--X--\r\n"))
    #expect(form["start"] == "2026-03-02")
    #expect(form.files.count == 1)
  }

  @Test func aFileHoldsExactlyItsBytes() throws {
    let form = try #require(
      Self.multipart(
        "--X\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n\r\n--Y\r\nx\n\r\n--X--"))
    #expect(form.files == [UploadedFile(name: "a.csv", bytes: Array("\r\n--Y\r\nx\n".utf8))])
  }

  @Test(arguments: [
    "", "--X", "--X\r\n\r\n\r\n--X--", "--X\r\nContent-Disposition: form-data\r\n\r\nx\r\n--X--",
    "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
    "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n--X--",
  ]) func whatIsNoFormIsRefused(_ body: String) {
    #expect(Self.multipart(body) == nil)
  }

  @Test func otherKindsAndEndlessBoundariesAreRefused() {
    #expect(Form([], type: nil) == nil)
    #expect(Form(Array("{}".utf8), type: "application/json") == nil)
    #expect(Form([], type: "multipart/form-data") == nil)
    #expect(Self.multipart("--\r\n", boundary: "") == nil)
    #expect(Form(Array("a=%FF%".utf8), type: "application/x-www-form-urlencoded") == nil)
  }
}
