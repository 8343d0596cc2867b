import Foundation

/// The files of one module, and which of its folders name what others declare.
struct Module {
  /// A folder's use of what another folder of the module declares.
  struct Arrow: Hashable {
    let from: String
    let to: String
    /// One place of it: file, line, and what is named there.
    let place: String
  }

  let name: String
  let files: [SourceFile]
  /// Names that other modules declare: a member called so may be theirs.
  var namesElsewhere: Set<String> = []

  init(name: String, files: [SourceFile]) {
    self.name = name
    self.files = files
  }

  /// The modules within a folder, in the order of their names.
  static func all(in folder: URL) throws -> [Module] {
    var modules = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      try Module(name: $0, at: folder.appending(path: $0))
    }
    let names = modules.map(\.names)
    for index in modules.indices {
      for other in modules.indices where other != index { modules[index].namesElsewhere.formUnion(names[other]) }
    }
    return modules
  }

  /// Reads the module's folder.
  init(name: String, at folder: URL) throws {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    self.init(
      name: name,
      files: try paths.filter { $0.hasSuffix(".swift") }.sorted().map {
        SourceFile(path: $0, source: try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
      })
  }

  /// Everything that the module's files declare.
  private var names: Set<String> {
    files.reduce(into: []) { names, file in
      names.formUnion(file.declared)
      names.formUnion(file.added.map(\.member))
      names.formUnion(file.other)
      names.formUnion(file.own)
    }
  }

  /// The folder of a file within the module; `.` for a file beside the folders.
  static func folder(of path: String) -> String { path.contains("/") ? String(path.prefix { $0 != "/" }) : "." }

  /// The folders, in the order of their names.
  var folders: [String] { Set(files.map { Self.folder(of: $0.path) }).sorted() }

  /// Every arrow between two folders, with each name once.
  var arrows: [Arrow] {
    let homes = homes
    var arrows: [Arrow] = []
    for file in files {
      let from = Self.folder(of: file.path)
      for (word, line) in file.used.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
        guard let to = homes[word], to != from, !file.own.contains(word) else { continue }
        arrows.append(Arrow(from: from, to: to, place: "Sources/\(name)/\(file.path):\(line) names \(word)"))
      }
    }
    return arrows
  }

  /// The one folder that declares a name, for names that leave no doubt.
  private var homes: [String: String] {
    var types: [String: Set<String>] = [:]
    var members: [String: Set<String>] = [:]
    var other = namesElsewhere
    for file in files {
      for name in file.declared { types[name, default: []].insert(Self.folder(of: file.path)) }
      for (_, member) in file.added { members[member, default: []].insert(Self.folder(of: file.path)) }
      other.formUnion(file.other)
      other.formUnion(file.own)
    }
    var homes: [String: String] = [:]
    for (name, folders) in members where folders.count == 1 && types[name] == nil && !other.contains(name) {
      homes[name] = folders.first
    }
    for (name, folders) in types where folders.count == 1 {
      // A function or a value at the top level may be hidden by a local one.
      if name.first?.isUppercase == true || !other.contains(name) { homes[name] = folders.first }
    }
    return homes
  }

  /// Places of arrows by which folders form circles: from each such arrow's end a way leads back to its beginning.
  var circles: [Arrow] {
    let arrows = arrows
    var reached = Dictionary(grouping: arrows, by: \.from).mapValues { Set($0.map(\.to)) }
    for middle in folders {
      let further = reached[middle] ?? []
      for from in folders where reached[from]?.contains(middle) == true { reached[from]?.formUnion(further) }
    }
    return arrows.filter { reached[$0.to]?.contains($0.from) == true }
  }

  /// Places where a folder names what stands on its own floor or above; floors from the lowest up.
  func arrowsUp(floors: [String]) -> [Arrow] {
    let height = Dictionary(uniqueKeysWithValues: floors.enumerated().map { ($1, $0) })
    return arrows.filter { (height[$0.to] ?? .max) >= (height[$0.from] ?? -1) }
  }
}
