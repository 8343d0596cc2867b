import Files

/// A figure that others have published, to lay beside one's own.
public struct PublishedFigure: Hashable, Sendable {
  /// Where it was measured.
  public let place: String
  /// The year.
  public let year: Int
  /// The mean number of distinct staff in a fortnight, as published.
  public let mean: Double
  /// What else is known of it; may be empty.
  public let note: String
  /// Who published it, and where.
  public let source: String

  /// A figure.
  public init(place: String, year: Int, mean: Double, note: String, source: String) {
    (self.place, self.year, self.mean, self.note, self.source) = (place, year, mean, note, source)
  }

  /// The format that a file of published figures names.
  public static let format = "samma-published/1"

  private static let keys = ["place", "year", "mean", "note", "source"]

  /// Reads figures from a JSON file, in its order.
  ///
  /// - Throws: `InputError` with every problem found; a figure without a source is one.
  public static func read(_ path: String) throws(InputError) -> [PublishedFigure] {
    var reader = try JSONReader(try FileBytes.read(path), file: path)
    let members = reader.members(of: JSONReader.root, ["format", "figures"], of: "the published figures") ?? [:]
    reader.requireFormat(format, in: members)
    reader.require("figures", in: members, expected: "the key \"figures\", a list")
    var figures: [PublishedFigure] = []
    for node in reader.items(members["figures"], "figures") ?? [] {
      guard let members = reader.members(of: node, keys, of: "a figure") else { continue }
      for key in ["place", "year", "mean", "source"] where members[key] == nil {
        reader.report(node, found: "a figure without \"\(key)\"", expected: "the keys place, year, mean and source")
      }
      let place = reader.text(members["place"], "place")
      let year = reader.whole(members["year"], "year", 1900...2200)
      let mean = reader.number(members["mean"], "mean", in: 0...1000)
      let note = reader.text(members["note"], "note")
      let source = reader.text(members["source"], "source")
      if let place, let year, let mean, let source {
        figures.append(PublishedFigure(place: place, year: year, mean: mean, note: note ?? "", source: source))
      }
    }
    try reader.finish()
    return figures
  }
}
