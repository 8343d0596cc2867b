/// Figures that others have published, to lay beside one's own.
enum PublishedFigures {
  struct Row {
    let place: Phrase
    let means: [(year: Int, mean: Double, places: Int)]
    let note: Phrase
  }

  static let rows: [Row] = [
    Row(place: .kungsbacka, means: [(2019, 22, 0), (2020, 17, 0), (2021, 16, 0)], note: .kungsbackaNote),
    Row(
      place: .helsingborg, means: [(2020, 12, 0), (2021, 11, 0), (2022, 10, 0), (2023, 9, 0), (2024, 11, 0)],
      note: .helsingborgNote),
    Row(place: .sweden, means: [(2016, 15, 0), (2021, 14.9, 1)], note: .swedenNote),
  ]
}
