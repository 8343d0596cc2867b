import Continuity
import Testing

@Suite struct HeadlineTests {
  @Test func thePublishedVectorComesOutExactly() {
    let headline = Headline([8, 9, 12, 14, 14, 15, 21, 27])
    #expect(headline.clients == 8)
    #expect(headline.mean == Ratio(15, of: 1))
    #expect(headline.median == Ratio(14, of: 1))
    #expect(headline.share(above: 14)?.description == "3/8")
    #expect(headline.share(above: 15)?.description == "2/8")
    #expect(headline.share(above: 20)?.description == "2/8")
    #expect(headline.smallest == 8 && headline.largest == 27)
    #expect(headline.distribution[14] == 2 && headline.distribution.reduce(0, +) == 8)
  }

  @Test func anEvenCountTakesTheMiddleOfTheTwoMiddleValues() {
    #expect(Headline([3, 9, 4, 6]).median == Ratio(5, of: 1))
    #expect(Headline([3, 4]).median == Ratio(7, of: 2))
    #expect(Headline([7]).median == Ratio(7, of: 1))
  }

  @Test func theHeadlineOfNoOneIsUndefined() {
    let none = Headline()
    #expect(none.mean == nil && none.median == nil && none.share(above: 14) == nil)
    #expect(none.smallest == nil && none.largest == nil)
  }
}
