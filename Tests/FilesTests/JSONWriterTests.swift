import Testing

@testable import Files

@Suite struct JSONWriterTests {
  private func text(
    _ layout: JSONWriter.Layout, for purpose: JSONWriter.Purpose = .file, _ body: (inout JSONWriter) -> Void
  ) -> String {
    var writer = JSONWriter(layout, for: purpose)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func sample(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("count", 2)
      writer.member("empty", [])
      writer.key("nothing")
      writer.object { _ in }
      writer.member("text", "a \"b\"\n")
      writer.key("values")
      writer.list([0.5, 1]) { $0.value($1) }
    }
  }

  @Test func `each layout sets the same values in its own way`() {
    #expect(
      text(.tight, Self.sample) == #"{"count":2,"empty":[],"nothing":{},"text":"a \"b\"\n","values":[0.5,1]}"#)
    #expect(
      text(.line, Self.sample) == #"{"count": 2, "empty": [], "nothing": {}, "text": "a \"b\"\n", "values": [0.5, 1]}"#)
    #expect(
      text(.line) {
        $0.object(.lines) {
          $0.key("a"); $0.list(1...2, .lines) { $0.value($1) }
        }
      }
        == "{\n  \"a\": [\n    1,\n    2\n  ]\n}")
  }

  @Test func `a text for a page ends no script and has no number that JSON lacks`() {
    let page = text(.tight, for: .page) { writer in
      writer.list { writer in
        writer.value("</script>\n")
        writer.value(1.0)
        writer.value(Double.nan)
        writer.newLine()
        writer.member("a", nil as Int?)
      }
    }
    #expect(page == #"["\u003c/script>\u000a",1.0,null,"# + "\n" + #""a":null]"#)
  }
}
