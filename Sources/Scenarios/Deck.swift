import HomeCare

/// Draws without putting back, until all are drawn and the deck is shuffled anew: a small unit gets its share of every
/// kind, which independent draws would only give a large one.
struct Deck<Card> {
  private let cards: [Card]
  private var left: [Card] = []

  /// A deck that must not be empty.
  init(_ cards: [Card]) { self.cards = cards }

  mutating func draw(_ random: inout SeededGenerator) -> Card {
    if left.isEmpty {
      left = cards
      random.shuffle(&left)
    }
    return left.removeLast()
  }
}

/// Says yes to a fixed share of questions, evenly spread from a random beginning, so that a small unit has its share of
/// rare kinds too.
struct Quota {
  private let percent: Int
  private var sum: Int

  init(percent: Int, _ random: inout SeededGenerator) {
    self.percent = percent
    sum = random.int(below: 100)
  }

  mutating func next() -> Bool {
    sum += percent
    if sum < 100 { return false }
    sum -= 100
    return true
  }
}
