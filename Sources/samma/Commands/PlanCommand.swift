import ArgumentParser
import HomeCare
import Interchange
import Laboratory
import Reports
import Rostering

/// `samma plan`: makes a roster.
struct PlanCommand: AsyncParsableCommand, FileUser, Speaker {
  /// Seconds that a cluster gives a unit for which iterations are the only limit.
  private static let mostUnitSeconds = 86_400.0

  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Makes a roster.",
    discussion: """
      EXAMPLES:
        samma plan unit.json -o roster.json --time 60
        samma plan unit/ --iterations 100000 --seed 7 > roster.json
        samma plan unit.json -o new.json --keep old.json --keep-days 3 --lock client:C12
        samma plan unit.json --time 30 --param exchange=450 --cost-only
        samma plan unit.json --time 30 --solver local-search
        samma plan unit.json -o roster.json --profile economy --weight notContact=20
        samma plan unit.json --time 30 --external 'theirs {instance} {roster} {seconds} {seed}'
        samma plan week2.json -o roster2.json --history roster1.json --history-instance week1.json
        samma plan - --time 10 --progress ndjson < unit.json > roster.json

      The first SIGINT or SIGTERM ends the run with the best roster so far, the second at once. With --iterations \
      and no --time, the same instance, seed and threads give the same bytes.
      """)

  @OptionGroup var source: InstanceArgument

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The JSON file to write; standard output by default.", valueName: "file"))
  var output: String?

  @OptionGroup var search: SearchArguments

  @Option(
    help: "By what --time is counted; cpu: the processor time of all threads, divided by how many there are.")
  var clock = RunClock.wall

  @Option(help: "The solver; samma solvers tells of each.")
  var solver = SolverArgument.usual

  @Option(
    help: ArgumentHelp(
      "Begin from this roster, as far as it keeps the rules; the result is no worse than that.", valueName: "roster"))
  var start: String?

  @Option(
    help: ArgumentHelp(
      "Have another program plan: a shell command with {instance}, {roster}, {seconds}, {seed} and {threads} to be filled in.",
      valueName: "command"))
  var external: String?

  @Option(
    help: ArgumentHelp("Seconds that --external may take beyond --time before it is ended.", valueName: "seconds"))
  var grace = 10.0

  @Option(
    name: .customLong("param"), parsing: .singleValue,
    help: ArgumentHelp("A setting of the solver; may be repeated, samma params lists them.", valueName: "name=value"),
    transform: ParameterArgument.read)
  var parameters: [ParameterArgument] = []

  @Option(
    help: ArgumentHelp(
      "Tell of the progress on standard error; plain where no format is named. (default: plain on a terminal)",
      valueName: "format"))
  var progress: ProgressFormat?

  @Option(help: ArgumentHelp("Labour rules; a warning tells which shifts break them.", valueName: "profile"))
  var labour = LabourRules.none

  @Option(
    help: ArgumentHelp(
      "A file to write what an independent program needs to confirm a bound on the total.", valueName: "file"))
  var certificate: String?

  @OptionGroup(title: "What counts") var weights: WeightArguments

  @OptionGroup(title: "What was before") var history: HistoryArguments

  @OptionGroup(title: "What stays") var locks: LockArguments

  @OptionGroup(title: "On a cluster") var cluster: ClusterArguments

  @OptionGroup var language: LanguageArgument

  @Flag(help: "With -o: print the outcome as one JSON object.")
  var json = false

  @Flag(help: "Print the roster's total score alone, as tuners like irace ask; the roster goes to -o or nowhere.")
  var costOnly = false

  @Flag(help: "End with exit code 3 where a visit is unassigned.")
  var requireComplete = false

  func validate() throws {
    if costOnly && json { throw ValidationError("--cost-only and --json both print on standard output; give one") }
    if cluster.slurm != nil && (locks.keep != nil || locks.locks != nil) {
      throw ValidationError("--slurm plans without locks; leave --keep and --locks out")
    }
    if weights.areGiven && (cluster.slurm != nil || cluster.collect != nil) {
      throw ValidationError("--slurm and --collect plan by the instance's weights; write others into the instance")
    }
    if start != nil && (external != nil || cluster.slurm != nil || locks.keep != nil || locks.locks != nil) {
      throw ValidationError("--start is for one run of a solver of Samma's without locks; leave the others out")
    }
    try OptionRange("--grace", Experiment.graceRange).check(grace)
    if let external {
      if solver != .usual { throw ValidationError("--solver and --external both say what plans; give one") }
      if !parameters.isEmpty { throw ValidationError("--param is for Samma's solvers; write it into the command") }
      if search.iterations != nil {
        throw ValidationError("--iterations is for Samma's solvers; --external has --time")
      }
      if CommandTemplate(trusted: external).names(.snapshots) {
        throw ValidationError("{snapshots} is for samma bench; --external takes the roster at the end")
      }
      if cluster.slurm != nil { throw ValidationError("--slurm plans by Samma's solvers; leave --external out") }
    }
    if certificate != nil && (external != nil || cluster.slurm != nil || cluster.collect != nil || weights.areGiven) {
      throw ValidationError(
        "--certificate is for one run of a solver of Samma's by the instance's own weights; leave the others out")
    }
    if certificate != nil && (locks.keep != nil || locks.locks != nil) {
      throw ValidationError("with locks no bound holds that --certificate could be of; leave one of them out")
    }
    if certificate != nil && !history.history.isEmpty && history.instanceOut == nil {
      throw ValidationError("--certificate is of the instance with its history: write that with --instance-out")
    }
    for parameter in parameters { try parameter.check(against: solver.solver.settings) }
    do {
      // Each may lie in its range and all together make no sense.
      _ = try SearchParameters(parameters.reduce(into: [:]) { $0[$1.name] = $1.value })
    } catch {
      throw ValidationError("--param: \(error)")
    }
    var given: Set<String> = []
    for parameter in parameters where !given.insert(parameter.name).inserted {
      throw ValidationError("--param \(parameter.name) is given twice")
    }
  }

  func list(_ files: inout CommandFiles) {
    source.list(&files)
    weights.list(&files)
    history.list(&files)
    locks.list(&files)
    cluster.list(&files)
    files.reads("--start", start)
    files.writes("-o", output)
    files.writes("--certificate", certificate)
  }

  func run() async throws {
    let planner = try planner()
    var options = search.options(
      settings: Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.value) }))
    options.clock = clock
    options.keepsCertificate = certificate != nil
    if let certificate { try OutputFile.checkWritable(certificate) }
    let destination = Destination(output)
    let instanceFile = history.instanceOut.map { Destination($0) }
    let own = try history.added(to: try source.read(), in: language.ofText)
    let instance = try weights.applied(to: own)
    try instanceFile?.write(instance.tables.json())
    // A roster answers the instance that is written or, where none is, the one that was read.
    let answered = instanceFile == nil ? own : instance
    if let folder = cluster.slurm {
      return try cluster.write(
        instance, arguments: unitArguments, threads: search.threads, seconds: options.seconds ?? Self.mostUnitSeconds,
        to: folder)
    }
    if let folder = cluster.collect {
      return try destination.write(cluster.roster(of: instance, from: folder).json())
    }
    let report = RunReport(of: instance, language.ofText)
    let log = ProgressFormat.log(progress, report)
    log.begin(instance, planner.name, options)
    for warning in instance.warnings + labour.warnings(on: instance) {
      log.warn(report.warning(of: warning))
    }
    let locked = try locks.read(instance, in: language.ofText).map { LockedInstance(instance, locks: $0) }
    for conflict in locked?.conflicts ?? [] { log.warn(report.warning(of: conflict)) }
    if let start { options.start = try beginning(start, of: instance, log) }
    let cancellation = InterruptSignals.listen()
    var plan =
      if let locked {
        try await locked.plan(by: planner, options, cancellation: cancellation) { log.advance($0) }
      } else {
        try await planner.plan(instance, options, cancellation: cancellation) { log.advance($0) }
      }
    let unkept = locked?.unkept(in: plan.roster) ?? []
    for conflict in unkept { log.warn(report.warning(of: conflict)) }
    if let remark = plan.remark { log.warn(language.ofText.message(remark)) }
    let roster = plan.roster.stated(by: answered, searchedUnder: instance.weights)
    plan.roster.solve?.weights = roster.solve?.weights
    if !costOnly || !destination.isStandardOutput { try destination.write(roster.json()) }
    if let certificate { try write(plan, to: certificate, of: instance, log) }
    if let searched = roster.solve?.weights {
      log.warn(report.warning(ofWeights: searched, beside: answered.weights, total: roster.score.total))
    }
    log.end(plan)
    if costOnly { try StandardStream.output.write("\(plan.roster.score.total)\n") }
    if json && !destination.isStandardOutput { try StandardStream.output.write(JSONText.page(plan.figures)) }
    if locked?.conflicts.isEmpty == false || !unkept.isEmpty { throw ExitStatus.incomplete.ending }
    if requireComplete && !plan.roster.unassigned.isEmpty { throw ExitStatus.incomplete.ending }
  }

  /// Writes the certificate of a plan, and tells where it says less than the plan's bound.
  private func write(_ plan: Plan, to path: String, of instance: Instance, _ log: any RunLog) throws {
    guard let certificate = plan.certificate else {
      throw InvalidRequest("--certificate: \(solver.solver.name) proved nothing that a certificate could hold")
    }
    try OutputFile.write(CertificateFile.bytes(certificate, of: instance.name), to: path)
    guard let bound = plan.roster.solve?.lowerBound, bound > certificate.bound else { return }
    log.warn(
      language.ofText.message(
        "warning: --certificate confirms a bound of \(certificate.bound); that of \(bound) was proven in another way, "
          + "which no certificate holds"))
  }

  /// The roster of --start, of which is told what cannot be taken over.
  private func beginning(_ path: String, of instance: Instance, _ log: any RunLog) throws -> Roster {
    let roster = try Roster(path: path)
    let known = Set(instance.visits.map(\.id))
    let strange = roster.assignments.count { !known.contains($0.visit) }
    if strange > 0 {
      log.warn(
        language.ofText.message(
          "warning: --start: \(strange) of \(roster.assignments.count) assignments are of visits that the instance lacks"
        ))
    }
    let broken = RosterChecker(instance).check(roster).violations.filter { $0.rule != .score }
    if let first = broken.first {
      log.warn(
        language.ofText.message(
          "warning: --start: the roster breaks rules \(broken.count) times (\(first)); what keeps them is taken over"))
    }
    return roster
  }

  /// What each unit's task of --slurm is told beside its instance and its roster.
  private var unitArguments: [String] {
    var arguments = [
      "--seed", "\(search.seed)", "--threads", "\(search.threads)", "--solver", solver.solver.name, "--progress",
      "plain",
    ]
    if let time = search.time { arguments += ["--time", "\(time)"] }
    if clock != .wall { arguments += ["--clock", clock.rawValue] }
    if let iterations = search.iterations { arguments += ["--iterations", "\(iterations)"] }
    for parameter in parameters { arguments += ["--param", "\(parameter.name)=\(parameter.value)"] }
    return arguments
  }

  /// What plans.
  private func planner() throws -> any RosterSolver {
    guard let external else { return solver.solver }
    do {
      return ExternalSolver(command: try CommandTemplate(external), grace: grace)
    } catch {
      throw InvalidRequest("--external: \(error)")
    }
  }
}
