import Files

/// Writes problems as AMPL data of Bredström and Rönnqvist.
enum BredstromRonnqvistWriter {
  /// What stands where there is no way: from a node to itself, and between the halves of a visit for two.
  private static let noWay = "10000"

  static func text(_ problem: PublicProblem) throws(PublicFormatError) -> [UInt8] {
    let horizon = try horizon(of: problem)
    let nodes = 1...problem.tasks.count
    let halves = problem.pairs.flatMap { [$0.first + 1, $0.second + 1] }
    let pairs = problem.pairs.map { "(\($0.first + 1),\($0.second + 1))" }
    let places = [problem.caregivers[0].place] + problem.tasks.map(\.place)
    let mates = Dictionary(
      uniqueKeysWithValues: problem.pairs.flatMap { [($0.first + 1, $0.second + 1), ($0.second + 1, $0.first + 1)] })
    var text = "#\(problem.name.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
    func set(_ name: String, _ items: [String]) { text += "set \(name) := \(items.joined(separator: " ")) ;\n" }
    func table(_ name: String, columns: [String], _ rows: [(Int, [String])]) {
      text += "param \(name): \(columns.joined(separator: " ")) :=\n"
      for (node, values) in rows { text += "\(node) \(values.joined(separator: " "))\n" }
      text += ";\n"
    }
    set("N0", ["0"])
    set("N1", nodes.filter { !halves.contains($0) }.map(String.init))
    set("N2", halves.sorted().map(String.init))
    text += "set Shared_Visited := \(pairs.joined(separator: ",")) ;\n"
    text += "param kn := \(problem.caregivers.count) ;\nparam dn := 1 ;\nparam T := \(horizon.fileText) ;\n"
    table("s_id", columns: ["1"], [(0, ["0"])] + nodes.map { ($0, [problem.tasks[$0 - 1].duration.fileText]) })
    table(
      "t_ij", columns: places.indices.map(String.init),
      places.indices.map { from in
        (
          from,
          places.indices.map { to in
            if from == to { return from == 0 ? "0" : noWay }
            return mates[from] == to ? noWay : problem.distances[places[from]][places[to]].fileText
          }
        )
      })
    table("e_id", columns: ["1"], [(0, ["0"])] + nodes.map { ($0, [problem.tasks[$0 - 1].opens.fileText]) })
    table(
      "l_id", columns: ["1"],
      [(0, [horizon.fileText])]
        + nodes.map { ($0, [problem.latestStart(of: problem.tasks[$0 - 1]).fileText]) })
    if !problem.preferences.isEmpty {
      table(
        "prefer_id", columns: problem.caregivers.indices.map { "\($0 + 1)" },
        nodes.map { ($0, problem.preferences[$0 - 1].map(\.fileText)) })
    }
    return Array(text.utf8)
  }

  /// The end of everyone's shift, once it is known that the format holds the problem.
  private static func horizon(of problem: PublicProblem) throws(PublicFormatError) -> Double {
    guard let first = problem.caregivers.first, !problem.tasks.isEmpty else {
      throw PublicFormatError("it has no staff or no visits")
    }
    let isAlike = problem.caregivers.allSatisfy {
      ($0.place, $0.start, $0.end) == (first.place, 0, first.end)
    }
    guard isAlike else { throw PublicFormatError("its staff differ in base or shift; in this format all are alike") }
    for task in problem.tasks {
      let isAbleEveryone = problem.caregivers.allSatisfy { task.ability.map($0.abilities.contains) ?? true }
      guard isAbleEveryone, task.refused.isEmpty else {
        throw PublicFormatError("not all staff may serve \(task.id); this format has no skills")
      }
    }
    if problem.objective != .travelAlone || problem.lunch != nil || problem.caregivers.contains(where: { !$0.hasShift })
      || problem.tasks.contains(where: { !$0.laterWindows.isEmpty || $0.isOptional || !$0.preferred.isEmpty })
    {
      throw PublicFormatError(
        "it has costs beside travel, lunch breaks, optional patients or several windows; this format has none of them")
    }
    if let pair = problem.pairs.first(where: { !$0.startsTogether }) {
      throw PublicFormatError(
        "\(problem.tasks[pair.first].id) and \(problem.tasks[pair.second].id) need not start together; this format has "
          + "no such pairs")
    }
    return first.end
  }
}
