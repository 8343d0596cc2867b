import HomeCare

extension BoundCertificate {
  /// What a run has proven; `nil` where it has proven nothing.
  init?(_ problem: CompiledProblem, arcs: BoundArcs, unassigned: UnassignedBound, _ joint: JointBound) {
    guard let proof = joint.proof else { return nil }
    let instance = problem.instance
    let unit = joint.prices.unit
    self.init(
      bound: problem.costs.unassigned * unassigned.value + joint.value, unit: Int(unit),
      exclusions: unassigned.exclusions.map { exclusion in
        Exclusion(
          visits: ([exclusion.visit] + (exclusion.other.map { [$0] } ?? [])).map { instance[$0].id },
          left: exclusion.left)
      },
      prices: arcs.rows.compactMap { arc in
        let price = Int(proof.prices[arc.index])
        if price == 0 { return nil }
        return Price(visit: instance[arcs.visit[arc]].id, shift: instance[arcs.shift[arc]].id, price: price)
      },
      plans: zip(joint.blocks, proof.plans).map { block, worth in
        let arc = block.period == nil ? block.rows.lazy.flatMap(\.cells).flatMap(\.arcs).first : nil
        return PlanWorth(
          client: instance[block.client].id, period: block.period, visit: arc.map { instance[arcs.visit[$0]].id },
          worth: Int(worth + Int64(block.constant) * unit))
      },
      routes: zip(problem.shiftRows, proof.routes).compactMap { shift, worth in
        worth == 0 ? nil : RouteWorth(shift: instance[shift].id, worth: Int(worth))
      })
  }
}
