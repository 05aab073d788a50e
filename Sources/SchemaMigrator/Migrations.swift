import Crypto
public import Foundation

/// The schema's migrations in a folder: `NNNN_verb_object.sql`, numbered from 1 without gaps.
public struct Migrations: Sendable {
  /// One migration.
  public struct Migration: Sendable {
    /// Its number.
    public let number: Int
    /// Its file's name without the ending.
    public let name: String
    /// Its text.
    public let sql: String
    /// SHA-256 of its text, in hexadecimal digits.
    public let sha256: String
  }

  /// The migrations in order.
  public let all: [Migration]
  /// The script that makes the roles; run before the migrations, as often as one likes.
  public let roles: String

  /// Reads a `schema` folder.
  ///
  /// Throws ``MigrationFailure`` for a gap or a name of another form.
  public init(folder: URL) throws {
    let migrations = folder.appending(path: "migrations")
    let files = try FileManager.default.contentsOfDirectory(atPath: migrations.path)
      .filter { $0.hasSuffix(".sql") }.sorted()
    roles = try String(contentsOf: folder.appending(path: "roles.sql"), encoding: .utf8)
    all = try files.enumerated().map { position, file in
      let name = String(file.dropLast(4))
      guard Int(name.prefix(4)) == position + 1, name.dropFirst(4).hasPrefix("_") else {
        throw MigrationFailure.misnumbered(file: file, expected: position + 1)
      }
      let sql = try String(contentsOf: migrations.appending(path: file), encoding: .utf8)
      let digest = SHA256.hash(data: Data(sql.utf8))
      return Migration(
        number: position + 1, name: name, sql: sql,
        sha256: digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())
    }
  }
}

/// Why the schema cannot be brought up to date.
public enum MigrationFailure: Error, Sendable, Equatable {
  /// A file's number is not the next one.
  case misnumbered(file: String, expected: Int)
  /// A migration was edited after it had been applied.
  case edited(name: String)
  /// The database has migrations that this program does not know.
  case newerSchema(applied: Int, known: Int)
  /// The database lacks so many migrations of this program; nil when that cannot be seen.
  case olderSchema(pending: Int?)
}
