import Continuity

/// The starts of one series on a line: a dot for each day, around the usual time and its tolerance.
struct StartStrip {
  let row: RosterSteadiness.Row
  /// Minutes shown to each side of the usual time; what lies further out is drawn at the edge.
  let reach: Int

  /// The rules that a page with strips adds.
  static let style: HTML = """
    .strip { width: 9rem; height: .9rem; vertical-align: middle; } td bdi { overflow-wrap: normal; }
    """

  private static let width = 208.0

  private func x(_ minute: Int) -> String {
    let part = Double(max(-reach, min(reach, minute - row.usual))) / Double(max(1, reach))
    return Decimal.text(Self.width / 2 + part * (Self.width / 2 - 4), places: 1)
  }

  /// The strip, its starts as text for those who cannot see it.
  var html: HTML {
    let starts = row.starts.map { Language.clock($0.minute) }.joined(separator: ", ")
    let (from, to) = (x(row.usual - row.tolerance), x(row.usual + row.tolerance))
    let dots = row.starts.map { start -> HTML in
      "<circle cx=\"\(x(start.minute))\" cy=\"8\" r=\"3\" fill=\"#111\" fill-opacity=\"0.45\"/>"
    }.joined()
    return """
      <svg class="strip" viewBox="0 0 \(Int(Self.width)) 16" role="img" aria-label="\(starts)"><title>\(starts)</title>\
      <rect x="0" y="7.5" width="\(Int(Self.width))" height="1" fill="#999"/>\
      <polygon points="\(from),1 \(to),1 \(to),15 \(from),15" fill="#d8d8d8"/>\
      <rect x="\(x(row.usual))" y="1" width="1" height="14" fill="#111"/>\(dots)</svg>
      """
  }
}
