// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let nioConcurrency = Target.Dependency.product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")

// Who may import whom stands in ARCHITECTURE.md; the build refuses anything else.
let package = Package(
  name: "taizhang",
  products: [
    .executable(name: "taizhang", targets: ["taizhang"]),
    .library(name: "PostgresSupport", targets: ["PostgresSupport"]),
    .library(name: "LedgerDomain", targets: ["LedgerDomain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(
      name: "PostgresSupport", dependencies: ["CLibPQ", nioConcurrency, nioPosix],
      swiftSettings: strict),
    .target(
      name: "SchemaMigrator", dependencies: ["PostgresSupport", crypto], swiftSettings: strict),
    .target(
      name: "LedgerDomain", dependencies: [bigInt, realModule], swiftSettings: strict),
    .target(
      name: "LedgerStore", dependencies: ["LedgerDomain", "PostgresSupport", crypto],
      swiftSettings: strict),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(
      name: "LedgerDocuments", dependencies: ["LedgerDomain", "CZip", "CExpat"],
      swiftSettings: strict),
    .target(
      name: "LedgerOperations",
      dependencies: [
        "LedgerDomain", "LedgerStore", "LedgerDocuments", "PostgresSupport", crypto,
      ],
      swiftSettings: strict),
    .target(
      name: "LedgerCommands",
      dependencies: [
        "LedgerDomain", "LedgerStore", "LedgerDocuments", "LedgerOperations", "SchemaMigrator",
        "PostgresSupport", argumentParser, crypto,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "taizhang", dependencies: ["LedgerCommands"], swiftSettings: strict),

    .executableTarget(
      name: "taizhang-measure", dependencies: ["LedgerDomain", "PostgresSupport", argumentParser],
      path: "Benchmarks/Measure", swiftSettings: strict),

    .target(
      name: "LedgerTestSupport",
      dependencies: [
        "LedgerDomain", "PostgresSupport", "SchemaMigrator", "LedgerStore", nioConcurrency,
      ],
      path: "Tests/LedgerTestSupport", swiftSettings: strict),
    .testTarget(
      name: "PostgresSupportTests",
      dependencies: ["PostgresSupport", "LedgerTestSupport", nioConcurrency],
      swiftSettings: strict),
    .testTarget(
      name: "SchemaMigratorTests",
      dependencies: ["SchemaMigrator", "PostgresSupport", "LedgerTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerDomainTests", dependencies: ["LedgerDomain", "LedgerTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerDocumentsTests",
      dependencies: ["LedgerDocuments", "LedgerDomain", "LedgerTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerStoreTests",
      dependencies: ["LedgerStore", "LedgerDomain", "PostgresSupport", "LedgerTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerOperationsTests",
      dependencies: [
        "LedgerOperations", "LedgerStore", "LedgerDocuments", "LedgerDomain", "PostgresSupport",
        "LedgerTestSupport", crypto,
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
