import Foundation

/// The targets of a `Package.swift`, in its order, with the targets that each depends on.
struct PackageManifest {
  struct Target {
    let name: String
    let dependencies: [String]
  }

  let targets: [Target]

  init(_ source: String) {
    let heads = source.matches(of: /\.(?:target|executableTarget|testTarget|systemLibrary)\(\s*name:\s*"([\w-]+)"/)
    let ends = heads.dropFirst().map(\.range.lowerBound) + [source.endIndex]
    targets = zip(heads, ends).map { head, end in
      let body = source[head.range.upperBound..<end].replacing(/\.product\([^)]*\)/, with: "")
      let list = body.firstMatch(of: /dependencies:\s*\[([^\]]*)\]/)?.output.1 ?? ""
      let dependencies = list.matches(of: /"([\w-]+)"/).map { String($0.output.1) }
      return Target(name: String(head.output.1), dependencies: dependencies)
    }
  }

  /// Dependencies on targets that are not listed above the one that depends on them.
  var arrowsUp: [String] {
    targets.enumerated().flatMap { index, target in
      let above = Set(targets[..<index].map(\.name))
      return target.dependencies.filter { !above.contains($0) }.map {
        "Package.swift: \(target.name) depends on \($0), which is not listed above it"
      }
    }
  }

  /// Imports of the package's targets that a target does not depend on.
  func undeclaredImports(of module: Module) -> [String] {
    let own = Set(targets.map(\.name))
    let declared = Set(targets.first { $0.name == module.name }?.dependencies ?? [])
    return module.files.flatMap { file in
      file.imports.filter { own.contains($0.name) && !declared.contains($0.name) }.map {
        "Sources/\(module.name)/\(file.path):\($0.line) imports \($0.name), which Package.swift does not let it"
      }
    }
  }
}
