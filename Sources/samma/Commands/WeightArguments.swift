import ArgumentParser
import HomeCare
import Interchange

/// The options by which a command weighs the parts of the score otherwise than the instance does.
struct WeightArguments: ParsableArguments, FileUser {
  @Option(
    help: ArgumentHelp(
      "Weigh by a profile: faces, home-care or economy; docs/commands.md tells what each does.", valueName: "profile"))
  var profile: WeightProfile?

  @Option(help: ArgumentHelp("Weigh as this file of weights says.", valueName: "file"))
  var weights: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Weigh one part otherwise than the instance; may be repeated, and goes before --weights and --profile.",
      valueName: "name=number"),
    transform: WeightArgument.read)
  var weight: [WeightArgument] = []

  func validate() throws {
    var given: Set<ScorePart> = []
    for weight in weight where !given.insert(weight.part).inserted {
      throw ValidationError("--weight \(weight.part.weightName) is given twice")
    }
  }

  func list(_ files: inout CommandFiles) { files.reads("--weights", weights) }

  /// Whether the instance's weights are to be changed at all.
  var areGiven: Bool { profile != nil || weights != nil || !weight.isEmpty }

  /// The instance with the weights asked for.
  func applied(to instance: Instance) throws -> Instance {
    if !areGiven { return instance }
    var settings = try weights.map { try WeightSettings.read(path: $0) } ?? WeightSettings()
    for weight in weight { settings[weight.part] = weight.value }
    let known = ScorePart.parts(of: instance.format)
    let later = settings.parts.filter { !known.contains($0) }
    guard later.isEmpty else {
      throw InvalidRequest(
        later.map { part in
          "the weight \(part.weightName): found an instance of format \(instance.format.rawValue); "
            + "expected one of format \(part.format.rawValue), which samma upgrade makes of it"
        }.joined(separator: "\n"))
    }
    var draft = instance.tables
    // Of a profile an instance takes what its format knows.
    if let profile { for part in known { draft.weights[part] = profile.weights[part] } }
    draft.weights = settings.applied(to: draft.weights)
    do {
      return try Instance(validating: draft)
    } catch {
      throw InvalidRequest(error)
    }
  }
}

/// One weight of the score, as `--weight notContact=20` sets it.
struct WeightArgument {
  let part: ScorePart
  let value: Int

  /// Reads `notContact=20`.
  ///
  /// - Throws: `ValidationError` where the text has another form, or no weight has the name.
  static func read(_ text: String) throws -> Self {
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2, let value = Int(halves[1]), InputLimits.weight.contains(value) else {
      throw ValidationError("found \(text); expected a weight and a whole number from 0, such as notContact=20")
    }
    let names = ScorePart.allCases.map(\.weightName)
    guard let part = ScorePart.allCases.first(where: { $0.weightName == halves[0] }) else {
      let expected = Spelling.expected(insteadOf: halves[0], among: names, what: "weight")
      throw ValidationError("found \(text); expected \(expected)")
    }
    return Self(part: part, value: value)
  }
}

extension WeightProfile: ExpressibleByArgument {}
