import Foundation
import LedgerDomain

/// Files that commands write.
enum Files {
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Refusal(CSVRefusal.fileUnreadable, path)
    }
  }
}

/// Files of keys.
enum KeyFile {
  /// Reads a key, or makes one that only its owner can read.
  ///
  /// Of two that make it at once, one writes and both read the same.
  static func bytes(at path: String, option: String, make: () -> Data) throws -> Data {
    if !FileManager.default.fileExists(atPath: path) { link(make(), at: path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Refusal(CSVRefusal.fileUnreadable, at: .option(option), path)
    }
    return data
  }

  /// Writes the key beside its place and links it there, which fails where another was first.
  private static func link(_ key: Data, at path: String) {
    let draft = "\(path).\(UUID().uuidString)"
    let isMade = FileManager.default.createFile(
      atPath: draft, contents: key, attributes: [.posixPermissions: 0o400])
    if isMade { Foundation.link(draft, path) }
    unlink(draft)
  }
}
