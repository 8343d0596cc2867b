/// The floors of each module's folders, from the lowest up: a folder names only what folders before it declare.
///
/// `.` stands for files beside the folders. Modules of one folder need no order; `Package.swift` has that of the modules.
enum Floors {
  /// Modules whose folders have no order yet.
  static let unordered: Set<String> = []

  static let of: [String: [String]] = [
    "Files": ["Text", "Problems", "Names", "CSV", "JSON", "Disk"],
    "Workbooks": ["Archive", "Markup", "Cells", "Reading", "Writing"],
    "Tables": ["Columns", "Reading", "Writing", "Changes", "Schema"],
    "VisitLogs": ["Columns", "Values", "Places", "Exports", "Settings", "Logs", "Needs"],
    "HomeCare": [
      "Scoring", ".", "Validation", "Checking", "Workload", "Comparison", "Changes", "History", "Labour", "Locks",
      "Calls", "Needs", "Upgrades",
    ],
    "Continuity": ["Definitions", "Figures", "Clients", "Log", "Measures", "Causes", "Plans"],
    "Rostering": [
      "Ground", "Model", "Search", "Proof", "Reasons", "Runs", "Solvers", "Standing", "Suggest", "Locks", "Repair",
      "Explain", "Frontier",
    ],
    "Reports": ["Text", "Phrases", "Figures", "Measure", "Editions", "Page", "Sheets", "Coordination"],
    "Board": ["Events", "Imports", "Plans", "Views", "Units"],
    "Web": ["Requests", "Sessions", "Pages", "Site"],
    "Laboratory": ["Certificates", "Programs", "Experiments", "Runs", "Comparison", "Pages", "Features", "Clusters"],
    "samma": ["Process", "Figures", "Progress", "Commands", "."],
  ]
}
