import Continuity

/// The measures of one client over one period for JSON, written into the object that names the client.
struct MeasureFigures: Encodable {
  let measure: ClientMeasure

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: NamedKey.self)
    let figures = measure.figures
    try container.encode(figures.visits, forKey: NamedKey("visits"))
    try container.encode(figures.meetings, forKey: NamedKey("meetings"))
    for (name, ratio) in Self.indices(figures) { try container.encodeFigure(ratio, forKey: NamedKey(name)) }
    try container.encode(figures.metOnce, forKey: NamedKey("metOnce"))
    try container.encode(measure.doubleVisits, forKey: NamedKey("doubleVisits"))
    try container.encodeFigure(measure.contactShare, forKey: NamedKey("contactShare"))
    try container.encode(measure.daysSinceContact, forKey: NamedKey("daysSinceContact"))
    try container.encode(measure.newFaces, forKey: NamedKey("newFaces"))
    try container.encode(measure.spreads.map(SpreadFigures.init), forKey: NamedKey("startSpread"))
  }

  /// The indices by the names that files use.
  static func indices(_ figures: ContinuityFigures) -> [(name: String, value: Ratio?)] {
    [
      ("upc", figures.usualProvider), ("hhi", figures.herfindahl), ("coc", figures.continuityOfCare),
      ("secon", figures.sequential), ("k", figures.known), ("mmci", figures.modifiedModified),
      ("threeMostMetShare", figures.threeMostMetShare),
    ]
  }
}

/// How far apart the visits of a slot start, for JSON.
struct SpreadFigures: Encodable {
  let slot: String
  let visits, minutes: Int
  let deviation: Double

  init(_ spread: StartSpread) {
    slot = spread.slot.rawValue
    visits = spread.visits
    minutes = spread.range
    deviation = spread.deviation
  }
}
