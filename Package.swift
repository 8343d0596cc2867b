// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "samma",
  products: [
    .library(name: "HomeCare", targets: ["HomeCare"]),
    .library(name: "Continuity", targets: ["Continuity"]),
    .library(name: "Rostering", targets: ["Rostering"]),
    .library(name: "IntegerProgram", targets: ["IntegerProgram"]),
    .library(name: "Interchange", targets: ["Interchange", "Tables", "VisitLogs", "Calendars"]),
    .library(name: "PublicSets", targets: ["PublicSets"]),
    .library(name: "Reports", targets: ["Reports"]),
    .library(name: "Scenarios", targets: ["Scenarios"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .library(name: "Laboratory", targets: ["Laboratory"]),
    .executable(name: "samma", targets: ["samma"]),
    .executable(name: "samma-board", targets: ["samma-board"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.9.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.90.0"),
  ],
  targets: [
    // Each target imports only targets listed above it.
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "IntegerProgram", dependencies: ["CGLPK"]),
    .target(name: "Statistics"),
    .target(name: "HomeCare"),
    .target(name: "Continuity", dependencies: ["HomeCare", "Statistics"]),
    .target(name: "Rostering", dependencies: ["HomeCare", "Continuity", "IntegerProgram"]),
    .target(name: "Files", dependencies: ["CCrypto", "CZlib", "HomeCare"]),
    .target(name: "Workbooks", dependencies: ["CExpat", "CZlib", "Files", "HomeCare"]),
    .target(name: "Tables", dependencies: ["Files", "HomeCare"]),
    .target(name: "Calendars", dependencies: ["Files", "HomeCare"]),
    .target(name: "VisitLogs", dependencies: ["Files", "Workbooks", "HomeCare", "Continuity"]),
    .target(name: "PublicSets", dependencies: ["Files", "Tables", "HomeCare"]),
    .target(name: "Interchange", dependencies: ["Files", "Workbooks", "Tables", "Calendars", "VisitLogs"]),
    .target(name: "Disclosure", dependencies: ["IntegerProgram"]),
    .target(
      name: "Reports",
      dependencies: [
        "Statistics", "HomeCare", "Continuity", "Workbooks", "Rostering", "Interchange", "Disclosure",
      ]),
    .target(name: "Scenarios", dependencies: ["HomeCare"]),
    .target(name: "Store", dependencies: ["Files", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "Board", dependencies: ["HomeCare", "Continuity", "Rostering", "Interchange", "Store"]),
    .target(
      name: "Web",
      dependencies: [
        "Files", "HomeCare", "Continuity", "Rostering", "Interchange", "Reports", "Board",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [.embedInCode("Assets/board.css"), .embedInCode("Assets/board.js")]),
    .target(
      name: "Laboratory",
      dependencies: [
        "HomeCare", "Rostering", "Interchange", "Reports", "Statistics",
        .product(name: "Subprocess", package: "swift-subprocess"), .product(name: "Yams", package: "Yams"),
      ]),
    .executableTarget(
      name: "samma",
      dependencies: [
        "HomeCare", "Continuity", "Rostering", "Interchange", "PublicSets", "Reports", "Scenarios", "Laboratory",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "samma-board",
      dependencies: [
        "HomeCare", "Reports", "Scenarios", "Board", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // What several test targets share: temporary folders, waiting, and tools that may be missing.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "ArchitectureTests"),
    .testTarget(name: "IntegerProgramTests", dependencies: ["IntegerProgram", "CGLPK"]),
    .testTarget(name: "HomeCareTests", dependencies: ["HomeCare"]),
    .testTarget(
      name: "ContinuityTests", dependencies: ["Continuity", "HomeCare", "Scenarios", "Statistics"],
      exclude: ["scipy_resampling.py"]),
    .testTarget(
      name: "RosteringTests", dependencies: ["Rostering", "IntegerProgram", "Interchange", "PublicSets", "Scenarios"]),
    .testTarget(
      name: "FilesTests",
      dependencies: [
        "Files", "HomeCare", "TestSupport", .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .testTarget(name: "WorkbooksTests", dependencies: ["Workbooks", "Files", "HomeCare"]),
    .testTarget(name: "TablesTests", dependencies: ["Files", "Tables", "HomeCare", "TestSupport"]),
    .testTarget(
      name: "CalendarsTests",
      dependencies: [
        "Calendars", "Files", "Tables", "HomeCare", "TestSupport",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .testTarget(
      name: "VisitLogsTests",
      dependencies: ["VisitLogs", "Workbooks", "Files", "Tables", "HomeCare", "Continuity", "TestSupport"],
      exclude: ["reference_log.py"]),
    .testTarget(name: "PublicSetsTests", dependencies: ["PublicSets", "Rostering", "Files", "Tables", "HomeCare"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "HomeCare", "Continuity", "Rostering", "IntegerProgram", "Interchange", "TestSupport",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .testTarget(name: "ScenariosTests", dependencies: ["Scenarios"]),
    .testTarget(
      name: "StoreTests", dependencies: ["Store", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "BoardTests",
      dependencies: ["Board", "Store", "HomeCare", "Rostering", "Interchange", "Scenarios", "TestSupport"]),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", "Board", "HomeCare", "Rostering", "Interchange", "Reports", "Scenarios", "TestSupport", "samma-board",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      exclude: ["browser.py"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], exclude: ["scipy_intervals.py"]),
    // Every reader as a function of bytes, for its tests and for the fuzzer.
    .target(
      name: "TestReaders",
      dependencies: [
        "CZlib", "HomeCare", "Continuity", "Files", "Workbooks", "Tables", "Calendars", "VisitLogs", "PublicSets",
        "Reports", "Laboratory",
      ],
      path: "Tests/Fuzzing/Readers"),
    .testTarget(
      name: "FuzzingTests", dependencies: ["TestReaders", "HomeCare", "TestSupport"], path: "Tests/Fuzzing/Tests"),
    .testTarget(name: "DisclosureTests", dependencies: ["Disclosure", "IntegerProgram"]),
    .testTarget(
      name: "LaboratoryTests",
      dependencies: ["Laboratory", "HomeCare", "Interchange", "Rostering", "Scenarios", "TestSupport"]),
    .testTarget(
      name: "SammaTests",
      dependencies: [
        "samma", "HomeCare", "Continuity", "Rostering", "Interchange", "Reports", "Scenarios", "TestSupport",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      exclude: ["Snapshots", "Slurm", "Faults/faults.c"]),
  ],
  swiftLanguageModes: [.v6]
)

// `make docs` alone needs DocC's plugin; whoever builds or uses the package is spared fetching and compiling it.
if Context.environment["SAMMA_DOCS"] != nil {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

// `make fuzz` alone needs the fuzzer, which the toolchain has where it is told to sanitize.
if Context.environment["SAMMA_FUZZING"] != nil {
  package.products.append(.executable(name: "fuzz", targets: ["TestFuzzing"]))
  package.targets += [
    .systemLibrary(name: "TestLibFuzzer", path: "Tests/Fuzzing/LibFuzzer"),
    .executableTarget(
      name: "TestFuzzing", dependencies: ["HomeCare", "TestReaders", "TestLibFuzzer"], path: "Tests/Fuzzing/Driver"),
  ]
}
