import Testing

@testable import Files

@Suite struct InputSizeTests {
  @Test func `a packed file may unpack to many times its size, but not to what no text does`() {
    #expect(InputSize.most(unpackedOf: 1_000) == 64_000_000)
    #expect(InputSize.most(unpackedOf: 1_000_000) == 200_000_000)
    #expect(InputSize.most(unpackedOf: 1_000_000_000) == InputSize.most)
    #expect(InputSize.most(unpackedOf: .max) <= InputSize.most)
  }

  @Test func `of very many problems the first are told and the others counted`() {
    let problems = (0..<300_000).map { InputProblem(file: "a.json", found: "\($0)", expected: "less") }
    let lines = InputError(problems: problems).description.split(separator: "\n")
    #expect(lines.count == 201)
    #expect(lines.last == "and 299800 more")
  }

  @Test(arguments: [("visit", "visits"), ("vistis", "visits"), ("clints", "clients"), ("statrt", "start")])
  func `a misspelled name means the nearest`(word: String, name: String) {
    #expect(Spelling.nearest(to: word, among: ["start", "visits", "clients", "name"]) == name)
  }

  @Test func `a name that is near none means none`() {
    #expect(Spelling.nearest(to: "key123456", among: ["start", "visits", "clients", "name"]) == nil)
    #expect(Spelling.nearest(to: String(repeating: "x", count: 1_000), among: ["start", "visits"]) == nil)
  }
}
