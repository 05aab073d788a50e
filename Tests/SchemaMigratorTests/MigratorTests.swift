import Foundation
import LedgerTestSupport
import PostgresSupport
import SchemaMigrator
import Testing

/// Migrations: applied once, never edited, never skipped.
struct MigratorTests {
  private func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "migrations"), withIntermediateDirectories: true)
    let roles = try Files.bytes("schema/roles.sql")
    try Data(roles).write(to: folder.appending(path: "roles.sql"))
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: "migrations/\(name)"))
    }
    return folder
  }

  private static let first = ["0001_create_a.sql": "create schema a;"]

  @Test
  func `what is missing is applied once`() async throws {
    let database = try await TestDatabase.clone(migrated: false)
    let both = Self.first.merging(["0002_create_b.sql": "create schema b;"]) { $1 }
    let one = Migrator(
      try Migrations(folder: folder(Self.first)), connectionString: database.connectionString)
    #expect(try await one.migrate() == ["0001_create_a"])
    #expect(try await one.migrate() == [])
    let two = Migrator(
      try Migrations(folder: folder(both)), connectionString: database.connectionString)
    #expect(try await two.migrate() == ["0002_create_b"])
    #expect(try await two.status() == (2, 2))
  }

  @Test
  func `an edited migration and a newer schema are refused`() async throws {
    let database = try await TestDatabase.clone(migrated: false)
    let both = Self.first.merging(["0002_create_b.sql": "create schema b;"]) { $1 }
    _ = try await Migrator(
      try Migrations(folder: folder(both)), connectionString: database.connectionString
    ).migrate()
    let edited = both.merging(["0002_create_b.sql": "create schema c;"]) { $1 }
    await #expect(throws: MigrationFailure.edited(name: "0002_create_b")) {
      try await Migrator(
        try Migrations(folder: folder(edited)), connectionString: database.connectionString
      ).migrate()
    }
    await #expect(throws: MigrationFailure.newerSchema(applied: 2, known: 1)) {
      try await Migrator(
        try Migrations(folder: folder(Self.first)), connectionString: database.connectionString
      ).migrate()
    }
  }

  @Test
  func `a gap in the numbers is refused, and half a migration leaves nothing`() async throws {
    #expect(throws: MigrationFailure.misnumbered(file: "0003_create_c.sql", expected: 2)) {
      try Migrations(
        folder: folder(Self.first.merging(["0003_create_c.sql": "select 1;"]) { $1 }))
    }
    let database = try await TestDatabase.clone(migrated: false)
    let broken = ["0001_create_a.sql": "create schema a; select 1 / 0;"]
    await #expect(throws: PostgresFailure.self) {
      try await Migrator(
        try Migrations(folder: folder(broken)), connectionString: database.connectionString
      ).migrate()
    }
    let whole = Migrator(
      try Migrations(folder: folder(Self.first)), connectionString: database.connectionString)
    #expect(try await whole.migrate() == ["0001_create_a"])
  }
}
