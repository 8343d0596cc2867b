import Files
import Foundation
import Tables
import Testing

@testable import Calendars

@Suite struct CalendarLinesTests {
  @Test func longLinesAreFoldedBetweenCharactersAndReadBack() {
    let text = String(repeating: "åäö€𝄞 ", count: 60)
    var lines = CalendarLines()
    lines.append("SUMMARY:\(text)")
    lines.append("END:VEVENT")
    for line in lines.bytes.split(separator: Byte.lineFeed) {
      #expect(line.count <= 76 && line.last == Byte.carriageReturn)
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
    #expect(CalendarLines.unfolded(lines.bytes) == ["SUMMARY:\(text)", "END:VEVENT"])
  }

  @Test func specialCharactersAreEscapedAndControlCharactersLeftOut() {
    #expect(CalendarLines.escaped("a;b,c\\d\r\ne\u{7}f\nBEGIN:VEVENT") == "a\\;b\\,c\\\\d\\nef\\nBEGIN:VEVENT")
  }

  @Test func fileNamesHoldNothingThatAPathWouldReadOtherwise() {
    #expect(FileName.distinct(["S-01_a", "../å"], .encoded) == ["S-01_a", "%2E%2E%2F%C3%A5"])
    #expect(FileName.distinct(["Norr å/1", ".."], .readable).first == "Norr å-1")
  }
}
