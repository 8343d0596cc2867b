import Reports
import Rostering

/// The settings of a solver as the search space of a tuner: their sensible ranges, and what of them clashes.
struct SearchSpace {
  /// The tuners whose files there are.
  enum Tuner: String, CaseIterable {
    case irace, optuna, smac
  }

  let solver: String
  let settings: [SolverSetting]

  /// The text of a tuner's file.
  func text(for tuner: Tuner) -> String {
    switch tuner {
    case .irace: irace
    case .optuna: optuna
    case .smac: smac
    }
  }

  /// What must not be above 1000: the shares of moves together, one of them counted several times.
  private func shares(_ name: (String) -> String) -> String? {
    let shares = settings.filter(\.isShare)
    if shares.isEmpty { return nil }
    return shares.map { share in
      share.factor.map { "\(name(share.name)) * \(name($0))" } ?? name(share.name)
    }.joined(separator: " + ")
  }

  /// Whether both temperatures are there to be held against one another.
  private var hasTemperatures: Bool {
    ["hotTemperature", "coldTemperature"].allSatisfy { name in settings.contains { $0.name == name } }
  }

  private var irace: String {
    var lines = ["# Parameters of samma plan --solver \(solver), for irace."]
    for setting in settings {
      let kind = (setting.isWhole ? "i" : "r") + (setting.isLogarithmic ? ",log" : "")
      let condition = setting.needs.map { " | \($0) > 0" } ?? ""
      lines.append(
        "\(setting.name) \"--param \(setting.name)=\" \(kind) (\(least(setting)), \(most(setting)))\(condition)")
    }
    lines.append("[forbidden]")
    if hasTemperatures { lines.append("hotTemperature < coldTemperature") }
    if let shares = shares({ $0 }) { lines.append("\(shares) > 1000") }
    lines += ["[global]", "digits = 4"]
    return lines.joined(separator: "\n") + "\n"
  }

  private var optuna: String {
    var lines = [
      "# Settings of samma plan --solver \(solver), for Optuna: hand each of suggest(trial) over as --param name=value.",
      "import optuna", "", "", "def suggest(trial):", "    p = {}",
    ]
    for setting in settings {
      let kind = setting.isWhole ? "int" : "float"
      let log = setting.isLogarithmic ? ", log=True" : ""
      let call =
        "p[\"\(setting.name)\"] = trial.suggest_\(kind)(\"\(setting.name)\", \(least(setting)), \(most(setting))\(log))"
      if let needed = setting.needs { lines.append("    if p[\"\(needed)\"] > 0:") }
      lines.append((setting.needs == nil ? "    " : "        ") + call)
    }
    if hasTemperatures {
      lines += ["    if p[\"hotTemperature\"] < p[\"coldTemperature\"]:", "        raise optuna.TrialPruned()"]
    }
    if let shares = shares({ "p[\"\($0)\"]" }) {
      lines += ["    if \(shares) > 1000:", "        raise optuna.TrialPruned()"]
    }
    return (lines + ["    return p"]).joined(separator: "\n") + "\n"
  }

  private var smac: String {
    var lines = [
      "# Settings of samma plan --solver \(solver), for SMAC: hand each of a configuration over as --param name=value.",
      "from ConfigSpace import ConfigurationSpace, Float, ForbiddenLessThanRelation, Integer", "", "",
      "def space(seed=1):", "    space = ConfigurationSpace(seed=seed)", "    p = {}",
    ]
    for setting in settings {
      let log = setting.isLogarithmic ? ", log=True" : ""
      lines.append(
        "    p[\"\(setting.name)\"] = \(setting.isWhole ? "Integer" : "Float")(\"\(setting.name)\", "
          + "(\(least(setting)), \(most(setting))), default=\(number(setting.value, setting))\(log))")
    }
    lines.append("    space.add(list(p.values()))")
    if hasTemperatures {
      lines.append("    space.add(ForbiddenLessThanRelation(p[\"hotTemperature\"], p[\"coldTemperature\"]))")
    }
    lines.append("    return space")
    if let shares = shares({ "p[\"\($0)\"]" }) {
      lines += [
        "", "", "# The cost of such a configuration is to be infinite: samma refuses it.", "def is_refused(p):",
        "    return \(shares) > 1000",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func least(_ setting: SolverSetting) -> String { number(setting.sensible.lowerBound, setting) }
  private func most(_ setting: SolverSetting) -> String { number(setting.sensible.upperBound, setting) }

  private func number(_ value: Double, _ setting: SolverSetting) -> String {
    setting.isWhole ? "\(Int(value.rounded()))" : "\((value * 10_000).rounded() / 10_000)"
  }
}
