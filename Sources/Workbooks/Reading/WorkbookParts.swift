/// What the main part of a workbook says: its sheets, and from when it counts dates.
final class WorkbookOutline: MarkupReader {
  /// A sheet as the outline names it.
  struct Sheet {
    let name: String
    let isHidden: Bool
    let relation: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var isFrom1904 = false

  override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
    switch name {
    case "workbookPr": isFrom1904 = attributes.says("date1904")
    case "sheet":
      // The prefix of `r:id` is as the producer likes it.
      sheets.append(
        Sheet(
          name: attributes["name"] ?? "", isHidden: !["visible", nil].contains(attributes["state"]),
          relation: attributes["id"] ?? ""))
    default: break
    }
  }
}

/// Where the parts lie that another part points to.
final class Relations: MarkupReader {
  /// A part pointed to.
  struct Target {
    let kind: String
    let path: String
  }

  /// The targets by the ids that the part uses.
  private(set) var targets: [String: Target] = [:]
  private let folder: String

  /// - Parameter folder: The folder of the part that points.
  init(folder: String) { self.folder = folder }

  override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let kind = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    targets[id] = Target(kind: kind.split(separator: "/").last.map(String.init) ?? "", path: path(target))
  }

  /// The first target of a kind, in the order of ids.
  func first(_ kind: String) -> String? {
    targets.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.path
  }

  private func path(_ target: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
    }
    return steps.joined(separator: "/")
  }
}
