import Files
import Testing

@testable import Tables

@Suite struct BrokenSyntaxTests {
  @Test(arguments: BrokenSyntax.all)
  func `what is no instance is refused with its one place`(broken: BrokenSyntax) {
    #expect(Samples.problems(broken.text) == broken.messages)
  }
}

/// Texts that are not JSON, or not an instance at all.
extension BrokenSyntax {
  static let all: [BrokenSyntax] = [
    .init(
      "the end of the file where a value is due", "", "",
      [
        "a.json:1:1: found the end of the file; expected a value"
      ]),
    .init(
      "only white space", "", " \n\t\n",
      [
        "a.json:3:1: found the end of the file; expected a value"
      ]),
    .init(
      "a file cut off in the middle", nil, "",
      [
        "a.json:11:37: found a text without an end; expected a closing quote"
      ]),
    .init(
      "a missing comma between keys", #""name": "two-clients","#, #""name": "two-clients""#,
      [
        "a.json:4:3: found a double quote; expected a comma or }"
      ]),
    .init(
      "a comma too many in a list", #"{ "id": "S02" } ],"#, #"{ "id": "S02" }, ],"#,
      [
        #"a.json:9:31: found "]"; expected another value after the comma; remove the comma"#
      ]),
    .init(
      "a comma too many in an object", #""detour": 1.3, "fixedMinutes": 2 }"#, #""detour": 1.3, "fixedMinutes": 2, }"#,
      [
        #"a.json:6:88: found "}"; expected another value after the comma; remove the comma"#
      ]),
    .init(
      "a missing colon", #""days": 7"#, #""days" 7"#,
      [
        #"a.json:4:46: found "7"; expected a colon after the key"#
      ]),
    .init(
      "single quotes", #""id": "S02""#, #""id": 'S02'"#,
      [
        #"a.json:9:22: found "'"; expected a value; JSON puts text in double quotes"#
      ]),
    .init(
      "a key without quotes", #""id": "S02""#, #"id: "S02""#,
      [
        #"a.json:9:16: found "i"; expected a key in double quotes, or }"#
      ]),
    .init(
      "a comment", #""locations": ["#, #"// places\#n"locations": ["#,
      [
        #"a.json:7:3: found "/"; expected a key in double quotes, or }; JSON has no comments"#
      ]),
    .init(
      "a bracket of the wrong kind", #"{ "id": "S02" } ],"#, #"{ "id": "S02" } },"#,
      [
        #"a.json:9:30: found "}"; expected a comma or ]"#
      ]),
    .init(
      "text after the end", #""date": "2026-02-27" } ]\#n}"#, #""date": "2026-02-27" } ]\#n} {}"#,
      [
        #"a.json:24:3: found "{"; expected the end of the file after the outermost value"#
      ]),
    .init(
      "a text without an end", nil, #"""#,
      [
        "a.json:11:47: found the end of the file; expected a colon after the key"
      ]),
    .init(
      "a line end in a text", #""name": "Bo""#, #""name": "B\#no""#,
      [
        #"a.json:14:40: found a line end inside a text; expected a closing quote on the same line, or \n"#
      ]),
    .init(
      "a control character in a text", #""name": "Bo""#, #""name": "B\#u{1}o""#,
      [
        #"a.json:14:40: found a control character inside a text; expected an escape, such as \t"#
      ]),
    .init(
      "an unknown escape", #""name": "Bo""#, #""name": "B\xo""#,
      [
        #"a.json:14:40: found an escape that JSON does not have; expected \\ for a backslash"#
      ]),
    .init(
      "half a surrogate pair", #""name": "Bo""#, #""name": "\ud83d""#,
      [
        "a.json:14:39: found half of a surrogate pair; expected both halves, or the character itself"
      ]),
    .init(
      "an unfinished escape", #""name": "Bo""#, #""name": "\u00e""#,
      [
        #"a.json:14:39: found an unfinished \u escape; expected four hexadecimal digits"#
      ]),
    .init(
      "a number with a leading zero", #""days": 7"#, #""days": 07"#,
      [
        "a.json:4:47: found a number that begins with 0; expected a number without leading zeros"
      ]),
    .init(
      "a number without digits after its point", #""detour": 1.3"#, #""detour": 1."#,
      [
        #"a.json:6:66: found ","; expected a digit after the decimal point"#
      ]),
    .init(
      "a number without a digit", #""detour": 1.3"#, #""detour": -"#,
      [
        #"a.json:6:65: found ","; expected a digit"#
      ]),
    .init(
      "a word that JSON does not have", #""counts": true"#, #""counts": True"#,
      [
        #"a.json:18:93: found "T"; expected a value"#
      ]),
    .init(
      "NaN", #""detour": 1.3"#, #""detour": NaN"#,
      [
        #"a.json:6:64: found "N"; expected a value"#
      ]),
    .init(
      "nesting too deep", #""name": "Bo""#,
      #""name": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["#,
      [
        "a.json:14:99: found arrays or objects nested more than 64 deep; expected the nesting that the file format shows"
      ]),
    .init(
      "a list instead of an object", "", "[]",
      [
        "a.json:1:1: found a list; expected an object that holds an instance"
      ]),
    .init(
      "a number instead of an object", "", "5",
      [
        "a.json:1:1: found 5; expected an object that holds an instance"
      ]),
    .init(
      "a roster instead of an instance", "samma-instance/1", "samma-roster/1",
      [
        #"a.json:2:13: found the format "samma-roster/1", which is a roster; expected "samma-instance/1" or "samma-instance/2", an instance"#
      ]),
    .init(
      "another version of the format", "samma-instance/1", "samma-instance/3",
      [
        #"a.json:2:13: found the format "samma-instance/3"; expected "samma-instance/1" or "samma-instance/2", an instance"#
      ]),
    .init(
      "a format that is no text", #""samma-instance/1""#, "1",
      [
        #"a.json:2:13: found the format 1; expected "samma-instance/1" or "samma-instance/2", an instance"#
      ]),
  ]
}
