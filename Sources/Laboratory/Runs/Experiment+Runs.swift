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
      let seconds = try seconds(for: file)
      for budget in seconds {
        for seed in seeds {
          for solver in solvers {
            for parameters in solver.combinations {
              runs.append(
                run(of: solver, parameters, file: file, hash: hash, seed: seed, seconds: budget))
            }
          }
        }
      }
    }
    return runs
  }

  private func seconds(for file: String) throws(InputError) -> [Double] {
    var clients = 0
    if budgets.contains(where: \.growsWithSize) { clients = try InstanceSource(argument: file).read().clients.count }
    var seconds: [Double] = []
    for budget in budgets {
      switch budget {
      case .seconds(let value): seconds.append(value)
      case .secondsPerClient(let value):
        // Hundredths, so that tables stay readable.
        let budget = max(0.01, (value * Double(clients) * 100).rounded() / 100)
        guard SolverOptions.secondsRange.contains(budget) else {
          throw InputError(
            file: file, found: "\(clients) clients at \(value.shortest) s each, which makes \(budget.shortest) s",
            expected: "a budget of \(SolverOptions.secondsRange.upperBound.shortest) s at most")
        }
        seconds.append(budget)
      }
    }
    // Two budgets can come to the same for an instance.
    return seconds.enumerated().filter { !seconds[..<$0].contains($1) }.map(\.element)
  }

  private func run(
    of solver: SolverSetup, _ parameters: [String: Double], file: String, hash: String, seed: UInt64, seconds: Double
  ) -> RunSpec {
    let varied = parameters.sorted { $0.key < $1.key }.filter { (solver.parameters[$0.key]?.count ?? 0) > 1 }
    let label = ([solver.name] + varied.map { "\($0.key)=\($0.value.shortest)" }).joined(separator: " ")
    var spec = RunSpec(
      instance: Self.instanceName(of: file), file: file, sha256: hash, label: label, parameters: parameters,
      threads: threads, seed: seed, seconds: seconds)
    switch solver.program {
    case .samma(let name, let iterations, let path):
      spec.solver = name
      spec.iterations = iterations
      spec.program = path
    case .external(let command): spec.external = command
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
