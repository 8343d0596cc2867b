import Testing

@testable import Calendars

@Suite struct ShortNamesTests {
  @Test func peopleAreShownByTheirInitialsAndIdsTellThoseApartWhoShareThem() {
    let short = ShortNames.of([
      ("C1", "Karin Ek"), ("C2", "Ek, Kalle"), ("C3", "Anna-Lisa af Ström"), ("C4", nil), ("19400301-1234", nil),
      ("194503015678", "Bo Al"), ("C7", "Bo Öberg"), ("C8", "…"),
    ])
    #expect(short == ["KE C1", "KE C2", "ALAS", "C4", "#5", "BA", "BÖ", "C8"])
  }

  @Test func aPersonalNumberIsNeverShown() {
    #expect(ShortNames.of([("19400301-1234", "Bo Al"), ("C2", "Bea Alm")]) == ["BA #1", "BA C2"])
  }
}
