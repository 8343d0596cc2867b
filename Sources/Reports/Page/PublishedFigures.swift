/// Figures that others have published, to lay beside one's own.
enum PublishedFigures {
  struct Row {
    let place: (swedish: String, english: String)
    let means: [(year: Int, mean: String)]
    let note: (swedish: String, english: String)
  }

  static let rows: [Row] = [
    Row(
      place: ("Kungsbacka", "Kungsbacka"), means: [(2019, "22"), (2020, "17"), (2021, "16")],
      note: (
        "2021: 61 % av kunderna över 14; nämndens mål: högst 14 år 2025",
        "2021: 61 % of clients above 14; the board's goal: at most 14 by 2025"
      )),
    Row(
      place: ("Helsingborg", "Helsingborg"),
      means: [(2020, "12"), (2021, "11"), (2022, "10"), (2023, "9"), (2024, "11")],
      note: ("över 20: 4, 5, 2, 0 och 4 % av kunderna", "above 20: 4, 5, 2, 0 and 4 % of clients")),
    Row(
      place: ("Riket", "Sweden"), means: [(2016, "15"), (2021, "14.9")],
      note: (
        "bäst och sämst: 7 och 26 (2016), 7 och 24 (2021), 8 och 27 (2023)",
        "best and worst: 7 and 26 (2016), 7 and 24 (2021), 8 and 27 (2023)"
      )),
  ]
}
