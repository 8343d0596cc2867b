/// The first roster: every visit into its cheapest place, those for several staff first, then by time.
///
/// The guide makes staff whom the client has met already cheaper, so even this roster keeps faces together.
struct Construction {
  /// Visits tried so far.
  private(set) var evaluated = 0

  /// Assigns what can be assigned of a state's open visits without moving any other.
  mutating func fill(_ state: SearchState, random: inout RandomSource) {
    let problem = state.problem
    let order = problem.visitRows.filter { !state.isAssigned($0) }.sorted { left, right in
      let (a, b) = (problem.visits[left], problem.visits[right])
      if a.need != b.need { return a.need > b.need }
      if a.priority != b.priority && a.earliest / 1440 == b.earliest / 1440 { return a.priority > b.priority }
      return (a.earliest, left) < (b.earliest, right)
    }
    let inserter = Inserter(prices: GuidePrices(problem))
    var journal = Journal()
    for visit in order {
      _ = inserter.insert(
        visit, in: state, journal: &journal, random: &random, evaluated: &evaluated)
      journal.clear()
    }
  }
}
