/// Figures that others have published, to lay beside one's own.
enum PublishedFigures {
  struct Row {
    let place: String
    let year: Int
    let mean: String
    let note: (swedish: String, english: String)
  }

  static let rows: [Row] = [
    Row(place: "Kungsbacka", year: 2019, mean: "22", note: ("", "")),
    Row(place: "Kungsbacka", year: 2020, mean: "17", note: ("", "")),
    Row(
      place: "Kungsbacka", year: 2021, mean: "16",
      note: ("61 % av kunderna över 14; mål högst 14 år 2025", "61 % of clients above 14; goal at most 14 by 2025")),
    Row(place: "Helsingborg", year: 2020, mean: "12", note: ("4 % över 20", "4 % above 20")),
    Row(place: "Helsingborg", year: 2021, mean: "11", note: ("5 % över 20", "5 % above 20")),
    Row(place: "Helsingborg", year: 2022, mean: "10", note: ("2 % över 20", "2 % above 20")),
    Row(place: "Helsingborg", year: 2023, mean: "9", note: ("0 % över 20", "0 % above 20")),
    Row(place: "Helsingborg", year: 2024, mean: "11", note: ("4 % över 20", "4 % above 20")),
    Row(place: "Riket", year: 2016, mean: "15", note: ("7 bäst, 26 sämst", "7 best, 26 worst")),
    Row(place: "Riket", year: 2021, mean: "14.9", note: ("7 till 24", "7 to 24")),
    Row(place: "Riket", year: 2023, mean: "", note: ("8 till 27", "8 to 27")),
  ]
}
