/// Travel minutes that no detour undercuts, so that taking a visit out of a route never makes it late.
final class TravelFloor: Sendable {
  private let table: Buffer<Minutes>
  private let size: Int

  init(_ problem: CompiledProblem) {
    size = problem.locationCount
    // However one travels, it takes no less than the quickest way.
    var least = Array(problem.travel.elements.prefix(size * size))
    let modes = problem.travel.count / (size * size)
    for mode in 1..<max(1, modes) {
      for cell in least.indices { least[cell] = min(least[cell], problem.travel[mode * size * size + cell]) }
    }
    table = Buffer(least)
    guard !problem.travelIsMetric || modes > 1 else { return }
    let places = (0..<size).filter { $0 != problem.noBase.index }
    for by in places {
      for from in places {
        for to in places {
          let detour = table[from * size + by] + table[by * size + to]
          if detour < table[from * size + to] { table[from * size + to] = detour }
        }
      }
    }
  }

  @inline(__always) func minutes(_ from: LocationRow, _ to: LocationRow) -> Minutes {
    table[from.index * size + to.index]
  }
}
