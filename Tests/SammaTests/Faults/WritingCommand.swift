import Foundation
import TestSupport
import Testing

/// A command that writes files, with all that it reads, for tests that make it fail or end it at any moment.
struct WritingCommand: Sendable, CustomTestStringConvertible {
  /// What it is called in messages.
  let name: String
  /// Its arguments, paths relative to its folder.
  let arguments: [String]
  /// What it reads: texts by their paths.
  let inputs: [String: String]
  /// The files, or the folder, that it writes.
  let outputs: [String]
  /// Whether it adds to a file line by line, instead of replacing it.
  var appends = false

  var testDescription: String { name }

  /// What stands in every output before the command runs.
  static let before = "what was there before\n"

  /// A new folder with all inputs and old outputs.
  func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in inputs {
      let parent = folder[path].deletingLastPathComponent()
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      _ = try folder.write(text, to: path)
    }
    if !appends { for output in outputs where output.contains(".") { _ = try folder.write(Self.before, to: output) } }
    return folder
  }

  /// All files below a folder with their bytes, by their paths; temporary ones among them.
  static func files(in folder: TemporaryFolder) -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder.url.path)?.compactMap { $0 as? String } ?? []
    return names.reduce(into: [:]) { files, name in
      var isFolder: ObjCBool = false
      let path = folder[name].path
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { return }
      files[name] = (try? FileHandle(forReadingFrom: folder[name]).readToEnd()) ?? Data()
    }
  }

  private static let needs = [
    "needs/needs.csv":
      "Kundnr;Återkommande;När på dagen;Längd;Lat;Lon\nk1;varje dag;morgon;30;57,49;12,08\n",
    "needs/staff.csv": "Personal;Lat;Lon\nS1;57,48;12,07\n",
    "needs/shifts.csv": "Personal;Dagar;Start;Slut\nS1;varje dag;07:00;22:00\n",
  ]
  private static let log = (0..<56).map { day in
    "C\(day % 7);S\(day % 5);2026-0\(1 + day / 28)-\(day % 28 + 1);07:30;08:00\n"
  }.reduce("Kund;Personal;Datum;Start;Slut\n", +)
  private static let change = """
    {"format": "samma-changes/1",
     "absences": [{"staff": "S2", "from": "2026-03-02T00:00", "to": "2026-03-03T00:00"}]}
    """
  private static let list = """
    {"format": "samma-roster-changes/1", "instance": "two-clients",
     "changes": [
       {"visit": "V3", "client": "C2", "from": "served", "fromStart": "2026-03-02T08:30", "fromStaff": ["S2"],
        "fromShifts": ["B"], "to": "served", "toStart": "2026-03-02T08:45", "toStaff": ["S1"], "toShifts": ["A"]}]}
    """
  private static let experiment = """
    name: short
    instances: [instance.json]
    solvers: [{name: h, solver: heuristic, iterations: 20}]
    seeds: 2
    budgets: [5]
    threads: 1
    """
  private static let instance = ["instance.json": Fixtures.twoClients]
  private static let both = ["instance.json": Fixtures.twoClients, "roster.json": Fixtures.twoClientsRoster]

  /// Commands that write in every way there is: one file, several, a folder, line by line, by a child.
  static let all = [
    WritingCommand(
      name: "plan",
      arguments: [
        "plan", "instance.json", "--iterations", "20", "--threads", "1", "-o", "new.json", "--instance-out", "out.json",
      ], inputs: instance, outputs: ["new.json", "out.json"]),
    WritingCommand(
      name: "expand", arguments: ["expand", "needs", "--from", "2026-03-02", "--days", "7", "-o", "unit.json"],
      inputs: needs, outputs: ["unit.json"]),
    WritingCommand(
      name: "expand into a folder",
      arguments: ["expand", "needs", "--from", "2026-03-02", "--days", "7", "-o", "unit"], inputs: needs,
      outputs: ["unit"]),
    WritingCommand(
      name: "export",
      arguments: ["export", "instance.json", "roster.json", "-o", "hand-outs"], inputs: both, outputs: ["hand-outs"]),
    WritingCommand(
      name: "bench", arguments: ["bench", "short.yaml", "-o", "runs.jsonl"],
      inputs: instance.merging(["short.yaml": experiment]) { $1 }, outputs: ["runs.jsonl"], appends: true),
    WritingCommand(
      name: "measure",
      arguments: [
        "measure", "log.csv", "--resamples", "100", "-o", "page.html", "--figures", "f.csv", "--xlsx", "s.xlsx",
        "--bad-rows", "bad.csv",
      ],
      inputs: ["log.csv": log], outputs: ["page.html", "f.csv", "s.xlsx", "bad.csv"]),
    WritingCommand(
      name: "measure into a folder", arguments: ["measure", "log.csv", "--resamples", "100", "--tables", "tables"],
      inputs: ["log.csv": log], outputs: ["tables"]),
    WritingCommand(
      name: "repair",
      arguments: [
        "repair", "instance.json", "roster.json", "--change", "ill.json", "--days", "2026-03-02", "-o", "new.json",
        "--instance-out", "out.json", "--list", "list.json", "--undo", "undo.json",
      ], inputs: both.merging(["ill.json": change]) { $1 }, outputs: ["new.json", "out.json", "list.json", "undo.json"]
    ),
    WritingCommand(
      name: "apply",
      arguments: [
        "apply", "instance.json", "roster.json", "--changes", "list.json", "-o", "new.json", "--instance-out",
        "out.json",
      ], inputs: both.merging(["list.json": list]) { $1 }, outputs: ["new.json", "out.json"]),
    WritingCommand(
      name: "upgrade into a folder", arguments: ["upgrade", "instance.json", "-o", "second"], inputs: instance,
      outputs: ["second"]),
    WritingCommand(
      name: "frontier",
      arguments: [
        "frontier", "instance.json", "--iterations", "200", "--limits", "2", "--threads", "1", "--csv", "f.csv",
        "--svg", "f.svg", "--pick", "knee.json",
      ], inputs: instance, outputs: ["f.csv", "f.svg", "knee.json"]),
    WritingCommand(
      name: "generate", arguments: ["generate", "--clients", "5", "--days", "2", "-o", "unit.json"], inputs: [:],
      outputs: ["unit.json"]),
    WritingCommand(
      name: "plan by another program",
      arguments: [
        "plan", "instance.json", "--external", ": {instance}; cp roster.json {roster}", "--time", "20", "-o",
        "new.json",
      ], inputs: both, outputs: ["new.json"]),
  ]
}
