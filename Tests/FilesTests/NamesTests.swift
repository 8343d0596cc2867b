import HomeCare
import Testing

@testable import Files

@Suite struct NamesTests {
  @Test(arguments: [
    ("Karin  Ek", "karin ek"), (" Karin\u{A0}Ek\t", "karin ek"), ("KARIN EK", "karin ek"), ("Ek, Karin", "karin ek"),
    ("Ek,Karin", "karin ek"), ("Anna\u{2011}Karin  Ek", "anna-karin ek"), ("Anna - Karin Ek", "anna-karin ek"),
    ("A\u{30A}sa Ek", "åsa ek"), ("Ka\u{200B}rin Ek", "karin ek"), ("\u{FEFF}Karin\u{3000}Ek", "karin ek"),
    ("K-12, 3", "k-12, 3"), ("", ""),
  ])
  func namesHaveOneForm(text: String, form: String) { #expect(NormalForm.name(text) == form) }

  @Test func aFormIsItsOwnForm() {
    var random = SeededGenerator(seed: 7)
    let scalars = Array("aÅé -\u{2013}\u{A0}\u{200B}\u{30A},.09\t".unicodeScalars)
    for _ in 0..<2000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<random.int(below: 8) { view.append(scalars[random.int(below: scalars.count)]) }
      let once = NormalForm.text(String(view))
      #expect(NormalForm.text(once) == once, "\(view.map(\.value))")
      #expect(NormalForm.dense(once) == NormalForm.dense(String(view)))
    }
  }

  @Test func personalNumbersAreOneHoweverWritten() throws {
    let written = [
      "19400301-1234", "194003011234", "400301-1234", "400301+1234", "19400301 - 1234", "400301\u{2013}1234",
    ]
    #expect(Set(written.map { PersonalNumber($0)?.digits }) == ["4003011234"])
    // A coordination number has 60 added to its day; ten digits alone need the right check digit.
    #expect(PersonalNumber("701063-2391")?.digits == "7010632391")
    #expect(PersonalNumber("8112189876") != nil && PersonalNumber("8112189875") == nil)
    for other in [
      "", "K12", "19401301-1234", "194003321234", "174003011234", "400301-123", "4003011234", "40-0301-1234",
    ] {
      #expect(PersonalNumber(other) == nil, "\(other)")
    }
  }

  @Test func shortenedNumbersAreToldFromIds() {
    for text in ["1,94503E+11", "1.94503E+11", "2E+11", "1,9e+5"] {
      #expect(ShortenedNumber.matches(text.utf8), "\(text)")
    }
    for text in ["", "194503", "1E5", "E+11", "1,E+11", "1,5E+", "K1E+11", "1,5E-3", "1.94503"] {
      #expect(!ShortenedNumber.matches(text.utf8), "\(text)")
    }
  }

  @Test func personsAreFoundByIdAndByName() {
    let finder = PersonFinder([
      .init(id: "S1", name: "Karin Ek"), .init(id: "S2", name: "Anders Al"), .init(id: "S3", name: "Karin  ek"),
      .init(id: "19400301-1234", name: nil), .init(id: "s2", name: "Bo Å"),
    ])
    #expect(finder.find("S1") == .person("S1"))
    #expect(finder.find(" s1") == .person("S1"))
    #expect(finder.find("s2") == .person("s2"))
    #expect(finder.find("al, anders") == .person("S2"))
    #expect(finder.find("BO A\u{30A}") == .person("s2"))
    #expect(finder.find("400301-1234") == .person("19400301-1234"))
    #expect(finder.find("18400301-1234") == .nobody)
    let both = [PersonFinder.Person(id: "S1", name: "Karin Ek"), PersonFinder.Person(id: "S3", name: "Karin  ek")]
    #expect(finder.find("Ek, Karin") == .several(both))
    #expect(finder.find("Karin Eek") == .nobody && finder.nearest(to: "Karin Eek")?.id == "S1")
    #expect(finder.nearest(to: "Zacharias") == nil)
  }
}
