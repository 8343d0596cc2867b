import Foundation
import Interchange
import Rostering
import Yams

extension Experiment {
  private static let keys = [
    "name", "instances", "solvers", "seeds", "budgets", "clock", "longest", "threads", "parallel", "grace",
  ]
  private static let solverKeys = ["name", "solver", "iterations", "program", "external", "parameters"]
  private static let mostSeconds = SolverOptions.secondsRange.upperBound
  private static let longestRange = 1...mostSeconds

  /// Reads an experiment from a YAML file; paths of instances are relative to the file's folder and may be patterns.
  ///
  /// - Throws: `InputError` with every problem found.
  public init(path: String) throws(InputError) {
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    try self.init(yaml: text, file: path)
  }

  /// Reads an experiment from a YAML text.
  ///
  /// - Parameter file: What messages call the text; its folder is where relative paths begin.
  /// - Throws: `InputError` with every problem found.
  public init(yaml text: String, file: String) throws(InputError) {
    var reader = YAMLReader(file: file)
    let stem = URL(filePath: file).deletingPathExtension().lastPathComponent
    self.init(name: stem, instances: [], solvers: [], seeds: [1], budgets: [.seconds(60)])
    if let root = reader.root(of: text) { read(root, &reader, folder: URL(filePath: file).deletingLastPathComponent()) }
    guard reader.problems.isEmpty else { throw InputError(problems: reader.problems) }
  }

  private mutating func read(_ root: Node, _ reader: inout YAMLReader, folder: URL) {
    let members = reader.members(of: root, Self.keys, of: "the experiment")
    for key in ["instances", "solvers", "budgets"] {
      if let node = members[key], node.sequence?.isEmpty == true {
        reader.refuse(node, found: "no \(key)", expected: "one or more")
      }
    }
    if let node = members["name"] { name = reader.text(node, "name") ?? name }
    if let node = members["instances"] {
      instances = reader.list(node).flatMap { Self.files($0, folder, &reader) }
      refuseEqualNames(at: node, &reader)
    } else {
      reader.refuse(root, found: "no instances", expected: "the key instances with one or more files")
    }
    if let node = members["solvers"] {
      solvers = reader.list(node).compactMap { Self.solver($0, &reader) }
      var names: Set<String> = []
      for solver in solvers where !names.insert(solver.name).inserted {
        reader.refuse(node, found: "two solvers called \(solver.name)", expected: "a name of its own for each")
      }
    } else {
      solvers = [SolverSetup(name: "samma", program: .samma(solver: SolverSetup.usual, iterations: nil, path: nil))]
    }
    if let node = members["seeds"] { seeds = Self.seeds(node, &reader) }
    if let node = members["budgets"] {
      budgets = reader.list(node).compactMap { Self.budget($0, &reader) }
    } else if solvers.allSatisfy(\.hasIterations) {
      // Iterations alone are to end such runs: a clock that nobody named would end some of them.
      budgets = [.ownIterations]
    }
    if budgets.contains(where: \.isByIterations) { refuseSolversWithoutIterations(at: root, &reader) }
    if let node = members["clock"], let word = reader.text(node, "clock") {
      if let known = RunClock(rawValue: word) { clock = known } else { reader.refuse(node, expected: "wall or cpu") }
    }
    if let node = members["longest"] { longest = reader.number(node, "longest", Self.longestRange) ?? longest }
    if let node = members["threads"] { threads = reader.whole(node, "threads", SolverOptions.threadsRange) ?? threads }
    if let node = members["parallel"] { parallel = reader.whole(node, "parallel", Self.parallelRange) ?? parallel }
    if let node = members["grace"] { grace = reader.number(node, "grace", Self.graceRange) ?? grace }
  }

  /// A program that is not told how many iterations it has would go on until it is ended.
  private func refuseSolversWithoutIterations(at node: Node, _ reader: inout YAMLReader) {
    for solver in solvers {
      guard case .external(let command) = solver.program, !CommandTemplate(trusted: command).names(.iterations) else {
        continue
      }
      reader.refuse(
        node, found: "a budget by iterations and the command of \(solver.name) without them",
        expected: "{iterations} in the command")
    }
  }

  /// Tables tell instances apart by their file's name.
  private func refuseEqualNames(at node: Node, _ reader: inout YAMLReader) {
    var names: Set<String> = []
    for path in instances where !names.insert(Self.instanceName(of: path)).inserted {
      reader.refuse(node, found: "two instances called \(Self.instanceName(of: path))", expected: "each once")
    }
  }

