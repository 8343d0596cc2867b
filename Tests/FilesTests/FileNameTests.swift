import Testing

@testable import Files

@Suite struct FileNameTests {
  @Test func `a plain name stands for itself`() {
    #expect(FileName.distinct(["S05", "Anna-Lena_2"], .encoded) == ["S05", "Anna-Lena_2"])
    #expect(FileName.distinct(["Södermalm 2", "unit-60.v2"], .readable) == ["Södermalm 2", "unit-60.v2"])
  }

  @Test(arguments: [FileName.Style.encoded, .readable])
  func `no two texts have one name, upper and lower case alike, and every file system takes all of them`(
    style: FileName.Style
  ) {
    let long = String(repeating: "å", count: 300)
    let texts = [
      "case", "CASE", "Case", "con", "NUL", "com1", "aux", long, long + "!", "", ".", "..", "a/b", "a-b", "a\nb", "a~b",
      "~",
      "C%41", "CA", "lpt9.x", " x ", "x",
    ]
    let names = FileName.distinct(texts, style)
    #expect(Set(names.map { $0.lowercased() }).count == texts.count)
    for name in names {
      #expect(!name.isEmpty && name.utf8.count <= 120)
      #expect(!name.contains { "/\\:*?\"<>|\n".contains($0) })
      #expect(!["con", "nul", "com1", "aux", "lpt9"].contains(name.lowercased().prefix { $0 != "." }))
      #expect(!name.hasPrefix(".") && !name.hasSuffix(".") && !name.hasSuffix(" "))
    }
  }

  @Test func `a name stays the same whoever comes beside it`() {
    let long = String(repeating: "x", count: 300)
    #expect(FileName.distinct([long], .encoded) == [FileName.distinct(["S1", long], .encoded)[1]])
  }
}
