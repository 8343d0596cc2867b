/// Visits that links with the rule `same` tie together, directly or by way of others: one staff member serves them all.
///
/// No single visit of a bundle can change hands, so moves treat it as one. Visits for several staff form none: their
/// teams are made by the ruins.
struct Bundles: ~Copyable, Sendable {
  /// The visits of each bundle, those with the narrowest windows first: what has least room is refused soonest.
  let members: Runs<BundleRow, VisitRow>
  /// The bundle of each visit; none where it is tied to no other.
  let bundle: Table<VisitRow, BundleRow>
  /// Where each bundle is: the place of its first visit away from all bases.
  let centre: Table<BundleRow, LocationRow>
  let count: Int
  /// The part of all visits that is in bundles.
  let share: Double

  init(
    _ visits: borrowing Table<VisitRow, CompiledVisit>, links: borrowing Runs<VisitRow, CompiledLink>,
    bases: Set<LocationRow>
  ) {
    var bundle = RowArray<VisitRow, BundleRow>(count: visits.count, repeating: .none)
    var members: [[VisitRow]] = []
    for first in VisitRow.first(visits.count) where !bundle[first].exists && !links.isEmpty(of: first) {
      var tied = [first]
      var isForOne = visits[first].need == 1
      var next = 0
      var known: Set<VisitRow> = [first]
      while next < tied.count {
        for index in links.indices(of: tied[next]) where links[index].staffRule == .same {
          let other = links[index].other
          if !known.insert(other).inserted { continue }
          tied.append(other)
          if visits[other].need > 1 { isForOne = false }
        }
        next += 1
      }
      if tied.count == 1 || !isForOne { continue }
      for visit in tied { bundle[visit] = BundleRow(members.count) }
      func width(_ visit: VisitRow) -> Minutes { visits[visit].latest - visits[visit].earliest }
      members.append(tied.sorted { (width($0), $0) < (width($1), $1) })
    }
    centre = Table(
      members.map { tied in
        let places = tied.map { visits[$0].location }
        return places.first { !bases.contains($0) } ?? places[0]
      })
    count = members.count
    share = Double(members.reduce(0) { $0 + $1.count }) / Double(max(1, visits.count))
    self.members = Runs(members)
    self.bundle = Table(bundle.elements)
  }
}

/// Visits that one staff member serves together.
struct BundleRow: Row { let number: Int32 }
