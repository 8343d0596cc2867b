import Continuity
import HomeCare

extension Language {
  /// What the latest period comes to, in a sentence or two of plain words.
  func conclusion(_ shown: ShownMeasure) -> String {
    guard let last = shown.last else { return self(.noPeriod) + "." }
    guard let mean = last.total.mean else {
      return shown.limit.map { self(.conclusionTooFew, last.dates.lowerBound, last.dates.lastDate, $0) }
        ?? self(.conclusionNobody, last.dates.lowerBound, last.dates.lastDate)
    }
    let target = shown.definition.target
    let phrase = Self.compared(mean.value, Double(target), .conclusionAbove, .conclusionAt, .conclusionBelow)
    let first = self(
      phrase, last.dates.lowerBound, last.dates.lastDate, number(mean, 1), distance(mean.value, Double(target)), target)
    guard let before = shown.periods.dropLast().last?.total.mean else { return first }
    let change = Self.compared(mean.value, before.value, .conclusionRose, .conclusionStayed, .conclusionFell)
    return first + " " + self(change, distance(mean.value, before.value), number(before, 1))
  }

  private func distance(_ one: Double, _ two: Double) -> String { number(abs(one - two), 1) }

  /// The phrase for a number that is above, at or below another one, by the decimal that people are shown.
  private static func compared(_ one: Double, _ two: Double, _ above: Phrase, _ at: Phrase, _ below: Phrase) -> Phrase {
    let tenths = ((one - two) * 10).rounded()
    return tenths == 0 ? at : tenths > 0 ? above : below
  }
}
