import Foundation
import Interchange
import Rostering

extension Experiment {
  /// Every run: of an instance, all budgets, solvers and seeds, so that what is compared runs close together in time.
  ///
  /// - Throws: `InputError` where an instance cannot be read.
  public func runs() throws(InputError) -> [RunSpec] {
    var runs: [RunSpec] = []
    for file in instances {
      let hash = try InstanceHash.hexadecimal(of: file)
      for budget in try distinctBudgets(for: file) {
        for seed in seeds {
          for solver in solvers {
            for parameters in solver.combinations {
              runs.append(
                run(of: solver, parameters, file: file, hash: hash, seed: seed, budget))
            }
          }
        }
      }
    }
    return runs
  }

  /// The budgets of an instance, those for each client in seconds.
  private func distinctBudgets(for file: String) throws(InputError) -> [Budget] {
    var clients = 0
    if budgets.contains(where: \.growsWithSize) { clients = try InstanceSource(argument: file).read().clients.count }
    var own: [Budget] = []
    for budget in budgets {
      guard case .secondsPerClient(let value) = budget else {
        own.append(budget)
        continue
      }
      // Hundredths, so that tables stay readable.
      let seconds = max(0.01, (value * Double(clients) * 100).rounded() / 100)
      guard SolverOptions.secondsRange.contains(seconds) else {
        throw InputError(
          file: file, found: "\(clients) clients at \(value.shortest) s each, which makes \(seconds.shortest) s",
          expected: "a budget of \(SolverOptions.secondsRange.upperBound.shortest) s at most")
      }
      own.append(.seconds(seconds))
    }
    // Two budgets can come to the same for an instance.
    return own.enumerated().filter { !own[..<$0].contains($1) }.map(\.element)
  }

  private func run(
    of solver: SolverSetup, _ parameters: [String: Double], file: String, hash: String, seed: UInt64, _ budget: Budget
  ) -> RunSpec {
    let varied = parameters.sorted { $0.key < $1.key }.filter { (solver.parameters[$0.key]?.count ?? 0) > 1 }
    let label = ([solver.name] + varied.map { "\($0.key)=\($0.value.shortest)" }).joined(separator: " ")
    var spec = RunSpec(
      instance: Self.instanceName(of: file), file: file, sha256: hash, label: label, parameters: parameters,
      threads: threads, seed: seed)
    switch solver.program {
    case .samma(let name, let iterations, let path):
      spec.solver = name
      spec.iterations = iterations
      spec.program = path
    case .external(let command): spec.external = command
    }
    switch budget {
    case .seconds(let seconds):
      spec.seconds = seconds
      spec.clock = clock == .wall ? nil : clock
    case .iterations(let most):
      // A solver that makes fewer does so of its own.
      spec.iterations = min(most, spec.iterations ?? most)
      spec.longest = longest
    case .ownIterations: spec.longest = longest
    case .secondsPerClient: preconditionFailure("budgets for each client are in seconds by now")
    }
    return spec
  }
}

/// The hash by which a run tells which instance it had.
enum InstanceHash {
  /// SHA-256 in hexadecimal of a file, or of a folder's CSV files in order, each after its name.
  static func hexadecimal(of path: String) throws(InputError) -> String {
    var hash = SHA256()
    if FileBytes.place(of: path) == .folder {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for name in names.sorted() where name.hasSuffix(".csv") || name.hasSuffix(".json") {
        hash.update(Array(name.utf8))
        hash.update(try FileBytes.read(path + "/" + name))
      }
    } else {
      hash.update(try FileBytes.read(path))
    }
    return Interchange.hexadecimal(hash.digest())
  }
}
