import Foundation
public import PostgresSupport
import SchemaMigrator

/// A database of its own on the test server, cloned from a migrated template.
///
/// The server is named by `TAIZHANG_TEST_DATABASE`, which `scripts/test` sets; there is no double.
public struct TestDatabase: Sendable {
  /// The connection string, as a superuser.
  public let connectionString: String

  /// The folder of the server's socket.
  public var socketFolder: String {
    let host = connectionString.split(separator: " ").first { $0.hasPrefix("host=") }
    return String(host?.dropFirst(5) ?? "")
  }

  /// Clones the template; the server is thrown away after the tests, and the clone with it.
  public static func clone(migrated: Bool = true) async throws -> TestDatabase {
    let server = try server()
    let name = "clone_" + UUID().uuidString.replacing("-", with: "").lowercased()
    let template = migrated ? try await template(server) : "template0"
    let pool = pool(server)
    try await pool.withConnection { connection in
      try connection.executeScript("create database \(name) template \(template)")
    }
    await pool.shutdown()
    return TestDatabase(connectionString: named(name, server))
  }

  /// Connections of a role; nil for the superuser.
  public func pool(role: String? = nil, size: Int = 4, waitersMax: Int = 256) -> ConnectionPool {
    ConnectionPool(
      ConnectionConfiguration(connectionString, role: role, applicationName: "test"),
      size: size, waitersMax: waitersMax)
  }

  /// Runs a script as the superuser.
  public func script(_ sql: String) async throws {
    let pool = pool(size: 1)
    defer { Task { await pool.shutdown() } }
    try await pool.withConnection { try $0.executeScript(sql) }
  }

  private static func server() throws -> String {
    guard let server = ProcessInfo.processInfo.environment["TAIZHANG_TEST_DATABASE"] else {
      throw TestServerMissing()
    }
    return server
  }

  private static func named(_ database: String, _ server: String) -> String {
    server.replacing("dbname=postgres", with: "dbname=\(database)")
  }

  private static func pool(_ server: String) -> ConnectionPool {
    ConnectionPool(ConnectionConfiguration(server, applicationName: "test"), size: 1)
  }

  /// The template of the present schema, made once per server.
  private static func template(_ server: String) async throws -> String {
    let migrations = try Migrations(folder: Files.root.appending(path: "schema"))
    let digest = migrations.all.reduce(into: UInt64(14_695_981_039_346_656_037)) { hash, item in
      for byte in item.sha256.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    }
    let name = "template_\(digest)"
    return try await TemplateMaker.shared.make(name) {
      let pool = pool(server)
      let isThere = try await pool.withConnection { connection in
        try connection.execute(exists, [.text(name)]).count == 1
      }
      if !isThere {
        try await pool.withConnection { connection in
          try connection.executeScript("create database \(name)_making template template0")
        }
        _ = try await Migrator(
          migrations, connectionString: named(name + "_making", server)
        ).migrate()
        try await pool.withConnection { connection in
          try connection.executeScript("alter database \(name)_making rename to \(name)")
        }
      }
      await pool.shutdown()
    }
  }

  private static let exists = Statement(
    "template_exists", "select 1 as one from pg_catalog.pg_database where datname = $1")
}

/// Makes each template once in this process, whoever asks first.
private actor TemplateMaker {
  static let shared = TemplateMaker()
  private var made: [String: Task<Void, any Error>] = [:]

  func make(
    _ name: String, _ body: @escaping @Sendable () async throws -> Void
  ) async throws -> String {
    let task = made[name] ?? Task { try await body() }
    made[name] = task
    try await task.value
    return name
  }
}

/// `TAIZHANG_TEST_DATABASE` is not set: run the tests by `scripts/test`.
public struct TestServerMissing: Error {}