  /// The files that a path or a pattern names, in alphabetical order.
  private static func files(_ node: Node, _ folder: URL, _ reader: inout YAMLReader) -> [String] {
    guard let text = reader.text(node, "an instance") else { return [] }
    let pattern = text.hasPrefix("/") || folder.relativePath == "." ? text : folder.relativePath + "/" + text
    if FileBytes.place(of: pattern) != .nothing { return [pattern] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0, let paths = found.gl_pathv else {
      reader.refuse(node, found: "no file \(pattern)", expected: "an instance: a JSON file or a folder of CSV files")
      return []
    }
    return (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
  }

  private static func seeds(_ node: Node, _ reader: inout YAMLReader) -> [UInt64] {
    if node.sequence == nil {
      // A single number says how many.
      return reader.whole(node, "the number of seeds", 1...1_000_000).map { Array(1...$0) } ?? []
    }
    let seeds = reader.list(node).compactMap { reader.whole($0, "a seed", 0...UInt64.max) }
    if seeds.isEmpty || Set(seeds).count < seeds.count {
      reader.refuse(node, found: "\(seeds.count) seeds", expected: "one or more seeds, each once")
    }
    return seeds
  }

  private static func budget(_ node: Node, _ reader: inout YAMLReader) -> Budget? {
    if node.mapping == nil {
      return reader.number(node, "a budget in seconds", 0.01...mostSeconds).map(Budget.seconds)
    }
    let members = reader.members(of: node, ["perClient", "iterations"], of: "the budget")
    if members.count > 1 {
      reader.refuse(node, found: "a budget of two kinds", expected: "either perClient or iterations")
    }
    if let value = members["iterations"] {
      return reader.whole(value, "iterations", SolverOptions.iterationsRange).map(Budget.iterations)
    }
    guard let value = members["perClient"] else { return nil }
    return reader.number(value, "seconds for each client", 0.0001...mostSeconds).map(Budget.secondsPerClient)
  }

  private static func solver(_ node: Node, _ reader: inout YAMLReader) -> SolverSetup? {
    // A name alone is a registered solver as it is.
    if let name = node.scalar?.string {
      guard known(name, at: node, &reader) != nil else { return nil }
      return SolverSetup(name: name, program: .samma(solver: name, iterations: nil, path: nil))
    }
    let members = reader.members(of: node, solverKeys, of: "the solver")
    guard let nameNode = members["name"] else {
      reader.refuse(node, found: "a solver without a name", expected: "the key name")
      return nil
    }
    guard let name = reader.text(nameNode, "name") else { return nil }
    if let command = members["external"] {
      for key in ["solver", "iterations", "program", "parameters"] {
        if let other = members[key] {
          reader.refuse(other, found: "\(key) of an external solver", expected: "external alone")
        }
      }
      guard let text = reader.text(command, "a command") else { return nil }
      do {
        return try SolverSetup(name: name, command: text)
      } catch {
        reader.refuse(command, expected: "\(error)")
        return nil
      }
    }
    return samma(name, members, &reader)
  }

  private static func samma(_ name: String, _ members: [String: Node], _ reader: inout YAMLReader) -> SolverSetup {
    var solver = SolverSetup.usual
    if let node = members["solver"], let word = reader.text(node, "solver"), known(word, at: node, &reader) != nil {
      solver = word
    }
    let iterations = members["iterations"].flatMap { reader.whole($0, "iterations", SolverOptions.iterationsRange) }
    let path = members["program"].flatMap { reader.text($0, "a program") }
    var setup = SolverSetup(name: name, program: .samma(solver: solver, iterations: iterations, path: path))
    if let node = members["parameters"] {
      setup.parameters = parameters(node, of: SolverRegistry.standard[solver]?.settings ?? [], &reader)
      for combination in setup.combinations {
        do {
          _ = try SearchParameters(combination)
        } catch {
          // Names and ranges have been told of already.
          if case .clash(let words) = error { reader.refuse(node, found: words, expected: "values that go together") }
        }
      }
    }
    return setup
  }

  /// The registered solver of a name, whose lack is a problem.
  private static func known(_ name: String, at node: Node, _ reader: inout YAMLReader) -> (any RosterSolver)? {
    let solver = SolverRegistry.standard[name]
    if solver == nil {
      reader.refuse(node, expected: "one of \(SolverRegistry.standard.names.joined(separator: ", "))")
    }
    return solver
  }

  private static func parameters(
    _ node: Node, of settings: [SolverSetting], _ reader: inout YAMLReader
  ) -> [String: [Double]] {
    let members = reader.members(of: node, settings.map(\.name), of: "the parameters")
    var parameters: [String: [Double]] = [:]
    for setting in settings {
      guard let value = members[setting.name] else { continue }
      let values = reader.list(value).compactMap { reader.number($0, setting.name, setting.range) }
      parameters[setting.name] = values
      if reader.list(value).isEmpty { reader.refuse(value, expected: "one or more numbers") }
    }
    return parameters
  }
}
