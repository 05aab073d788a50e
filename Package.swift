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
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdHTTP2 = Target.Dependency.product(name: "HummingbirdHTTP2", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
  name: "HummingbirdTesting", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let serviceLifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

// Each manual under a name of its own: the same files as in docs/help.
let manuals = [
  "everyone", "reporter", "reviewer", "verifier", "office", "director", "leader", "assessor",
  "auditor", "system-administrator", "security-administrator",
].flatMap {
  [Resource.embedInCode("Assets/help/zh-\($0).md"), .embedInCode("Assets/help/en-\($0).md")]
}

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
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(name: "CMalloc"),
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
        "LedgerDomain", "LedgerStore", "LedgerDocuments", "PostgresSupport", "CSodium", crypto,
        nioConcurrency, nioPosix,
      ],
      swiftSettings: strict),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(
      name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .target(
      name: "LedgerCharts", dependencies: ["LedgerDomain", "CQRencode"], swiftSettings: strict),
    .target(
      name: "LedgerWeb",
      dependencies: [
        "LedgerCharts", "LedgerDomain", "LedgerStore", "LedgerDocuments", "LedgerOperations",
        "PostgresSupport", "CCmark", "CMalloc", "CZlib", crypto, httpTypes, hummingbird,
        hummingbirdCore,
        hummingbirdHTTP2, hummingbirdTLS,
        logging,
        metrics, nioConcurrency, nioCore, nioHTTPTypes, nioPosix, nioSSL, serviceLifecycle,
        unixSignals,
      ],
      resources: [
        .embedInCode("Assets/app.css"), .embedInCode("Assets/app.js"),
        .embedInCode("Assets/entry.js"), .embedInCode("Assets/verify.js"),
        .embedInCode("Assets/favicon.svg"),
      ] + manuals,
      swiftSettings: strict),
    .target(
      name: "LedgerDemonstration",
      dependencies: [
        "LedgerDomain", "LedgerStore", "LedgerDocuments", "LedgerOperations", "PostgresSupport",
        crypto,
      ],
      swiftSettings: strict),
    .target(
      name: "LedgerCommands",
      dependencies: [
        "LedgerDomain", "LedgerStore", "LedgerDocuments", "LedgerOperations", "LedgerWeb",
        "LedgerDemonstration", "SchemaMigrator", "PostgresSupport", argumentParser, crypto, logging,
        serviceLifecycle,
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
    .testTarget(
      name: "LedgerDemonstrationTests",
      dependencies: [
        "LedgerDemonstration", "LedgerOperations", "LedgerStore", "LedgerDocuments", "LedgerDomain",
        "PostgresSupport", "LedgerTestSupport", crypto,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerChartsTests", dependencies: ["LedgerCharts", "LedgerDomain"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerWebTests",
      dependencies: [
        "LedgerWeb", "LedgerCharts", "LedgerOperations", "LedgerStore", "LedgerDocuments",
        "LedgerDomain",
        "PostgresSupport", "LedgerTestSupport", crypto, httpTypes, hummingbird, hummingbirdTesting,
        logging, nioConcurrency, nioCore,
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
